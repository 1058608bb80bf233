import type { Period } from "../answers/record.ts";
import type { Leaf } from "../columns/leaf.ts";
import type { Tally } from "../columns/rows.ts";
import type { Plan } from "../plan.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { chunkSize, type LaneOptions, startColumnLane } from "./column-lane.ts";
import { asTyped, csvLine } from "./csv.ts";
import type { Header } from "./header.ts";
import { isWritable, type Line, lineOf, writeLine } from "./leaf-lines.ts";
import { cellsIn, readRows } from "./read-rows.ts";
import type { ShapeOptions } from "./row-shapes.ts";
import type { BatchRow } from "./rows.ts";
import type { Sheets } from "./sheets.ts";

/** Rows as they are read, computed in columns a chunk at a time and written in their order. */
export interface RowColumns {
  /** Whole rows without a quote in them, as bytes of UTF-8; tells how many lines they were. */
  readonly readBytes: (bytes: Uint8Array, lines: number) => number;
  /** A row as cells. */
  readonly readCells: (cells: readonly string[], line: number) => void;
  /** Computes and writes what has been read. */
  readonly flush: () => void;
  readonly tally: Tally;
  readonly reasons: () => readonly string[];
}

export interface RowColumnsOptions extends ShapeOptions, Pick<LaneOptions, "kernels"> {
  readonly plan: Plan;
  readonly header: Header;
  readonly sheets: Sheets;
  readonly filePeriod: Period | undefined;
  readonly writer: ByteWriter;
  /** Rows that an earlier run has done: they are read, but neither computed nor written. */
  readonly done: number;
  /** The number of the next row, which is counted on. */
  readonly count: () => number;
  readonly blank: () => void;
  readonly counted: (status: Leaf["status"]) => void;
  /** A row for the exact lane. */
  readonly exactly: (row: BatchRow) => void;
}

const encoder = new TextEncoder();
const comma = 0x2c;

/** With the comma before it. */
const statusBytes = {
  applies: encoder.encode(",applies"),
  does_not_apply: encoder.encode(",does_not_apply"),
  undecided: encoder.encode(",undecided"),
} as const satisfies Record<Leaf["status"], Uint8Array>;

export function startRowColumns(options: RowColumnsOptions): RowColumns {
  const { plan, header, sheets, filePeriod, writer, done, mode, asOf } = options;
  const lane = startColumnLane(plan, header, filePeriod, { mode, asOf }, options);
  const { chunk } = lane;
  const numbers = new Float64Array(chunkSize);
  const lines = new Float64Array(chunkSize);
  const spans = new Int32Array(2 * chunkSize);
  const sources: (readonly string[] | undefined)[] = new Array(chunkSize).fill(undefined);
  const leafLines = new WeakMap<Leaf, { readonly line: Line | undefined }>();
  let bytes = new Uint8Array(1 << 16);
  let scratch = bytes;
  let length = 0;
  let firstLine = 0;

  const lineIn = (leaf: Leaf): Line | undefined => {
    let known = leafLines.get(leaf);
    if (known === undefined) {
      known = { line: lineOf(plan, sheets.outputs, leaf) };
      leafLines.set(leaf, known);
    }
    return known.line;
  };

  const statusAt = ({ status, holds }: Leaf, place: number): Leaf["status"] =>
    holds < 0 || chunk.rows.results[holds]?.[place] === 1 ? status : "does_not_apply";

  const write = (row: number, place: number, leaf: Leaf, line: Line): void => {
    writer.decimal(numbers[row] as number, 0);
    const status = statusAt(leaf, place);
    const own = statusBytes[status];
    writer.copy(own, 0, own.length);
    for (let at = 0; at < chunk.carriedCount; at += 1) {
      const place = 2 * (row * chunk.carriedCount + at);
      const [start, end] = [chunk.spans[place] as number, chunk.spans[place + 1] as number];
      if (isHarmless(bytes, start, end)) {
        // With the comma before it, which is what stood there.
        if (start > 0 && bytes[start - 1] === comma) writer.copy(bytes, start - 1, end);
        else {
          writer.ascii(",");
          writer.copy(bytes, start, end);
        }
      } else {
        writer.ascii(",");
        const cell = cellsText(bytes, start, end, sources[row], sheets.carried[at] as number);
        writer.text(csvLine([asTyped(cell)]).slice(0, -2));
      }
    }
    writeLine(writer, line, chunk.rows, place);
    options.counted(status);
  };

  const flush = (): void => {
    lane.compute();
    const count = chunk.count();
    for (let row = 0; row < count; row += 1) {
      const place = lane.places[row] as number;
      const leaf = lane.leafAt(place);
      const line = leaf === undefined ? undefined : lineIn(leaf);
      if (leaf !== undefined && line !== undefined && isWritable(line, chunk.rows, place)) {
        write(row, place, leaf, line);
        continue;
      }
      const [start, end] = [spans[2 * row] as number, spans[2 * row + 1] as number];
      const cells = sources[row] ?? cellsIn(bytes, start, end);
      options.exactly({ row: numbers[row] as number, line: lines[row] as number, cells });
    }
    chunk.clear();
    length = 0;
  };

  /** Counts a row in the chunk; false where an earlier run has done it. */
  const keep = (start: number, end: number, line: number): boolean => {
    const row = options.count();
    if (row <= done) return false;
    const at = chunk.count() - 1;
    numbers[at] = row;
    lines[at] = firstLine + line + 1;
    spans[2 * at] = start;
    spans[2 * at + 1] = end;
    sources[at] = undefined;
    return true;
  };

  return {
    tally: lane.tally,
    reasons: lane.reasons,
    flush,
    readBytes(block, before) {
      flush();
      bytes = block as typeof bytes;
      firstLine = before;
      const columns = header.columns.length;
      const sink = { chunk, columns, keep, blank: options.blank, flush, most: chunkSize };
      const read = readRows(block, sink);
      flush();
      bytes = scratch;
      return read;
    },
    readCells(cells, line) {
      const texts = cells.slice(0, header.columns.length);
      const most = texts.reduce((size, text) => size + 3 * text.length, 0);
      if (length + most > scratch.length) {
        flush();
        if (most > scratch.length) scratch = new Uint8Array(2 * most);
      }
      bytes = scratch;
      firstLine = 0;
      chunk.begin();
      for (const [at, text] of texts.entries()) {
        const start = length;
        length += encoder.encodeInto(text, scratch.subarray(start)).written;
        chunk.take(at, scratch, start, length);
      }
      const { length: expected } = header.columns;
      chunk.end(
        cells.length < expected || cells.slice(expected).some((cell) => cell.trim() !== ""),
      );
      if (!keep(0, 0, line)) chunk.drop();
      else {
        sources[chunk.count() - 1] = cells;
        if (chunk.count() === chunkSize) flush();
      }
    },
  };
}

function cellsText(
  bytes: Uint8Array,
  start: number,
  end: number,
  cells: readonly string[] | undefined,
  column: number,
): string {
  return cells?.[column] ?? cellsIn(bytes, start, end).join();
}

/**
 * Whether the bytes of a cell can be written as they are: nothing that is quoted, no white space at its ends, and no
 * beginning that could be that of a formula. What is not plain to see is written with care.
 */
function isHarmless(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return true;
  const first = bytes[start] as number;
  const last = bytes[end - 1] as number;
  if (first <= 0x20 || last <= 0x20) return false;
  // = + - @ and the apostrophe.
  if (first === 0x3d || first === 0x2b || first === 0x2d || first === 0x40 || first === 0x27) {
    return false;
  }
  if (first >= 0x80 && !isLetterOfJapanese(bytes, start, end)) return false;
  if (last >= 0x80 && !isLetterOfJapanese(bytes, end - 3, end)) return false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0x22 || byte === 0x2c || byte === 0x0a || byte === 0x0d) return false;
  }
  return true;
}

/** A character from U+3040 to U+CFFF, which no white space and no sign of a formula is among. */
function isLetterOfJapanese(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] ?? 0;
  if (start < 0 || start + 3 > end) return false;
  return first === 0xe3 ? (bytes[start + 1] as number) > 0x80 : first > 0xe3 && first < 0xed;
}
