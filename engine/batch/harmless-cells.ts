const comma = 0x2c;

/**
 * Whether a cell can be written as it is, if it is bare: no white space at its ends, and no beginning that could be that of
 * a formula. What is not plain to see is written with care.
 */
export function isHarmless(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return true;
  const first = bytes[start] as number;
  const last = bytes[end - 1] as number;
  if (first <= 0x20 || last <= 0x20) return false;
  // = + - @ and the apostrophe.
  if (first === 0x3d || first === 0x2b || first === 0x2d || first === 0x40 || first === 0x27) {
    return false;
  }
  if (first >= 0x80 && !isLetterOfJapanese(bytes, start, end)) return false;
  return last < 0x80 || isLetterOfJapanese(bytes, end - 3, end);
}

/** Whether nothing in a cell has to be quoted, which holds of all cells of a block without quotes. */
export function isBare(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0x22 || byte === comma || byte === 0x0a || byte === 0x0d) return false;
  }
  return true;
}

/** A character from U+3040 to U+CFFF, which no white space and no sign of a formula is among. */
function isLetterOfJapanese(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] ?? 0;
  if (start < 0 || start + 3 > end) return false;
  return first === 0xe3 ? (bytes[start + 1] as number) > 0x80 : first > 0xe3 && first < 0xed;
}
