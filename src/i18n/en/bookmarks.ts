/** Bookmarks: instants that the reader names, and their captions. */
import { formatInstant } from '../format';

export const bookmarks = {
  intro: 'Name instants of this run, in the order in which you want to tell them. They are part of the link.',
  none: 'No instant has a name yet.',
  add: 'Bookmark this instant',
  list: 'Bookmarks, in the order of telling',
  /** What a bookmark is called: by its name, or without one by its place. */
  name: (name: string, place: number): string => (name.trim() === '' ? `Bookmark ${place}` : name),
  nameLabel: 'Name',
  caption: 'Caption',
  captionHint: 'Shown to everybody',
  notes: 'Your notes',
  notesHint: 'Shown only to you',
  instant: formatInstant,
  go: (name: string, at: number): string => `Go to ${name}, ${formatInstant(at)}`,
  edit: (name: string): string => `Edit ${name}`,
  earlier: (name: string): string => `Tell ${name} earlier`,
  later: (name: string): string => `Tell ${name} later`,
  remove: (name: string): string => `Delete ${name}`,
  order: 'Order by time',
  undo: 'Undo',
  lecture: 'Start the lecture',
  full: (most: number): string => `There are ${most} bookmarks, as many as a run may have.`,
  marks: 'Bookmarks on the timeline',
  told: 'Caption',
};
