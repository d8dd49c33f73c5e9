/** Thrown when the program contradicts itself. Never thrown because of what came from outside: that is a `Result`. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** States an invariant where it is relied upon. */
export function assert(condition: boolean, invariant: string): asserts condition {
  if (!condition) throw new AssertionError(`Invariant broken: ${invariant}`);
}

/** Closes a switch over a union: a new member of the union then fails to compile here. */
export function exhaustive(value: never): never {
  throw new AssertionError(`Unexpected value: ${JSON.stringify(value)}`);
}
