export { App, openApp } from './App';
export { CHAPTER_COUNT, FIRST_CHAPTER } from './chapter-count';
