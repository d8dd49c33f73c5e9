import { type ReactNode, useMemo, useRef } from 'react';
import { useTexts, useTimeTools } from '../../i18n';
import { type FrameSource, LogTable, Stage } from '../../stage';
import { useAppStore, useStore } from '../../store';
import { differencesOf, type Frame, type ServerDifference } from '../../trace';
import { Button, useSize } from '../../ui';
import { useReducedMotion } from '../document';
import { type Beside, useBeatFrame, useBeside, usePlainSource } from './beside';
import { Difference } from './Difference';
import { useBranchName } from './names';
import './branches.css';

/** Two branches at the same instant, side by side, with what differs marked on both. */
export function BesidePane() {
  const beside = useBeside();
  return beside === null ? null : <Both beside={beside} />;
}

function Both({ beside }: { readonly beside: Beside }) {
  const store = useAppStore();
  const texts = useTimeTools().beside;
  const nameOf = useBranchName();
  const current = useStore((state) => state.session.current);
  const here = usePlainSource();
  const a = useBeatFrame(here);
  const b = useBeatFrame(beside.source);
  const differences = useMemo(() => differencesOf(a, b), [a, b]);
  return (
    <section id="stage" className="beside-pane" aria-label={texts.region} tabIndex={-1}>
      <Difference beside={beside} differences={differences} />
      <Half source={here} frame={a} differences={differences} name={nameOf(current)}>
        <span className="beside-pane__here">{texts.onStage}</span>
      </Half>
      <Half source={beside.source} frame={b} differences={differences} name={nameOf(beside.branch)}>
        <Button onClick={() => store.switchBranch(beside.branch.id)}>{texts.swap}</Button>
      </Half>
    </section>
  );
}

interface HalfProps {
  readonly source: FrameSource;
  readonly frame: Frame;
  readonly differences: readonly ServerDifference[];
  readonly name: string;
  readonly children: ReactNode;
}

function Half({ source, frame, differences, name, children }: HalfProps) {
  const store = useAppStore();
  const { stage } = useTexts();
  const selection = useStore((state) => state.view.selection);
  const playing = useStore((state) => state.playback.playing);
  const rate = useStore((state) => state.playback.rate);
  const reducedMotion = useReducedMotion();
  const marks = differences.map(({ server }) => `differs-${server}`).join(' ');
  return (
    <section className={`beside-half ${marks}`} aria-label={name}>
      <h2>
        <span>{name}</span>
        {children}
      </h2>
      <div className="beside-half__stage">
        <Stage
          source={source}
          texts={stage}
          selection={selection}
          onSelect={(target) => store.select(target)}
          rate={rate}
          paused={!playing}
          reducedMotion={reducedMotion}
        />
      </div>
      <Logs frame={frame} differences={differences} name={name} />
    </section>
  );
}

function Logs({ frame, differences, name }: Pick<HalfProps, 'frame' | 'differences' | 'name'>) {
  const store = useAppStore();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const selected = useStore(({ view }) => (view.selection?.type === 'server' ? view.selection.id : null));
  const unlike = useMemo(
    () => frame.servers.map(({ id }) => differences.find(({ server }) => server === id)?.entries ?? null),
    [frame, differences],
  );
  return (
    <div ref={box} className="beside-half__logs">
      {size === null || size.width === 0 ? null : (
        <LogTable
          frame={frame}
          selected={selected}
          onSelect={(id) => store.select({ type: 'server', id })}
          width={size.width}
          height={size.height}
          unlike={unlike}
          of={name}
          compact
        />
      )}
    </div>
  );
}
