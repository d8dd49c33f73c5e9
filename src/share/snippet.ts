/** An embed as other pages write it down. All of them hold its size, so that no page moves when it comes. */
import { type EmbedOptions, embedAddress, writeEmbed } from './embed';

export const SNIPPETS = ['iframe', 'element', 'markdown', 'reveal', 'mdx', 'hugo', 'jekyll', 'jupyter'] as const;
export type SnippetKind = (typeof SNIPPETS)[number];

export interface SnippetParts {
  readonly options: Partial<EmbedOptions>;
  /** Where `embed.html` lies, with a slash at its end. */
  readonly base: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Names the figure for those who do not see it. */
  readonly title: string;
  /** What stands below the figure. */
  readonly caption: string;
  /** The full page at the same instant. */
  readonly link: string;
  /** The figure as SVG, for paper, feeds and readers without scripts; null: the link alone. */
  readonly picture: string | null;
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The text that an author pastes. */
export function snippetOf(kind: SnippetKind, parts: SnippetParts): string {
  switch (kind) {
    case 'iframe':
      return figure(parts, iframe(parts));
    case 'element':
      return `${element(parts)}\n<script src="${parts.base}embed.js" async></script>`;
    case 'markdown':
      return `${iframe(parts)}\n\n[${escapeText(parts.caption.replaceAll(/[[\]]/g, ''))}](${parts.link})`;
    case 'reveal':
      return reveal(parts);
    case 'mdx':
      return mdx(parts);
    case 'hugo':
      return hugo(parts);
    case 'jekyll':
      return `{% raw %}\n${figure(parts, iframe(parts))}\n{% endraw %}`;
    case 'jupyter':
      return jupyter(parts);
  }
}

const address = ({ options, base }: SnippetParts): string => `${base}${embedAddress(options)}`;

const box = ({ width, height }: SnippetParts): string =>
  `width:${width}px;max-width:100%;aspect-ratio:${width}/${height};height:auto;border:0`;

/** The frame alone. */
export function iframe(parts: SnippetParts): string {
  const { width, height, title } = parts;
  return (
    `<iframe src="${escapeText(address(parts))}" title="${escapeText(title)}" width="${width}" height="${height}" ` +
    `style="${box(parts)}" loading="lazy" allow="fullscreen; clipboard-write; screen-wake-lock"></iframe>`
  );
}

function figure({ caption, link }: SnippetParts, frame: string): string {
  const anchor = `<a href="${escapeText(link)}">${escapeText(shown(link))}</a>`;
  return `<figure>\n  ${frame}\n  <figcaption>${escapeText(caption)} ${anchor}</figcaption>\n</figure>`;
}

/** The address without what is long, for people. */
const shown = (link: string): string => link.replace(/^https?:\/\//, '').replace(/[?#].*$/, '');

function element(parts: SnippetParts): string {
  const { options, width, height, title, caption, link, picture } = parts;
  const attributes = writeEmbed(options).map(([name, text]) => `${name}="${escapeText(text)}"`);
  const image =
    picture === null
      ? ''
      : `<img src="${dataUri(picture)}" alt="${escapeText(title)}" width="${width}" height="${height}">`;
  return [
    `<raftarium-embed ${[...attributes, `width="${width}"`, `height="${height}"`, `title="${escapeText(title)}"`].join(' ')}`,
    `    style="display:block;width:${width}px;max-width:100%;aspect-ratio:${width}/${height}">`,
    `  <a href="${escapeText(link)}">${image}${escapeText(caption)}</a>`,
    '</raftarium-embed>',
  ].join('\n');
}

/** As short as a picture can be inside of an attribute. */
function dataUri(svg: string): string {
  const text = encodeURIComponent(svg.replaceAll('"', "'").replaceAll(/\s+/g, ' '));
  return `data:image/svg+xml,${text.replaceAll(/%(20|3D|3A|2F|2C|3B)/g, (code) => decodeURIComponent(code))}`;
}

/** A slide whose frame is fetched when the slide is near, told when it is shown, and left when it is not. */
function reveal(parts: SnippetParts): string {
  const { title } = parts;
  return [
    '<section>',
    `  <iframe data-src="${escapeText(address(parts))}" data-preload title="${escapeText(title)}"`,
    '    width="100%" height="600" style="border:0" allow="fullscreen; screen-wake-lock"></iframe>',
    '</section>',
  ].join('\n');
}

function mdx(parts: SnippetParts): string {
  const { width, height, title } = parts;
  return [
    '<iframe',
    `  src=${JSON.stringify(address(parts))}`,
    `  title=${JSON.stringify(title)}`,
    `  width={${width}}`,
    `  height={${height}}`,
    `  style={{ width: ${width}, maxWidth: '100%', aspectRatio: '${width} / ${height}', height: 'auto', border: 0 }}`,
    '  loading="lazy"',
    '  allow="fullscreen; screen-wake-lock"',
    '/>',
  ].join('\n');
}

/** A short code that a site defines once, and its use. */
function hugo(parts: SnippetParts): string {
  const { width, height, title } = parts;
  const source = parts.base + embedAddress(parts.options);
  return [
    '<!-- layouts/shortcodes/raftarium.html -->',
    '<iframe src="{{ .Get "src" | safeURL }}" title="{{ .Get "title" }}" width="{{ .Get "width" }}" height="{{ .Get "height" }}"',
    '  style="width:{{ .Get "width" }}px;max-width:100%;aspect-ratio:{{ .Get "width" }}/{{ .Get "height" }};height:auto;border:0"',
    '  loading="lazy" allow="fullscreen; screen-wake-lock"></iframe>',
    '',
    '<!-- in the post -->',
    `{{< raftarium src=${JSON.stringify(source)} title=${JSON.stringify(title)} width="${width}" height="${height}" >}}`,
  ].join('\n');
}

function jupyter(parts: SnippetParts): string {
  const { width, height } = parts;
  return `from IPython.display import IFrame\n\nIFrame(${JSON.stringify(address(parts))}, width=${width}, height=${height})`;
}
