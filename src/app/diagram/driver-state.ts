/** What the diagram's driver tells those beside the picture, and what it is told. */
import type { Palette, SpacetimeInk } from '../../draw';
import type { SpacetimeScene } from '../../scene';
import type { Chosen, Light } from './selection';

/** What is shown beside the picture; another object when any of it changed. */
export interface DiagramState {
  readonly chosen: Chosen | null;
  readonly light: Light;
  /** How many events the lit past and future hold; null: not lit. */
  readonly past: number | null;
  readonly future: number | null;
  readonly isFolded: boolean;
  readonly folds: number;
  readonly hiddenBeats: number;
  readonly hiddenOthers: number;
  readonly isReading: boolean;
  /** How many transitions have been read. */
  readonly known: number;
  readonly isCovered: boolean;
  /** Not all of the run is kept, so that what is counted is at least so much. */
  readonly isPart: boolean;
  /** The rows in view, from the first up to before the last. */
  readonly rows: readonly [number, number];
  /** Heartbeats are drawn, so that the events that they make are in view, too. */
  readonly showsBeats: boolean;
  readonly scene: SpacetimeScene | null;
}

/** How the picture is shown. */
export interface Screen {
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly foldText: SpacetimeInk['foldText'];
  readonly tickText: SpacetimeInk['tickText'];
}

export const NO_LIGHT: Light = { past: false, future: false };

export const NOTHING_SHOWN: DiagramState = {
  chosen: null,
  light: NO_LIGHT,
  past: null,
  future: null,
  isFolded: false,
  folds: 0,
  hiddenBeats: 0,
  hiddenOthers: 0,
  isReading: true,
  known: 0,
  isCovered: true,
  isPart: false,
  rows: [0, 0],
  showsBeats: true,
  scene: null,
};

/** The canvas, empty and of the right size. */
export function penOf(canvas: HTMLCanvasElement, { width, height, ratio }: Screen): CanvasRenderingContext2D | null {
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  const pen = canvas.getContext('2d');
  pen?.clearRect(0, 0, w, h);
  return pen;
}
