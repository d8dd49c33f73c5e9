import {
  BANNED_EVERYWHERE,
  BANNED_IN_CORE,
  BANNED_IN_RING,
  CLOCK,
  ENTRIES,
  LAZY_FOLDERS,
  PURE_RING,
  SIDE_DOORS,
  TABLE,
  TEST_PACKAGES,
} from './fence.ts';
import { type Link, type Parsed, parseSource, resolveLink, type SourceFile } from './source.ts';

export const COLUMNS = 160;

const isCode = (path: string) => /\.tsx?$/.test(path);
const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const isInSource = (path: string) => path.startsWith('src/');

/** The folder under src, or the file's own name where it lies directly in src. */
export const folderOf = (path: string): string => path.split('/')[1] ?? path;

const packageOf = (specifier: string): string => {
  if (specifier.startsWith('node:')) return 'node';
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
};

/** Every folder that the given one can come to depend on. */
function below(folder: string, seen = new Set<string>()): Set<string> {
  const { folders = [], types = [] } = TABLE[folder] ?? {};
  for (const next of [...folders, ...types]) {
    if (seen.has(next)) continue;
    seen.add(next);
    below(next, seen);
  }
  return seen;
}

type Tree = { parsed: Parsed[]; known: Set<string>; texts: SourceFile[] };

function treeOf(files: SourceFile[]): Tree {
  const parsed = files.filter((file) => isCode(file.path)).map(parseSource);
  return { parsed, known: new Set(files.map((file) => file.path)), texts: files };
}

function faultOfPackage(path: string, link: Link): string | undefined {
  const folder = folderOf(path);
  const name = packageOf(link.specifier);
  const allowed = [...(TABLE[folder]?.packages ?? []), ...(isTest(path) ? TEST_PACKAGES : [])];
  if (!allowed.includes(name)) return `${folder} may not import the package ${name}`;
  if (name === 'd3' && link.isNamespace) return 'import d3 by names, or the whole of it is shipped';
  return undefined;
}

function faultOfFolder(path: string, target: string, link: Link): string | undefined {
  const [from, to] = [folderOf(path), folderOf(target)];
  if (from === to) return undefined;
  if (to === 'testing') return isTest(path) ? undefined : 'only tests may import testing';
  if (SIDE_DOORS[from]?.includes(target)) return undefined;
  const rule = TABLE[from];
  const isFull = rule?.folders.includes(to) || (isTest(path) && below(from).has(to));
  if (!isFull && !rule?.types?.includes(to)) return `${from} may not import ${to}`;
  if (!isFull && link.kind !== 'type') return `${from} may import only types from ${to}`;
  // What stands in for something in tests is in no index.
  if (isTest(path) && /\/fake-[\w-]+\.ts$/.test(target)) return undefined;
  if (target !== `src/${to}/index.ts`) return `enter ${to} through its index.ts`;
  if (LAZY_FOLDERS.includes(to) && !link.isDynamic) return `load ${to} with import(), so that readers do not`;
  return undefined;
}

function faultOfLink(path: string, link: Link, known: ReadonlySet<string>): string | undefined {
  if (!link.specifier.startsWith('.')) return faultOfPackage(path, link);
  const target = resolveLink(path, link.specifier, known);
  if (!target) return `there is no ${link.specifier}`;
  if (!isInSource(target)) return 'src may not import from outside of src';
  return faultOfFolder(path, target, link);
}

/** Imports against the table, entered folders, and folders that the table does not know. */
export function importFaults({ parsed, known }: Tree): string[] {
  return parsed
    .filter(({ path }) => isInSource(path))
    .flatMap(({ path, links }) => {
      if (!TABLE[folderOf(path)]) return [`${path}: ${folderOf(path)} is not in the table of testing/fence.ts`];
      return links.flatMap((link) => {
        const fault = faultOfLink(path, link, known);
        return fault ? [`${path}:${link.line} ${fault}`] : [];
      });
    });
}

/** A barrel anywhere else hides which file is needed and invites cycles. */
export function barrelFaults({ parsed }: Tree): string[] {
  return parsed
    .filter(({ path, isBarrel }) => isInSource(path) && isBarrel && !path.endsWith('/index.ts'))
    .map(({ path }) => `${path}: only an index.ts may do nothing but re-export`);
}

function neighbours({ parsed, known }: Tree): Map<string, string[]> {
  return new Map(
    parsed.map(({ path, links }) => [
      path,
      links.flatMap(({ specifier }) => resolveLink(path, specifier, known) ?? []),
    ]),
  );
}

/** Each cycle once, as the path that closes it. */
export function cycleFaults(tree: Tree): string[] {
  const graph = neighbours(tree);
  const done = new Set<string>();
  const faults: string[] = [];
  const visit = (path: string, trail: string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) faults.push(`cycle: ${[...trail.slice(at), path].join(' → ')}`);
    if (at >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return faults;
}

function bannedIn(path: string): Record<string, string> {
  if (isTest(path) || !isInSource(path)) return {};
  const folder = folderOf(path);
  return {
    ...(path === CLOCK ? {} : BANNED_EVERYWHERE),
    ...(PURE_RING.includes(folder) ? BANNED_IN_RING : {}),
    ...(folder === 'raft' || folder === 'sim' ? BANNED_IN_CORE : {}),
  };
}

export function nameFaults({ parsed }: Tree): string[] {
  return parsed.flatMap(({ path, uses }) => {
    const banned = bannedIn(path);
    return uses
      .filter(({ name }) => Object.hasOwn(banned, name))
      .map(({ name, line }) => `${path}:${line} ${name} is banned here: ${banned[name]}`);
  });
}

/** Files that no entry leads to, style sheets included. */
export function strayFaults(tree: Tree): string[] {
  const graph = neighbours(tree);
  const reached = new Set([...tree.known].filter((path) => ENTRIES.some((entry) => entry.test(path))));
  for (const path of reached) for (const next of graph.get(path) ?? []) reached.add(next);
  return [...tree.known]
    .filter((path) => isInSource(path) && !reached.has(path))
    .map((path) => `${path}: nobody imports it`);
}

/** Folders of the pure ring that hold code but no test. */
export function testFaults({ known }: Tree): string[] {
  const inFolder = (folder: string) => [...known].filter((path) => path.startsWith(`src/${folder}/`) && isCode(path));
  return PURE_RING.filter((folder) => inFolder(folder).length > 0 && !inFolder(folder).some(isTest)).map(
    (folder) => `src/${folder}: holds no *.test.ts`,
  );
}

/** Notes to self, and lines that no screen shows whole; texts for readers in i18n may be long. */
export function lineFaults({ texts }: Tree): string[] {
  const notes = new RegExp(`\\b(${['FIX', 'TO', 'XX'].map((word, i) => word + ['ME', 'DO', 'X'][i]).join('|')})\\b`);
  return texts.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const place = `${path}:${index + 1}`;
      const note = line.match(notes);
      const isLong = line.length > COLUMNS && !path.startsWith('src/i18n/');
      return [
        ...(note ? [`${place} ${note[0]} is left over: do it, or file it`] : []),
        ...(isLong ? [`${place} is ${line.length} columns long, ${COLUMNS} is the most`] : []),
      ];
    }),
  );
}

/** Everything that the fence holds against a tree of files, paths from the root of the project. */
export function tidyFaults(files: SourceFile[]): string[] {
  const tree = treeOf(files);
  return [importFaults, barrelFaults, cycleFaults, nameFaults, strayFaults, testFaults, lineFaults].flatMap((check) =>
    check(tree),
  );
}
