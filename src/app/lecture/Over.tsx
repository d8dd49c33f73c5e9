import { lazy, type PointerEvent, type ReactNode, Suspense, useRef } from 'react';
import { useLectureWords } from '../../i18n';
import { useLectureState, useSession } from './hooks';
import { type Point, pathOf, pointIn, type Stroke } from './show';

const QrCard = lazy(async () => ({ default: (await import('./QrCard')).QrCard }));

/** The picture, and over it what the lecturer points at, draws, shows or hides. */
export function Over({ quiet, children }: { readonly quiet: boolean; readonly children: ReactNode }) {
  const { show, ink, laser, tool } = useLectureState();
  const box = useRef<HTMLDivElement>(null);
  return (
    <div ref={box} className={`slide__over${tool === null ? '' : ` has-${tool}`}`}>
      {children}
      <svg className="slide__ink" viewBox="0 0 1000 562" aria-hidden="true">
        {ink.map((stroke, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stroke is told apart by its place.
          <path key={i} d={pathOf(stroke)} />
        ))}
        {laser === null ? null : <Dot at={laser} />}
      </svg>
      {tool === null ? null : <Pad tool={tool} />}
      {show.qr ? (
        <Suspense fallback={null}>
          <QrCard />
        </Suspense>
      ) : null}
      {show.black ? <Black quiet={quiet} /> : null}
    </div>
  );
}

function Dot({ at: [x, y] }: { readonly at: Point }) {
  return <circle className="slide__dot" cx={x} cy={y} r="9" />;
}

/** Takes the pointer while it points or draws. */
function Pad({ tool }: { readonly tool: 'laser' | 'ink' }) {
  const session = useSession();
  const stroke = useRef<Stroke | null>(null);
  const pointOf = (event: PointerEvent) =>
    pointIn(event.currentTarget.getBoundingClientRect(), event.clientX, event.clientY);
  const onMove = (event: PointerEvent) => {
    if (tool === 'laser') session.point(pointOf(event));
    if (stroke.current === null) return;
    stroke.current = [...stroke.current, pointOf(event)];
    session.draw(stroke.current, false);
  };
  return (
    <div
      className="slide__pad"
      onPointerDown={(event) => {
        if (tool !== 'ink') return;
        event.currentTarget.setPointerCapture(event.pointerId);
        stroke.current = [pointOf(event)];
        session.draw(stroke.current, true);
      }}
      onPointerMove={onMove}
      onPointerUp={() => {
        stroke.current = null;
      }}
      onPointerCancel={() => {
        stroke.current = null;
      }}
      onPointerLeave={() => {
        if (tool === 'laser') session.point(null);
      }}
    />
  );
}

/** For the hall nothing at all; the lecturer is told. */
function Black({ quiet }: { readonly quiet: boolean }) {
  const words = useLectureWords();
  return (
    <div className="slide__black" role="status">
      <p className={quiet ? undefined : 'unseen'}>
        {words.black} {words.blackHint}
      </p>
    </div>
  );
}
