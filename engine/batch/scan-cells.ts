/** A hash of the bytes of the cell that was found last. Equal cells may have two, by how near the end of the bytes they are. */
export const lastCell = { hash: 0 };

const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Finds the end of a cell that has no quotes, four bytes at a time, and leaves a hash of it in `lastCell`. `view` is over
 * the same bytes.
 */
export function endOfCell(bytes: Uint8Array, view: DataView, start: number): number {
  const { length } = bytes;
  let hash = 0;
  let at = start;
  while (at + 4 <= length) {
    const word = view.getInt32(at, true);
    // The lowest mark is at the first byte that is no greater than a comma.
    const marks = (word - 0x2d2d2d2d) & ~word & 0x80808080;
    if (marks === 0) {
      hash = mixed(hash, word);
      at += 4;
      continue;
    }
    const bits = (31 - Math.clz32(marks & -marks)) & ~7;
    hash = mixed(hash, word & ((1 << bits) - 1));
    at += bits >> 3;
    if (isEnd((word >>> bits) & 0xff)) {
      lastCell.hash = hash;
      return at;
    }
    hash = mixed(hash, (word >>> bits) & 0xff);
    at += 1;
  }
  for (; at < length && !isEnd(bytes[at] as number); at += 1)
    hash = mixed(hash, bytes[at] as number);
  lastCell.hash = hash;
  return at;
}

/** A hash of bytes that are known to be a cell. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = mixed(hash, bytes[at] as number);
  return hash;
}

function isEnd(byte: number): boolean {
  return byte === comma || byte === lineFeed || byte === carriageReturn;
}

function mixed(hash: number, word: number): number {
  const next = Math.imul(hash ^ word, 0x9e3779b1);
  return next ^ (next >>> 15);
}
