/** Challenges about elections: who stands, who votes, who wins (§5.2, §5.4.1). */
import { crash, directions, expireTimer, isolate, liveConfig, partition, put, rejoin, restart } from '../../scenarios';
import { createRun } from '../../sim';
import { COUNT, N, S } from '../../stories';
import { all, type Challenge, howMany, which, yesOrNo } from '../challenge';
import { at, between, first, fork, ms, serversBut, stands, timers, votesFor, wins, withOptions } from '../watch';

/** The leader is gone: whose timer runs out first, and is that enough? */
export const firstCandidate: Challenge = {
  id: 'first-candidate',
  logs: true,
  client: false,
  draw: (dice) => {
    const leader = dice.int(1, 5);
    const [late] = dice.shuffle(serversBut(5, leader));
    const isLate = dice.turn([false, true, true]);
    const crashAt = dice.int(262, 320);
    const run = {
      ...createRun(dice.runSeed, liveConfig()),
      actions: directions(
        [20, expireTimer(leader)],
        [120, put('x', '1', leader)],
        [200, put('y', '2', leader)],
        ...(isLate
          ? ([
              [190, isolate(late)],
              [crashAt + 1, rejoin(late)],
            ] as const)
          : []),
        [crashAt, crash(leader)],
      ),
    };
    const moment = ms(crashAt + 30);
    const stood = first(run, ms(60), ms(1600), stands());
    const won = first(run, moment, ms(1600), wins());
    if (stood === null || won === null || stood.at <= moment) return null;
    const still = at(run, moment);
    if (!still.crashed.includes(leader) || still.server(leader).currentTerm !== 1) return null;
    const [soonest, second] = timers(still);
    const isWon = won.server === stood.server && won.after?.currentTerm === stood.after?.currentTerm;
    const isBehind = isLate && stood.server === late;
    // A near tie is a challenge of its own.
    if (isWon ? second.at - soonest.at < ms(35) || isBehind : !isBehind || second.at - soonest.at < ms(25)) return null;
    const parts = all(which('first', serversBut(5, leader), stood.server), yesOrNo('wins', isWon));
    if (parts === null) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until: won.at },
      parts,
      facts: {
        leader: S(leader),
        term: N(1),
        first: S(stood.server ?? 0),
        winner: S(won.server ?? 0),
        newTerm: N(won.after?.currentTerm ?? 0),
        second: S(second.id),
      },
      outcome: isWon ? 'wins' : 'behind',
      rule: isWon ? 'beginElection' : 'refuseStaleLog',
      change: fork(run, moment, expireTimer(second.id)),
      notes: { type: 'timers' },
    };
  },
};

/** Two timers run out within one network delay. */
export const nearTie: Challenge = {
  id: 'near-tie',
  logs: false,
  client: false,
  draw: (dice) => {
    const leader = dice.int(1, 5);
    const crashAt = dice.int(120, 300);
    const run = {
      ...createRun(dice.runSeed, liveConfig()),
      actions: directions([20, expireTimer(leader)], [crashAt, crash(leader)]),
    };
    const moment = ms(crashAt + 30);
    const still = at(run, moment);
    const [one, two, three] = timers(still);
    if (still.term !== 1 || still.server(leader).currentTerm !== 1) return null;
    if (two.at - one.at > ms(9) || three.at - one.at < ms(45)) return null;
    const won = first(run, moment, ms(2500), wins());
    const term = won?.after?.currentTerm ?? 0;
    const parts = all(howMany('term', 2, 5, term));
    // Both ends of the story are as frequent.
    if (won === null || parts === null || term > 2 !== dice.turn([false, true])) return null;
    // Both stand in the next term; if nobody wins it they have two votes each.
    const seen = between(run, moment, won.at);
    const both = [one.id, two.id].every((id) => seen.some((each) => stands(id)(each, still.cluster)));
    const isTie = [one.id, two.id].every((id) => votesFor(id, 2, seen) === 2);
    if (!both || (term > 2 && !isTie)) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until: won.at },
      parts,
      facts: {
        leader: S(leader),
        both: S(...[one.id, two.id].sort((a, b) => a - b)),
        gap: N(Math.max(1, Math.round((two.at - one.at) / 1000))),
        winner: S(won.server ?? 0),
        newTerm: N(term),
        votes: COUNT(votesFor(won.server ?? 0, term, seen)),
        majority: COUNT(still.majority),
        second: S(two.id),
      },
      outcome: term === 2 ? 'won' : 'split',
      rule: term === 2 ? 'grantVote' : 'electAgain',
      change: fork(run, moment, expireTimer(two.id)),
      notes: { type: 'timers' },
    };
  },
};

/** A server that missed an entry stands first. */
export const shortLog: Challenge = {
  id: 'short-log',
  logs: true,
  client: false,
  draw: (dice) => {
    const leader = dice.int(1, 5);
    const others = dice.shuffle(serversBut(5, leader));
    const lacking = others.slice(0, dice.turn([1, 3, 2]));
    const [stale] = lacking;
    const [holder] = others.slice(lacking.length);
    const run = {
      ...createRun(dice.runSeed, liveConfig()),
      actions: directions(
        [20, expireTimer(leader)],
        [110, put('x', '1', leader)],
        ...lacking.map((id) => [190, isolate(id)] as const),
        [205, put('y', '2', leader)],
        [250, crash(leader)],
        ...lacking.map((id) => [251, rejoin(id)] as const),
        [275, expireTimer(stale)],
      ),
    };
    const moment = ms(274);
    const still = at(run, moment);
    const last = still.server(leader).log.index;
    const has = (id: number) => still.server(id).log.index === last;
    if (still.term !== 1 || last !== 3 || lacking.some(has) || others.filter(has).length !== 4 - lacking.length) {
      return null;
    }
    const won = first(run, moment, ms(2000), wins());
    const term = won?.after?.currentTerm ?? 0;
    if (won === null || (won.server === stale && term !== 2)) return null;
    const votes = votesFor(stale, 2, between(run, moment, won.at + ms(60)));
    const parts = all(howMany('votes', 1, 4, votes), which('leader', serversBut(5, leader), won.server));
    if (parts === null) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until: won.at + ms(won.server === stale ? 25 : 0) },
      parts,
      facts: {
        leader: S(leader),
        stale: S(stale),
        entry: N(last),
        votes: COUNT(votes),
        majority: COUNT(still.majority),
        winner: S(won.server ?? 0),
        newTerm: N(term),
        holder: S(holder),
        holders: COUNT(others.filter(has).length + 1),
        all: COUNT(5),
      },
      outcome: won.server === stale ? 'minority' : 'refused',
      rule: 'refuseStaleLog',
      change: fork(run, moment, expireTimer(holder)),
    };
  },
};

/** A vote that is not on disk: after a restart it is given again. */
export const forgottenVote: Challenge = {
  id: 'forgotten-vote',
  logs: false,
  client: false,
  draw: (dice) => {
    const [leader, second, ...rest] = dice.shuffle(serversBut(5));
    const voters = rest.slice(dice.int(0, 1));
    const fresh = serversBut(5, leader, second, ...voters);
    const forget = dice.shuffle(voters).slice(0, dice.int(1, voters.length));
    const wanted = dice.turn(['two', 'enough', 'kept', 'two', 'kept'] as const);
    const isOff = wanted !== 'kept';
    const off = isOff ? (['noPersistVote'] as const) : [];
    const run = {
      ...createRun(dice.runSeed, liveConfig(5, { noop: false, off })),
      actions: directions(
        [5, partition([leader, ...voters], [second, ...fresh])],
        [20, expireTimer(leader)],
        ...forget.map((id) => [70, crash(id)] as const),
        ...forget.map((id) => [80, restart(id)] as const),
        [85, partition([leader], serversBut(5, leader))],
        [90, expireTimer(second)],
      ),
    };
    const moment = ms(89);
    const still = at(run, moment);
    const isSet = still.leaders[0] === leader && still.server(second).currentTerm === 0 && still.crashed.length === 0;
    if (!isSet) return null;
    const won = first(run, moment, ms(150), wins(second));
    const until = won?.at ?? ms(150);
    const leaders = between(run, 0, until).filter(
      ({ rules, after }) => rules.includes('winElection') && after?.currentTerm === 1,
    ).length;
    const votes = votesFor(second, 1, between(run, moment, ms(150)));
    const parts = all(howMany('votes', 1, 5, votes), howMany('leaders', 0, 2, leaders));
    if (parts === null || (isOff && leaders > 1 !== (wanted === 'two'))) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until: won === null ? until : won.at + ms(30) },
      parts,
      ask: isOff ? 'off' : 'on',
      facts: {
        leader: S(leader),
        second: S(second),
        forget: S(...forget.slice().sort((a, b) => a - b)),
        votes: COUNT(votes),
        majority: COUNT(still.majority),
        leaders: COUNT(leaders),
        term: N(1),
      },
      outcome: !isOff ? 'kept' : leaders > 1 ? 'two' : 'enough',
      rule: 'persistBeforeSend',
      section: 'Figure 2, State; §5.2',
      change: { run: withOptions(run, { off: isOff ? [] : ['noPersistVote'] }), time: moment },
    };
  },
};
