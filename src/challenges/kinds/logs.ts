/** Challenges about logs: which can be, which can follow, what mends them (§5.3). */
import {
  compact,
  crash,
  cut,
  delay,
  directions,
  expireTimer,
  isolate,
  liveConfig,
  put,
  rejoin,
  repair,
  restart,
} from '../../scenarios';
import { createRun, type Microseconds, type Run } from '../../sim';
import { N, S } from '../../stories';
import {
  all,
  along,
  type Challenge,
  type Choice,
  howMany,
  isWord,
  one,
  type Situation,
  type Stretch,
  several,
  WORD,
  yesOrNo,
} from '../challenge';
import type { Dice } from '../dice';
import { historyOf, isLegalLog, isPossiblePair, makes } from '../pairs';
import { at, between, first, fork, ms, serversBut } from '../watch';

/** A log whose terms do not fall. */
function grown(dice: Dice, from: readonly number[], length: number, top: number): number[] {
  const log = from.slice();
  while (log.length < length) log.push(Math.min(top, Math.max(1, (log.at(-1) ?? 1) + dice.pick([0, 0, 1, 1, 2]))));
  return log;
}

/** Four logs of one server: which can it have? */
export const legalLogs: Challenge = {
  id: 'legal-logs',
  logs: true,
  client: false,
  draw: (dice) => {
    const right = dice.turn([2, 1, 3]);
    const logs = Array.from({ length: 4 }, (_, i) => {
      const log = grown(dice, [dice.int(1, 3)], dice.int(4, 6), 7);
      return i < right ? log : spoilt(dice, log);
    });
    if (new Set(logs.map((log) => log.join())).size < 4 || logs.filter(isLegalLog).length !== right) return null;
    return judged(dice, 'logs', logs, (log) => {
      if (!isLegalLog(log)) return null;
      const made = historyOf(log, [], (log.at(-1) ?? 0) + 1);
      return makes(made, log, []) ? made : null;
    });
  },
};

/** A log with a hole, or with a term that is older than the one before it. */
function spoilt(dice: Dice, log: readonly number[]): number[] {
  const at_ = dice.int(1, log.length - 2);
  const copy = log.slice();
  if (dice.chance(40)) copy[at_] = 0;
  else [copy[at_], copy[at_ + 1]] = [copy[at_ + 1] + 1, copy[at_]];
  return copy;
}

/** Asks of each log whether it can be; those that can have a history that makes them. */
function judged(
  dice: Dice,
  outcome: string,
  logs: readonly (readonly number[])[],
  history: (log: readonly number[]) => Stretch | null,
  facts: Situation['facts'] = {},
  shown: { readonly run: Run; readonly moment: Microseconds } | null = null,
): Situation | null {
  const choices = dice.shuffle(logs).map((terms): Choice => ({ type: 'log', terms, made: history(terms) }));
  const part = several(outcome, choices, (choice) => choice.type === 'log' && choice.made !== null, 'each');
  const [right] = part.answer.map((place) => choices[place]);
  if (right?.type !== 'log' || right.made === null) return null;
  const { made } = right;
  return {
    run: shown?.run ?? made.run,
    moment: shown?.moment ?? 0,
    play: made,
    parts: [part],
    facts,
    outcome,
    rule: 'failConsistencyCheck',
    section: '§5.3',
    change: { run: made.run, time: made.until },
  };
}

/** Logs of followers of a leader that has just won. */
export const possibleFollowers: Challenge = {
  id: 'possible-followers',
  logs: true,
  client: false,
  draw: (dice) => {
    const leader = grown(dice, [1], dice.int(6, 8), 6);
    const term = (leader.at(-1) ?? 0) + dice.int(1, 2);
    if (new Set(leader).size < 3 || term > 8) return null;
    const logs = dice.shuffle(Array.from({ length: 24 }, () => varied(dice, leader, term)));
    const isRight = (log: readonly number[]) => isPossiblePair(leader, log, term);
    const right = dice.turn([2, 3, 1]);
    const chosen = [
      ...logs.filter(isRight).slice(0, right),
      ...logs.filter((log) => !isRight(log)).slice(0, 4 - right),
    ];
    const isOwn = chosen.some((log) => log.join() === leader.join() || log.length < 2 || log.length > 10);
    if (chosen.length < 4 || isOwn || new Set(chosen.map((log) => log.join())).size < 4) return null;
    const alone = historyOf(leader, [], term);
    return judged(
      dice,
      'followers',
      chosen,
      (log) => {
        const made = historyOf(leader, log, term);
        return isRight(log) && makes(made, leader, log) ? made : null;
      },
      { leader: S(1), follower: S(2), term: N(term) },
      { run: alone.run, moment: alone.until },
    );
  },
};

/** The leader's log, shorter, longer, or with other terms. */
function varied(dice: Dice, leader: readonly number[], term: number): number[] {
  const kept = leader.slice(0, dice.int(1, leader.length));
  const last = kept.at(-1) ?? 1;
  switch (dice.int(0, 4)) {
    case 0:
      return kept;
    case 1:
      return [...kept, ...Array.from({ length: dice.int(1, 2) }, () => Math.min(term - 1, last + dice.int(0, 2)))];
    case 2:
      return [...kept, ...Array.from({ length: dice.int(1, 3) }, () => last)];
    case 3:
      return grown(dice, kept.slice(0, -1), kept.length + 1, term - 1);
    default:
      return kept.map((own, i) => (i === kept.length - 1 ? own + 1 : own));
  }
}

/** nextIndex is wrong: too large after an election, too small where answers got lost. */
export const wrongNextIndex: Challenge = {
  id: 'wrong-next-index',
  logs: true,
  client: false,
  draw: (dice) => {
    const wanted = dice.turn(['large', 'small', 'diverged'] as const);
    return wanted === 'small' ? tooSmall(dice) : tooLarge(dice, wanted === 'diverged');
  },
};

function tooSmall(dice: Dice): Situation | null {
  const [leader, follower] = dice.shuffle(serversBut(5));
  const writes = dice.int(1, 3);
  const back = 260 + 40 * writes;
  const run = {
    ...createRun(dice.runSeed, liveConfig()),
    actions: directions(
      [20, expireTimer(leader)],
      [110, put('x', '1', leader)],
      [200, cut(follower, leader)],
      ...Array.from({ length: writes }, (_, i) => [205 + 40 * i, put('y', String(i + 1), leader)] as const),
      [back, repair(follower, leader)],
    ),
  };
  return asked(run, ms(back) - 1, leader, follower, 'small');
}

function tooLarge(dice: Dice, isDiverged: boolean): Situation | null {
  const [old, leader, follower, ...rest] = dice.shuffle(serversBut(5));
  const late = isDiverged ? old : follower;
  const missed = dice.int(1, 3);
  const extra = dice.int(1, 2);
  const run = {
    ...createRun(dice.runSeed, liveConfig(5, { noop: false })),
    actions: directions(
      [20, expireTimer(old)],
      [110, put('x', '1', old)],
      [190, isolate(late)],
      ...(isDiverged
        ? [
            ...Array.from({ length: extra }, (_, i) => [195 + 5 * i, put('z', String(i + 5), old)] as const),
            [260, crash(old)] as const,
            [265, expireTimer(rest[0])] as const,
            ...Array.from({ length: missed }, (_, i) => [340 + 5 * i, put('y', String(i + 1), rest[0])] as const),
            [425, crash(rest[0])] as const,
          ]
        : [
            ...Array.from({ length: missed }, (_, i) => [195 + 5 * i, put('y', String(i + 1), old)] as const),
            [265, crash(follower)] as const,
            [290, crash(old)] as const,
          ]),
      [430, expireTimer(leader)],
      [505, restart(late)],
      [506, rejoin(late)],
    ),
  };
  return asked(run, ms(507), leader, late, isDiverged ? 'diverged' : 'large');
}

/** From here until the logs agree: how often does the follower refuse, and what does it delete? */
function asked(run: Run, moment: Microseconds, leader: number, follower: number, outcome: string): Situation | null {
  const still = at(run, moment);
  const last = still.server(leader).log.index;
  const isLeader = still.leaders.length === 1 && still.leaders[0] === leader;
  const match = first(
    run,
    moment,
    moment + ms(900),
    (_, { hosts }) => hosts[leader - 1].server.matchIndex[follower] === last,
  );
  if (!isLeader || match === null || at(run, match.at).leaders[0] !== leader) return null;
  const seen = between(run, moment, match.at).filter(({ server }) => server === follower);
  const refusals = seen.filter(({ rules }) => rules.includes('failConsistencyCheck')).length;
  const next = still.server(leader).nextIndex[follower];
  const own = still.server(follower).log.index;
  const deletes = seen.some(({ rules }) => rules.includes('truncateConflict'));
  const parts = all(howMany('refusals', 0, 5, refusals), yesOrNo('deletes', deletes));
  const isSmall = outcome === 'small' && next <= own;
  if (parts === null || (outcome === 'small' ? !isSmall : next <= own && outcome === 'large')) return null;
  return {
    run,
    moment,
    play: { run, from: moment, until: match.at },
    parts,
    facts: { leader: S(leader), follower: S(follower), next: N(next), last: N(own), refusals: N(refusals) },
    outcome,
    rule: outcome === 'small' ? 'keepEntries' : 'stepBack',
    change: {
      run: { ...run, config: { ...run.config, options: { ...run.config.options, conflictHint: true } } },
      time: moment,
    },
    select: leader,
  };
}

/** An older, shorter AppendEntries arrives after a newer one. */
export const repeatedNetwork: Challenge = {
  id: 'repeated-network',
  logs: true,
  client: false,
  draw: (dice) => {
    const [leader, follower] = dice.shuffle(serversBut(3));
    const more = dice.int(1, 3);
    const isOff = dice.turn([false, true, false]);
    const run = {
      ...createRun(dice.runSeed, liveConfig(3, { off: isOff ? ['overTruncate'] : [] })),
      actions: directions(
        [20, expireTimer(leader)],
        [95, delay(leader, follower, 150)],
        [100, put('x', '1', leader)],
        [125, delay(leader, follower, 5)],
        ...Array.from({ length: more }, (_, i) => [130 + 4 * i, put('y', String(i + 2), leader)] as const),
      ),
    };
    const late = first(
      run,
      ms(200),
      ms(330),
      ({ kind, flight }) =>
        kind === 'deliver' &&
        flight?.packet.type === 'AppendEntries' &&
        flight.packet.to === follower &&
        flight.arrivesAt - flight.sentAt > ms(100),
    );
    if (late?.flight?.packet.type !== 'AppendEntries') return null;
    const moment = late.at - ms(6);
    const still = at(run, moment);
    const { prevLogIndex, entries } = late.flight.packet;
    const own = still.server(follower).log.index;
    const upTo = prevLogIndex + entries.length;
    const length = at(run, late.at).server(follower).log.index;
    if (still.leaders[0] !== leader || entries.length === 0 || own <= upTo || own !== 2 + more) return null;
    const parts = all(along('length', still.log(follower), 'end', 0, length));
    if (parts === null) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until: late.at + ms(1) },
      parts,
      ask: isOff ? 'off' : 'on',
      facts: { leader: S(leader), follower: S(follower), last: N(own), upTo: N(upTo), length: N(length) },
      outcome: isOff ? 'cut' : 'kept',
      rule: isOff ? 'truncateConflict' : 'keepEntries',
      section: 'Figure 2, AppendEntries 3; §5.3',
      change: {
        run: {
          ...run,
          config: { ...run.config, options: { ...run.config.options, off: isOff ? [] : ['overTruncate'] } },
        },
        time: moment,
      },
      select: follower,
    };
  },
};

/** A follower comes back to a leader whose log begins after a snapshot. */
export const snapshotGap: Challenge = {
  id: 'snapshot-gap',
  logs: true,
  client: false,
  draw: (dice) => {
    const [leader, follower] = dice.shuffle(serversBut(3));
    const early = dice.int(1, 2);
    const writes = dice.int(2, 4);
    const isEarly = dice.turn([false, true, false]);
    const crashAt = 190 + 40 * early;
    const run = {
      ...createRun(dice.runSeed, liveConfig(3)),
      actions: directions(
        [20, expireTimer(leader)],
        ...Array.from({ length: early }, (_, i) => [100 + 40 * i, put('x', String(i + 1), leader)] as const),
        ...(isEarly ? [[crashAt - 5, compact(leader)] as const] : []),
        [crashAt, crash(follower)],
        ...Array.from({ length: writes }, (_, i) => [crashAt + 20 + 45 * i, put('y', String(i + 3), leader)] as const),
        ...(isEarly ? [] : [[crashAt + 45 * writes - 15, compact(leader)] as const]),
        [crashAt + 260, restart(follower)],
      ),
    };
    const moment = ms(crashAt + 261);
    const still = at(run, moment);
    const { snapshot, log } = still.server(leader);
    const changed = first(
      run,
      moment,
      moment + ms(900),
      ({ server, before, after }) => server === follower && before?.log !== after?.log,
    );
    const type = changed?.flight?.packet.type;
    if (still.leaders[0] !== leader || snapshot === null || changed === null || type === undefined) return null;
    const whole = first(
      run,
      moment,
      moment + ms(1200),
      (_, { hosts }) => hosts[follower - 1].server.log.index === log.index,
    );
    const gap = still.server(follower).log.index < snapshot.last.index;
    if (whole === null || gap === isEarly) return null;
    const base = at(run, whole.at).server(follower).snapshot?.last.index ?? 0;
    const parts = all(
      one('rpc', [WORD('AppendEntries'), WORD('InstallSnapshot'), WORD('RequestVote')], isWord(type)),
      howMany('first', 1, log.index, base + 1),
    );
    if (parts === null) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until: whole.at },
      parts,
      facts: {
        leader: S(leader),
        follower: S(follower),
        base: N(snapshot.last.index),
        last: N(still.server(follower).log.index),
        needed: N(still.server(follower).log.index + 1),
      },
      outcome: gap ? 'gap' : 'reaches',
      rule: gap ? 'sendSnapshot' : 'sendEntries',
      change: fork(run, moment, put('z', '9', leader)),
      select: leader,
    };
  },
};
