/** Whether what is shown fits below one another into the frame, or has to be shown side by side and by turns. */
import { useState, useSyncExternalStore } from 'react';
import { heightOfLogs } from '../app/panes';
import type { EmbedView } from '../share';

/** What each view needs to say something, in pixels. */
const LEAST: Readonly<Record<Exclude<EmbedView, 'log'>, number>> = {
  cluster: 180,
  spacetime: 200,
  inspector: 240,
  why: 150,
  clients: 110,
  safety: 240,
};

export const leastOf = (view: EmbedView, servers: number): number =>
  view === 'log' ? heightOfLogs(servers) + 5 : LEAST[view];

/** Of the cluster where it has room, of the bar, and of what is said below the cluster in narrow frames. */
export const STAGE = 256;
const BAR = 46;
const SAID = 84;
/** Narrower frames have everything below one another. */
export const NARROW = 520;
/** In lower ones half of what is left is too little for a ring. */
const LOW = 400;

/** How high all views are below one another, with the cluster as low as it may be and as it would like to be. */
export function heightsOf(views: readonly EmbedView[], servers: number, width: number, hasBar: boolean) {
  const hasStage = views.includes('cluster');
  // Why is said beside the cluster.
  const others = views.filter((view) => view !== 'cluster' && view !== 'why');
  const rest =
    others.reduce((sum, view) => sum + leastOf(view, servers), 0) +
    (hasBar ? BAR : 0) +
    (hasStage && width < NARROW ? SAID : 0);
  return { least: rest + (hasStage ? LEAST.cluster : 0), wanted: rest + (hasStage ? STAGE : 0) };
}

/** Whether a frame that is too low for all views is too low for the cluster above one of the others. */
export const isTurned = (views: readonly EmbedView[], width: number, height: number): boolean =>
  width < NARROW && height < LOW && views.includes('cluster');

const onResize = (listener: () => void) => {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
};

export interface Folded {
  /** The height at which all views would fit below one another, in pixels. */
  readonly wanted: number;
  /** The views do not fit beside the cluster either. */
  readonly narrow: boolean;
  /** Nor below it: the cluster comes by turns with them. */
  readonly turned: boolean;
}

/**
 * How views are shown that do not fit below one another; null where they do. What has been so at a width
 * stays so, whatever the page around makes of the height: it might follow what it is told.
 */
export function useFold(views: readonly EmbedView[], servers: number, scale: number, hasBar: boolean): Folded | null {
  const width = useSyncExternalStore(onResize, () => Math.round(window.innerWidth / scale));
  const height = useSyncExternalStore(onResize, () => Math.round(window.innerHeight / scale));
  const key = `${views.join()} ${width}`;
  const [fitting, setFitting] = useState<string | null>(null);
  const { least, wanted } = heightsOf(views, servers, width, hasBar);
  const fits = fitting === key || height >= least || views.length < 2;
  if (fits && fitting !== key) setFitting(key);
  return fits ? null : { wanted, narrow: width < NARROW, turned: isTurned(views, width, height) };
}
