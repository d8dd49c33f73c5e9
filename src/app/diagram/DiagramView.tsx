import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { SpacetimeInk } from '../../draw';
import { useDiagram, useTexts } from '../../i18n';
import type { PlacedMark } from '../../scene';
import { scaleOf, TimelineMarks, TimelineSlider, type Tip, TipText, usePalette } from '../../stage';
import { useAppStore, useStore } from '../../store';
import { useSize } from '../../ui';
import { useFrameSource, useSettledSource } from '../sources';
import { ChosenEvent } from './ChosenEvent';
import { showControl } from './control';
import { DiagramTools } from './DiagramTools';
import { DiagramDriver } from './driver';
import type { DiagramState } from './driver-state';
import { EventList } from './EventList';
import { useDiagramPointer } from './pointer';
import { lineFacts } from './words';
import './diagram.css';

/** The space-time diagram with its tools, the chosen event, and the list of what is in view. */
export function DiagramView() {
  const store = useAppStore();
  const [driver] = useState(() => new DiagramDriver(store));
  useEffect(() => driver.start(), [driver]);
  useEffect(() => showControl(driver.control()), [driver]);
  const state = useSyncExternalStore(driver.subscribe, driver.snapshot);
  const texts = useDiagram();
  return (
    <section className="diagram" aria-label={texts.title}>
      <DiagramTools driver={driver} state={state} />
      <Picture driver={driver} state={state} />
      <div className="diagram__side">
        <ChosenEvent driver={driver} state={state} />
        <EventList driver={driver} state={state} />
      </div>
    </section>
  );
}

interface PictureProps {
  readonly driver: DiagramDriver;
  readonly state: DiagramState;
}

/** The canvas, and over it what can be pointed at, focused and read. */
function Picture({ driver, state }: PictureProps) {
  const texts = useDiagram();
  const page = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const palette = usePalette(box);
  const [tip, setTip] = useState<Tip | null>(null);
  const source = useFrameSource();
  const settled = useSettledSource();
  const trace = useStore(({ session }) => session.trace);
  const { quiet } = texts;
  const { units } = page.tables.timeline;
  useEffect(() => {
    const { current } = box;
    if (current === null || size === null || palette === null) return;
    const tickText: SpacetimeInk['tickText'] = (text, unit, isFirst) =>
      isFirst && units[unit] !== '' ? `${text} ${units[unit]}` : text;
    const ratio = (window.devicePixelRatio || 1) * scaleOf(current);
    driver.show({ width: size.width, height: size.height, palette, ratio, foldText: quiet, tickText });
  }, [driver, size, palette, quiet, units]);
  useDiagramPointer(box, driver, (point, message) =>
    setTip(
      point === null || message < 0
        ? null
        : {
            ...point,
            text: texts.facts([texts.line, texts.fate].map((say) => say(lineFacts(driver.chronicle, message)))),
          },
    ),
  );
  const { scene } = state;
  const layout = scene?.layout ?? null;
  const tipOf = (mark: PlacedMark | null) =>
    setTip(
      mark === null
        ? null
        : {
            x: mark.x,
            y: layout?.marks ?? 0,
            text: page.tables.timeline.mark({ ...mark.mark, others: mark.others }),
          },
    );
  return (
    <div ref={box} className="diagram__picture timeline" data-rows={state.isReading ? undefined : state.known}>
      <canvas ref={driver.refs.canvas} className="diagram__canvas" />
      {layout === null || scene === null ? null : (
        <>
          <div className="timeline-names" style={{ width: layout.left - 22 }}>
            {layout.lanes.map((y, i) => (
              <span key={y} style={{ top: y }}>
                {texts.place(i < layout.servers ? i + 1 : -layout.clients[i - layout.servers])}
              </span>
            ))}
          </div>
          <TimelineMarks driver={driver} y={layout.marks} onSeek={(time) => driver.goTo(time)} onTip={tipOf} />
          <svg className="timeline-ticks" width={layout.width} height={layout.height} aria-hidden="true">
            <line
              x1={layout.left}
              x2={layout.right}
              y1={layout.scrubber}
              y2={layout.scrubber}
              className="diagram__track"
            />
          </svg>
          <div ref={driver.refs.head} className="timeline-head" style={{ height: layout.scrubber }}>
            <TimelineSlider
              source={source}
              settled={settled}
              trace={trace}
              span={scene.axis.to - scene.axis.from}
              onSeek={(time) => driver.goTo(time)}
              onZoom={(factor) => driver.zoomAtHead(factor)}
            />
          </div>
          {tip === null ? null : <TipText tip={tip} layout={layout} />}
        </>
      )}
    </div>
  );
}
