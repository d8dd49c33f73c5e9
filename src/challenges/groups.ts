/** The challenge on several Raft groups that share their servers (D§2.2, §5.2). */
import type { ServerId } from '../raft';
import { crash, directions, expireTimer, inGroup, liveConfig, put } from '../scenarios';
import { createRun, groupRun, type Run, SECOND } from '../sim';
import { COUNT, N, S } from '../stories';
import { all, type Challenge, several, VALUE } from './challenge';
import type { Dice } from './dice';
import { at, between, first, fork, ms, serversBut, stands } from './watch';

const GROUPS = [1, 2, 3];
const LETTERS = ['α', 'β', 'γ'];
const CRASH_AT = 300;
const WRITE_AT = 1100;

/** Servers fail that lead some groups, none, or that are a majority. */
export const manyGroups: Challenge = {
  id: 'many-groups',
  logs: false,
  client: false,
  draw: (dice) => {
    const kind = dice.turn(['one', 'majority', 'follower', 'one', 'majority'] as const);
    const leaders = GROUPS.map(() => dice.int(1, 5));
    const down = fails(dice, kind, leaders);
    if (down === null) return null;
    const run = runOf(dice, leaders, down);
    const moment = ms(CRASH_AT) - 1;
    const until = moment + 2 * SECOND;
    const groups = GROUPS.map((group) => groupRun(run, group));
    const isSet = groups.every((own, i) => at(own, moment).leaders.join() === String(leaders[i]));
    const elects = groups.map((own) => first(own, moment, until, stands()) !== null);
    const answers = groups.map((own) => isAnswered(own, ms(WRITE_AT) - 1, until));
    // Elections that nobody wins in time are another story.
    const isPlain = elects.every((elect, i) => elect === down.includes(leaders[i]));
    if (!isSet || !isPlain || answers.some((answer) => answer !== down.length < 3)) return null;
    const choices = LETTERS.map(VALUE);
    const parts = all(
      several('elect', choices, (_, i) => elects[i]),
      several('answer', choices, (_, i) => answers[i]),
    );
    if (parts === null) return null;
    const [other] = serversBut(5, ...down);
    const [alpha, beta, gamma] = leaders.map((id) => S(id));
    return {
      run,
      moment,
      play: { run, from: moment, until },
      parts,
      ask: kind,
      facts: {
        alpha,
        beta,
        gamma,
        down: S(...down),
        other: S(other),
        all: COUNT(5),
        up: COUNT(5 - down.length),
        seconds: N(2),
      },
      outcome: kind,
      rule: kind === 'one' ? 'beginElection' : kind === 'majority' ? 'commitByCounting' : 'heartbeat',
      section: 'D§2.2; §5.2',
      change: fork(run, moment, crash(other)),
    };
  },
};

/** The servers that crash, ascending; null when these leaders make no such case. */
function fails(dice: Dice, kind: 'one' | 'majority' | 'follower', leaders: readonly ServerId[]): ServerId[] | null {
  const idle = serversBut(5, ...leaders);
  if (kind === 'follower') return [dice.pick(idle)];
  if (kind === 'one') return new Set(leaders).size < 2 ? null : [dice.pick(leaders)];
  const down = dice.shuffle(serversBut(5)).slice(0, 3);
  const lost = leaders.filter((id) => down.includes(id)).length;
  return lost === 0 || lost === 3 ? null : down.sort((a, b) => a - b);
}

function runOf(dice: Dice, leaders: readonly ServerId[], down: readonly ServerId[]): Run {
  const base = liveConfig();
  const config = { ...base, groups: 3, clients: { ...base.clients, timeout: ms(120) } };
  return {
    ...createRun(dice.runSeed, config),
    actions: directions(
      ...leaders.map((id, i) => [20 + 20 * i, i === 0 ? expireTimer(id) : inGroup(i + 1, expireTimer(id))] as const),
      ...down.map((id, i) => [CRASH_AT + i / 1000, crash(id)] as const),
      ...GROUPS.map((group) => [WRITE_AT, group === 1 ? put('x', '1') : inGroup(group, put('x', '1'))] as const),
    ),
  };
}

const isAnswered = (run: Run, from: number, until: number): boolean =>
  between(run, from, until).some(({ events }) =>
    events.some((event) => event.type === 'return' && event.status === 'ok'),
  );
