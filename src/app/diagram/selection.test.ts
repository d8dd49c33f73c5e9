import { expect, it } from 'vitest';
import { chaosRun } from '../../lab';
import { lineSegment, spacetimeLayout, spacetimeScene, viewOf } from '../../scene';
import { SECOND } from '../../sim';
import { Chronicle, createTrace, extend, precedes } from '../../trace';
import { clientsOf, hitAt } from './hit';
import { coneOf, litOf, messagesOf, pointOf } from './selection';

const trace = createTrace(chaosRun(5, 5, 2 * SECOND));
extend(trace, 2 * SECOND);
const chronicle = new Chronicle(trace);
while (chronicle.isBehind) chronicle.read();
const layout = spacetimeLayout(1200, 640, 5, clientsOf(chronicle));
const view = viewOf({ from: 0.5 * SECOND, to: 0.9 * SECOND }, [], layout.right - layout.left);
const scene = spacetimeScene({ trace, chronicle, view, layout, quiet: [], everything: true });
const { events, messages } = chronicle;
const chosen = events.telling.findIndex((telling, row) => telling === 1 && row > 200 && events.place[row] > 0);

it('lights, on each lane and of all messages, what precedes an event and what follows it', () => {
  const cone = coneOf(chronicle, chosen, { past: true, future: true });
  if (cone === null) throw new Error('Nothing is lit.');
  const lit = litOf(chronicle, scene, cone);
  const { order } = chronicle;
  expect(cone.past?.size).toBeGreaterThan(20);
  expect(cone.future?.size).toBeGreaterThan(20);
  for (let row = 0; row < events.count; row += 3) {
    const isLit = row === chosen || precedes(order, row, chosen) || precedes(order, chosen, row);
    expect(lit.dot(row)).toBe(isLit);
    const place = events.place[row];
    if (place <= 0) continue;
    // The past of a lane is all up to some event, its future all from some event on.
    const inStretch = lit.lane(place).some(({ from, to }) => events.at[row] >= from && events.at[row] <= to);
    expect(inStretch).toBe(isLit);
  }
  for (let m = 0; m < messages.count; m += 3) {
    const isCause =
      messages.ending[m] >= 0 && (messages.ending[m] === chosen || precedes(order, messages.ending[m], chosen));
    const isEffect = messages.origin[m] === chosen || precedes(order, chosen, messages.origin[m]);
    expect(lit.line(m)).toBe(isCause || isEffect);
  }
  expect(coneOf(chronicle, chosen, { past: false, future: false })).toBe(null);
  expect(coneOf(chronicle, -1, { past: true, future: true })).toBe(null);
});

it('finds events and messages where they are drawn', () => {
  let found = 0;
  for (const { row } of scene.dots) {
    const point = pointOf(chronicle, scene, row);
    if (point === null) throw new Error('It is nowhere.');
    const hit = hitAt(chronicle, scene, point).row;
    // Another event may lie at the very same place.
    expect(Math.abs(events.at[hit] - events.at[row])).toBeLessThan(2_000);
    expect(events.place[hit]).toBe(events.place[row]);
    found++;
  }
  expect(found).toBeGreaterThan(30);
  const line = scene.lines.find(
    ({ kind, fate, from, to, start, end }) =>
      kind === 'append' &&
      fate === 'arrived' &&
      Math.abs(from - to) === 1 &&
      start > scene.axis.from &&
      end < scene.axis.to,
  );
  if (line === undefined) throw new Error('There is no message.');
  const { x1, y1, x2, y2 } = lineSegment(line, scene.axis, layout.lanes);
  const hit = hitAt(chronicle, scene, { x: (x1 + x2) / 2, y: (y1 + y2) / 2 });
  expect(hit.row).toBe(-1);
  expect(hit.message).toBeGreaterThanOrEqual(0);
  expect(messagesOf(chronicle, messages.ending[line.message], messages.key[line.message])).toEqual(
    new Set([line.message]),
  );
  expect(hitAt(chronicle, scene, { x: 3, y: 50 })).toEqual({ message: -1, row: -1 });
});
