/** The outcome of reading something from outside: a value, or one clear sentence about what is wrong. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });

export const failure = (error: string): { readonly ok: false; readonly error: string } => ({ ok: false, error });
