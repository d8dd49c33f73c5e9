export { createMore, createTexts } from './both';
export { formatInstant, formatLength, formatNumber, formatPercent, formatRate } from './format';
export { LANGUAGES, type Language, negotiateLanguage } from './language';
export { loadTexts } from './load';
export { loadMore, type More, useMore } from './more';
export { TextsProvider, useTexts } from './react';
export type { Facts, MessageName, Words } from './sentences';
export { type CaptionFact, type Captions, type Contents, fillCaption, loadCaptions, loadContents } from './stories';
export { type Texts, type TopicId, wordsOf } from './texts';
