/** Finds the moments of a chapter's cues in the runs that it tells. */
import { failure, type Result, success } from '../base';
import { groupRun, MILLISECOND, type Microseconds, type Run, simulate, type Transition } from '../sim';
import { start } from './finders';
import { Instant, STILL } from './instant';
import { type Chapter, COUNT, type Cue, type Facts, N, S } from './story';

/** A cue with its place in the chapter and its moment in the run. */
export interface Stop {
  readonly cue: Cue;
  /** Place in the chapter, from 0. */
  readonly index: number;
  /** Which of the chapter's acts it belongs to, from 0. */
  readonly act: number;
  readonly time: Microseconds;
  /** Number of the transition that it was found by; 0 for the start. */
  readonly seq: number;
}

/** The run of an act. */
export function runOf(chapter: Chapter, act: number): { readonly run: Run; readonly until: Microseconds } {
  return chapter.acts[act].scenario;
}

/** The stops of a chapter, in order; fails with the id of the first cue whose moment does not come. */
export function findStops(chapter: Chapter): Result<readonly Stop[]> {
  const stops: Stop[] = [];
  for (const [act, { cues }] of chapter.acts.entries()) {
    const { run, until } = runOf(chapter, act);
    let after = -1;
    for (const cue of cues) {
      const found = findCue(cue, run, until, after);
      if (found === null || found.time <= after) return failure(`${chapter.id}/${cue.id}`);
      stops.push({ cue, index: stops.length, act, ...found });
      after = found.time;
    }
  }
  return success(stops);
}

/** A drawing stands so long after the cue before it. */
const DRAWN_AFTER = 5 * MILLISECOND;

function findCue(cue: Cue, run: Run, until: Microseconds, after: Microseconds): Pick<Stop, 'time' | 'seq'> | null {
  if (cue.figure?.type === 'diagram') return { time: Math.max(0, after + DRAWN_AFTER), seq: 0 };
  if (cue.when === start) return { time: 0, seq: 0 };
  let found: Transition | null = null;
  simulate(groupRun(run, groupOf(cue)), until, (transition, cluster) => {
    if (found === null && transition.at > after && cue.when(transition, cluster)) found = transition;
  });
  return found === null ? null : stopAt(found, cue);
}

function stopAt(transition: Transition, { pause = 0 }: Cue): Pick<Stop, 'time' | 'seq'> {
  const { at, seq, events } = transition;
  if (pause !== 'midway') return { time: at + pause, seq };
  const sent = events.find((event) => event.type === 'send');
  const half = sent === undefined ? 0 : Math.round((sent.flight.arrivesAt - sent.flight.sentAt) / 2);
  return { time: at + half, seq };
}

/** Which of the run's groups a cue is about, from 1. */
export function groupOf({ group = 1 }: Cue): number {
  return group;
}

/** The state at a stop. */
export function instantOf(chapter: Chapter, stop: Stop): Instant {
  return instantIn(runOf(chapter, stop.act).run, groupOf(stop.cue), stop.time, stop.seq);
}

function instantIn(run: Run, group: number, time: Microseconds, seq = Number.POSITIVE_INFINITY): Instant {
  let found: Transition | null = null;
  const cluster = simulate(groupRun(run, group), time, (transition) => {
    if (transition.seq <= seq) found = transition;
  });
  return new Instant(time, found ?? STILL, cluster, {
    count: run.config.groups,
    at: (other) => instantIn(run, other, time),
  });
}

/** What the placeholders of a caption stand for: what every caption may use, and the cue's own facts. */
export function factsAt(cue: Cue, at: Instant): Facts {
  return { ...commonFacts(at), ...cue.facts?.(at) };
}

function commonFacts(at: Instant): Facts {
  const [leader] = at.leaders;
  const { server } = at.transition;
  const led = leader === undefined ? null : at.server(leader);
  return {
    all: COUNT(at.ids.length),
    majority: COUNT(at.majority),
    term: N(at.term),
    ...(server === null ? {} : { actor: S(server), actorTerm: N(at.server(server).currentTerm) }),
    ...(led === null
      ? {}
      : {
          leader: S(led.id),
          leaderTerm: N(led.currentTerm),
          last: N(led.log.index),
          commit: N(led.commitIndex),
        }),
  };
}
