/** Said when a newer build of the page has been fetched. */
export const newer = {
  text: 'A newer version of Raftarium is here.',
  reload: 'Reload',
  later: 'Not now',
};
