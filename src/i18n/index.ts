export { type AllTexts, createBookmarks, createLecture, createMore, createTexts } from './both';
export { type CaptionFact, fillCaption } from './captions';
export {
  type ChallengeContents,
  type ChallengeWords,
  loadChallengeContents,
  loadChallengeWords,
} from './challenges';
export { formatInstant, formatLength, formatNumber, formatPercent, formatRate } from './format';
export { type LabTexts, loadLab } from './lab';
export { LANGUAGES, type Language, negotiateLanguage } from './language';
export { loadTexts } from './load';
export { type Part, useLoaded } from './part';
export { BOOKMARKS, type BookmarkWords, useBookmarkWords } from './parts/bookmarks';
export { BUILDER, type BuilderTexts, useBuilder } from './parts/builder';
export { CLIENT, useClient } from './parts/client';
export { DIAGRAM, type Diagram, useDiagram } from './parts/diagram';
export { EMBED, type EmbedTexts, useEmbed } from './parts/embed';
export { INSPECTOR, type InspectorTexts, useInspectorTexts } from './parts/inspector';
export { LECTURE, type LectureWords, useLectureWords } from './parts/lecture';
export { MORE, type More, useMore } from './parts/more';
export { NEWER } from './parts/newer';
export { NOTES, type Notes, useNotes } from './parts/notes';
export { type PanelTexts, usePanelTexts } from './parts/panels';
export { loadPreviews, type Previews } from './parts/previews';
export { SCENES, useSceneName, useScenes } from './parts/scenes';
export { SPOKEN, useSpoken } from './parts/spoken';
export { TIME_TOOLS, type TimeTools, useTimeTools } from './parts/time-tools';
export { TRACE_FORMAT, type TraceFormat, useTraceFormat } from './parts/trace-format';
export { type TopicId, useWhy, WHY, type Why, wordsOf } from './parts/why';
export { TextsProvider, useTexts } from './react';
export type { Facts, MessageName, Words } from './sentences';
export type { DiagramLine } from './sentences-diagram';
export {
  type Captions,
  type Contents,
  type FigureWords,
  loadCaptions,
  loadContents,
} from './stories';
export type { Texts } from './texts';
