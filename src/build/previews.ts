/**
 * Pages that are there for link previews: what a scenario or a chapter is about and a picture of it, in the words that
 * sites look for, and the way on to the page itself. They run no script.
 */
import { type Contents, createTexts, type Language, loadContents, loadPreviews, type Previews } from '../i18n';
import { SCENARIOS } from '../scenarios';
import { CHAPTERS } from '../stories';

/** A file of the build. */
export interface Made {
  readonly path: string;
  readonly text: string;
}

interface Subject {
  /** `s` for scenarios, `c` for chapters. */
  readonly kind: 's' | 'c';
  readonly id: string;
  /** The part of the address that opens it, from `#` on. */
  readonly hash: string;
  readonly title: string;
  readonly about: string;
}

const LANGUAGES: readonly Language[] = ['en', 'zh-CN'];
const ENDING: Readonly<Record<Language, string>> = { en: '', 'zh-CN': '.zh' };
const PICTURE = { width: 800, height: 420 };
const FRAME = { width: 720, height: 480 };

/**
 * @param site the address of the site, or null where it is not known: then there are no pictures and no oEmbed, both of
 *   which need whole addresses
 * @param pictures the names of the pictures that are there, without their ending
 */
export function previewPages(site: string | null, pictures: ReadonlySet<string>): Made[] {
  const root = site === null ? null : site.replace(/\/*$/, '/');
  return READ.flatMap(({ language, words, contents }) =>
    subjectsIn(language, words, contents).flatMap((subject) => [
      { path: pathOf(subject, language), text: pageOf(subject, language, words, root, pictures) },
      ...(root === null
        ? []
        : [{ path: oembedPath(subject, language), text: oembedOf(subject, words, root, pictures) }]),
    ]),
  );
}

/** Read as this is loaded: what loads it for the build can load nothing later. */
const READ = await Promise.all(
  LANGUAGES.map(async (language) => ({
    language,
    words: await loadPreviews(language),
    contents: await loadContents(language),
  })),
);

function subjectsIn(language: Language, words: Previews, contents: Contents): Subject[] {
  const names: Readonly<Record<string, string>> = createTexts(language).scenes;
  return [
    ...CHAPTERS.map(({ id }): Subject => {
      const { title, about } = contents[id as keyof Contents];
      return { kind: 'c', id, hash: `#story=${id}`, title, about };
    }),
    ...SCENARIOS.map(({ id }): Subject => {
      const title = names[id] ?? id;
      return { kind: 's', id, hash: `#scenario=${id}`, title, about: words.scenario(title) };
    }),
  ];
}

const pathOf = ({ kind, id }: Subject, language: Language) => `${kind}/${id}${ENDING[language]}.html`;
const oembedPath = ({ kind, id }: Subject, language: Language) => `oembed/${kind}-${id}${ENDING[language]}.json`;

/** The picture of the subject, or else the one of the whole. */
function pictureOf({ kind, id }: Subject, pictures: ReadonlySet<string>): string {
  const name = `${kind}-${id}`;
  return `preview/${pictures.has(name) ? name : 'c-leader-election'}.jpg`;
}

/** Text as it stands between tags and in quotation marks. */
const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function pageOf(
  subject: Subject,
  language: Language,
  words: Previews,
  root: string | null,
  pictures: ReadonlySet<string>,
): string {
  const { title, about, hash } = subject;
  const [heading, on] = [attribute(`${title} · Raftarium`), attribute(`../${hash}`)];
  const property = (name: string, value: string | number) =>
    `<meta property="${name}" content="${attribute(String(value))}" />`;
  const whole =
    root === null
      ? ['<meta name="twitter:card" content="summary" />']
      : [
          property('og:url', root + pathOf(subject, language)),
          property('og:image', root + pictureOf(subject, pictures)),
          property('og:image:width', PICTURE.width),
          property('og:image:height', PICTURE.height),
          property('og:image:alt', words.picture(title)),
          '<meta name="twitter:card" content="summary_large_image" />',
          `<link rel="alternate" type="application/json+oembed" href="${attribute(root + oembedPath(subject, language))}" title="${heading}" />`,
        ];
  const other = LANGUAGES.find((one) => one !== language) ?? 'en';
  const lines = [
    '<meta charset="utf-8" />',
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    '<meta name="color-scheme" content="light dark" />',
    `<title>${heading}</title>`,
    `<meta name="description" content="${attribute(about)}" />`,
    property('og:type', 'article'),
    property('og:site_name', 'Raftarium'),
    property('og:locale', language === 'en' ? 'en_GB' : 'zh_CN'),
    property('og:title', title),
    property('og:description', about),
    ...whole,
    `<link rel="alternate" hreflang="${other}" href="../${pathOf(subject, other)}" />`,
    '<link rel="icon" type="image/svg+xml" href="../icon.svg" />',
    `<meta http-equiv="refresh" content="0; url=${on}" />`,
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
${lines.join('\n')}
</head>
<body>
<main>
<h1>${attribute(title)}</h1>
<p>${attribute(about)}</p>
<p><a href="${on}">${attribute(words.open)}</a></p>
</main>
</body>
</html>
`;
}

/** What a site that asks for oEmbed gets: the embed in a frame. */
function oembedOf(subject: Subject, words: Previews, root: string, pictures: ReadonlySet<string>): string {
  const { kind, id, title } = subject;
  const { width, height } = FRAME;
  const source = attribute(`${root}embed.html?${kind === 'c' ? 'story' : 'scenario'}=${id}`);
  const size = `width="${width}" height="${height}" style="border:0;max-width:100%"`;
  const html = `<iframe src="${source}" ${size} loading="lazy" title="${attribute(words.frame(title))}"></iframe>`;
  return `${JSON.stringify(
    {
      version: '1.0',
      type: 'rich',
      provider_name: 'Raftarium',
      provider_url: root,
      title,
      ...FRAME,
      html,
      thumbnail_url: root + pictureOf(subject, pictures),
      thumbnail_width: PICTURE.width,
      thumbnail_height: PICTURE.height,
    },
    null,
    2,
  )}\n`;
}
