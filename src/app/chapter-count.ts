/** What the first page knows of the story, which is loaded with its own door only; a test compares the two. */
export const CHAPTER_COUNT = 18;
/** The same of the challenges. */
export const CHALLENGE_COUNT = 28;
export const FIRST_CHAPTER = 'replicated-state';
