import { draw, drawBetween } from '../base';

/** Numbers drawn from one seed, in order: the same seed, the same numbers. */
export class Dice {
  private readonly seed: number;
  private readonly variant: number;
  private count = 0;

  /**
   * @param seed an integer in [0, 2^32)
   * @param variant the number of the variant, from 1
   */
  constructor(seed: number, variant = 1) {
    this.seed = seed;
    this.variant = variant;
  }

  /** One after the other over the variants, so that a few of them show all there is. */
  turn<Item>(items: readonly Item[]): Item {
    return items[(this.variant - 1) % items.length];
  }

  /** A seed for a run. */
  get runSeed(): number {
    return draw(this.seed, 1, this.count++);
  }

  /** An integer of [low, high]. */
  int(low: number, high: number): number {
    return drawBetween(this.seed, 1, this.count++, low, high);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.int(0, items.length - 1)];
  }

  /** @param percent how often it is so */
  chance(percent: number): boolean {
    return this.int(1, 100) <= percent;
  }

  shuffle<Item>(items: readonly Item[]): Item[] {
    const rest = items.slice();
    return items.map(() => rest.splice(this.int(0, rest.length - 1), 1)[0]);
  }
}
