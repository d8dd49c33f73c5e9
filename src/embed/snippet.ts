/** The code with which a page shows what this embed shows now. */
import { type EmbedOptions, snippetOf } from '../share';
import { fullPage } from './full-page';

export function iframeCode(options: Partial<EmbedOptions>, link: string): string {
  const { innerWidth: width, innerHeight: height } = window;
  const { title } = document;
  return snippetOf('iframe', {
    options,
    base: fullPage(''),
    width,
    height,
    title,
    caption: title,
    link,
    picture: null,
  });
}
