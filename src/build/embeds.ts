/** What other pages load: `embed.html` with its files, and the scripts beside it. */
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { partOf, RUNS, treeshake } from './chunks.ts';

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
      // A run is a dozen small files: to ask for each before its time costs a slow machine more than the one way that it saves.
      modulePreload: false,
      // A script puts no style into a page: strict policies refuse that. What one brings along is a sheet of its own.
      cssCodeSplit: output.format !== 'iife',
      rolldownOptions: { input, treeshake, output },
    },
  };
  return ((await build(config)) as Rolldown.RolldownOutput).output;
}

async function buildScript(name: string): Promise<{ readonly code: string; readonly style: string }> {
  const files = await buildEmbed(SCRIPTS[name], { format: 'iife', entryFileNames: name, codeSplitting: false });
  return {
    code: files.flatMap((file) => (file.type === 'chunk' ? file.code : [])).join(''),
    style: files
      .flatMap((file) => (file.fileName.endsWith('.css') && file.type === 'asset' ? file.source : []))
      .join(''),
  };
}

/** A style sheet without the fonts that are files. */
const withoutFonts = (source: string | Uint8Array) =>
  typeof source === 'string' ? source.replaceAll(/@font-face\s*\{[^}]*\.woff2[^}]*\}/g, '') : source;

const ENTRY = /\/src\/embed\/main\.tsx$/;

/** What the texts of every language need. */
const OF_TEXTS = /\/src\/i18n\/format\.ts/;

/**
 * The small page. What its first picture is made of is one file, whatever parts that come later share with it: a build
 * without groups tells what that is.
 */
async function buildSmallPage(): Promise<Rolldown.RolldownOutput['output']> {
  const chunkFileNames = ({ facadeModuleId }: Rolldown.PreRenderedChunk) =>
    `embed/${partOf(facadeModuleId ?? '')}[name]-[hash].js`;
  const build = (groups: Rolldown.CodeSplittingGroup[]) =>
    buildEmbed('embed.html', { chunkFileNames, codeSplitting: { groups } });
  const first = firstModules(await build([]));
  const core = {
    name: 'core',
    test: (id: string) => first.has(id) || OF_TEXTS.test(id),
    includeDependenciesRecursively: false,
  };
  return build([core, RUNS]);
}

/** The modules that have code in the files that the entry loads, directly or through others. */
function firstModules(files: Rolldown.RolldownOutput['output']): ReadonlySet<string> {
  const chunks = files.filter((file) => file.type === 'chunk');
  const reached = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of reached) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) reached.add(chunk);
  }
  const modules = [...reached].flatMap((chunk) => Object.entries(chunk.modules));
  // The entry itself stays a file: a page whose entry is empty asks for one that is not written.
  const isFirst = ([id, { renderedLength }]: (typeof modules)[number]) => renderedLength > 0 && !ENTRY.test(id);
  return new Set(modules.filter(isFirst).map(([id]) => id));
}

/** `embed.html` and the scripts beside it. On the development server the page is served as it is, with React. */
export function embeds(): Plugin {
  return {
    name: 'raftarium:embeds',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = /\/([\w-]+\.js)(\?|$)/.exec(request.url ?? '')?.[1] ?? '';
        if (!Object.hasOwn(SCRIPTS, name)) return next();
        buildScript(name).then(({ code }) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.end(code);
        }, next);
      });
    },
    async generateBundle() {
      const files = await buildSmallPage();
      // An embed ships no fonts.
      for (const file of files.filter(({ fileName }) => !fileName.endsWith('.woff2'))) {
        const source = file.type === 'chunk' ? file.code : withoutFonts(file.source);
        // Without an origin of its own a sandbox is given style sheets only where they are asked for without one.
        const text =
          file.fileName === 'embed.html' ? String(source).replaceAll('stylesheet" crossorigin', 'stylesheet"') : source;
        this.emitFile({ type: 'asset', fileName: file.fileName, source: text });
      }
      for (const name of Object.keys(SCRIPTS)) {
        const { code, style } = await buildScript(name);
        this.emitFile({ type: 'asset', fileName: name, source: code });
        if (style === '') continue;
        this.emitFile({ type: 'asset', fileName: name.replace(/js$/, 'css'), source: withoutFonts(style) });
      }
    },
  };
}
