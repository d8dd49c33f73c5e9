/** All that the first picture shows in words, typed: the English texts are the shape, and Chinese has the same. */
import type { texts as english } from './en/texts';
import type { Language } from './language';

export type Texts = typeof english & { readonly language: Language };
