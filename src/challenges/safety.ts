/** The challenge on which entries are safe: every election that can come is tried (§5.4). */
import { crash, directions, expireTimer, figureConfig, heal, partition, put, restart } from '../scenarios';
import { createRun, type Microseconds, type Run } from '../sim';
import { N, S } from '../stories';
import { type Challenge, type Choice, several } from './challenge';
import type { Dice } from './dice';
import { also, at, first, fork, ms, serversBut, wins } from './watch';

interface Start {
  readonly run: Run;
  readonly moment: Microseconds;
}

/** A history of servers that lead, are cut off and crash; at its end all are back and nobody leads. */
function mixed(dice: Dice): Start {
  const empty = serversBut(5).map(() => ({ currentTerm: 0, votedFor: null, log: [] }));
  const steps: Parameters<typeof directions> = [];
  let time = 10;
  for (let round = 0; round < 4; round++) {
    const [leader, ...others] = dice.shuffle(serversBut(5));
    const voters = [leader, ...others.slice(0, dice.int(2, 4))];
    const near = voters.slice(0, dice.int(1, 4));
    steps.push([time, partition(voters)], [time + 1, expireTimer(leader)], [time + 40, expireTimer(leader)]);
    steps.push([time + 66, partition(near)], [time + 70, put('x', String(round + 1), leader)]);
    if (dice.chance(35)) steps.push([time + 75, put('y', String(round + 5), leader)]);
    steps.push([time + 190, crash(leader)], [time + 192, restart(leader)]);
    time += 200;
  }
  steps.push([time, heal()], ...serversBut(5).map((id) => [time + 1, crash(id)] as const));
  steps.push(...serversBut(5).map((id) => [time + 30, restart(id)] as const));
  const run = { ...createRun(dice.runSeed, figureConfig(empty, ms(50))), actions: directions(...steps) };
  return { run, moment: ms(time + 40) };
}

/** Every majority of five that holds the server. */
function majoritiesWith(server: number): number[][] {
  const others = serversBut(5, server);
  return others.flatMap((a, i) => others.slice(i + 1).map((b) => [server, a, b]));
}

/** How a server can come to lead from this moment on with no more than two others, and what it is made to do then. */
function elections({ run, moment }: Start) {
  return serversBut(5).flatMap((server) =>
    majoritiesWith(server).flatMap((group) => {
      let tried = also(run, moment + ms(1), partition(group));
      for (const wait of [2, 42, 82]) tried = also(tried, moment + ms(wait), expireTimer(server));
      const won = first(tried, moment, moment + ms(140), wins(server));
      return won === null ? [] : [{ run: tried, server, won: won.at, log: at(tried, won.at).log(server) }];
    }),
  );
}

/** Which entries can no future leader be without? */
export const safeToApply: Challenge = {
  id: 'safe-to-apply',
  logs: true,
  client: false,
  draw: (dice) => {
    const start = mixed(dice);
    const still = at(start.run, start.moment);
    const owner = serversBut(5).reduce((best, id) => (still.log(id).length > still.log(best).length ? id : best));
    const log = still.log(owner);
    if (log.length < 3 || log.length > 6 || still.leaders.length > 0 || still.crashed.length > 0) return null;
    const wanted = dice.turn([1, 2, 0, 1, 3]);
    const logs = serversBut(5).map((id) => still.log(id));
    // Looking at the logs costs less than trying all elections; the trials decide.
    const electable = logs.filter((own) => logs.filter((other) => isUpToDate(own, other)).length >= 3);
    if (Math.min(...electable.map((own) => agreement(own, log))) !== wanted || wanted === log.length) return null;
    const tries = elections(start);
    const isSafe = (index: number) => tries.every((tried) => tried.log[index] === log[index]);
    const choices = log.map((term, i): Choice => ({ type: 'entry', index: i + 1, term }));
    const part = several('safe', choices, (_, i) => isSafe(i));
    const count = part.answer.length;
    const worst = tries.reduce((a, b) => (agreement(b.log, log) < agreement(a.log, log) ? b : a), tries[0]);
    if (tries.length < 4 || count !== wanted || count === log.length || worst === undefined) return null;
    const healed = also(also(worst.run, worst.won + ms(60), heal()), worst.won + ms(70), put('z', '9', worst.server));
    const until = worst.won + ms(400);
    const end = at(healed, until);
    // What could be lost must be seen to be lost, everywhere.
    if (serversBut(5).some((id) => end.log(id)[count] === log[count])) return null;
    return {
      run: start.run,
      moment: start.moment,
      play: { run: healed, from: start.moment, until },
      parts: [part],
      facts: {
        owner: S(owner),
        safe: N(count),
        lost: N(count + 1),
        server: S(worst.server),
        voters: S(...majorityOf(worst.run).filter((id) => id !== worst.server)),
      },
      outcome: count === 0 ? 'none' : 'some',
      rule: 'refuseStaleLog',
      section: '§5.4.1, §5.4.2',
      change: fork(start.run, start.moment, partition(majorityOf(worst.run))),
      select: owner,
    };
  },
};

function majorityOf(run: Run): number[] {
  const last = run.actions.findLast(({ action }) => action.type === 'partition')?.action;
  return last?.type === 'partition' ? last.groups[0].slice().sort((a, b) => a - b) : [];
}

/** Whether a candidate's log is at least as up to date as a voter's (§5.4.1). */
function isUpToDate(candidate: readonly number[], voter: readonly number[]): boolean {
  const [own, other] = [candidate.at(-1) ?? 0, voter.at(-1) ?? 0];
  return own > other || (own === other && candidate.length >= voter.length);
}

/** How many entries two logs have in common at their beginning. */
function agreement(a: readonly number[], b: readonly number[]): number {
  const differ = a.findIndex((term, i) => term !== b[i]);
  return differ < 0 ? a.length : differ;
}
