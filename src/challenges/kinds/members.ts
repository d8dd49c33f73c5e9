/** Challenges about changes of the members (§6, D§4), and about several groups. */
import { changeMembers, crash, cut, directions, expireTimer, heal, liveConfig, partition, put } from '../../scenarios';
import { createRun, type Run, SECOND } from '../../sim';
import { COUNT, N, S } from '../../stories';
import { all, type Challenge, several, WORD, which } from '../challenge';
import { at, ms, serversBut, withOptions } from '../watch';

/** A leader that removes itself leaves as soon as it has stored the change. */
export const leavingEarly: Challenge = {
  id: 'leaving-early',
  logs: true,
  client: false,
  draw: (dice) => {
    const servers = dice.turn([4, 4, 3, 5]);
    const [leader, down, ...rest] = dice.shuffle(serversBut(servers));
    const isOff = dice.turn([true, true, false, true, true]);
    const crashes = dice.turn([true, false, true]) && servers > 3;
    const change = changeMembers(leader, serversBut(servers, leader));
    const run = {
      ...createRun(dice.runSeed, liveConfig(servers, { off: isOff ? ['removeSelfEarly'] : [] })),
      actions: directions(
        [20, expireTimer(leader)],
        [110, put('x', '1', leader)],
        ...(crashes ? [[190, crash(down)] as const] : []),
        ...serversBut(servers, leader).map((id) => [239, cut(leader, id)] as const),
        [240, change],
        [272, heal()],
      ),
    };
    const moment = ms(238);
    const until = moment + 3 * SECOND;
    const still = at(run, moment);
    const end = at(run, until);
    if (still.leaders[0] !== leader || still.term !== 1) return null;
    const now = end.leaders.length === 0 ? null : end.leaders[0];
    const parts = all(which('leader', serversBut(servers), now, true));
    const isStuck = isOff && crashes && servers === 4;
    if (parts === null || (now === null) !== isStuck) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until },
      parts,
      ask: `${isOff ? 'off' : 'on'}${crashes ? 'Crashed' : ''}`,
      facts: {
        leader: S(leader),
        down: S(down),
        rest: S(...serversBut(servers, leader)),
        all: COUNT(servers),
        majority: COUNT(still.majority),
        seconds: N(3),
        winner: now === null ? S() : S(now),
        alive: S(...rest.slice().sort((a, b) => a - b)),
      },
      outcome: !isOff ? 'stays' : now === null ? 'stuck' : 'luck',
      rule: 'leaveCluster',
      change: { run: withOptions(run, { off: isOff ? [] : ['removeSelfEarly'] }), time: moment },
      select: leader,
    };
  },
};

const SIDES = [
  [
    [1, 2],
    [3, 4, 5],
  ],
  [
    [1, 2, 4],
    [3, 5],
  ],
  [[1], [2, 3, 4, 5]],
] as const;

/** The network is cut in the middle of a change of members. */
export const jointMajority: Challenge = {
  id: 'joint-majority',
  logs: true,
  client: false,
  draw: (dice) => {
    const mode = dice.turn(['joint', 'jump', 'single'] as const);
    const sides = dice.turn([SIDES[0], SIDES[0], SIDES[0], SIDES[1], SIDES[0], SIDES[2]]);
    const voters = mode === 'single' ? [1, 2, 3, 4] : [1, 2, 3, 4, 5];
    const run: Run = {
      ...createRun(dice.runSeed, {
        ...liveConfig(5, { off: mode === 'jump' ? ['configJump'] : [] }),
        voters: 3,
        clients: { ...liveConfig().clients, count: 2 },
      }),
      actions: directions(
        [20, expireTimer(3)],
        [110, put('x', '1', 3)],
        [180, cut(3, 1)],
        [180, cut(3, 2)],
        [185, changeMembers(3, voters, mode === 'joint')],
        [275, partition([...sides[0]], [...sides[1]])],
        [276, { type: 'repair', from: 3, to: 1 }],
        [277, { type: 'repair', from: 3, to: 2 }],
        [700, put('x', '7', 1, 1)],
        [700, put('x', '8', 3, 2)],
      ),
    };
    const moment = ms(274);
    const until = ms(1200);
    const still = at(run, moment);
    const end = at(run, until);
    const hasNew = (id: number) => still.server(id).configurationIndex > 0;
    if (still.leaders[0] !== 3 || still.term !== 1 || !hasNew(3) || hasNew(1) || hasNew(2)) return null;
    const canCommit = (side: readonly number[], client: number) =>
      side.some((id) => {
        const { log, commitIndex } = end.server(id);
        for (let entry = log; entry.index > 0; ) {
          const { command } = entry;
          if (
            command.type === 'client' &&
            command.client === client &&
            command.operation.type === 'put' &&
            'value' in command.operation &&
            ['7', '8'].includes(command.operation.value)
          ) {
            return entry.index <= commitIndex;
          }
          if (entry.previous === null) return false;
          entry = entry.previous;
        }
        return false;
      });
    const answers = [canCommit(sides[0], 1), canCommit(sides[1], 2)];
    const parts = all(several('commit', [WORD('sideA'), WORD('sideB')], (_, i) => answers[i]));
    const isBoth = answers[0] && answers[1];
    if (parts === null || isBoth !== (mode === 'jump')) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until },
      parts,
      ask: mode,
      facts: {
        leader: S(3),
        oldOnes: S(1, 2, 3),
        sideA: S(...sides[0]),
        sideB: S(...sides[1]),
        informed: S(...serversBut(5).filter(hasNew)),
        entry: N(still.server(3).configurationIndex),
        newOnes: mode === 'single' ? S(4) : S(4, 5),
      },
      outcome: mode === 'jump' ? 'both' : mode,
      rule: mode === 'joint' ? 'beginJoint' : 'changeMember',
      section: mode === 'single' ? 'D§4.1' : '§6',
      change: { run: withOptions(run, { off: mode === 'jump' ? [] : ['configJump'] }), time: ms(184) },
      select: 3,
    };
  },
};

export { manyGroups } from '../groups';
