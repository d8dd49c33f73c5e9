import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTexts } from '../i18n';
import { viewpoint } from '../scene';
import type { Frame, Trace } from '../trace';
import type { FrameSource } from './types';

interface TimelineSliderProps {
  source: FrameSource;
  settled: FrameSource;
  trace: Trace;
  /** How much is shown, microseconds. */
  span: number;
  onSeek: (time: number) => void;
  /** Shows `factor` times as much. */
  onZoom: (factor: number) => void;
}

/** The play head's handle: a slider over the known run for keyboards and screen readers. */
export function TimelineSlider({ source, settled, trace, span, onSeek, onZoom }: TimelineSliderProps) {
  const texts = useTexts().tables.timeline;
  const handle = useRef<HTMLDivElement>(null);
  const values = (frame: Frame) => {
    const { time } = frame;
    const leader = viewpoint(frame.servers, null);
    const term = leader?.term ?? frame.servers.reduce((most, server) => Math.max(most, server.term), 0);
    return {
      'aria-valuemax': Math.floor(Math.max(time, trace.horizon) / 1000),
      'aria-valuenow': Math.floor(time / 1000),
      'aria-valuetext': texts.now(time, term, leader?.id ?? null),
    };
  };
  const latest = useRef(values);
  latest.current = values;
  useEffect(
    () =>
      settled.subscribe((frame) => {
        for (const [name, value] of Object.entries(latest.current(frame))) {
          handle.current?.setAttribute(name, String(value));
        }
      }),
    [settled],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { time } = source.current();
    const step = (event.shiftKey ? 0.1 : 0.01) * span;
    const goals: Record<string, number> = {
      ArrowLeft: time - step,
      ArrowDown: time - step,
      ArrowRight: time + step,
      ArrowUp: time + step,
      PageDown: time - span / 4,
      PageUp: time + span / 4,
      Home: 0,
      End: trace.horizon,
    };
    const goal = goals[event.key];
    if (goal !== undefined) onSeek(Math.max(0, Math.round(goal)));
    else if (event.key === '+' || event.key === '=') onZoom(0.5);
    else if (event.key === '-') onZoom(2);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const initial = values(source.current());
  return (
    <div
      ref={handle}
      className="timeline-handle"
      role="slider"
      tabIndex={0}
      aria-label={texts.slider}
      aria-valuemin={0}
      aria-valuemax={initial['aria-valuemax']}
      aria-valuenow={initial['aria-valuenow']}
      aria-valuetext={initial['aria-valuetext']}
      onKeyDown={onKeyDown}
    />
  );
}
