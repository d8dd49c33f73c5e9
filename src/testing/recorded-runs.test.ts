/** What is exported looks the same when it is opened again, at each of its transitions. */
import { describe, expect, test } from 'vitest';
import { createMonitor } from '../invariants';
import { chaosRun, wideChaosRun } from '../lab';
import { decodeTrace, problemText, traceOfRecording } from '../recorded';
import { breakingOf, findScenario } from '../scenarios';
import { groupRun, type Run, SECOND } from '../sim';
import { accompany, createTrace, exportTrace, extend, type Trace, transitionsBetween } from '../trace';
import { arrivalsIn, lookAt } from './recorded-look';

function exported(run: Run, until: number): string {
  const lines: string[] = [];
  exportTrace(run, until, (line) => lines.push(line));
  return lines.join('\n');
}

function imported(text: string): Trace {
  const decoded = decodeTrace(text);
  if (!decoded.ok) throw new Error(problemText(decoded.problem));
  const trace = traceOfRecording(decoded.recording, 'trace', null);
  extend(trace, trace.source.end);
  return trace;
}

/** The first instant at which the two do not look the same, with both looks; null: there is none. */
function difference(run: Run, until: number) {
  const text = exported(run, until);
  const copy = imported(text);
  const original = createTrace(run);
  const arrivals = arrivalsIn(original, until);
  for (const { at } of transitionsBetween(copy, 0, copy.horizon)) {
    const [one, other] = [lookAt(original, at, arrivals), lookAt(copy, at, arrivals)];
    const [a, b] = [withTimersOf(one, other), withTimersOf(other, one)];
    if (JSON.stringify(a) !== JSON.stringify(b)) return { at, ...firstPart(a, b) };
  }
  return null;
}

type Look = ReturnType<typeof lookAt>;

/** Timers are told when a server sets one; that it has none any more is not, nor anything where a reader turns them. */
function withTimersOf(look: Look, other: Look): Look {
  const servers = look.servers.map((one, i) => (other.servers[i].timer === null ? { ...one, timer: null } : one));
  return { ...look, servers };
}

/** One scenario of each kind. All others are the same but for rules that break a server's own disk or store. */
const SHOWN = [
  'leader-crash',
  'split-vote',
  'figure-7',
  'figure-8',
  'add-server',
  'joint-consensus',
  'remove-leader',
  'install-snapshot',
  'snapshot-keeps-tail',
  'prevote',
  'isolated-returns',
  'exactly-once',
  'break-noTruncate',
];

/** Whole looks are too long to be read. */
function firstPart(a: object, b: object): { path: string; original: unknown; copy: unknown } {
  for (const [key, one] of Object.entries(a)) {
    const other = (b as Record<string, unknown>)[key];
    if (JSON.stringify(one) === JSON.stringify(other)) continue;
    if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) {
      return { path: key, original: one, copy: other };
    }
    const { path, ...rest } = firstPart(one, other);
    return { path: `${key}.${path}`, ...rest };
  }
  return { path: '', original: a, copy: b };
}

describe('an exported run looks the same when it is opened again', () => {
  test('of servers in trouble of every kind', () => {
    expect(difference(chaosRun(2, 3, 2 * SECOND), 2 * SECOND)).toBeNull();
    expect(difference(wideChaosRun(1, 5, 2 * SECOND), 2 * SECOND)).toBeNull();
    expect(difference(wideChaosRun(3, 7, SECOND), SECOND)).toBeNull();
  });

  test.each(SHOWN)('the scenario %s', (id) => {
    const scenario = findScenario(id);
    if (scenario === null) throw new Error(`there is no scenario ${id}`);
    const { run, until } = scenario;
    expect(difference(groupRun(run, 1), Math.min(until, 2 * SECOND))).toBeNull();
  });

  test('with timers and messages', () => {
    const run = chaosRun(1, 5, 2 * SECOND);
    const text = exported(run, 2 * SECOND);
    const copy = imported(text);
    const looks = transitionsBetween(copy, 0, copy.horizon).map(({ at }) =>
      lookAt(copy, at, arrivalsIn(createTrace(run), SECOND)),
    );
    expect(looks.filter(({ messages }) => messages.length > 0).length).toBeGreaterThan(50);
    expect(
      looks.filter(({ servers }) => servers.some(({ granted }) => granted?.includes(true))).length,
    ).toBeGreaterThan(0);
  });

  test('and a change of one vote would be noticed', () => {
    const run = chaosRun(1, 3, SECOND);
    const text = exported(run, SECOND);
    const vote = text.replace(/"votedFor":"S(\d)"/, (_, n) => `"votedFor":"S${(Number(n) % 3) + 1}"`);
    expect(vote).not.toBe(text);
    const arrivals = arrivalsIn(createTrace(run), SECOND);
    const [a, b] = [imported(text), imported(vote)];
    const looks = transitionsBetween(a, 0, SECOND).map(({ at }) => [lookAt(a, at, arrivals), lookAt(b, at, arrivals)]);
    expect(looks.some(([one, other]) => JSON.stringify(one) !== JSON.stringify(other))).toBe(true);
  });
});

describe('a recording is judged as the run is', () => {
  const verdicts = (trace: Trace) => {
    accompany(trace, createMonitor);
    const monitor = trace.companion as ReturnType<typeof createMonitor>;
    return monitor.violations().map(({ property, at, servers, witness }) => ({
      property,
      at,
      servers,
      witness: witness.map(({ role, at: when, server, index }) => [role, when, server, index]),
    }));
  };

  test.each(['voteTwice', 'noElectionRestriction', 'commitOldTerm', 'noTruncate', 'commitNoMin', 'readLocal'] as const)(
    '%s breaks the same property, with the same witness',
    (rule) => {
      const { run, until } = breakingOf(rule);
      const original = createTrace(run);
      extend(original, until);
      const expected = verdicts(original);
      expect(expected).not.toEqual([]);
      expect(verdicts(imported(exported(run, until)))).toEqual(expected);
    },
  );
});
