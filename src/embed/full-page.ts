/** The page beside the embed's own file, at an address of the run. */
export function fullPage(hash: string): string {
  return new URL(`./${hash}`, window.location.href.replace(/[?#].*$/, '')).href;
}
