/** How many operations there is room for. */
export function roomFor(form: string, height: number): number {
  if (form === 'narrow') return 3;
  if (height >= 860) return 4;
  return height >= 780 ? 3 : 2;
}
