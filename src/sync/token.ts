/** A name that no other window has: 64 random bits. */
export const newToken = (): string => crypto.getRandomValues(new Uint32Array(2)).join('-');
