import { clamp } from '../base';
import type { Microseconds } from '../sim';
import type { AppStore } from './store';

/** What is simulated in one go, in virtual time: a play head that is sent further moves with animation frames. */
const STRIDE: Microseconds = 4_000_000;

/** To an instant at once, however far, and also where no animation frame ever comes. */
export function seekFar(store: AppStore, time: Microseconds): void {
  for (;;) {
    const { horizon } = store.getState().session.trace;
    const next = clamp(time, 0, Math.max(store.time(), horizon) + STRIDE);
    store.seek(next);
    if (next >= time || store.time() < next) return;
  }
}
