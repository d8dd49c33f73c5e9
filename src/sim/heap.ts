/** Flights as a binary heap by (due, key), kept in a plain array so that the cluster stays plain data. */
import type { Flight } from './cluster';

export function pushFlight(heap: Flight[], flight: Flight): void {
  let hole = heap.length;
  heap.push(flight);
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    if (!isBefore(flight, heap[parent])) break;
    heap[hole] = heap[parent];
    hole = parent;
  }
  heap[hole] = flight;
}

/** Removes and returns the earliest. Requires a heap that is not empty. */
export function popFlight(heap: Flight[]): Flight {
  const first = heap[0];
  const last = heap.pop() as Flight;
  if (heap.length > 0) sink(heap, last);
  return first;
}

/** Replaces or removes flights: `change` returns the flight to keep, or null. */
export function changeFlights(heap: Flight[], change: (flight: Flight) => Flight | null): void {
  const flights = heap.splice(0);
  for (const flight of flights) {
    const kept = change(flight);
    if (kept !== null) pushFlight(heap, kept);
  }
}

function sink(heap: Flight[], flight: Flight): void {
  const { length } = heap;
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= length) break;
    if (child + 1 < length && isBefore(heap[child + 1], heap[child])) child++;
    if (!isBefore(heap[child], flight)) break;
    heap[hole] = heap[child];
    hole = child;
  }
  heap[hole] = flight;
}

function isBefore(a: Flight, b: Flight): boolean {
  return a.due < b.due || (a.due === b.due && a.key < b.key);
}
