import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTurns, readTurn, type TurnMessage } from './turns';

/** Embeds on one page, with a clock that is turned by hand. */
function page(count: number, order: (length: number) => number = () => 0) {
  const listeners: ((message: TurnMessage) => void)[] = [];
  const mail: { to: number; message: TurnMessage }[] = [];
  const timers: { at: number; work: () => void }[] = [];
  const plays = new Set<number>();
  let now = 0;
  const all = Array.from({ length: count }, (_, i) =>
    createTurns({
      id: String.fromCharCode(97 + ((i * 7) % count)),
      channel: {
        send: (message) => {
          for (let to = 0; to < count; to++) if (to !== i) mail.push({ to, message });
        },
        listen: (listener) => {
          listeners[i] = listener;
        },
      },
      onGranted: () => plays.add(i),
      onLost: () => plays.delete(i),
      later: (work, milliseconds) => timers.push({ at: now + milliseconds, work }),
    }),
  );
  const deliver = () => {
    while (mail.length > 0) {
      const [{ to, message }] = mail.splice(order(mail.length), 1);
      listeners[to](message);
    }
  };
  const pass = (milliseconds: number) => {
    deliver();
    now += milliseconds;
    for (const timer of timers.splice(0)) {
      if (timer.at > now) timers.push(timer);
      else {
        timer.work();
        deliver();
      }
    }
  };
  const release = (i: number) => {
    plays.delete(i);
    all[i].release();
    deliver();
  };
  return { all, plays, pass, deliver, release };
}

test('of ten that ask at once one plays', () => {
  const { all, plays, pass } = page(10);
  for (const one of all) one.ask();
  pass(200);
  expect(plays.size).toBe(1);
});

test('who comes later waits, and plays when the first one stops', () => {
  const { all, plays, pass, release } = page(3);
  all[2].ask();
  pass(200);
  all[0].ask();
  all[1].ask();
  pass(200);
  expect([...plays]).toEqual([2]);
  release(2);
  pass(200);
  expect(plays.size).toBe(1);
  expect(plays.has(2)).toBe(false);
});

test('who has given up is not asked any more', () => {
  const { all, plays, pass, release } = page(2);
  all[0].ask();
  pass(200);
  all[1].ask();
  pass(200);
  all[1].release();
  release(0);
  pass(200);
  expect(plays.size).toBe(0);
});

test('never more than one plays, whoever asks, stops and is slow', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('ask', 'stop', 'wait'), fc.nat(5), fc.nat(1000)), { maxLength: 40 });
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.nat(1000)), (all, numbers) => {
      const { all: turns, plays, pass, release } = page(6, (length) => Number(numbers.next().value) % length);
      for (const [what, who, length] of all) {
        if (what === 'ask') turns[who].ask();
        else if (what === 'stop') release(who);
        pass(what === 'wait' ? length : 0);
        expect(plays.size).toBeLessThanOrEqual(1);
      }
      pass(1000);
      expect(plays.size).toBeLessThanOrEqual(1);
    }),
  );
});

test('what others send is no word about turns', () => {
  expect(readTurn({ raftarium: 1, type: 'turn', turn: { word: 'ask', id: 'a' } })).toEqual({ word: 'ask', id: 'a' });
  fc.assert(fc.property(fc.anything(), (data) => readTurn(data) === null));
  expect(readTurn({ raftarium: 1, type: 'turn', turn: { word: 'boo', id: 'a' } })).toBeNull();
});
