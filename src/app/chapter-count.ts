/** What the first page knows of the story, which is loaded with its own door only; a test compares the two. */
export const CHAPTER_COUNT = 18;
export const FIRST_CHAPTER = 'replicated-state';
