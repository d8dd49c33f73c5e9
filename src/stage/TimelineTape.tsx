import type { PointerEvent } from 'react';
import { useTexts } from '../i18n';
import type { TimelineLayout, TimeWindow } from '../scene';
import { scaleOf } from './pointers';
import type { TimelineDriver } from './TimelineDriver';

interface TimelineTapeProps {
  driver: TimelineDriver;
  layout: TimelineLayout;
  window: TimeWindow;
  onWindow: (window: TimeWindow) => void;
  onSeek: (time: number) => void;
}

/** The whole run on a strip: dragging in it moves the window and the time. The slider does the same by keyboard. */
export function TimelineTape({ driver, layout, window, onWindow, onSeek }: TimelineTapeProps) {
  const texts = useTexts().tables.timeline;
  const go = (event: PointerEvent<HTMLElement>) => {
    const { currentTarget: strip } = event;
    const x = (event.clientX - strip.getBoundingClientRect().left) / scaleOf(strip);
    const time = driver.tapeTimeAt(x);
    const span = window.to - window.from;
    const from = Math.max(0, Math.round(time - span / 2));
    onWindow({ from, to: from + span });
    onSeek(time);
  };
  return (
    <div
      className="timeline-tape"
      data-own-pointer=""
      title={texts.whole}
      style={{ top: layout.tape - 4, height: layout.tapeHeight + 8 }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) go(event);
      }}
    >
      <canvas ref={driver.refs.tape} style={{ width: layout.width, height: layout.tapeHeight }} />
      <div ref={driver.refs.tapeWindow} className="timeline-tape-window" />
      <div ref={driver.refs.tapeHead} className="timeline-tape-head" />
    </div>
  );
}
