import { splitRows } from "./csv.ts";
import { decodeText, type Encoding } from "./encoding.ts";
import { isBlankCell } from "./rows.ts";
import { viewOf } from "./view-of.ts";

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
  const top = topOf(encoding);
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
export function countRows(bytes: Uint8Array, encoding: Encoding): RowCounts {
  const plain = countPlain(bytes, encoding);
  if (plain !== undefined) return plain;
  let [rows, blank, lines] = [0, 0, 0];
  for (const row of scanRows(bytes, encoding)) {
    lines += row.lines;
    if (isBlankRow(bytes, encoding, row)) blank += 1;
    else rows += 1;
  }
  return { rows, blank, lines, isPlain: false };
}

interface RowCounts {
  readonly rows: number;
  readonly blank: number;
  readonly lines: number;
  /** There is no quote among them. */
  readonly isPlain: boolean;
}

/** The same, four bytes at a time, where rows are lines; `undefined` where a quote may hold lines together. */
function countPlain(bytes: Uint8Array, encoding: Encoding): RowCounts | undefined {
  const { length } = bytes;
  const view = viewOf(bytes);
  const top = topOf(encoding);
  let [rows, blank] = [0, 0];
  for (let start = 0; start < length; ) {
    let end = start;
    let byte = 0;
    for (;;) {
      end = nextBelowHash(bytes, view, end);
      byte = end < length ? (bytes[end] as number) : lineFeed;
      if (byte <= carriageReturn && (byte === lineFeed || byte === carriageReturn)) break;
      if (byte === quote) return undefined;
      end += 1;
    }
    const first = bytes[start] as number;
    if ((first > comma && first < top) || !isBlankLine(bytes, encoding, start, end)) rows += 1;
    else blank += 1;
    start = byte === carriageReturn && bytes[end + 1] === lineFeed ? end + 2 : end + 1;
  }
  return { rows, blank, lines: rows + blank, isPlain: true };
}

/** Where the next byte below `#` stands, which a quote, the end of a line and white space are. */
function nextBelowHash(bytes: Uint8Array, view: DataView, from: number): number {
  let at = from;
  const { length } = bytes;
  for (; at + 4 <= length; at += 4) {
    const word = view.getInt32(at, true);
    const marks = (word - 0x23232323) & ~word & 0x80808080;
    if (marks !== 0) return at + ((31 - Math.clz32(marks & -marks)) >> 3);
  }
  while (at < length && (bytes[at] as number) >= 0x23) at += 1;
  return at;
}

/** Whether there is nothing in a line without quotes. */
function isBlankLine(bytes: Uint8Array, encoding: Encoding, start: number, end: number): boolean {
  const top = topOf(encoding);
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte > 0x20 && byte < top && byte !== comma) return false;
  }
  return isBlankRow(bytes, encoding, { start, end, next: end, lines: 1, isSurelyFilled: false });
}

/** From here on, a byte may be a part of a character. */
function topOf(encoding: Encoding): number {
  return encoding === "utf-8" ? 0x7f : 0x40;
}
