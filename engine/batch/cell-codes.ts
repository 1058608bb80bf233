/**
 * The codes of cells that are no figures: what a cell says is read once for each way it is written, and found again by
 * its bytes, without making a text of them.
 */
export interface CellCodes {
  readonly codeOf: (bytes: Uint8Array, start: number, end: number) => number;
  /** Where the code that was told last is held. */
  readonly place: () => number;
  /** By place: what a reader of codes notes down there; 0 at first. */
  readonly notes: Int32Array;
}

/** A cell with nothing in it, and one that the exact lane has to read. */
export const blankCode = -1;
export const unreadCode = -2;

const slots = 1 << 14;
const mostHeld = 1 << 13;

/** Starts with nothing read. */
export function startCodes(read: (cell: string) => number): CellCodes {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let keys: (Uint8Array | undefined)[] = new Array(slots).fill(undefined);
  const codes = new Int32Array(slots);
  const notes = new Int32Array(slots);
  let held = 0;
  let place = 0;
  let last: Uint8Array | undefined;
  return {
    notes,
    place: () => place,
    codeOf(bytes, start, end) {
      // Many columns say the same row by row.
      if (last !== undefined && isSame(last, bytes, start, end)) return codes[place] as number;
      let hash = 0x811c9dc5;
      for (let at = start; at < end; at += 1) {
        hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
      }
      let slot = (hash ^ (hash >>> 15)) & (slots - 1);
      for (;;) {
        const key = keys[slot];
        if (key === undefined) break;
        if (isSame(key, bytes, start, end)) {
          place = slot;
          last = key;
          return codes[slot] as number;
        }
        slot = (slot + 1) & (slots - 1);
      }
      const code = read(decoder.decode(bytes.subarray(start, end)));
      if (held >= mostHeld) {
        keys = new Array(slots).fill(undefined);
        notes.fill(0);
        held = 0;
        slot = (hash ^ (hash >>> 15)) & (slots - 1);
      }
      last = bytes.slice(start, end);
      keys[slot] = last;
      codes[slot] = code;
      place = slot;
      held += 1;
      return code;
    },
  };
}

function isSame(key: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (key.length !== end - start) return false;
  for (let at = 0; at < key.length; at += 1) if (key[at] !== bytes[start + at]) return false;
  return true;
}
