import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routeOf } from '../route';
import { type LectureAddress, readLecture, writeLecture } from './address';

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/).filter((text) => text !== 'own');
const run = fc.stringMatching(/^[\w-]{1,40}$/);
const address: fc.Arbitrary<LectureAddress> = fc.record({
  source: fc.oneof(
    fc.record({ type: fc.constant('chapter' as const), id: name }),
    fc.record({ type: fc.constant('own' as const), run }),
  ),
  cue: fc.option(name),
  time: fc.option(fc.nat(900_000_000)),
  now: fc.option(run),
  channel: fc.option(name),
  role: fc.constantFrom('presenter' as const, 'audience' as const),
});

test('an address comes back as it was written, and opens the door of lectures', () => {
  fc.assert(
    fc.property(address, (one) => {
      expect(readLecture(writeLecture(one))).toEqual(one);
      expect(routeOf(writeLecture(one))?.door).toBe('lecture');
    }),
  );
});

test('whatever is wrong in it does no harm', () => {
  expect(readLecture('#lecture=own')).toBeNull();
  expect(readLecture('#lecture=<b>')).toBeNull();
  expect(readLecture('#lecture=reads&t=soon&cue=%00&now=a.b')).toMatchObject({ time: null, cue: null, now: null });
  fc.assert(
    fc.property(fc.string(), (text) => {
      readLecture(`#lecture=${text}`);
      readLecture(text);
    }),
  );
});
