/** Challenges about cuts, crashes, and what clients are told (§5.3, §8, D§6). */
import { ask, crash, directions, expireTimer, heal, liveConfig, partition, put, read } from '../../scenarios';
import { createRun, type Microseconds, type Run, SECOND } from '../../sim';
import { COUNT, N, S, TEXT } from '../../stories';
import { all, type Challenge, howMany, isWord, one, type Situation, several, VALUE, WORD } from '../challenge';
import type { Dice } from '../dice';
import { also, at, between, commits, first, ms, serversBut, withOptions } from '../watch';

const config = (options = {}, patience: Microseconds = 3 * SECOND) => {
  const base = liveConfig(5, options);
  return { ...base, clients: { ...base.clients, count: 2, patience } };
};

/** Which clients were told that an operation of theirs is done, in a stretch of time. */
function answered(run: Run, from: Microseconds, until: Microseconds): ReadonlySet<number> {
  const events = between(run, from, until).flatMap((transition) => transition.events);
  return new Set(events.flatMap((event) => (event.type === 'return' && event.status === 'ok' ? [event.client] : [])));
}

/** The network is cut; the old leader is on one side. */
export const minorityLeader: Challenge = {
  id: 'minority-leader',
  logs: false,
  client: true,
  draw: (dice) => {
    const [leader, near, ...rest] = dice.shuffle(serversBut(5));
    const isMinor = dice.turn([true, true, false]);
    const checkQuorum = dice.turn([false, true]);
    const own = isMinor ? [leader, near] : [leader, near, rest[0]];
    const others = serversBut(5, ...own);
    const [other] = others;
    const run = {
      ...createRun(dice.runSeed, config({ checkQuorum })),
      actions: directions(
        [20, expireTimer(leader)],
        [120, put('x', '1', leader)],
        [230, partition(own, others)],
        [300, put('x', '7', leader, 1)],
        [900, put('y', '8', other, 2)],
      ),
    };
    const moment = ms(231);
    const until = ms(1250);
    if (at(run, moment).leaders[0] !== leader || at(run, moment).term !== 1) return null;
    const end = at(run, until);
    const told = answered(run, moment, until);
    const isOf = (client: number) => told.has(client);
    const parts = all(
      howMany('leaders', 0, 3, end.leaders.length),
      several('answered', [WORD('client1'), WORD('client2')], (_, i) => isOf(i + 1)),
    );
    // Elections that take longer are another story.
    const isPlain =
      end.leaders.length === (isMinor && !checkQuorum ? 2 : 1) && isOf(1) !== isMinor && isOf(2) === isMinor;
    if (parts === null || !isPlain) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until },
      parts,
      ask: checkQuorum ? 'quorum' : 'plain',
      facts: {
        leader: S(leader),
        own: S(...own.slice().sort((a, b) => a - b)),
        others: S(...others),
        other: S(other),
        leaders: COUNT(end.leaders.length),
        majority: COUNT(end.majority),
      },
      outcome: !isMinor ? 'majority' : checkQuorum ? 'stepsDown' : 'both',
      rule: isMinor && checkQuorum ? 'quorumLost' : 'commitByCounting',
      change: { run: withOptions(run, { checkQuorum: !checkQuorum }), time: moment },
    };
  },
};

/** A cut with writes on both sides is about to heal. */
export const healing: Challenge = {
  id: 'healing',
  logs: true,
  client: false,
  draw: (dice) => {
    const [leader, near, ...others] = dice.shuffle(serversBut(5));
    const [next] = others;
    const values = dice.shuffle(['3', '4', '5', '6', '7', '8', '9']);
    const lost = values.slice(0, dice.int(1, 2));
    const kept = values.slice(2, 2 + dice.int(1, 2));
    const run = {
      ...createRun(dice.runSeed, config({}, ms(260))),
      actions: directions(
        [20, expireTimer(leader)],
        [120, put('x', '1', leader, 1)],
        [230, partition([leader, near], others)],
        ...lost.map((value, i) => [250 + 12 * i, put('x', value, leader, 1)] as const),
        [330, expireTimer(next)],
        ...kept.map((value, i) => [440 + 70 * i, put('y', value, next, 2)] as const),
        [760, heal()],
      ),
    };
    const moment = ms(760) - 1;
    const until = ms(1300);
    const still = at(run, moment);
    const end = at(run, until);
    const own = still.log(leader);
    const theirs = still.log(next);
    const isSet = still.leaders.length === 2 && still.leaders[0] === next && still.client.pending.length === 0;
    if (!isSet || end.leaders.length !== 1 || end.leaders[0] !== next) return null;
    const merged = [...own, ...theirs.slice(2)];
    const logs = dice.shuffle([own, theirs, merged]).map((terms) => ({ type: 'log', terms, made: null }) as const);
    const commands = [...lost.map((value) => `x←${value}`), ...kept.map((value) => `y←${value}`), 'x←1'];
    const shuffled = dice.shuffle(commands).map(VALUE);
    const isGone = (text: string) => !commandsOf(end, leader).includes(text) && !commandsOf(end, next).includes(text);
    const parts = all(
      one('log', logs, (choice) => choice.type === 'log' && choice.terms.join() === end.log(leader).join()),
      several('gone', shuffled, (choice) => choice.type === 'text' && isGone(choice.text)),
    );
    if (parts === null) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until },
      parts,
      facts: {
        leader: S(leader),
        near: S(near),
        next: S(next),
        term: N(still.server(next).currentTerm),
        old: N(still.server(leader).currentTerm),
        gone: COUNT(parts[1].answer.length),
      },
      outcome: 'overwritten',
      rule: 'truncateConflict',
      change: {
        run: { ...run, actions: [...run.actions.slice(0, -1), { at: moment + 1, action: crash(next) }] },
        time: moment + 1,
      },
      select: next,
    };
  },
};

/** The client commands in a server's log, as readers write them. */
function commandsOf(end: ReturnType<typeof at>, id: number): string[] {
  const texts: string[] = [];
  for (let entry = end.server(id).log; entry.index > 0; ) {
    const { command } = entry;
    if (command.type === 'client' && command.operation.type === 'put') {
      texts.push(`${command.operation.key}←${command.operation.value}`);
    }
    if (entry.previous === null) break;
    entry = entry.previous;
  }
  return texts;
}

/** How long one crash is given to be got over, in milliseconds. */
const RECOVERY = 1500;

/** One server after the other crashes. */
export const fourOrFive: Challenge = {
  id: 'four-or-five',
  logs: false,
  client: true,
  draw: (dice) => {
    const servers = dice.turn([4, 5, 3, 6, 7]);
    const order = dice.shuffle(serversBut(servers));
    const leader = dice.pick(serversBut(servers));
    const base = liveConfig(servers);
    const steps = order
      .slice(0, -1)
      .flatMap((id, i) => [
        [200 + RECOVERY * i, crash(id)] as const,
        [200 + RECOVERY * i + 600, put('x', String(i + 1))] as const,
      ]);
    const run = {
      ...createRun(dice.runSeed, { ...base, clients: { ...base.clients, patience: ms(RECOVERY - 650) } }),
      actions: directions([20, expireTimer(leader)], ...steps),
    };
    const moment = ms(199);
    if (at(run, moment).leaders[0] !== leader) return null;
    const survived = order.findIndex((_, i) => !isWritten(run, i));
    const until = ms(200 + RECOVERY * (survived + 1) - 100);
    const parts = all(howMany('crashes', 0, 5, survived));
    if (parts === null) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until },
      parts,
      facts: {
        all: COUNT(servers),
        majority: COUNT(Math.floor(servers / 2) + 1),
        survived: COUNT(survived),
        left: COUNT(servers - survived - 1),
        fewer: COUNT(servers - 1),
      },
      outcome: servers % 2 === 0 ? 'even' : 'odd',
      rule: 'commitByCounting',
      section: '§2, §5.2',
      change: { run: { ...run, actions: run.actions.filter(({ at: time }) => time < moment) }, time: moment },
    };
  },
};

/** Whether the write after the given crash was answered before the next one. */
function isWritten(run: Run, crashes: number): boolean {
  const from = ms(200 + RECOVERY * crashes);
  return answered(run, from, from + ms(RECOVERY) - 1).has(1);
}

/** How the client reads, and whether right after the cut or when the other side has a leader and a newer value. */
const READS = [
  { mode: 'stale', isEarly: false },
  { mode: 'stale', isEarly: true },
  { mode: 'readIndex', isEarly: false },
  { mode: 'lease', isEarly: false },
  { mode: 'lease', isEarly: true },
] as const;

/** A client reads at a leader that was cut off. */
export const staleRead: Challenge = {
  id: 'stale-read',
  logs: false,
  client: true,
  draw: (dice) => {
    const { mode, isEarly } = dice.turn(READS);
    const [leader, near, ...others] = dice.shuffle(serversBut(5));
    const [next] = others;
    const readAt = isEarly ? dice.int(240, 270) : dice.int(640, 700);
    const run = {
      ...createRun(dice.runSeed, config({ stickyLeader: true })),
      actions: directions(
        [20, expireTimer(leader)],
        [120, put('x', '1', leader, 1)],
        [225, partition([leader, near], others)],
        [540, ask({ type: 'put', key: 'x', value: '2' }, next, 2)],
        [readAt, read('x', mode, leader)],
      ),
    };
    const moment = ms(readAt) - 1;
    const until = ms(readAt + 400);
    const still = at(run, moment);
    const answer = between(run, moment, until)
      .flatMap(({ events, at: time }) => events.map((event) => ({ event, time })))
      .find(({ event }) => event.type === 'return' && event.client === 1 && event.status === 'ok');
    const ahead = still.leaders.find((id) => id !== leader) ?? null;
    const isNew = still.cluster.hosts.some(({ store }) => store.values.get('x') === '2');
    if (!still.leaders.includes(leader) || still.value(leader, 'x') !== '1' || isNew === isEarly) return null;
    if ((ahead === null) !== isEarly) return null;
    const value = answer?.event.type === 'return' ? answer.event.value : null;
    const parts = all(
      one('answer', [VALUE('x=1'), VALUE('x=2'), WORD('none')], (choice) =>
        value === null ? isWord('none')(choice) : choice.type === 'text' && choice.text === `x=${value}`,
      ),
    );
    if (parts === null) return null;
    return {
      run,
      moment,
      play: { run, from: moment, until: answer?.time ?? until },
      parts,
      ask: `${mode}${isEarly ? 'Early' : ''}`,
      facts: { leader: S(leader), next: S(ahead ?? next), near: S(near), old: TEXT('x=1'), fresh: TEXT('x=2') },
      outcome: value === null ? (mode === 'lease' ? 'expired' : 'silent') : isEarly ? 'current' : 'stale',
      rule: mode === 'stale' ? 'readStale' : mode === 'lease' ? 'readByLease' : 'serveRead',
      change: readWith(run, mode === 'stale' ? 'readIndex' : 'stale', moment, leader),
    };
  },
};

function readWith(run: Run, mode: 'stale' | 'readIndex', moment: Microseconds, leader: number) {
  const actions = run.actions.filter(({ at: time }) => time < moment);
  return {
    run: { ...run, actions: [...actions, { at: moment + 1, action: read('x', mode, leader) }] },
    time: moment + 1,
  };
}

/** The leader is gone before the client hears of its write. */
export const twice: Challenge = {
  id: 'twice',
  logs: true,
  client: true,
  draw: (dice) => twiceWith(dice, dice.turn([false, true])),
};

function twiceWith(dice: Dice, isOff: boolean): Situation | null {
  const [leader, next] = dice.shuffle(serversBut(5));
  const before = dice.int(0, 2);
  const base = liveConfig(5, { off: isOff ? ['noDedup'] : [] });
  const writeAt = 200 + 70 * before;
  const begin: Run = {
    ...createRun(dice.runSeed, { ...base, clients: { ...base.clients, timeout: ms(120) } }),
    actions: directions(
      [20, expireTimer(leader)],
      [90, put('y', '1', leader)],
      ...Array.from({ length: before }, (_, i) => [180 + 70 * i, ask({ type: 'inc', key: 'x' })] as const),
      [writeAt, ask({ type: 'inc', key: 'x' })],
    ),
  };
  const committed = first(begin, ms(writeAt), ms(writeAt + 120), commits(3 + before, leader));
  const reply = committed?.events.find(
    (event) => event.type === 'send' && event.flight.packet.type === 'ClientResponse',
  );
  if (committed === null || reply?.type !== 'send') return null;
  const crashAt = committed.at + 2;
  const drop = also(begin, committed.at + 1, { type: 'drop', message: reply.flight.key });
  const run = also(also(drop, crashAt, crash(leader)), crashAt + ms(60), expireTimer(next));
  const moment = crashAt;
  const told = first(run, moment, ms(2500), ({ events }) =>
    events.some((event) => event.type === 'return' && event.status === 'ok'),
  );
  if (told === null || at(run, moment).client.pending.length !== 1) return null;
  const until = told.at;
  const end = at(run, until);
  const ahead = end.leaders[0];
  if (ahead === undefined) return null;
  const value = Number(end.value(ahead, 'x'));
  const parts = all(howMany('value', before, before + 3, value));
  if (parts === null) return null;
  return {
    run,
    moment,
    play: { run, from: moment, until },
    parts,
    ask: isOff ? 'off' : 'on',
    facts: { leader: S(leader), winner: S(ahead), before: N(before), entry: N(3 + before), value: N(value) },
    outcome: value > before + 1 ? 'twice' : 'once',
    rule: isOff ? 'acceptCommand' : 'awaitCommand',
    section: '§8; D§6.3',
    change: { run: withOptions(run, { off: isOff ? [] : ['noDedup'] }), time: moment },
  };
}
