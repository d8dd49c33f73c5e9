export {
  EMBED_ALLOW,
  EMBED_DEFAULTS,
  EMBED_NAMES,
  EMBED_VIEWS,
  type EmbedAllow,
  type EmbedFault,
  type EmbedInstant,
  type EmbedName,
  type EmbedOptions,
  type EmbedReading,
  type EmbedView,
  embedAddress,
  readEmbed,
  writeEmbed,
} from './embed';
export { type LinkError, type LinkErrorCode, linkError } from './errors';
export { formatTime, readTime } from './instant';
export { runFromJson, runToJson } from './json';
export { LIMITS } from './limits';
export { decodeRun, encodeRun } from './link';
export { fieldsOfLink, type RunFromOutside, runFromText } from './outside';
export { iframe as iframeSnippet, SNIPPETS, type SnippetKind, type SnippetParts, snippetOf } from './snippet';
export { roundest } from './units';
export { validateAction, validateRun } from './validate';
export { zipTexts } from './zip';
