// Node 20 does not run TypeScript, so this bundles an entry into node_modules/.cache and runs its main().
// The argument is a name in this folder (trace) or a path to a .ts file from the root of the project.
// Standard output belongs to the program; what goes wrong here goes to standard error.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const cache = join(root, 'node_modules/.cache/raftarium');

/** A reader such as `head` may leave early; that is no failure of ours. */
const leaveQuietly = (error) => {
  if (error?.code === 'EPIPE') process.exit(0);
  throw error;
};

const slugOf = (path) => relative(root, path).replaceAll(/[^a-z0-9]+/gi, '-');

const stampOf = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs}:${stat.size}` : 'missing';
};

const isFresh = (record) =>
  existsSync(join(cache, record.bundle)) &&
  Object.entries(record.stamps).every(([path, stamp]) => stampOf(join(root, path)) === stamp);

const readRecord = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/** The bundle is named by its content and moved into place, so that two runs at once cannot disturb each other. */
const writeAtomically = (path, text) => {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
};

const bundle = async (entry, recordPath) => {
  const { build } = await import('vite');
  // Every module that was read counts, also those of which only an inlined constant is left.
  const sources = new Set([fileURLToPath(import.meta.url)]);
  const noteSource = { name: 'note-source', moduleParsed: ({ id }) => existsSync(id) && sources.add(id) };
  const { NODE_ENV } = process.env;
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [noteSource],
    build: {
      ssr: entry,
      outDir: cache,
      write: false,
      minify: false,
      sourcemap: 'inline',
      target: 'node20',
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  // A build sets this to production, which the program and its children must not inherit.
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
  const [chunk] = output;
  const digest = createHash('sha256').update(chunk.code).digest('hex').slice(0, 12);
  const name = `${slugOf(entry)}-${digest}.mjs`;
  const stamps = Object.fromEntries([...sources].map((path) => [relative(root, path), stampOf(path)]));
  mkdirSync(cache, { recursive: true });
  writeAtomically(join(cache, name), chunk.code);
  writeAtomically(recordPath, JSON.stringify({ bundle: name, stamps }));
  return name;
};

const bundleFor = async (entry) => {
  const recordPath = join(cache, `${slugOf(entry)}.json`);
  const record = readRecord(recordPath);
  return record && isFresh(record) ? record.bundle : bundle(entry, recordPath);
};

process.stdout.on('error', leaveQuietly);
process.stderr.on('error', leaveQuietly);

const [name = '', ...rest] = process.argv.slice(2);
const entry = name.endsWith('.ts') ? resolve(root, name) : join(root, 'src/cli', `${name}.ts`);
if (!name || !existsSync(entry)) {
  process.stderr.write(`run.mjs: there is no ${relative(root, entry)}\n`);
  process.exit(2);
}
try {
  process.setSourceMapsEnabled(true);
  const program = await import(pathToFileURL(join(cache, await bundleFor(entry))).href);
  process.exitCode = await program.main(rest);
} catch (error) {
  if (error?.code === 'EPIPE') process.exit(0);
  process.stderr.write(`${error?.stack ?? error}\n`);
  process.exitCode = 1;
}
