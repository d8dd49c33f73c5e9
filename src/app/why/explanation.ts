/** What just happened and why, followed while it happens. */
import { useMemo, useSyncExternalStore } from 'react';
import type { Sequence, Transition } from '../../sim';
import { type AppStore, useAppStore, useStore } from '../../store';
import { type Explanation, explain, headlineAt, type Trace } from '../../trace';

/** The latest event of note, of the selected server or of all; the same object while it stays the latest. */
export function useExplanation(): Explanation | null {
  const store = useAppStore();
  const server = useStore(({ view }) => (view.selection?.type === 'server' ? view.selection.id : null));
  const snapshot = useMemo(() => explanationOf(store, server), [store, server]);
  return useSyncExternalStore(store.subscribeTransition, snapshot);
}

function explanationOf(store: AppStore, server: number | null): () => Explanation | null {
  let seen: { readonly frame: unknown; readonly explanation: Explanation | null } | null = null;
  let kept: { readonly trace: Trace; readonly seq: Sequence; readonly explanation: Explanation } | null = null;
  return () => {
    const frame = store.settledFrame();
    if (seen?.frame === frame) return seen.explanation;
    const { trace } = store.getState().session;
    const found = eventAt(trace, frame.time, server);
    if (found === null) kept = null;
    else if (kept === null || kept.seq !== found.seq || kept.trace !== trace) {
      kept = { trace, seq: found.seq, explanation: explain(trace, found) };
    }
    seen = { frame, explanation: kept?.explanation ?? null };
    return seen.explanation;
  };
}

/** Where nothing of note happened to the server, what happened to the cluster. */
function eventAt(trace: Trace, time: number, server: number | null): Transition | null {
  const own = server === null ? null : headlineAt(trace, time, server);
  return own ?? headlineAt(trace, time);
}
