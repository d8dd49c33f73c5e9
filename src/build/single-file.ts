import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { build, type Plugin, type Rollup } from 'vite';

const THREAD = /new Worker\(new URL\('(\.\/[\w-]+\.ts)', import\.meta\.url\), \{ type: 'module' \}\)/;

/**
 * The script of a thread goes into the page as text, since a page that is a file may not start threads from others. What
 * the bundler makes of it tries a blob, then a data address; where neither is allowed the constructor throws.
 */
function threadsWithin(): Plugin {
  return {
    name: 'raftarium:threads-within',
    enforce: 'pre',
    transform(code, id) {
      const source = /\/src\/\w+\/\w+\.ts$/.test(id) ? THREAD.exec(code)?.[1] : undefined;
      if (source === undefined) return null;
      return `import WithinThread from '${source}?worker&inline';\n${code.replace(THREAD, () => 'new WithinThread()')}`;
    },
  };
}

/**
 * The whole page as one HTML text that works from `file://` and asks for nothing. A build of its own: all that is loaded
 * on demand elsewhere is in it.
 */
export async function singleFile(): Promise<string> {
  const built = await build({
    configFile: false,
    base: './',
    mode: 'single',
    logLevel: 'error',
    publicDir: false,
    plugins: [threadsWithin(), react()],
    worker: { format: 'iife' },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: {
        input: 'index.html',
        treeshake: { manualPureFunctions: ['Blur2', 'bisector', 'shuffler'] },
        output: { codeSplitting: false },
      },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rollup.RollupOutput;
  return assemble(output.map(partOf));
}

export interface Part {
  readonly name: string;
  readonly text: string;
}

const partOf = (item: Rollup.OutputChunk | Rollup.OutputAsset): Part => ({
  name: item.fileName,
  text: item.type === 'chunk' ? item.code : new TextDecoder().decode(asBytes(item.source)),
});

const asBytes = (source: string | Uint8Array) =>
  typeof source === 'string' ? new TextEncoder().encode(source) : source;

/** The page with its script, its style sheet and its icon inside. Throws where something would be left outside. */
export function assemble(parts: readonly Part[], icon = iconAddress()): string {
  const only = (ending: string) => {
    const found = parts.filter(({ name }) => name.endsWith(ending));
    if (found.length !== 1) throw new Error(`one ${ending} is expected, there are ${found.map(({ name }) => name)}`);
    return found[0].text;
  };
  const script = `<script type="module">${scriptText(only('.js'))}</script>`;
  const style = `<style>${only('.css').replaceAll('</style', '<\\/style')}</style>`;
  const page = only('.html')
    .replace(/\s*<script type="module"[^>]*><\/script>/, '')
    .replace(/\s*<link rel="(?:stylesheet|manifest|apple-touch-icon|modulepreload)"[^>]*>/g, '')
    .replace(/(<link rel="icon"[^>]*href=")[^"]*/, (_, before: string) => `${before}${icon}`)
    .replace('</head>', () => `${style}\n${script}\n</head>`);
  const outside = /(?:src|href)="\.[^"]*"/.exec(page)?.[0];
  if (outside !== undefined || parts.length > 3) throw new Error(`the single file asks for ${outside ?? 'more files'}`);
  return page;
}

/** The same script where nothing in it ends the element that holds it. */
const scriptText = (code: string) => code.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '\\x3C!--');

function iconAddress(): string {
  return `data:image/png;base64,${readFileSync('public/icon-64.png', 'base64')}`;
}
