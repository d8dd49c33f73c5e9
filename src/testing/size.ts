import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

export type BuiltFile = { path: string; bytes: Uint8Array };

export const CODE_LIMIT = 180_000;
export const FONT_LIMIT = 120_000;

const isCode = (path: string) => /\.(m?js|css)$/.test(path);
const isFont = (path: string) => path.endsWith('.woff2');
const isRead = (path: string) => isCode(path) || path.endsWith('.html');

/** Everything the page can come to load: a built file is reached where a reached text holds its hashed name. */
export function reachable(files: BuiltFile[], entry = 'index.html'): BuiltFile[] {
  const reached = new Set(files.filter((file) => file.path === entry));
  for (const file of reached) {
    if (!isRead(file.path)) continue;
    const text = new TextDecoder().decode(file.bytes);
    for (const other of files) if (text.includes(posix.basename(other.path))) reached.add(other);
  }
  return [...reached];
}

const sum = (figures: number[]) => figures.reduce((total, figure) => total + figure, 0);
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** The weight of a build in words, and whether it keeps within its limits. */
export function weigh(files: BuiltFile[]): { lines: string[]; withinLimits: boolean } {
  const page = reachable(files);
  const code = page
    .filter((file) => isCode(file.path))
    .map(({ path, bytes }) => ({ path, size: gzipSync(bytes, { level: 9 }).length }));
  const codeSize = sum(code.map((file) => file.size));
  const fontSize = sum(page.filter((file) => isFont(file.path)).map((file) => file.bytes.length));
  return {
    lines: [
      ...code.map(({ path, size }) => `  ${kilobytes(size).padStart(9)}  ${path}`),
      `JS and CSS, gzip: ${kilobytes(codeSize)} of ${kilobytes(CODE_LIMIT)}`,
      `fonts: ${kilobytes(fontSize)} of ${kilobytes(FONT_LIMIT)}`,
    ],
    withinLimits: code.length > 0 && codeSize <= CODE_LIMIT && fontSize <= FONT_LIMIT,
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
