/**
 * A 64-bit fingerprint of a text, as 16 hexadecimal digits. Two 32-bit lanes of integer arithmetic, the same in every
 * engine. Not for security.
 */
export function digestText(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x2f0b4e5a;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995);
    b ^= b >>> 13;
  }
  return hex(a ^ (a >>> 15)) + hex(b ^ (b >>> 16));
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
