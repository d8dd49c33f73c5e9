export type { Facts, MessageName, Words } from './sentences';
export { formatInstant, formatLength, formatNumber, formatPercent, formatRate } from './format';
export { LANGUAGES, type Language, negotiateLanguage } from './language';
export { TextsProvider, useTexts } from './react';
export { createTexts, type Texts } from './texts';
