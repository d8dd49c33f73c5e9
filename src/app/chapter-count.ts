/** How many chapters there are. The story is loaded with its own door only; a test compares the two. */
export const CHAPTER_COUNT = 12;
