import type { ChunkRows } from "./chunk-rows.ts";
import { isBlankCell } from "./rows.ts";

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
export function readRows(bytes: Uint8Array, { chunk, columns, ...sink }: RowSink): number {
  let at = 0;
  let line = 0;
  const end = bytes.length;
  while (at < end) {
    const start = at;
    let cell = at;
    let column = 0;
    let isPlain = false;
    let isLonger = false;
    chunk.begin();
    for (;;) {
      const byte = at < end ? (bytes[at] as number) : lineFeed;
      if (byte > comma) {
        if (byte < 0x7f) isPlain = true;
      } else if (byte === comma || byte === lineFeed || byte === carriageReturn) {
        if (column < columns) chunk.take(column, bytes, cell, at);
        else if (at > cell && !isBlankCell(decoder.decode(bytes.subarray(cell, at))))
          isLonger = true;
        column += 1;
        cell = at + 1;
        if (byte !== comma) break;
      } else if (byte > 0x20) isPlain = true;
      at += 1;
    }
    const isBlank = !isPlain && cellsIn(bytes, start, at).every(isBlankCell);
    chunk.end(column < columns || isLonger);
    if (isBlank) sink.blank();
    if (isBlank || !sink.keep(start, at, line)) chunk.drop();
    else if (chunk.count() === sink.most) sink.flush();
    if (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed) at += 1;
    at += 1;
    line += 1;
  }
  return line;
}

/** The cells of a row without quotes, as text. */
export function cellsIn(bytes: Uint8Array, start: number, end: number): readonly string[] {
  return decoder.decode(bytes.subarray(start, end)).split(",");
}
