/** The first line: who the servers are, who votes, how they begin. */
import type { Microseconds } from '../sim';
import { type Names, SERVERS_MOST } from './names';
import { isObject, type Json, type Reader } from './reader';
import type { Features } from './recording';

export interface Header {
  readonly voters: number;
  readonly features: Features;
  readonly electionTimeout: { readonly min: Microseconds; readonly max: Microseconds } | null;
  /** The time that the header has, in the file's milliseconds. */
  readonly t: number;
  /** The states to begin with, by name, to be read when all names are known. */
  readonly initial: Json;
}

/** Reads the header and makes its nodes known; voters get the first numbers, otherwise their order is kept. */
export function readHeader(line: Json, reader: Reader, names: Names): Header {
  if (line.v !== 'raft-trace/1') reader.refuse('v', { type: 'version' }, line.v);
  if (line.kind !== 'header') reader.refuse('kind', { type: 'header' }, line.kind);
  const nodes = reader.names(line.nodes, 'nodes', 1, SERVERS_MOST);
  const voters = line.voters === undefined ? nodes : reader.names(line.voters, 'voters', 1, nodes.length);
  for (const [i, voter] of voters.entries()) {
    if (!nodes.includes(voter)) reader.refuse(`voters[${i}]`, { type: 'node', values: nodes }, voter);
  }
  for (const node of [
    ...nodes.filter((one) => voters.includes(one)),
    ...nodes.filter((one) => !voters.includes(one)),
  ]) {
    names.add(node);
  }
  return {
    voters: voters.length,
    features: featuresOf(line.features, reader),
    electionTimeout: timeoutOf(line.electionTimeout, reader),
    t: line.t === undefined ? 0 : reader.number(line.t, 't'),
    initial: line.initial === undefined || line.initial === null ? {} : reader.object(line.initial, 'initial'),
  };
}

function featuresOf(value: unknown, reader: Reader): Features {
  const features = value === undefined || value === null ? {} : reader.object(value, 'features');
  const has = (name: string) => {
    const told = isObject(features) ? features[name] : undefined;
    return told === undefined ? false : reader.boolean(told, `features.${name}`);
  };
  return { autoPersist: has('autoPersist'), preVote: has('preVote'), stickyLeader: has('stickyLeader') };
}

function timeoutOf(value: unknown, reader: Reader): Header['electionTimeout'] {
  if (value === undefined || value === null) return null;
  const { min, max } = reader.object(value, 'electionTimeout');
  const [low, high] = [reader.number(min, 'electionTimeout.min'), reader.number(max, 'electionTimeout.max')];
  return { min: Math.round(low * 1000), max: Math.round(Math.max(low, high) * 1000) };
}
