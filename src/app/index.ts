export { App, openApp } from './App';
export { CHALLENGE_COUNT, CHAPTER_COUNT, FIRST_CHAPTER } from './chapter-count';
