import { type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n';
import { Stage, stillSource, styledCopy } from '../../stage';
import type { Frame } from '../../trace';
import { LogPicture } from './LogPicture';
import { svgFile } from './svg-file';

export const STUDIO = { width: 960, height: 540 } as const;

const STAGE = { width: 560, height: 440 };
const LOGS = { width: 360, height: 400 };
const TOP = 56;

/** What is written around the picture. */
export interface Caption {
  readonly title: string;
  /** What just happened; nothing where nothing did. */
  readonly sentence: string;
  /** Below the picture: where it comes from. */
  readonly foot: string;
}

export interface StudioHandle {
  /** The picture of a frame as an SVG file, in the theme of the page. One at a time. */
  draw(frame: Frame, caption: Caption): Promise<string>;
}

interface Shot {
  readonly frame: Frame;
  readonly caption: Caption;
  readonly done: (file: string) => void;
}

/** Draws frames where nobody sees it, always of the same size, whatever the window is. */
export function Studio({ ref }: { readonly ref: Ref<StudioHandle> }) {
  const { stage } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const [shot, setShot] = useState<Shot | null>(null);
  useImperativeHandle(ref, () => ({
    draw: (frame, caption) => new Promise((done) => setShot({ frame, caption, done })),
  }));
  useLayoutEffect(() => {
    if (shot === null || box.current === null) return;
    shot.done(fileOf(box.current));
  }, [shot]);
  if (shot === null) return null;
  const { frame, caption } = shot;
  return (
    <div ref={box} className="studio" aria-hidden="true" inert>
      <Words caption={caption} />
      <Stage key={frame.time} source={stillSource(frame)} texts={stage} size={STAGE} paused reducedMotion />
      <LogPicture frame={frame} {...LOGS} />
    </div>
  );
}

function Words({ caption }: { readonly caption: Caption }) {
  const { width, height } = STUDIO;
  return (
    <svg className="studio__words" width={width} height={height} aria-hidden="true">
      <text className="studio__title" x={24} y={32}>
        {caption.title}
      </text>
      <text className="studio__sentence" x={24} y={54}>
        {caption.sentence}
      </text>
      <text className="studio__foot" x={24} y={height - 12}>
        {caption.foot}
      </text>
    </svg>
  );
}

function fileOf(box: HTMLElement): string {
  const place = (selector: string, x: number, y: number): Element[] => {
    const svg = box.querySelector(selector);
    if (svg === null) return [];
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    group.setAttribute('transform', `translate(${x} ${y})`);
    group.append(...[...svg.children].map((child) => styledCopy(child)));
    return [group];
  };
  const background = getComputedStyle(document.documentElement).getPropertyValue('--surface').trim();
  return svgFile(STUDIO.width, STUDIO.height, background, [
    ...place('.stage-svg', 12, TOP),
    ...place('.log-picture', STAGE.width + 16, TOP + 20),
    ...place('.studio__words', 0, 0),
  ]);
}
