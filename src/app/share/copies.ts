/** An instant as text that can be pasted elsewhere. */

export const COPY_KINDS = ['link', 'text', 'iframe', 'markdown'] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

export interface CopyParts {
  /** The full address. */
  readonly address: string;
  /** "Figure 8, seed 8, at 600 ms". */
  readonly title: string;
  /** What just happened, or nothing. */
  readonly sentence: string;
  /** The cluster in words. */
  readonly described: readonly string[];
}

/** What the reader pastes. */
export function copyOf(kind: CopyKind, { address, title, sentence, described }: CopyParts): string {
  switch (kind) {
    case 'link':
      return address;
    case 'text':
      return [title, sentence, ...described, address].filter((line) => line !== '').join('\n');
    case 'iframe':
      return (
        `<iframe src="${escaped(embedAddress(address))}" title="${escaped(title)}" width="800" height="500" ` +
        'style="width:800px;max-width:100%;aspect-ratio:800/500;height:auto;border:0" loading="lazy" ' +
        'allow="fullscreen; clipboard-write; screen-wake-lock"></iframe>'
      );
    case 'markdown':
      return [`[${bracketed(title)}](${address})`, sentence === '' ? '' : `> ${bracketed(sentence)}`]
        .filter((line) => line !== '')
        .join('\n\n');
  }
}

/** The same run at the same instant in the small frame: what may be long stays behind the `#`. */
function embedAddress(address: string): string {
  const [page, fields = ''] = address.split('#');
  const all = new URLSearchParams(fields);
  const folder = page.replace(/[^/]*$/, '');
  return `${folder}embed.html?t=${all.get('t') ?? '0'}#run=${all.get('run') ?? ''}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Signs that mean something in Markdown. */
const bracketed = (text: string): string => text.replaceAll(/[\\[\]<>*_`]/g, '\\$&');
