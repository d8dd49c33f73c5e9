/** Measures what rules cost, on a worker, when the reader asks for it. What comes of it is the same each time. */
import type { Comparison } from '../../lab';
import type { LivenessRule } from '../../scenarios';
import type { Pool } from '../../worker';

export type MeasureState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'measuring'; readonly done: number; readonly of: number }
  | { readonly phase: 'done'; readonly comparison: Comparison }
  | { readonly phase: 'failed'; readonly reason: string };

export interface Measurer {
  state(rule: LivenessRule): MeasureState;
  subscribe(listener: () => void): () => void;
  /** Begins to measure, unless that is under way or done. */
  start(rule: LivenessRule): void;
  /** Ends the workers; what was under way can be begun anew. */
  close(): void;
}

const IDLE: MeasureState = { phase: 'idle' };

export function createMeasurer(loadPool: () => Promise<Pool>): Measurer {
  const states = new Map<LivenessRule, MeasureState>();
  const listeners = new Set<() => void>();
  let pool: Promise<Pool> | null = null;

  const say = (rule: LivenessRule, state: MeasureState): void => {
    states.set(rule, state);
    for (const listener of listeners) listener();
  };
  const stateOf = (rule: LivenessRule): MeasureState => states.get(rule) ?? IDLE;

  const measure = async (rule: LivenessRule): Promise<void> => {
    pool ??= loadPool();
    const own = pool;
    const isOurs = () => pool === own;
    try {
      const workers = await own;
      if (!isOurs()) return;
      const watch = ({ done, of }: { done: number; of: number }) => {
        if (isOurs()) say(rule, { phase: 'measuring', done, of });
      };
      const [comparison] = await workers.start('compare', [{ rule }], { watch }).result;
      if (isOurs()) say(rule, { phase: 'done', comparison });
    } catch (error) {
      if (!isOurs()) return;
      say(rule, { phase: 'failed', reason: error instanceof Error ? error.message : String(error) });
      pool = null;
    }
  };

  return {
    state: stateOf,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(rule) {
      const { phase } = stateOf(rule);
      if (phase === 'measuring' || phase === 'done') return;
      say(rule, { phase: 'measuring', done: 0, of: 0 });
      void measure(rule);
    },
    close() {
      const own = pool;
      pool = null;
      own?.then((workers) => workers.close()).catch(() => undefined);
      for (const [rule, { phase }] of states) if (phase === 'measuring') states.set(rule, IDLE);
    },
  };
}

/** The page's own: figures once measured stay until it is left. */
export const measurer = createMeasurer(async () => (await import('../../worker')).browserPool());
