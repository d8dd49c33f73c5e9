/** The table of ARCHITECTURE.md: who may import whom. `types` may be imported as types only. */
export type Rule = { folders: string[]; types?: string[]; packages: string[] };

export const PURE_RING = [
  'base',
  'raft',
  'sim',
  'trace',
  'recorded',
  'invariants',
  'share',
  'scenarios',
  'stories',
  'challenges',
  'scene',
  'lab',
];

const UP_TO_WORKER = [...PURE_RING, 'worker'];
const UP_TO_STAGE = [...UP_TO_WORKER, 'store', 'sync', 'ui', 'i18n', 'draw', 'stage'];
const CORE = ['base', 'raft', 'sim'];

/** `node` stands for Node's own modules; a package includes its sub-paths. */
export const TABLE: Record<string, Rule> = {
  base: { folders: [], packages: [] },
  raft: { folders: ['base'], packages: [] },
  sim: { folders: ['raft', 'base'], packages: [] },
  trace: { folders: CORE, packages: [] },
  recorded: { folders: ['trace', ...CORE], packages: [] },
  invariants: { folders: CORE, packages: [] },
  share: { folders: CORE, packages: ['fflate'] },
  scenarios: { folders: CORE, types: ['trace', 'invariants'], packages: [] },
  stories: { folders: ['scenarios', ...CORE], types: ['trace'], packages: [] },
  challenges: { folders: ['stories', 'scenarios', ...CORE], packages: [] },
  scene: { folders: ['trace', 'base'], types: ['raft'], packages: ['d3'] },
  lab: { folders: ['scenarios', 'trace', 'invariants', 'share', ...CORE], packages: [] },
  worker: { folders: ['lab', 'share', 'base'], types: ['sim'], packages: [] },
  store: { folders: UP_TO_WORKER, packages: ['zustand', 'react'] },
  sync: { folders: ['store', 'share', 'sim', 'trace', 'base'], packages: [] },
  ui: { folders: ['base'], packages: ['react', 'framer-motion'] },
  i18n: { folders: ['base'], packages: ['react'] },
  draw: { folders: ['scene', 'trace', 'base'], types: ['sim'], packages: [] },
  stage: { folders: ['draw', 'scene', 'ui', 'i18n', 'base'], types: ['trace', 'sim'], packages: ['react'] },
  app: { folders: UP_TO_STAGE, packages: ['react', 'framer-motion', 'uqr'] },
  embed: { folders: UP_TO_STAGE, packages: ['react', 'react-dom', 'preact'] },
  gallery: { folders: UP_TO_STAGE, packages: ['react'] },
  build: { folders: ['i18n', 'scenarios', 'stories'], packages: ['node', 'vite', '@vitejs/plugin-react'] },
  cli: { folders: UP_TO_WORKER, packages: ['node'] },
  testing: {
    folders: [...UP_TO_STAGE, 'app', 'embed'],
    packages: ['node', 'vite', 'vitest', 'fast-check', 'react', 'react-dom', 'framer-motion'],
  },
  'main.tsx': { folders: ['app', 'embed', 'gallery', 'share', 'ui'], packages: ['react', 'react-dom'] },
};

/** What a folder may import beside that, and nothing else of its folder: embeds show panes of the page. */
export const SIDE_DOORS: Readonly<Record<string, readonly string[]>> = {
  embed: ['src/app/panes.tsx', 'src/app/lecture/embedded.tsx', 'src/app/challenges/pieces.ts'],
};

/** Only a click on the developers' page may load it. */
export const LAZY_FOLDERS = ['gallery'];

/** What tests may use beside what their folder may. */
export const TEST_PACKAGES = ['vitest', 'fast-check', 'happy-dom', 'react', 'react-dom', 'framer-motion', 'node'];

/** Files that nobody imports because they are where something starts. */
export const ENTRIES = [
  /^src\/main\.tsx$/,
  /^src\/embed\/(main\.tsx|element\.ts|start\.ts)$/,
  /^src\/cli\/[^/]+\.ts$/,
  /^src\/testing\/(all|size)\.ts$/,
  /^src\/build\/(index|keeper|previews)\.ts$/,
  /\.test\.tsx?$/,
  /\.d\.ts$/,
  /^e2e\//,
];

/** The one file that may ask for animation frames. */
export const CLOCK = 'src/store/clock.ts';

const NO_DOM = 'the pure ring has no page: return data and let stage or app draw it';
const NO_TIME = 'time is an integer in the cluster: take it as an argument';
const NO_TIMER = 'a timer is data in the cluster: return an effect';
const NOT_PURE = 'take it as an argument from cli, worker or store';
const NO_ROUNDING = 'engines round it differently: use integers and + - * /';

/** Banned in the pure ring, each with what to do instead. */
export const BANNED_IN_RING: Record<string, string> = {
  React: 'the pure ring draws nothing: return data',
  document: NO_DOM,
  window: NO_DOM,
  navigator: NO_DOM,
  localStorage: NOT_PURE,
  fetch: NOT_PURE,
  process: NOT_PURE,
  globalThis: NOT_PURE,
  console: 'return what there is to say; cli prints it',
  setTimeout: NO_TIMER,
  setInterval: NO_TIMER,
  queueMicrotask: NO_TIMER,
  Date: NO_TIME,
  performance: NO_TIME,
  crypto: 'use draw(seed, stream, n) of base/prng.ts',
  'Math.random': 'use draw(seed, stream, n) of base/prng.ts',
};

/** Banned in raft and sim too, where a shared link must replay the same in every browser. */
export const BANNED_IN_CORE: Record<string, string> = {
  ...Object.fromEntries(
    'sin cos tan asin acos atan atan2 sinh cosh tanh exp expm1 log log10 log1p log2 pow sqrt cbrt hypot'
      .split(' ')
      .map((name) => [`Math.${name}`, NO_ROUNDING]),
  ),
  '**': NO_ROUNDING,
};

/** Banned everywhere but in the clock. */
export const BANNED_EVERYWHERE: Record<string, string> = {
  requestAnimationFrame: 'the product has one animation loop: subscribe to store/clock.ts',
};
