/** A recording as a trace, which is looked at like that of a simulated run. */

import { entriesBetween } from '../raft';
import { type Cluster, createRun, defaultConfig, type InitialServer, type Run, startCluster } from '../sim';
import { type Origin, type Source, type Trace, traceOf } from '../trace';
import { applyPatch, persistHost } from './hosts';
import type { Patch, Recording } from './recording';
import { nextStep, replay } from './replay';

/**
 * The trace of a recording. Nothing of it has been looked at yet: `extend` it to its end.
 *
 * @param name of the file; null: it has none
 */
export function traceOfRecording(
  recording: Recording,
  format: Origin['format'],
  name: string | null,
  accompany: Trace['accompany'] = null,
): Trace {
  const { steps, nodes, lines, remarks } = recording;
  const run = runOf(recording);
  const source: Source = {
    origin: { format, name, nodes, lines, remarks },
    end: steps[steps.length - 1].at,
    start: () => startOf(recording, run),
    advance: (cluster, until, observe) => replay(recording, cluster, until, observe),
    nextTime: (cluster) => nextStep(recording, cluster),
  };
  return traceOf(run, source, accompany);
}

/** What is known of the whole: the servers, who votes, and what was done from outside. It is never simulated. */
function runOf({ atFirst, voters, initial, features, electionTimeout, steps }: Recording): Run {
  const config = defaultConfig(atFirst);
  const { heartbeat, electionMin, electionMax } = config.timing;
  const { preVote, stickyLeader } = features;
  return {
    ...createRun(0, {
      ...config,
      voters,
      options: { ...config.options, preVote, stickyLeader },
      timing: {
        heartbeat,
        electionMin: electionTimeout?.min ?? electionMin,
        electionMax: electionTimeout?.max ?? electionMax,
      },
      clients: { ...config.clients, count: 0 },
      initial: initial.some((patch) => patch !== null) ? initial.map(initialServer) : null,
    }),
    actions: steps.flatMap(({ at, action }) => (action === null ? [] : [{ at, action }])),
  };
}

function initialServer(patch: Patch | null): InitialServer {
  const { currentTerm = 0, votedFor = null, log } = patch ?? {};
  return {
    currentTerm,
    votedFor,
    log: log === undefined ? [] : entriesBetween(log, 1, log.index).map(({ term }) => term),
  };
}

function startOf({ initial }: Recording, run: Run): Cluster {
  const cluster = startCluster({ ...run, config: { ...run.config, initial: null } });
  for (const host of cluster.hosts) {
    const patch = initial[host.id - 1] ?? null;
    if (patch === null) continue;
    applyPatch(host, patch, 0, 0);
    persistHost(host, null);
  }
  return cluster;
}
