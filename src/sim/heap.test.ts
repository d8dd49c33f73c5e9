import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Flight } from './cluster';
import { changeFlights, popFlight, pushFlight } from './heap';

const dues = fc.array(fc.nat(20), { maxLength: 60 });
const flightOf = (due: number, key: number) => ({ due, key }) as Flight;
const inOrder = (flights: readonly Flight[]) => flights.slice().sort((a, b) => a.due - b.due || a.key - b.key);

function heapOf(list: readonly number[]): Flight[] {
  const heap: Flight[] = [];
  for (const [key, due] of list.entries()) pushFlight(heap, flightOf(due, key));
  return heap;
}

function popAll(heap: Flight[]): Flight[] {
  const popped: Flight[] = [];
  while (heap.length > 0) popped.push(popFlight(heap));
  return popped;
}

test('flights come out by the time at which they are due, and in the order of their keys', () => {
  fc.assert(
    fc.property(dues, (list) => {
      expect(popAll(heapOf(list))).toEqual(inOrder(list.map(flightOf)));
    }),
  );
});

test('pushing between pops keeps the order', () => {
  fc.assert(
    fc.property(dues, dues, (first, second) => {
      const heap = heapOf(first);
      const early = first.length > 0 ? popFlight(heap) : null;
      for (const [i, due] of second.entries()) pushFlight(heap, flightOf(due, 100 + i));
      const rest = [...first.map(flightOf).filter(({ key }) => key !== early?.key)];
      expect(popAll(heap)).toEqual(inOrder([...rest, ...second.map((due, i) => flightOf(due, 100 + i))]));
    }),
  );
});

test('flights can be moved and removed', () => {
  fc.assert(
    fc.property(dues, (list) => {
      const heap = heapOf(list);
      changeFlights(heap, (flight) => (flight.key % 3 === 0 ? null : { ...flight, due: 20 - flight.due }));
      const kept = list.map(flightOf).filter(({ key }) => key % 3 !== 0);
      expect(popAll(heap)).toEqual(inOrder(kept.map((flight) => ({ ...flight, due: 20 - flight.due }))));
    }),
  );
});
