import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

export type BuiltFile = { path: string; bytes: Uint8Array };

export const CODE_LIMIT = 180_000;
export const FONT_LIMIT = 120_000;
/** The script of the custom element. */
export const ELEMENT_LIMIT = 3_000;
/** All that an embed loads before its first picture. */
export const EMBED_LIMIT = 120_000;

const isCode = (path: string) => /\.(m?js|css)$/.test(path);
const isFont = (path: string) => path.endsWith('.woff2');
/** The chunk of one language; see i18n/load.ts. */
const LANGUAGE = /\/texts-/;
/** What is loaded with a door although it is named nowhere before: of each kind one, by their names in vite.config.ts. */
const PARTS: Readonly<Record<string, readonly RegExp[]>> = {
  Learn: [/\/chapter-/, /\/captions-/, /\/contents-/],
  Challenges: [/\/Challenge(Page|List)-.*js$/, /\/kinds-/, /\/asked-/, /\/about-/],
};

const isRead = (path: string) => isCode(path) || path.endsWith('.html');

/** Everything the page can come to load: a built file is reached where a reached text holds its hashed name. */
export function reachable(files: BuiltFile[], entry = 'index.html'): BuiltFile[] {
  return reach(files, [entry], (text) => text);
}

/** Up to its closing bracket, whatever addresses are made of within. */
const THREAD = /new Worker\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

/**
 * What the page loads before anything is asked of it: as above, without what is imported on demand, and without
 * threads. The page starts its drawing thread only after it has been painted, which a journey checks.
 */
export function firstLoad(files: BuiltFile[], entry = 'index.html', door: readonly string[] = []): BuiltFile[] {
  const later = new RegExp(`${THREAD.source}|import\\([^)]*\\)|__vite__mapDeps=.*?;`, 'g');
  return reach(files, [entry, ...door], (text) => text.replaceAll(later, ''));
}

/** The scripts that these files start as threads. */
function threadsOf(files: readonly BuiltFile[], all: readonly BuiltFile[]): BuiltFile[] {
  const starts = files
    .filter((file) => isRead(file.path))
    .flatMap((file) => new TextDecoder().decode(file.bytes).match(THREAD) ?? []);
  return all.filter((file) => starts.some((start) => start.includes(posix.basename(file.path))));
}

/** The doors of the page, each with the paths of what is loaded when it is the first to be opened. */
export function doorsOf(files: BuiltFile[]): Map<string, string[]> {
  const doors = new Map<string, string[]>();
  for (const { path, bytes } of files) {
    if (!isCode(path) || path.endsWith('.css')) continue;
    const text = new TextDecoder().decode(bytes);
    const listed = /__vite__mapDeps=.*?\[((?:["'`][^\]]*)?)\]\)/.exec(text)?.[1].match(/[^"'`,]+/g) ?? [];
    for (const match of text.matchAll(DOOR)) {
      const needed = (match[3] ?? '').split(',').map((index) => listed[Number(index)]);
      const names = [match[1], ...needed].map((name) => posix.basename(name ?? ''));
      doors.set(
        match[2],
        files.filter((file) => names.includes(posix.basename(file.path))).map((file) => file.path),
      );
    }
  }
  return doors;
}

/** How the bundler writes that a door is loaded, and what else goes with it. */
const DOOR = /import\(["'`]([^"'`]*\b(\w+)Door-[^"'`]*)["'`]\)[^;]*?__vite__mapDeps\(\[([\d,]*)\]\)/g;

function reach(files: BuiltFile[], entries: string[], read: (text: string) => string): BuiltFile[] {
  const reached = new Set(files.filter((file) => entries.includes(file.path)));
  for (const file of reached) {
    if (!isRead(file.path)) continue;
    const text = read(new TextDecoder().decode(file.bytes));
    for (const other of files) if (text.includes(posix.basename(other.path))) reached.add(other);
  }
  return [...reached];
}

const sum = (figures: number[]) => figures.reduce((total, figure) => total + figure, 0);
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** The weight of a build in words, and whether the first load of each door keeps within its limits. */
export function weigh(files: BuiltFile[]): { lines: string[]; withinLimits: boolean } {
  const page = reachable(files.filter(({ path }) => !isOfEmbeds(path)));
  const sizes = new Map(page.filter((file) => isCode(file.path)).map((file) => [file, sizeOf(file)]));
  const doors = doorsOf(page);
  if (doors.size === 0) doors.set('page', []);
  const loads = [...doors].map(([name, door]) => ({ name, size: firstSize(page, sizes, door, PARTS[name]) }));
  const always = new Set(firstLoad(page));
  const threads = new Set(threadsOf(page, page));
  const embed = embedSizes(files);
  const fontSize = sum(page.filter((file) => isFont(file.path)).map((file) => file.bytes.length));
  return {
    lines: [
      ...[...sizes].map(
        ([file, size]) =>
          `  ${kilobytes(size).padStart(9)}  ${file.path}${always.has(file) ? '' : threads.has(file) ? ' (a thread)' : ' (on demand)'}`,
      ),
      ...loads.map(
        ({ name, size }) =>
          `JS and CSS of the first load of ${name}, one language, gzip: ${kilobytes(size)} of ${kilobytes(CODE_LIMIT)}`,
      ),
      `threads, started after the first paint, gzip: ${kilobytes(sum([...threads].map((file) => sizes.get(file) ?? 0)))}, not counted above`,
      `JS and CSS in all, gzip: ${kilobytes(sum([...sizes.values()]))}`,
      `fonts: ${kilobytes(fontSize)} of ${kilobytes(FONT_LIMIT)}`,
      `embed.js, gzip: ${kilobytes(embed.element)} of ${kilobytes(ELEMENT_LIMIT)}`,
      `all that an embed loads before its first picture, with one language and its run, gzip: ${kilobytes(embed.first)} of ${kilobytes(EMBED_LIMIT)}`,
    ],
    withinLimits:
      embed.element <= ELEMENT_LIMIT &&
      embed.first <= EMBED_LIMIT &&
      sizes.size > 0 &&
      loads.every(({ size }) => size <= CODE_LIMIT) &&
      fontSize <= FONT_LIMIT,
  };
}

/** The texts of one language, the most that a scenario or a link brings along, and what every embed is. */
const EMBED_CONTENT = /^embed\/(scenarios|links)-/;
/** What a challenge brings along instead: those of its topic, and what all of them need. */
const EMBED_TOPIC = /^embed\/kinds-/;
const EMBED_CHALLENGES = /^embed\/(challenges|player)-/;
const EMBED_TEXTS = /^embed\/(texts|embed)-.*\.js$/;

/** What other pages load, and none of the page's doors. */
const isOfEmbeds = (path: string) => /^embed(\/|[-.])/.test(path);

function embedSizes(files: readonly BuiltFile[]): { readonly element: number; readonly first: number } {
  const element = sum(files.filter(({ path }) => path === 'embed.js').map(sizeOf));
  const own = files.filter(
    ({ path }) => path === 'embed.html' || path === 'embed-start.js' || path.startsWith('embed/'),
  );
  // What stands in for the module where that cannot be loaded is never loaded with it.
  const always = firstLoad([...own], 'embed.html').filter(({ path }) => !isFont(path));
  const later = own.filter((file) => !always.includes(file));
  const extra = (file: BuiltFile, beside: readonly BuiltFile[] = []) =>
    sum(
      firstLoad(
        own,
        file.path,
        beside.map(({ path }) => path),
      )
        .filter((one) => !always.includes(one))
        .map(sizeOf),
    );
  const named = (name: RegExp) => later.filter(({ path }) => name.test(path));
  const asked = named(EMBED_TOPIC).map((file) => extra(file, named(EMBED_CHALLENGES)));
  const content = Math.max(0, ...named(EMBED_CONTENT).map((file) => extra(file)), ...asked);
  // Two languages: the heavier half of their files.
  const texts = later
    .filter(({ path }) => EMBED_TEXTS.test(path))
    .map((file) => extra(file))
    .sort((a, b) => b - a);
  const [page = 0, , small = 0] = texts;
  return { element, first: sum(always.map(sizeOf)) + content + page + small };
}

const sizeOf = (file: BuiltFile) => gzipSync(file.bytes, { level: 9 }).length;

/** One language is loaded at the start, whichever it is; with the story, a chapter of it; with the challenges, one. */
function firstSize(
  page: BuiltFile[],
  sizes: ReadonlyMap<BuiltFile, number>,
  door: readonly string[],
  parts: readonly RegExp[] = [],
): number {
  const first = firstLoad(page, 'index.html', door);
  const weight = (file: BuiltFile) => sizes.get(file) ?? 0;
  const total = (files: readonly BuiltFile[]) => sum(files.map(weight));
  const largest = (name: RegExp): BuiltFile[] =>
    page
      .filter((file) => !first.includes(file) && name.test(file.path))
      // With what each of them brings along.
      .map(({ path }) => firstLoad(page, path))
      .reduce<BuiltFile[]>((most, files) => (total(files) > total(most) ? files : most), []);
  // What several of them bring along is loaded once.
  return total([...new Set([...first, ...[LANGUAGE, ...parts].flatMap(largest)])]);
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
