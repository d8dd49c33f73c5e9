import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw, drawBetween } from '../base';
import { type Action, createRun, defaultConfig, type RecordedAction, type Run, SECOND } from '../sim';
import { arbitraryRun } from '../testing/arbitrary-run';
import { checksum } from './checksum';
import { linkError } from './errors';
import { BASE } from './format';
import { runFromJson, runToJson } from './json';
import { decodeRun, encodeRun } from './link';
import { fromBase64Url, toBase64Url } from './text';
import { roundest } from './units';

/** What a reader may do on the page, at microseconds that are not round. */
function typicalRun(count: number, gap = SECOND / 2, seed = 7): Run {
  let draws = 0;
  const pick = (low: number, high: number): number => drawBetween(11, 1, draws++, low, high);
  const choose = (): Action => {
    const server = pick(1, 5);
    const other = (server % 5) + 1;
    const all: Action[] = [
      { type: 'crash', server },
      { type: 'restart', server },
      { type: 'clientRequest', client: 1, operation: { type: 'put', key: 'x', value: String(pick(0, 9)) }, to: null },
      {
        type: 'clientRequest',
        client: 1,
        operation: { type: 'append', key: 'y', value: String(pick(0, 9)) },
        to: server,
      },
      { type: 'expireTimer', server },
      { type: 'pause', server },
      { type: 'resume', server },
      {
        type: 'partition',
        groups: [
          [1, 2],
          [3, 4, 5],
        ],
      },
      { type: 'heal' },
      { type: 'cut', from: server, to: other },
      { type: 'repair', from: server, to: other },
      { type: 'drop', message: pick(1, 5000) },
    ];
    return all[pick(0, all.length - 1)];
  };
  let at = 0;
  const actions: RecordedAction[] = Array.from({ length: count }, () => {
    at += pick(1, gap);
    return { at, action: choose() };
  });
  return { ...createRun(seed), actions };
}

const LINK = encodeRun(typicalRun(20));
/** Of the version for few actions, and of the one that learns from many. */
const LINKS = [encodeRun(typicalRun(9)), LINK, encodeRun(typicalRun(60))];

describe('a link', () => {
  test('opens as the run it was made from', () => {
    fc.assert(
      fc.property(arbitraryRun(), (run) => {
        const link = encodeRun(run);
        expect(link).toMatch(/^[\w-]+$/);
        expect(decodeRun(link)).toEqual({ ok: true, value: run });
      }),
      { numRuns: 1000 },
    );
  });

  test('is short', () => {
    const lengths = [0, 5, 20, 100, 200].map((count) => encodeRun(typicalRun(count)).length);
    const most = [12, 36, 125, 570, 1090];
    lengths.forEach((length, i) => {
      expect(length).toBeLessThanOrEqual(most[i]);
    });
  });

  test('is short when much time passes between the actions', () => {
    expect(encodeRun(typicalRun(20, 10 * SECOND, 3_141_592_653)).length).toBeLessThanOrEqual(150);
    expect(encodeRun(typicalRun(200, 3 * SECOND, 3_141_592_653)).length).toBeLessThanOrEqual(1170);
    expect(encodeRun(typicalRun(20, 3600 * SECOND, 3_141_592_653)).length).toBeLessThanOrEqual(175);
  });

  test('of instants that the page chooses is short after hours', () => {
    const { actions, ...rest } = typicalRun(200, 1000 * SECOND, 3_141_592_653);
    const chosen = actions.map(({ at, action }) => ({ at: roundest(at, at + 800), action }));
    expect(encodeRun({ ...rest, actions: chosen }).length).toBeLessThanOrEqual(1150);
  });

  test('is short for a fresh cluster of any size', () => {
    for (let servers = 3; servers <= 9; servers++) {
      expect(encodeRun(createRun(7, defaultConfig(servers))).length).toBeLessThanOrEqual(8);
    }
  });

  test('leaves out what a fresh cluster is made of', () => {
    expect({ servers: 5, ...BASE }).toEqual(defaultConfig());
  });

  test('brings servers of a group back in ascending order', () => {
    const run: Run = { ...createRun(1), actions: [{ at: 5, action: { type: 'partition', groups: [[3, 1], [2]] } }] };
    const found = decodeRun(encodeRun(run));
    expect(found.ok && found.value.actions[0].action).toEqual({ type: 'partition', groups: [[1, 3], [2]] });
  });
});

describe('a link that is no good', () => {
  const codeOf = (text: string) => {
    const found = decodeRun(text);
    return found.ok ? 'opens' : linkError(found.error).code;
  };

  test('is of either version', () => {
    expect(new Set(LINKS.map((link) => fromBase64Url(link)?.[0]))).toEqual(new Set([1, 3]));
  });

  test.each(LINKS)('is called damaged when any one character is changed: %s', (link) => {
    for (let i = 0; i < link.length; i++) {
      const other = link[i] === 'k' ? 'm' : 'k';
      expect(codeOf(link.slice(0, i) + other + link.slice(i + 1))).toMatch(/damaged|newer/);
    }
  });

  test.each(LINKS)('is called damaged when it is cut short, wherever: %s', (link) => {
    for (let length = 0; length < link.length; length++) expect(codeOf(link.slice(0, length))).toBe('damaged');
  });

  test('is told apart: characters, length, version', () => {
    expect(codeOf('a b')).toBe('notALink');
    expect(codeOf(`${LINK}=`)).toBe('notALink');
    expect(codeOf('A'.repeat(200_001))).toBe('tooLong');
    expect(codeOf(resealed((bytes) => [4, ...bytes.slice(1)]))).toBe('newer');
    // Of a version with bookmarks, but without any.
    expect(codeOf(resealed((bytes) => [2, ...bytes.slice(1)]))).toBe('damaged');
    expect(codeOf(resealed((bytes) => [0, ...bytes.slice(1)]))).toBe('damaged');
    expect(codeOf(resealed((bytes) => [...bytes, 0]))).toBe('damaged');
  });

  test('never throws and is quick, whatever the text', () => {
    const started = performance.now();
    let opened = 0;
    for (let n = 0; n < 10_000; n++) {
      const found = decodeRun(mutated(n));
      if (found.ok) opened++;
      else expect(found.error).toMatch(/^[A-Za-z].*/);
    }
    // A resealed link may happen to be another run; it has passed every check then.
    expect(opened).toBeLessThan(5000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('never throws for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.string({ unit: 'binary' })), (text) => {
        decodeRun(text);
        runFromJson(text);
      }),
    );
  });

  test('of the greatest length is refused within a second', () => {
    const started = performance.now();
    for (const byte of [0x00, 0xff, 0xaa, 0x7f, 0x10]) {
      for (const version of [1, 3]) codeOf(resealed(() => [version, ...new Array<number>(149_000).fill(byte)]));
      codeOf(resealed(() => [3, ...new Array<number>(16_000).fill(byte)]));
    }
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

/** A link whose bytes were changed and whose checksum is right all the same. */
function resealed(change: (bytes: number[]) => number[], link = LINK): string {
  const bytes = change(fromBase64Url(link)?.slice(0, -2) ?? []);
  const sum = checksum(bytes);
  return toBase64Url([...bytes, sum >> 8, sum & 0xff]);
}

/** The n-th of many texts: half of them links with a changed part, half with a right checksum over changed bytes. */
function mutated(n: number): string {
  const at = draw(1, 1, n);
  const link = LINKS[(n >> 2) % LINKS.length];
  if (n % 4 === 0) return link.slice(0, at % link.length) + link.slice((at >>> 8) % link.length);
  if (n % 4 === 1) {
    return Array.from({ length: at % 300 }, (_, i) => 'AQkz09-_'[draw(2, n, i) % 8]).join('');
  }
  return resealed((bytes) => {
    const changed = bytes.slice(0, n % 4 === 2 ? bytes.length : 1 + (at % bytes.length));
    for (let i = 0; i < 1 + (n % 3); i++) changed[1 + (draw(3, n, i) % changed.length)] = draw(4, n, i) & 0xff;
    return changed.map((byte) => byte ?? 0);
  }, link);
}

describe('JSON', () => {
  test('opens as the run it was made from', () => {
    fc.assert(
      fc.property(arbitraryRun(), (run) => {
        expect(runFromJson(runToJson(run))).toEqual({ ok: true, value: run });
      }),
    );
  });

  test('may leave out parts of the configuration', () => {
    expect(runFromJson('{"version":1,"seed":7}')).toEqual({ ok: true, value: createRun(7) });
    const found = runFromJson('{"version":1,"config":{"servers":3,"timing":{"heartbeat":50000}}}');
    const config = defaultConfig(3);
    const timing = { ...config.timing, heartbeat: 50_000 };
    expect(found).toEqual({ ok: true, value: createRun(0, { ...config, timing }) });
  });

  test('that is none, or of a later version, is told', () => {
    const codeOf = (text: string) => {
      const found = runFromJson(text);
      return found.ok ? 'opens' : linkError(found.error).code;
    };
    expect(codeOf('{')).toBe('notJson');
    expect(codeOf('[]')).toBe('invalid');
    expect(codeOf('{"version":3}')).toBe('newer');
    expect(codeOf('['.repeat(1_000_000))).toBe('notJson');
    expect(codeOf('{"version":1,"__proto__":{"seed":1}}')).toBe('invalid');
    expect(codeOf('{"version":1,"config":{"__proto__":{"servers":4}}}')).toBe('invalid');
  });
});
