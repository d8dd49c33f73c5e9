import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

export type BuiltFile = { path: string; bytes: Uint8Array };

export const CODE_LIMIT = 180_000;
export const FONT_LIMIT = 120_000;

const isCode = (path: string) => /\.(m?js|css)$/.test(path);
const isFont = (path: string) => path.endsWith('.woff2');
/** The chunk of one language; see i18n/load.ts. */
const LANGUAGE = /\/texts-/;

const isRead = (path: string) => isCode(path) || path.endsWith('.html');

/** Everything the page can come to load: a built file is reached where a reached text holds its hashed name. */
export function reachable(files: BuiltFile[], entry = 'index.html'): BuiltFile[] {
  return reach(files, entry, (text) => text);
}

/** Up to its closing bracket, whatever addresses are made of within. */
const THREAD = /new Worker\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

/**
 * What the page loads before anything is asked of it: as above, without what is imported on demand, and without
 * threads. The page starts its drawing thread only after it has been painted, which a journey checks.
 */
export function firstLoad(files: BuiltFile[], entry = 'index.html'): BuiltFile[] {
  const later = new RegExp(`${THREAD.source}|import\\([^)]*\\)|__vite__mapDeps=.*?;`, 'g');
  return reach(files, entry, (text) => text.replaceAll(later, ''));
}

/** The scripts that these files start as threads. */
function threadsOf(files: readonly BuiltFile[], all: readonly BuiltFile[]): BuiltFile[] {
  const starts = files
    .filter((file) => isRead(file.path))
    .flatMap((file) => new TextDecoder().decode(file.bytes).match(THREAD) ?? []);
  return all.filter((file) => starts.some((start) => start.includes(posix.basename(file.path))));
}

function reach(files: BuiltFile[], entry: string, read: (text: string) => string): BuiltFile[] {
  const reached = new Set(files.filter((file) => file.path === entry));
  for (const file of reached) {
    if (!isRead(file.path)) continue;
    const text = read(new TextDecoder().decode(file.bytes));
    for (const other of files) if (text.includes(posix.basename(other.path))) reached.add(other);
  }
  return [...reached];
}

const sum = (figures: number[]) => figures.reduce((total, figure) => total + figure, 0);
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** The weight of a build in words, and whether the first load keeps within its limits. */
export function weigh(files: BuiltFile[]): { lines: string[]; withinLimits: boolean } {
  const page = reachable(files);
  const first = new Set(firstLoad(files));
  const threads = new Set(threadsOf([...first], files));
  const code = page
    .filter((file) => isCode(file.path))
    .map((file) => ({
      ...file,
      size: gzipSync(file.bytes, { level: 9 }).length,
      isFirst: first.has(file),
      isThread: threads.has(file),
    }));
  // One language is loaded at the start, whichever it is.
  const languages = code.filter((file) => !file.isFirst && LANGUAGE.test(file.path)).map((file) => file.size);
  const firstSize = sum(code.filter((file) => file.isFirst).map((file) => file.size)) + Math.max(0, ...languages);
  const threadSize = sum(code.filter((file) => file.isThread).map((file) => file.size));
  const fontSize = sum(page.filter((file) => isFont(file.path)).map((file) => file.bytes.length));
  return {
    lines: [
      ...code.map(
        ({ path, size, isFirst, isThread }) =>
          `  ${kilobytes(size).padStart(9)}  ${path}${isFirst ? '' : isThread ? ' (a thread)' : ' (on demand)'}`,
      ),
      `JS and CSS of the first load, one language, gzip: ${kilobytes(firstSize)} of ${kilobytes(CODE_LIMIT)}`,
      `threads that are started after the first paint, gzip: ${kilobytes(threadSize)}, not counted above`,
      `JS and CSS in all, gzip: ${kilobytes(sum(code.map((file) => file.size)))}`,
      `fonts: ${kilobytes(fontSize)} of ${kilobytes(FONT_LIMIT)}`,
    ],
    withinLimits: code.length > 0 && firstSize <= CODE_LIMIT && fontSize <= FONT_LIMIT,
  };
}

function readBuild(folder: string): BuiltFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .map((path) => ({ path: posix.relative(folder, path.replaceAll('\\', '/')), bytes: readFileSync(path) }));
}

export async function main(): Promise<number> {
  const { lines, withinLimits } = weigh(readBuild('dist'));
  process.stdout.write(`${lines.join('\n')}\n`);
  if (!withinLimits) process.stderr.write('The build is heavier than it may be, or holds no page.\n');
  return withinLimits ? 0 : 1;
}
