/** Which of some points is meant by a pointer. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The place of the spot nearest to a point, or -1 when none is within reach. */
export function nearestSpot(spots: readonly Spot[], x: number, y: number, reach: number): number {
  let best = -1;
  let least = reach * reach;
  for (const [i, spot] of spots.entries()) {
    const distance = (spot.x - x) ** 2 + (spot.y - y) ** 2;
    if (distance > least) continue;
    least = distance;
    best = i;
  }
  return best;
}
