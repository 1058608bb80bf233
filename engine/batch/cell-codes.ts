import { viewOf } from "./view-of.ts";

/**
 * The codes of cells that are no figures: what a cell says is read once for each way it is written, and found again by
 * its bytes, without making a text of them.
 */
export interface CellCodes {
  readonly read: (cell: string) => number;
  /**
   * Slots of four numbers: one more than the size of a cell, or 0 for none; where its bytes begin among the keys; its code;
   * and what is noted down of it.
   */
  readonly table: Int32Array;
  keys: Uint8Array;
  keyView: DataView;
  /** How many bytes of keys there are, and how many cells. */
  used: number;
  held: number;
  /** The place in the table of the cell that was read last. */
  last: number;
}

/** A cell with nothing in it, and one that the exact lane has to read. */
export const blankCode = -1;
export const unreadCode = -2;

const slots = 1 << 14;
/** Cells that are held, and bytes of them; beyond, all are forgotten. */
const mostHeld = 1 << 13;
const mostBytes = 1 << 22;
const width = 4;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Starts with nothing read. */
export function startCodes(read: (cell: string) => number): CellCodes {
  const keys = new Uint8Array(1 << 8);
  const table = new Int32Array(slots * width);
  return { read, table, keys, keyView: viewOf(keys), used: 0, held: 0, last: 0 };
}

/** The code of a cell. `view` is over the same bytes, and `hash` any hash of the cell: where it is looked for. */
export function codeOf(
  codes: CellCodes,
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  hash: number,
): number {
  const { table } = codes;
  const size = end - start;
  let place = (hash & (slots - 1)) * width;
  for (;;) {
    const held = table[place] as number;
    if (held === size + 1 && isKey(codes, table[place + 1] as number, bytes, view, start, size)) {
      codes.last = place;
      return table[place + 2] as number;
    }
    if (held === 0) break;
    place = (place + width) & (slots * width - 1);
  }
  const code = codes.read(decoder.decode(bytes.subarray(start, end)));
  if (codes.held === mostHeld || codes.used > mostBytes) {
    table.fill(0);
    codes.held = 0;
    codes.used = 0;
    place = (hash & (slots - 1)) * width;
  }
  table[place] = size + 1;
  table[place + 1] = codes.used;
  table[place + 2] = code;
  codes.last = place;
  addKey(codes, bytes.subarray(start, end));
  return code;
}

/** What was noted down of the cell that was read last; 0 where nothing was. */
export function notedIn({ table, last }: CellCodes): number {
  return table[last + 3] as number;
}

export function noteIn({ table, last }: CellCodes, value: number): void {
  table[last + 3] = value;
}

export function forgetNotes({ table }: CellCodes): void {
  for (let note = 3; note < table.length; note += width) table[note] = 0;
}

function isKey(
  { keys, keyView }: CellCodes,
  from: number,
  bytes: Uint8Array,
  view: DataView,
  start: number,
  size: number,
): boolean {
  let at = 0;
  while (at + 4 <= size && keyView.getInt32(from + at, true) === view.getInt32(start + at, true)) {
    at += 4;
  }
  while (at < size && keys[from + at] === bytes[start + at]) at += 1;
  return at === size;
}

function addKey(codes: CellCodes, key: Uint8Array): void {
  if (codes.used + key.length > codes.keys.length) {
    const wider = new Uint8Array(2 * (codes.keys.length + key.length));
    wider.set(codes.keys);
    codes.keys = wider;
    codes.keyView = viewOf(wider);
  }
  codes.keys.set(key, codes.used);
  codes.used += key.length;
  codes.held += 1;
}
