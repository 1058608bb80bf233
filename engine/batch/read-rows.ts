import type { ChunkRows } from "./chunk-rows.ts";
import { isBlankCell } from "./rows.ts";
import { endOfCell, lastCell } from "./scan-cells.ts";
import { viewOf } from "./view-of.ts";

/** What becomes of rows as they are read. */
export interface RowSink {
  readonly chunk: ChunkRows;
  /** How many columns the header has. */
  readonly columns: number;
  /** A row stands in the chunk, from one byte to before another, on a line counted from 0; false where it is not wanted. */
  readonly keep: (start: number, end: number, line: number) => boolean;
  readonly blank: () => void;
  /** The chunk is full. */
  readonly flush: () => void;
  readonly most: number;
}

const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Reads whole rows without a quote in them from bytes of UTF-8, and tells how many lines they were. */
export function readRows(bytes: Uint8Array, sink: RowSink, from = 0, before = 0): number {
  const view = viewOf(bytes);
  let line = before;
  for (let at = from; at < bytes.length; ) {
    at = readRow(bytes, view, at, line, sink);
    line += 1;
  }
  return line;
}

/** Reads the row that begins at a place, and tells where the next one does. */
export function readRow(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  line: number,
  sink: RowSink,
): number {
  const { chunk, columns } = sink;
  let at = start;
  let column = 0;
  let isSurelyFilled = false;
  let isLonger = false;
  chunk.begin();
  for (;;) {
    const end = endOfCell(bytes, view, at);
    if (end > at) {
      const first = bytes[at] as number;
      if (first > 0x20 && first < 0x7f) isSurelyFilled = true;
      if (column >= columns && !isBlankCell(decoder.decode(bytes.subarray(at, end))))
        isLonger = true;
    }
    if (column < columns) chunk.take(column, bytes, view, at, end, lastCell.hash);
    column += 1;
    at = end + 1;
    if (bytes[end] !== comma) break;
  }
  const end = at - 1;
  const isBlank = !isSurelyFilled && cellsIn(bytes, start, end).every(isBlankCell);
  chunk.end(column < columns || isLonger);
  if (isBlank) sink.blank();
  if (isBlank || !sink.keep(start, end, line)) chunk.drop();
  else if (chunk.count() === sink.most) sink.flush();
  return bytes[end] === carriageReturn && bytes[at] === lineFeed ? at + 1 : at;
}

/** The cells of a row without quotes, as text. */
export function cellsIn(bytes: Uint8Array, start: number, end: number): readonly string[] {
  return decoder.decode(bytes.subarray(start, end)).split(",");
}
