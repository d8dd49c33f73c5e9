/** Challenges about commitment: what is safe, when, and who knows (§5.3, §5.4.2). */
import {
  compact,
  crash,
  cut,
  delay,
  directions,
  expireTimer,
  FIGURE_8,
  figure8,
  figure8Commit,
  heal,
  liveConfig,
  partition,
  put,
  restart,
} from '../../scenarios';
import { type Action, createRun, type Run, type Span } from '../../sim';
import { COUNT, N, S, TEXT } from '../../stories';
import { all, along, type Challenge, isWord, numbers, one, several, WORD, which, yesOrNo } from '../challenge';
import { also, at, commits, fires, first, fork, ms, serversBut, wins, withOptions } from '../watch';

const setDisk = (server: number, milliseconds: number): Action => {
  const latency: Span = { min: ms(milliseconds), max: ms(milliseconds) };
  return { type: 'setDisk', server, latency };
};

/** Answers leave before the disk has what they promise. */
export const lostTail: Challenge = {
  id: 'lost-tail',
  logs: true,
  client: false,
  draw: (dice) => {
    const [leader, one_, two, ...others] = dice.shuffle(serversBut(5));
    const wanted = dice.turn(['gone', 'kept', 'luck'] as const);
    const isOff = wanted !== 'kept';
    const slow = wanted === 'luck' ? [one_] : [one_, two];
    const run = {
      ...createRun(dice.runSeed, liveConfig(5, { off: isOff ? ['ackBeforeFsync'] : [] })),
      actions: directions(
        [20, expireTimer(leader)],
        [110, put('x', '1', leader)],
        [190, partition([leader, one_, two], others)],
        ...slow.map((id) => [191, setDisk(id, isOff ? 120 : 12)] as const),
        [205, put('y', '2', leader)],
        [285, crash(leader)],
        [286, crash(one_)],
        [287, crash(two)],
        ...slow.map((id) => [288, setDisk(id, 1)] as const),
        [292, restart(one_)],
        [293, restart(two)],
        [295, heal()],
      ),
    };
    const told = first(run, ms(200), ms(285), commits(3, leader));
    const moment = ms(296);
    const still = at(run, moment);
    const won = first(run, moment, ms(1500), wins());
    if (told === null || won === null || won.server === null || still.term !== 1) return null;
    const survives = won.after?.log.index !== undefined && at(run, won.at - 1).log(won.server)[2] === 1;
    if (isOff && survives !== (wanted === 'luck')) return null;
    const parts = all(which('leader', serversBut(5, leader), won.server), yesOrNo('survives', survives));
    if (parts === null) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until: won.at + ms(40) },
      parts,
      ask: isOff ? 'off' : 'on',
      facts: {
        leader: S(leader),
        two: S(...[one_, two].sort((a, b) => a - b)),
        slow: S(...slow.slice().sort((a, b) => a - b)),
        entry: N(3),
        winner: S(won.server),
      },
      outcome: survives ? (isOff ? 'luck' : 'kept') : 'gone',
      rule: 'persistBeforeSend',
      change: { run: withOptions(run, { off: isOff ? [] : ['ackBeforeFsync'] }), time: ms(200) },
    };
  },
};

/** A leader that has been replaced and does not know it, with answers still on their way to it. */
export const deposedLeader: Challenge = {
  id: 'deposed-leader',
  logs: true,
  client: false,
  draw: (dice) => {
    const [leader, one_, two, ...others] = dice.shuffle(serversBut(5));
    const wanted = dice.turn(['late', 'overtaken', 'alone', 'late', 'overtaken'] as const);
    const isAlone = wanted === 'alone';
    const slow = [dice.int(9, 18) * 10, dice.int(9, 18) * 10];
    const next = isAlone ? others[0] : one_;
    const run = {
      ...createRun(dice.runSeed, liveConfig()),
      actions: directions(
        [20, expireTimer(leader)],
        [110, put('x', '1', leader)],
        [190, delay(one_, leader, slow[0])],
        [190, delay(two, leader, slow[1])],
        ...others.map((id) => [191, cut(leader, id)] as const),
        ...others.map((id) => [191, delay(id, leader, 170)] as const),
        ...(isAlone ? [[191, cut(leader, two)] as const] : []),
        [200, put('y', '2', leader)],
        [252, expireTimer(next)],
      ),
    };
    const won = first(run, ms(250), ms(310), wins(next));
    if (won === null) return null;
    const moment = won.at;
    const still = at(run, moment);
    if (still.leaders.length !== 2 || still.server(leader).commitIndex !== 2) return null;
    const decided = first(
      run,
      moment,
      ms(600),
      (transition, cluster) =>
        commits(3, leader)(transition, cluster) ||
        (transition.server === leader && transition.after?.role !== 'leader'),
    );
    if (decided === null) return null;
    const isDone = decided.after?.role === 'leader';
    if (isDone !== (wanted === 'late')) return null;
    const parts = all(
      yesOrNo('commits', isDone),
      yesOrNo('holds', still.log(next).length >= 3 && still.log(next)[2] === 1),
    );
    if (parts === null) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until: decided.at },
      parts,
      facts: {
        leader: S(leader),
        next: S(next),
        entry: N(3),
        old: N(1),
        newTerm: N(2),
        stored: S(...still.holders(3, 1)),
      },
      outcome: isDone ? 'late' : isAlone ? 'alone' : 'overtaken',
      rule: isDone ? 'commitByCounting' : 'leaderStepsDown',
      section: '§5.1, §5.4.3',
      change: fork(run, moment, crash(next)),
      select: leader,
    };
  },
};

/** The servers of a recorded run under other names. */
function renamed(run: Run, name: (id: number) => number): Run {
  const actions = run.actions.map(({ at: time, action }) => {
    const changed: Record<string, unknown> = { ...action };
    if ('server' in action) changed.server = name(action.server);
    if ('groups' in action) changed.groups = action.groups.map((group) => group.map(name));
    if ('to' in action && action.to !== null) changed.to = name(action.to);
    return { at: time, action: changed as unknown as Action };
  });
  return { ...run, actions };
}

/** An entry of an older term is on a majority. */
export const figureEight: Challenge = {
  id: 'figure-8',
  logs: true,
  client: false,
  draw: (dice) => {
    const names = dice.shuffle(serversBut(5));
    const name = (id: number) => names[id - 1];
    const ending = dice.turn(['overwritten', 'committed', 'off'] as const);
    const offset = dice.int(0, 3);
    const source = ending === 'committed' ? figure8Commit : figure8;
    const moved = renamed(source.run, name);
    const config = {
      ...moved.config,
      initial: serversBut(5).map(() => ({ currentTerm: 1 + offset, votedFor: name(1), log: [1 + offset] })),
      options: { ...moved.config.options, off: ending === 'off' ? (['commitOldTerm'] as const) : [] },
    };
    const run = { ...moved, config };
    const moment = ending === 'committed' ? ms(396) : ms(398);
    const { until } = source;
    const still = at(run, moment);
    const [leader, last] = [name(1), name(5)];
    const old = 2 + offset;
    if (still.leaders[0] !== leader || still.holders(2, old).length !== 3) return null;
    const end = at(run, until);
    const committed = still.server(leader).commitIndex >= 2;
    const survives = end.holders(2, old).length >= end.majority;
    const parts = all(yesOrNo('committed', committed), yesOrNo('survives', survives));
    if (parts === null) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until },
      parts,
      ask: ending,
      facts: {
        leader: S(leader),
        last: S(last),
        entry: N(2),
        holders: COUNT(3),
        all: COUNT(5),
        old: N(old),
        term: N(4 + offset),
        between: N(3 + offset),
      },
      outcome: ending,
      rule: ending === 'off' ? 'commitByCounting' : 'holdBackOldTerm',
      section: '§5.4.2, Figure 8',
      change: { run: withOptions(run, { off: ending === 'off' ? [] : ['commitOldTerm'] }), time: FIGURE_8.b },
    };
  },
};

/** A new leader has all entries, and its commitIndex stands still. */
export const silentLeader: Challenge = {
  id: 'silent-leader',
  logs: true,
  client: false,
  draw: (dice) => {
    const [leader, next] = dice.shuffle(serversBut(5));
    const noop = dice.turn([false, true]);
    const writes = dice.int(1, 3);
    const first_ = noop ? 1 : 0;
    const begin: Run = {
      ...createRun(dice.runSeed, liveConfig(5, { noop })),
      actions: directions(
        [20, expireTimer(leader)],
        ...numbers(1, writes).map((n) => [110 + 4 * n, put('x', String(n), leader)] as const),
      ),
    };
    const last = first_ + writes;
    const told = first(begin, ms(100), ms(300), commits(last, leader));
    if (told === null) return null;
    const crashed = also(begin, told.at + 1, crash(leader));
    const stood = also(crashed, told.at + ms(35), expireTimer(next));
    const won = first(stood, told.at, told.at + ms(120), wins(next));
    if (won === null) return null;
    const moment = won.at;
    const run = also(stood, moment + ms(300), put('y', '9', next));
    const still = at(run, moment);
    const own = still.server(next).commitIndex;
    if (own >= last || still.log(next).length !== last + first_) return null;
    const until = moment + ms(480);
    const quiet = at(run, moment + ms(299)).server(next).commitIndex;
    const after = at(run, until).server(next).commitIndex;
    const range = [...still.log(next), ...numbers(still.log(next).length + 1, last + 2).map(() => 0)];
    const parts = all(along('quiet', range, 'commit', own, quiet), along('after', range, 'commit', own, after));
    if (parts === null) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until },
      parts,
      ask: noop ? 'noop' : 'plain',
      facts: {
        leader: S(leader),
        next: S(next),
        own: N(own),
        wait: N(300),
        last: N(last),
        quiet: N(quiet),
        after: N(after),
        term: N(still.server(next).currentTerm),
      },
      outcome: noop ? 'noop' : 'plain',
      rule: noop ? 'appendNoop' : 'holdBackOldTerm',
      section: noop ? '§8; D§6.4' : '§5.4.2; §8',
      change: {
        run: withOptions({ ...run, actions: run.actions.slice(0, -1) }, { noop: !noop }),
        time: told.at + ms(34),
      },
      select: next,
    };
  },
};

/** Five links, five latencies. */
export const whoseAnswer: Challenge = {
  id: 'whose-answer',
  logs: true,
  client: false,
  draw: (dice) => {
    const servers = dice.turn([5, 5, 7, 3]);
    const [leader, ...followers] = dice.shuffle(serversBut(servers));
    const trips = dice.shuffle([12, 20, 28, 36, 44, 52, 60, 68]);
    const down = servers > 3 && dice.turn([false, true]) ? followers.slice(0, 1) : [];
    const run = {
      ...createRun(dice.runSeed, liveConfig(servers)),
      actions: directions(
        [20, expireTimer(leader)],
        ...followers.flatMap((id, i) => [
          [150, delay(leader, id, trips[i])] as const,
          [150, delay(id, leader, trips[i])] as const,
        ]),
        ...down.map((id) => [320, crash(id)] as const),
        [450, put('x', '1', leader)],
      ),
    };
    const taken = first(run, ms(450), ms(500), fires('acceptCommand', leader));
    if (taken === null) return null;
    const moment = taken.at + 1;
    const done = first(run, moment, ms(700), commits(2, leader));
    const from = done?.flight?.packet.from ?? null;
    const alive = serversBut(servers, leader, ...down);
    const still = at(run, moment);
    if (done === null || still.leaders[0] !== leader || still.term !== 1) return null;
    const parts = all(which('server', alive, from));
    if (parts === null || from === null) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until: done.at },
      parts,
      ask: down.length > 0 ? 'crashed' : 'all',
      facts: {
        leader: S(leader),
        down: S(...down),
        all: COUNT(servers),
        majority: COUNT(still.majority),
        others: COUNT(still.majority - 1),
        server: S(from),
        trip: N(2 * trips[followers.indexOf(from)]),
      },
      outcome: down.length > 0 ? 'crashed' : 'all',
      rule: 'commitByCounting',
      change: fork(run, moment, crash(from)),
      notes: {
        type: 'roundTrips',
        values: serversBut(servers).map((id) => (alive.includes(id) ? 2 * trips[followers.indexOf(id)] : null)),
      },
      select: leader,
    };
  },
};

const KEPT = ['term', 'vote', 'log', 'commitIndex', 'lastApplied', 'role'] as const;

/** All servers crash and come back. */
export const everybodyOff: Challenge = {
  id: 'everybody-off',
  logs: true,
  client: false,
  draw: (dice) => {
    const leader = dice.int(1, 5);
    const writes = dice.int(2, 4);
    const noop = dice.turn([true, false]);
    const hasSnapshot = dice.turn([false, false, true]);
    const run = {
      ...createRun(dice.runSeed, liveConfig(5, { noop })),
      actions: directions(
        [20, expireTimer(leader)],
        ...numbers(1, writes).map((n) => [90 + 40 * n, put('x', String(n), leader)] as const),
        ...(hasSnapshot ? serversBut(5).map((id) => [195, compact(id)] as const) : []),
        ...serversBut(5).map((id) => [400, crash(id)] as const),
        ...serversBut(5).map((id) => [430, restart(id)] as const),
        [1100, put('y', '9')],
      ),
    };
    const moment = ms(399);
    const still = at(run, moment);
    const risen = at(run, ms(431));
    const before = still.server(leader);
    const back = risen.server(leader);
    const apply = first(run, ms(431), ms(2500), ({ events }) => events.some(({ type }) => type === 'apply'));
    // What is in the snapshot is no longer in the log.
    const terms = still.log(leader);
    const inSnapshot = numbers(terms.length + 1, before.log.index).map(() => before.snapshot?.last.term ?? 0);
    if (apply === null || before.role !== 'leader' || before.commitIndex !== writes + (noop ? 1 : 0)) return null;
    if (hasSnapshot === (back.snapshot === null) || (back.snapshot?.last.index ?? 0) >= before.commitIndex) return null;
    const isKept = {
      term: back.currentTerm === before.currentTerm,
      vote: back.votedFor === before.votedFor,
      log: risen.log(leader).join() === still.log(leader).join(),
      commitIndex: back.commitIndex === before.commitIndex,
      lastApplied: back.lastApplied === before.lastApplied,
      role: back.role === before.role,
    };
    const reason = apply.rules.includes('restartFromDisk')
      ? 'restart'
      : apply.rules.includes('winElection')
        ? 'election'
        : 'ownEntry';
    const parts = all(
      several('kept', KEPT.map(WORD), (_, i) => isKept[KEPT[i]]),
      along('commit', [...inSnapshot, ...terms], 'commit', 0, back.commitIndex),
      one('apply', ['restart', 'election', 'ownEntry'].map(WORD), isWord(reason)),
    );
    if (parts === null) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until: apply.at },
      parts,
      ask: hasSnapshot ? 'snapshot' : 'plain',
      facts: {
        leader: S(leader),
        commit: N(before.commitIndex),
        base: N(back.commitIndex),
        first: S(apply.server ?? 0),
        term: N(apply.after?.currentTerm ?? 0),
        write: TEXT('y←9'),
      },
      outcome: `${hasSnapshot ? 'snapshot' : 'plain'}${noop ? '' : 'Quiet'}`,
      rule: 'restartFromDisk',
      section: 'Figure 2, State',
      change: { run: withOptions(run, { noop: !noop }), time: moment },
      select: leader,
    };
  },
};

export { safeToApply } from '../safety';
