import type { FigureWords } from '../../i18n';
import type { Figure } from '../../stories';
import { Beside } from './Beside';
import { Drawing } from './Drawing';

/** What stands in the place of the stage; loaded with the first chapter that has such a thing. */
export function Figures({ figure, words }: { readonly figure: Figure; readonly words: FigureWords }) {
  return figure.type === 'table' ? <Beside words={words} /> : <Drawing diagram={figure.diagram} words={words} />;
}
