/** Bytes as text that needs no escaping in a URL (RFC 4648, section 5), and text as bytes (UTF-8). */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));

/** base64url without padding. */
export function toBase64Url(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const count = Math.min(3, bytes.length - i) + 1;
    for (let j = 0; j < count; j++) text += ALPHABET[(group >> (18 - 6 * j)) & 63];
  }
  return text;
}

/** The bytes, or null when the text is not one that `toBase64Url` writes. */
export function fromBase64Url(text: string): number[] | null {
  const bytes: number[] = [];
  let pending = 0;
  let width = 0;
  for (const character of text) {
    const value = VALUES.get(character);
    if (value === undefined) return null;
    pending = (pending << 6) | value;
    width += 6;
    if (width < 8) continue;
    width -= 8;
    bytes.push(pending >> width);
    pending &= (1 << width) - 1;
  }
  return width < 6 && pending === 0 ? bytes : null;
}

/** Half of a surrogate pair, which an input field may leave behind, becomes three bytes of its own. */
export function toUtf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return bytes;
}

/** The text, or null when the bytes are not exactly what `toUtf8` writes. */
export function fromUtf8(bytes: readonly number[]): string | null {
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i++];
    const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let j = 0; j < more; j++) code = (code << 6) | ((bytes[i++] ?? 0) & 0x3f);
    if (code > 0x10ffff) return null;
    text += String.fromCodePoint(code);
  }
  // Bytes that are not in order, too long or cut short do not come out again as they went in.
  return toUtf8(text).join() === bytes.join() ? text : null;
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f);
}
