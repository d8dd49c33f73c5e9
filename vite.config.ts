import react from '@vitejs/plugin-react';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { besideThePage } from './src/build/index.ts';

/** What d3-array makes with these as it is loaded, nobody here asks for. */
const treeshake = { manualPureFunctions: ['Blur2', 'bisector', 'shuffler'] };

/** What all of the first load needs is one file. */
const CORE = {
  name: 'core',
  test: /node_modules\/(react|react-dom|scheduler|preact|zustand)\/|\/src\/(base|raft|sim|share|store)\/(?!index\.ts|embed|snippet|rules\.ts|announce|registry|entries|keys\.ts|json|outside|bring|links?\.ts|codec|format|bits|text|checksum)|\/src\/i18n\/(part|react|language)\.ts|\/src\/app\/(document|layout|media|route)\.ts/,
};

/** Each family of scenarios is a file of its own. */
const RUNS = {
  name: (id: string) => `run-${/([\w-]+)\.ts/.exec(id)?.[1]}`,
  debugName: 'runs',
  test: /\/src\/scenarios\/(?!index|groups|shortest)[\w-]+\.ts/,
};

/** An embed must be light: Preact does there what React does on the page, at a fifth of the weight. */
const LIGHT = [
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
];

/** What other pages and `embed.html` load by names that stay the same, each one script without imports. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'embed.js': 'src/embed/element.ts',
  'embed-start.js': 'src/embed/start.ts',
  'embed-whole.js': 'src/embed/main.tsx',
};

/** Builds the small page, or one of the scripts, without writing anything. */
async function buildEmbed(input: string, output: Rolldown.OutputOptions): Promise<Rolldown.RolldownOutput['output']> {
  const config: InlineConfig = {
    configFile: false,
    logLevel: 'error',
    base: './',
    publicDir: false,
    resolve: { alias: LIGHT },
    build: {
      target: 'es2022',
      write: false,
      assetsDir: 'embed',
      modulePreload: { polyfill: false },
      rolldownOptions: { input, treeshake, output },
    },
  };
  return ((await build(config)) as Rolldown.RolldownOutput).output;
}

async function buildScript(name: string): Promise<string> {
  const files = await buildEmbed(SCRIPTS[name], { format: 'iife', entryFileNames: name, codeSplitting: false });
  return files.flatMap((file) => (file.type === 'chunk' ? file.code : [])).join('');
}

/** `embed.html` and the scripts beside it. On the development server the page is served as it is, with React. */
function embeds(): Plugin {
  return {
    name: 'raftarium:embeds',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = /\/([\w-]+\.js)(\?|$)/.exec(request.url ?? '')?.[1] ?? '';
        if (!Object.hasOwn(SCRIPTS, name)) return next();
        buildScript(name).then((code) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.end(code);
        }, next);
      });
    },
    async generateBundle() {
      const files = await buildEmbed('embed.html', { codeSplitting: { groups: [CORE, RUNS] } });
      // Fonts are named in the style sheet of the page, and an embed asks for none.
      for (const file of files.filter(({ fileName }) => !fileName.endsWith('.woff2'))) {
        const source = file.type === 'chunk' ? file.code : file.source;
        // Without an origin of its own a sandbox is given style sheets only where they are asked for without one.
        const text =
          file.fileName === 'embed.html' ? String(source).replaceAll('stylesheet" crossorigin', 'stylesheet"') : source;
        this.emitFile({ type: 'asset', fileName: file.fileName, source: text });
      }
      for (const name of Object.keys(SCRIPTS)) {
        this.emitFile({ type: 'asset', fileName: name, source: await buildScript(name) });
      }
    },
  };
}

/** What the name of the chunk of a module begins with. */
function partOf(id: string): string {
  if (/\/src\/challenges\/kinds\//.test(id)) return 'kinds-';
  if (/\/i18n\/\w+\/challenges\/contents/.test(id)) return 'about-';
  if (/\/i18n\/\w+\/challenges\//.test(id)) return 'asked-';
  if (/\/src\/stories\/chapters\//.test(id)) return 'chapter-';
  if (/\/i18n\/\w+\/stories\/contents/.test(id)) return 'contents-';
  return /\/i18n\/\w+\/stories\//.test(id) ? 'captions-' : '';
}

export default defineConfig(({ mode }) => ({
  // A relative base lets the built page work from any sub-path.
  base: './',
  plugins: [react(), embeds(), besideThePage()],
  build: {
    target: 'es2022',
    // Browsers of that target know it themselves.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake,
      output: {
        // The size check knows the parts of the story and of the challenges by their names.
        chunkFileNames: ({ facadeModuleId }) => `assets/${partOf(facadeModuleId ?? '')}[name]-[hash].js`,
        // What every door needs is one file; what only some need, the bundler shares out.
        codeSplitting: {
          groups: [
            CORE,
            // Each chapter of the story loads the runs that it tells.
            RUNS,
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  test: {
    // Component tests choose happy-dom with a docblock at the top of the file.
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'e2e/**/*.spec.ts'],
    testTimeout: 30_000,
    // Modules are loaded once for all files of a worker: nothing here keeps what a test changes, and loading was the larger part.
    isolate: false,
    // The mode `golden` rewrites the golden files, on systems without `VAR=value command` too.
    env: mode === 'golden' ? { RAFTARIUM_GOLDEN: 'write' } : {},
  },
}));
