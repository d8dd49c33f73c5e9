export { App, openApp } from './App';
export { CHAPTER_COUNT } from './chapter-count';
