import { splitRows } from "./csv.ts";
import { decodeText, type Encoding } from "./encoding.ts";
import { isBlankCell } from "./rows.ts";

const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** A row as it is found in bytes, before its cells are read. */
export interface ScannedRow {
  readonly start: number;
  /** Before the end of its line. */
  readonly end: number;
  /** After the end of its line. */
  readonly next: number;
  /** How many lines it takes. */
  readonly lines: number;
  /** Has a character that is surely none of white space. */
  readonly isSurelyFilled: boolean;
}

/** Finds where rows begin and end in a block of whole rows, whose quotes are closed. */
export function* scanRows(bytes: Uint8Array, encoding: Encoding): Generator<ScannedRow> {
  // From here on, a byte may be the second one of a character of Shift_JIS.
  const top = encoding === "utf-8" ? 0x7f : 0x40;
  let start = 0;
  while (start < bytes.length) {
    let at = start;
    let lines = 1;
    let isQuoted = false;
    let isStart = true;
    let hasClosed = false;
    let isSurelyFilled = false;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      if (byte > 0x2c) {
        if (byte < top) isSurelyFilled = true;
        isStart = false;
        // Only what stands right behind a closing quote opens the cell again.
        if (!isQuoted) hasClosed = false;
        continue;
      }
      if (byte === quote) {
        if (isQuoted) {
          isQuoted = false;
          hasClosed = true;
        } else {
          isQuoted = isStart || hasClosed;
          hasClosed = false;
        }
        isStart = false;
        continue;
      }
      const isBreak = byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed);
      if (isQuoted) {
        if (isBreak) lines += 1;
        if (byte > 0x20 && byte !== comma) isSurelyFilled = true;
        continue;
      }
      if (isBreak || byte === carriageReturn) break;
      if (byte > 0x20 && byte !== comma) isSurelyFilled = true;
      isStart = byte === comma;
      hasClosed = false;
    }
    const next = bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? at + 2 : at + 1;
    yield { start, end: at, next, lines, isSurelyFilled };
    start = next;
  }
}

/** The cells of a row that was found. */
export function cellsOf(
  bytes: Uint8Array,
  encoding: Encoding,
  { start, end }: ScannedRow,
): readonly string[] {
  const text = decodeText({ bytes: bytes.subarray(start, end), encoding }) ?? "";
  return splitRows(text).rows[0]?.cells ?? [""];
}

/** Whether there is nothing in a row. */
export function isBlankRow(bytes: Uint8Array, encoding: Encoding, row: ScannedRow): boolean {
  if (row.isSurelyFilled) return false;
  if (row.start === row.end) return true;
  const text = decodeText({ bytes: bytes.subarray(row.start, row.end), encoding });
  // What is no text is no row; it stops the reading where it is read.
  return text !== undefined && (splitRows(text).rows[0]?.cells ?? []).every(isBlankCell);
}

/** How many rows and lines a block has, and how many of its rows have nothing in them. */
export function countRows(
  bytes: Uint8Array,
  encoding: Encoding,
): { readonly rows: number; readonly blank: number; readonly lines: number } {
  let [rows, blank, lines] = [0, 0, 0];
  for (const row of scanRows(bytes, encoding)) {
    lines += row.lines;
    if (isBlankRow(bytes, encoding, row)) blank += 1;
    else rows += 1;
  }
  return { rows, blank, lines };
}
