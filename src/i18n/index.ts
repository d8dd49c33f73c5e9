export { createTexts } from './both';
export { formatInstant, formatLength, formatNumber, formatPercent, formatRate } from './format';
export { LANGUAGES, type Language, negotiateLanguage } from './language';
export { loadTexts } from './load';
export { type BreakRaftWords, loadBreakRaft } from './load-break-raft';
export { TextsProvider, useTexts } from './react';
export type { Facts, MessageName, Words } from './sentences';
export { type Texts, type TopicId, wordsOf } from './texts';
