/** Draws the variants of challenges. */
import { draw } from '../base';
import { RULES } from '../raft';
import type { Challenge, Situation } from './challenge';
import { Dice } from './dice';

/** Variants are numbered from 1; a class can be given different ones. */
export const VARIANTS_MAX = 99;

const TRIES = 2000;

/** A situation with the place where the paper says so. */
export interface Posed extends Situation {
  readonly section: string;
}

const posed = new Map<string, Posed>();

/**
 * A variant of a challenge: always the same one for the same number.
 *
 * @param variant an integer in [1, VARIANTS_MAX]
 */
export function pose(challenge: Challenge, variant: number): Posed {
  const name = `${challenge.id}.${variant}`;
  const known = posed.get(name);
  if (known !== undefined) return known;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const situation = challenge.draw(new Dice(draw(streamOf(challenge.id), variant, attempt), variant));
    if (situation === null) continue;
    const whole = { ...situation, section: situation.section ?? RULES[situation.rule].section };
    posed.set(name, whole);
    return whole;
  }
  throw new Error(`The challenge ${name} finds no fair situation.`);
}

/** A number for a name, so that challenges draw differently. */
function streamOf(id: string): number {
  let number = 7;
  for (const letter of id) number = (Math.imul(number, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return number;
}
