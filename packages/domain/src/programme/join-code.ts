/** Read from a projector and typed on a phone: no 0/O, 1/I/L, U/V pairs, and no vowels, so that no code is a word. */
export const joinAlphabet = 'BCDFGHJKMNPQRSTVWXYZ23456789';
export const joinCodeLength = 5;

/**
 * A join code from random bytes that are handed in; give it 16. Bytes past the last whole multiple of the alphabet are
 * passed over, so that every code is equally likely.
 */
export function joinCode(random: Uint8Array): string {
  const fair = 256 - (256 % joinAlphabet.length);
  const code = [...random]
    .filter((byte) => byte < fair)
    .slice(0, joinCodeLength)
    .map((byte) => joinAlphabet[byte % joinAlphabet.length])
    .join('');
  if (code.length < joinCodeLength) throw new RangeError('a join code needs more random bytes');
  return code;
}

const digit = (from: string, zero: number): string => String((from.codePointAt(0) ?? zero) - zero);

/** What somebody typed, as a code: any case, full-width or Arabic digits, spaces and dashes; null when it cannot be one. */
export function readJoinCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[٠-٩]/g, (d) => digit(d, 0x660))
    .replace(/[۰-۹]/g, (d) => digit(d, 0x6f0))
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '');
  return code.length === joinCodeLength && [...code].every((c) => joinAlphabet.includes(c)) ? code : null;
}
