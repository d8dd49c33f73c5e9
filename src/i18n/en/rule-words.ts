/** What sentences about rules have in common. */
import type { Facts, Words } from '../sentences';
import { common } from './common';

const { server, servers, share, number, capital } = common;

export const words = (question: Words['question'], why: Words['why'], step: Words['step'], neutral: string) => ({
  question,
  why,
  step,
  /** The rule without its actors. */
  neutral,
});

export const me = (facts: Facts): string => server(facts.server);
export const you = (facts: Facts): string => server(facts.other);

const isJoint = ({ nextVoters }: Facts): boolean => nextVoters.length > 0;

/** "Three of five is a majority." While two configurations are joint, of both. */
export const isMajority = (facts: Facts): string => {
  const { count, servers: all, nextCount, nextVoters } = facts;
  const isHalf = count * 2 <= all || (isJoint(facts) && nextCount * 2 <= nextVoters.length);
  const shares = isJoint(facts)
    ? `${share(count, all)} in the old configuration and ${share(nextCount, nextVoters.length)} in the new one`
    : share(count, all);
  if (isHalf) return `${capital(shares)} is not more than half, but half is enough in this run.`;
  return isJoint(facts) ? `${capital(shares)}: a majority of both.` : `${capital(shares)} is a majority.`;
};

/** "three of five"; while two configurations are joint, of both, and how much of that is there. */
export const needs = (facts: Facts): string => {
  const { majority, servers: all, count, nextMajority, nextVoters, nextCount } = facts;
  if (!isJoint(facts)) return `${number(majority)} of ${number(all)}`;
  const half = (most: number, of: number, has: number) => `${number(most)} of ${number(of)} (has ${number(has)})`;
  return `${half(majority, all, count)} in the old configuration and ${half(nextMajority, nextVoters.length, nextCount)} in the new one`;
};

/** "one vote", "two votes". */
export const votes = (count: number, kind = 'vote'): string =>
  count === 1 ? `one ${kind}` : `${number(count)} ${kind}s`;

/** Whom a candidate asks: "the other four". */
export const theOthers = ({ others, voters, nextVoters, server: id }: Facts): string => {
  if (others.length === 0) return 'nobody else';
  if (others.length === 1 || !(voters.includes(id) || nextVoters.includes(id))) return servers(others);
  return `the other ${number(others.length)}`;
};

/** What a log ends with, as the up-to-date check sees it. */
export const logEnd = (index: number, term: number): string =>
  index === 0 ? 'is empty' : `ends with term ${term}, index ${index}`;

/** "S1, S2 and S3 vote"; of a joint configuration both halves. */
export const whoVotes = ({ voters, nextVoters }: Facts): string =>
  nextVoters.length === 0
    ? `${servers(voters)} ${voters.length === 1 ? 'votes' : 'vote'}`
    : `${servers(voters)} vote as the old configuration and ${servers(nextVoters)} as the new one`;

export const verb = (ids: readonly number[], one: string, several: string): string =>
  ids.length === 1 ? one : several;
