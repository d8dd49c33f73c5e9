/** Challenges about time: heartbeats, time-outs, latency, servers that hear too little (§5.2, §5.6, D§9.6). */
import { cut, directions, expireTimer, isolate, liveConfig, put, rejoin } from '../../scenarios';
import { createRun, type Microseconds, type Run, SECOND } from '../../sim';
import { N, S } from '../../stories';
import { all, type Challenge, isNumber, NUMBER, numbers, one, RANGE, type Situation, which } from '../challenge';
import type { Dice } from '../dice';
import { also, at, between, isElection, ms, serversBut, withOptions } from '../watch';

const ELECTIONS = [RANGE(0, 0), RANGE(1, 5), RANGE(6, 20), RANGE(21, null)];

const countElections = (run: Run, after: Microseconds, until: Microseconds): number =>
  between(run, after, until).filter(isElection).length;

const link = (milliseconds: number) => ({
  latency: { min: ms(milliseconds) - 500, max: ms(milliseconds) + 500 },
  shape: 'uniform' as const,
  loss: 0,
  duplication: 0,
});

/** The lower end of the election timeout, in milliseconds; the upper end is twice as much. */
const TIMEOUTS = [150, 300, 600, 1200] as const;

/** Whether a cluster with this latency and timeout has a leader after ten seconds, and had no election in the last six. */
function isStable(run: Run, latency: number, timeout: number): boolean {
  const { config } = run;
  const timing = { ...config.timing, electionMin: ms(timeout), electionMax: ms(2 * timeout) };
  const fresh: Run = { ...run, config: { ...config, timing, network: link(latency) }, actions: [] };
  return countElections(fresh, 4 * SECOND, 10 * SECOND) === 0 && at(fresh, 10 * SECOND).leaders.length === 1;
}

/** The servers move apart, and the timeout stays. */
export const goWorldwide: Challenge = {
  id: 'go-worldwide',
  logs: false,
  client: false,
  draw: (dice) => {
    const latency = dice.turn([40, 180, 500, 110, 250, 20, 400]);
    const leader = dice.int(1, 5);
    const base = { ...createRun(dice.runSeed, { ...liveConfig(), network: link(5) }) };
    const moment = ms(400);
    const run: Run = {
      ...base,
      actions: [
        ...directions([20, expireTimer(leader)], [200, put('x', '1', leader)]),
        { at: moment + 1, action: { type: 'setNetwork', quality: link(latency) } },
      ],
    };
    const until = moment + 10 * SECOND;
    const elections = countElections(run, moment, until);
    const stable = TIMEOUTS.find((timeout) => isStable(run, latency, timeout)) ?? 0;
    const parts = all(
      one('elections', ELECTIONS, isNumber(elections)),
      one('timeout', TIMEOUTS.map(NUMBER), isNumber(stable)),
    );
    if (parts === null) return null;
    const wider = { ...run.config.timing, electionMin: ms(stable), electionMax: ms(2 * stable) };
    return {
      run,
      moment,
      play: { run, from: moment, until },
      parts,
      facts: {
        leader: S(leader),
        near: N(5),
        min: N(150),
        max: N(300),
        seconds: N(10),
        latency: N(latency),
        trip: N(2 * latency),
        elections: N(elections),
        stable: N(stable),
      },
      outcome: elections > 0 ? 'never' : stable === 150 ? 'calm' : 'fragile',
      rule: 'beginElection',
      section: '§5.6',
      change: {
        run: also(run, moment, { type: 'setTiming', timing: wider }),
        time: moment,
      },
    };
  },
};

/** A server that cannot hear: everybody, or the leader alone. */
export const halfDeaf: Challenge = {
  id: 'half-deaf',
  logs: false,
  client: false,
  draw: (dice) => {
    const [leader, deaf] = dice.shuffle(serversBut(5));
    const hearsOthers = dice.turn([false, true, false, true]);
    const preVote = dice.turn([false, false, true, true]);
    const unheard = hearsOthers ? [leader] : serversBut(5, deaf);
    const run = {
      ...createRun(dice.runSeed, liveConfig(5, { preVote })),
      actions: directions(
        [20, expireTimer(leader)],
        [120, put('x', '1', leader)],
        ...unheard.map((from) => [250, cut(from, deaf)] as const),
      ),
    };
    const moment = ms(251);
    const until = moment + 2 * SECOND;
    const still = at(run, moment);
    const end = at(run, until);
    if (still.leaders[0] !== leader || still.term !== 1) return null;
    const growth = end.term - still.term;
    const parts = all(
      one('growth', [RANGE(0, 0), RANGE(1, 2), RANGE(3, null)], isNumber(growth)),
      which('leader', serversBut(5), end.leaders[0] ?? null, true),
    );
    const isCalm = growth === 0 && end.leaders[0] === leader;
    const isExpected = preVote
      ? isCalm
      : hearsOthers
        ? growth > 0 && growth < 3 && end.leaders.length === 1
        : growth > 2;
    if (parts === null || !isExpected) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until },
      parts,
      ask: `${hearsOthers ? 'leader' : 'all'}${preVote ? 'PreVote' : ''}`,
      facts: { leader: S(leader), deaf: S(deaf), term: N(still.term), seconds: N(2), newTerm: N(end.term) },
      outcome: growth === 0 ? 'calm' : growth > 2 ? 'restless' : 'settles',
      rule: preVote ? 'refusePreVote' : 'adoptNewerTerm',
      change: { run: withOptions(run, { preVote: !preVote }), time: moment },
      select: deaf,
    };
  },
};

/** A server that was cut off comes back with a term far ahead of all others. */
export const rocketTerm: Challenge = {
  id: 'rocket-term',
  logs: true,
  client: false,
  draw: (dice) => {
    const [leader, away] = dice.shuffle(serversBut(5));
    const seconds = dice.int(4, 9);
    const preVote = dice.turn([false, false, true]);
    const isStale = dice.turn([true, false]);
    const back = 200 + 1000 * seconds;
    const run = {
      ...createRun(dice.runSeed, liveConfig(5, { preVote })),
      actions: directions(
        [20, expireTimer(leader)],
        [110, put('x', '1', leader)],
        [200, isolate(away)],
        ...(isStale ? [[400, put('y', '2', leader)] as const] : []),
        [back, rejoin(away)],
      ),
    };
    const moment = ms(back) - 1;
    const until = moment + SECOND;
    const still = at(run, moment);
    const far = still.server(away).currentTerm;
    const near = still.server(leader).currentTerm;
    const end = at(run, until);
    if (still.leaders[0] !== leader || (far === near) !== preVote) return null;
    const terms = preVote ? numbers(near, near + 3) : [near, near + 1, far, far + 1, far + 2];
    const parts = all(
      which('leader', serversBut(5), end.leaders[0] ?? null, true),
      one('term', terms.map(NUMBER), isNumber(end.term)),
    );
    if (parts === null) return null;
    const now = end.leaders[0] ?? null;
    if (now === null || (preVote && now !== leader)) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until },
      parts,
      ask: preVote ? 'preVote' : 'plain',
      facts: {
        leader: S(leader),
        away: S(away),
        seconds: N(seconds),
        near: N(near),
        far: N(far),
        newTerm: N(end.term),
        winner: S(now),
      },
      outcome: preVote ? 'calm' : now === away ? 'takesOver' : now === leader ? 'again' : 'deposed',
      rule: preVote ? 'refusePreVote' : 'leaderStepsDown',
      change: { run: withOptions(run, { preVote: !preVote }), time: moment },
      select: away,
    };
  },
};

const REIGNS = [RANGE(0, 149), RANGE(150, 299), RANGE(300, 999), RANGE(1000, null)];

/** Heartbeats come as seldom as elections, or more seldom. */
export const slowHeartbeats: Challenge = {
  id: 'slow-heartbeats',
  logs: false,
  client: false,
  draw: (dice) => slowHeartbeat(dice, dice.turn([250, 100, 400, 140, 200, 600])),
};

function slowHeartbeat(dice: Dice, heartbeat: number): Situation | null {
  const leader = dice.int(1, 5);
  const base = createRun(dice.runSeed, liveConfig());
  const moment = ms(300);
  const until = moment + 4 * SECOND;
  const run: Run = {
    ...base,
    actions: [
      ...directions([20, expireTimer(leader)]),
      { at: moment + 1, action: { type: 'setTiming', timing: { ...base.config.timing, heartbeat: ms(heartbeat) } } },
    ],
  };
  if (at(run, moment).leaders[0] !== leader) return null;
  const reign = longestReign(run, leader, moment, until);
  const elections = countElections(run, moment, until);
  const parts = all(
    one('elections', ELECTIONS, isNumber(elections)),
    one('reign', REIGNS, isNumber(Math.floor(reign / 1000))),
  );
  if (parts === null) return null;
  return {
    run,
    moment,
    play: { run, from: moment, until },
    parts,
    facts: {
      leader: S(leader),
      heartbeat: N(heartbeat),
      elections: N(elections),
      reign: N(Math.floor(reign / 1000)),
      min: N(150),
      max: N(300),
      seconds: N(4),
    },
    outcome: elections === 0 ? 'calm' : 'restless',
    rule: 'heartbeat',
    section: '§5.2, §5.6',
    change: {
      run: also(run, moment, {
        type: 'setTiming',
        timing: { electionMin: ms(4 * heartbeat), electionMax: ms(8 * heartbeat), heartbeat: ms(heartbeat) },
      }),
      time: moment,
    },
  };
}

/** The longest time that one server led without a break, within a stretch of time. */
function longestReign(run: Run, leader: number, from: Microseconds, until: Microseconds): Microseconds {
  const begun = new Map([[leader, from]]);
  let longest = 0;
  const end = (id: number, time: Microseconds) => {
    const since = begun.get(id);
    if (since !== undefined) longest = Math.max(longest, time - since);
    begun.delete(id);
  };
  for (const { server, before, after, at: time } of between(run, from, until)) {
    if (server === null || before?.role === after?.role) continue;
    if (after?.role === 'leader') begun.set(server, time);
    else if (before?.role === 'leader') end(server, time);
  }
  for (const id of [...begun.keys()]) end(id, until);
  return longest;
}
