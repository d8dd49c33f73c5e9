import { useMemo, useRef } from 'react';
import { type PanelTexts, usePanelTexts } from '../../i18n';
import type { PlacedOperation, Violation } from '../../invariants';
import { type Axis, spanOfRate, type TimeWindow } from '../../scene';
import type { Microseconds } from '../../sim';
import { History, type NamedInterval } from '../../stage';
import { useAppStore, useFrame, useStore } from '../../store';
import { useSize } from '../../ui';
import { printOperation, tells } from '../client/operation-text';
import { operationsWithin } from './operations';

/** The operations around the play head, one lane for each client. */
export function ClientHistory({ violations }: { readonly violations: readonly Violation[] }) {
  const store = useAppStore();
  const texts = usePanelTexts();
  const words = texts.safety.history;
  const box = useRef<HTMLDivElement>(null);
  const width = useSize(box)?.width ?? 0;
  const now = useFrame((frame) => frame.time);
  const trace = useStore((state) => state.session.trace);
  const rate = useStore((state) => state.playback.rate);
  const violation = violations.find(({ property }) => property === 'linearizability') ?? null;
  const window = useMemo(() => windowOf(now, spanOfRate(rate), violation), [now, rate, violation]);
  const operations = useMemo(() => operationsWithin(trace, window.from, now), [trace, window.from, now]);
  const intervals = useMemo(() => namedIntervals(operations, violation, texts), [operations, violation, texts]);
  const clients = useMemo(() => [...new Set(intervals.map(({ client }) => client))].sort((a, b) => a - b), [intervals]);
  const axis = useMemo((): Axis => ({ ...window, left: 30, right: Math.max(60, width - 6) }), [window, width]);
  return (
    <section className="client-history">
      <h3>{words.title}</h3>
      <p className="property__fine">{words.hint}</p>
      <div ref={box}>
        {clients.length === 0 ? <p>{words.empty}</p> : null}
        {clients.length === 0 || width === 0 ? null : (
          <History
            intervals={intervals}
            clients={clients}
            axis={axis}
            now={now}
            onSeek={(time) => {
              store.pause();
              store.seek(time);
            }}
          />
        )}
      </div>
    </section>
  );
}

/** A stretch before the play head; longer where a contradiction would otherwise not be in view. */
function windowOf(now: Microseconds, span: Microseconds, violation: Violation | null): TimeWindow {
  const first = violation?.witness[0].at ?? now;
  const from = first > now - 8 * span ? Math.min(now - span, first - span / 10) : now - span;
  return { from: Math.max(0, Math.round(from)), to: Math.max(now, span) + Math.round(span / 12) };
}

function namedIntervals(
  operations: readonly PlacedOperation[],
  violation: Violation | null,
  texts: PanelTexts,
): NamedInterval[] {
  const culprit = violation?.witness.find(({ role }) => role === 'asked')?.seq ?? -1;
  return operations.map(({ client, serial, operation, failed, invoked, returned, status, answer, point }) => {
    const isRead = tells(operation);
    const isFault = invoked.seq === culprit;
    const facts = { client, isRead, value: answer, status, isFault, from: invoked.at, to: returned?.at ?? null, point };
    // What failed was told what is there.
    const written = failed === undefined ? printOperation(operation) : `${printOperation(failed)} ✗`;
    const label = isRead && status === 'ok' ? `${written} ${answer ?? '∅'}` : written;
    const name = texts.safety.history.operation({ ...facts, operation: written });
    return { ...facts, key: `${client}-${serial}`, label, name };
  });
}
