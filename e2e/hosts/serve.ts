/** Pages of other people that hold embeds: served from an origin of their own, beside the origin of the built page. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** As strict as a policy can be: no inline style or script, no eval, nothing from elsewhere. */
const STRICT = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export interface Site {
  /** With a slash at its end. */
  readonly url: string;
  close(): void;
}

/** The built page under a sub-path, with a strict policy, and without the headers that modules need in sandboxes. */
export function serveBuild(): Promise<Site> {
  return listen('raftarium/', async (path) => ({
    body: await readFile(join('dist', path === '' ? 'index.html' : path)),
    policy: STRICT,
  }));
}

/** The pages of this folder and those given, in which `{{base}}` is where embeds come from. */
export function serveHosts(base: string, pages: Readonly<Record<string, string>>): Promise<Site> {
  return listen('', async (path) => {
    if (path.startsWith('reveal/')) return { body: await readFile(join('node_modules/reveal.js/dist', path.slice(7))) };
    const text = pages[path] ?? (await readFile(join('e2e/hosts', path), 'utf8'));
    return { body: text.replaceAll('{{base}}', base) };
  });
}

type Answer = { readonly body: string | Buffer; readonly policy?: string };

async function listen(prefix: string, answer: (path: string) => Promise<Answer>): Promise<Site> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const path = normalize(decodeURIComponent(pathname.slice(1)));
    const inside = path.startsWith(prefix) && !path.includes('..') ? path.slice(prefix.length) : null;
    (inside === null ? Promise.reject(new Error('not here')) : answer(inside)).then(
      ({ body, policy }) => {
        response.setHeader('Content-Type', TYPES[extname(path)] ?? (path === prefix ? TYPES['.html'] : 'text/plain'));
        if (policy !== undefined) response.setHeader('Content-Security-Policy', policy);
        response.end(body);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/${prefix}`, close: () => server.close() };
}
