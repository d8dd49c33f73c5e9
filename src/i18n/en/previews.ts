/** What link previews say. */
export const previews = {
  scenario: (name: string) =>
    `${name}: a run of a real Raft cluster that you can play, rewind and break in your browser.`,
  picture: (name: string) => `A Raft cluster in the middle of “${name}”`,
  frame: (name: string) => `Raftarium: ${name}`,
  open: 'Open it in Raftarium',
};
