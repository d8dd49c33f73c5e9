/** A film of a run: WebM by the browser's own encoder, or its frames as SVG files in one archive. */
import { zipTexts } from '../../share';
import { FRAME } from './film-times';
import { drawSvg } from './svg-file';

export interface Film {
  readonly blob: Blob;
  readonly ending: 'webm' | 'svg.zip';
}

export interface Filming {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  /** The n-th frame as an SVG file. */
  frame(n: number): Promise<string>;
  /** How much is done, 0 to 1; false: nobody wants it any more. */
  progress(part: number): boolean;
}

/** Pixels of a film for each pixel of its frames. */
const SCALE = 4 / 3;
const BITS_A_SECOND = 5_000_000;
const TYPES = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];

/** Null: nobody wants it any more. */
export async function makeFilm(filming: Filming): Promise<Film | null> {
  const frames: string[] = [];
  const type = recordedType();
  // Recording takes as long as the film.
  const share = type === null ? 1 : 0.5;
  for (let n = 0; n < filming.count; n++) {
    if (!filming.progress((n / filming.count) * share)) return null;
    frames.push(await filming.frame(n));
    await pause(0);
  }
  if (type === null) return { blob: archive(frames), ending: 'svg.zip' };
  const blob = await record(frames, type, filming);
  return blob === null ? null : { blob, ending: 'webm' };
}

/** What the browser can record, or null. */
function recordedType(): string | null {
  if (typeof MediaRecorder === 'undefined' || !('captureStream' in HTMLCanvasElement.prototype)) return null;
  return TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? null;
}

async function record(frames: readonly string[], type: string, filming: Filming): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(filming.width * SCALE);
  canvas.height = Math.round(filming.height * SCALE);
  await drawSvg(frames[0], canvas);
  const recorder = new MediaRecorder(canvas.captureStream(1000 / FRAME), {
    mimeType: type,
    videoBitsPerSecond: BITS_A_SECOND,
  });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const stopped = new Promise((done) => {
    recorder.onstop = done;
  });
  recorder.start();
  let wanted = true;
  for (let n = 0; n < frames.length && wanted; n++) {
    await Promise.all([drawSvg(frames[n], canvas), pause(FRAME)]);
    wanted = filming.progress(0.5 + (n / frames.length) * 0.5);
  }
  recorder.stop();
  await stopped;
  return wanted ? new Blob(parts, { type: 'video/webm' }) : null;
}

function archive(frames: readonly string[]): Blob {
  const digits = String(frames.length).length;
  const files = frames.map((text, n) => [`frame-${String(n + 1).padStart(digits, '0')}.svg`, text] as const);
  return new Blob([zipTexts(files) as Uint8Array<ArrayBuffer>], { type: 'application/zip' });
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
