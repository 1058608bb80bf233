import type { Period } from "../answers/record.ts";
import type { Leaf } from "../columns/leaf.ts";
import type { Tally } from "../columns/rows.ts";
import type { Plan } from "../plan.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { chunkSize, type LaneOptions, startColumnLane } from "./column-lane.ts";
import { asTyped, csvLine } from "./csv.ts";
import { isBare, isHarmless } from "./harmless-cells.ts";
import type { Header } from "./header.ts";
import { lineOf, padded, writeLine } from "./leaf-lines.ts";
import type { Quickly } from "./quickly.ts";
import { cellsIn, readRows } from "./read-rows.ts";
import type { ShapeOptions } from "./row-shapes.ts";
import type { BatchRow } from "./rows.ts";
import { hashOf } from "./scan-cells.ts";
import type { Sheets } from "./sheets.ts";
import { viewOf } from "./view-of.ts";
import type { Written } from "./write-quickly.ts";

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
  /** Without it, and where its loops are not there, cells are read and written one by one. */
  readonly quickly: Quickly | undefined;
  /** Rows that an earlier run has done: they are read, but neither computed nor written. */
  readonly done: number;
  /** The number of the next row, which is counted on. */
  readonly count: () => number;
  /** How many rows have been counted. */
  readonly counted: () => number;
  readonly blank: () => void;
  /** So many rows came to a result. */
  readonly settled: (status: Leaf["status"], rows: number) => void;
  /** A row for the exact lane. */
  readonly exactly: (row: BatchRow) => void;
}

const encoder = new TextEncoder();
const comma = 0x2c;
const lineFeed = 0x0a;
/** Of the first rows. */
const bytesToLearn = 1 << 17;

/** The statuses by number, and how each is written, with the comma before it. */
const statuses = ["applies", "does_not_apply", "undecided"] as const;
const statusBytes = statuses.map((status) => encoder.encode(`,${status}`));
const statusTexts = statusBytes.map((bytes) => ({ text: padded(bytes), size: bytes.length }));
const notApplicable = statuses.indexOf("does_not_apply");
const commaText = viewOf(encoder.encode(","));

export function startRowColumns(options: RowColumnsOptions): RowColumns {
  const { plan, header, sheets, filePeriod, writer, done, mode, asOf, quickly } = options;
  const lane = startColumnLane(plan, header, filePeriod, { mode, asOf }, options);
  const { chunk, kernels } = lane;
  const { cells, room } = kernels;
  const numbers = room.doubles(chunkSize);
  const lines = new Float64Array(chunkSize);
  const spans = room.integers(2 * chunkSize);
  const reader = cells && quickly?.startReader(chunk, spans, room, cells);
  const sources: (readonly string[] | undefined)[] = new Array(chunkSize).fill(undefined);
  /** By the number of the leaf. */
  const leaves: (Written | undefined)[] = [];
  const counts = room.integers(statuses.length);
  let bytes = new Uint8Array(1 << 16);
  let scratch = bytes;
  let view = viewOf(bytes);
  let length = 0;
  let firstLine = 0;

  const writtenAt = (place: number): Written | undefined => {
    const leaf = lane.leafAt(place);
    if (leaf === undefined) return undefined;
    leaves[leaf.at] ??= {
      leaf: leaf.at,
      line: lineOf(plan, sheets.outputs, leaf),
      status: statuses.indexOf(leaf.status),
      holds: leaf.holds,
    };
    return leaves[leaf.at];
  };

  const writeCarried = (row: number): void => {
    for (let at = 0; at < chunk.carriedCount; at += 1) {
      const span = 2 * (row * chunk.carriedCount + at);
      const [start, end] = [chunk.spans[span] as number, chunk.spans[span + 1] as number];
      const source = sources[row];
      if (isHarmless(bytes, start, end) && (source === undefined || isBare(bytes, start, end))) {
        // With the comma before it, which is what stood there.
        if (start > 0 && bytes[start - 1] === comma) writer.copy(view, start - 1, end);
        else {
          writer.copy(commaText, 0, 1);
          writer.copy(view, start, end);
        }
      } else {
        writer.copy(commaText, 0, 1);
        const cell = cellsText(bytes, start, end, source, sheets.carried[at] as number);
        writer.text(csvLine([asTyped(cell)]).slice(0, -2));
      }
    }
  };

  /** Writes a row from its columns; false where that cannot be. */
  const write = (row: number, place: number): boolean => {
    const written = writtenAt(place);
    if (written?.line === undefined) return false;
    const { line, holds } = written;
    const isHeld = holds < 0 || chunk.rows.results[holds]?.[place] === 1;
    const status = isHeld ? written.status : notApplicable;
    const length = writer.length();
    writer.decimal(numbers[row] as number, 0);
    const { text, size } = statusTexts[status] as (typeof statusTexts)[number];
    writer.copy(text, 0, size);
    writeCarried(row);
    if (!writeLine(writer, line, chunk.rows, place)) {
      writer.cut(length);
      return false;
    }
    counts[status] = (counts[status] as number) + 1;
    return true;
  };

  const quickWriter =
    reader &&
    quickly?.startWriter({
      rows: chunk.rows,
      cells,
      writer,
      numbers,
      places: lane.places,
      spans: chunk.spans,
      carriedCount: chunk.carriedCount,
      block: reader.block,
      statuses: statusBytes,
      counts,
      notApplicable,
      writtenAt,
    });
  /** The rows at hand are in the block of the quick reader. */
  let isInBlock = false;

  const flush = (): void => {
    lane.compute();
    const count = chunk.count();
    for (let row = 0; row < count; row += 1) {
      if (isInBlock && quickWriter !== undefined) {
        row = quickWriter.write(row, count);
        if (row === count) break;
      }
      if (write(row, lane.places[row] as number)) {
        quickWriter?.note(row);
        continue;
      }
      const [start, end] = [spans[2 * row] as number, spans[2 * row + 1] as number];
      const cells = sources[row] ?? cellsIn(bytes, start, end);
      options.exactly({ row: numbers[row] as number, line: lines[row] as number, cells });
    }
    for (const [at, status] of statuses.entries()) options.settled(status, counts[at] as number);
    counts.fill(0);
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

  /** The same of rows that have all been read already, and of which none has been done. */
  const keepAll = (count: number, line: number): void => {
    const end = chunk.count();
    for (let at = end - count; at < end; at += 1) {
      numbers[at] = options.count();
      lines[at] = firstLine + line + 1 + at - (end - count);
      sources[at] = undefined;
    }
  };

  /** The first rows tell most of what paths and classes hang on, so few are read before they are computed. */
  let isLearning = true;

  const readBytes = (block: Uint8Array, before: number): number => {
    const some = isLearning ? block.indexOf(lineFeed, bytesToLearn) + 1 : 0;
    isLearning = false;
    if (some > 0 && some < block.length) {
      const lines = readBytes(block.subarray(0, some), before);
      return lines + readBytes(block.subarray(some), before + lines);
    }
    flush();
    bytes = block as typeof bytes;
    view = viewOf(bytes);
    firstLine = before;
    const columns = header.columns.length;
    const { blank } = options;
    const sink = { chunk, columns, keep, keepAll, blank, flush, most: chunkSize };
    const isQuick =
      reader !== undefined && block.length <= reader.most && options.counted() >= done;
    isInBlock = isQuick;
    const read = isQuick ? reader.read(block, sink) : readRows(block, sink);
    flush();
    isInBlock = false;
    bytes = scratch;
    view = viewOf(bytes);
    return read;
  };

  return {
    tally: lane.tally,
    reasons: lane.reasons,
    flush,
    readBytes,
    readCells(cells, line) {
      const texts = cells.slice(0, header.columns.length);
      const most = texts.reduce((size, text) => size + 3 * text.length, 0);
      if (length + most > scratch.length) {
        flush();
        if (most > scratch.length) {
          scratch = new Uint8Array(2 * most);
          view = viewOf(scratch);
        }
      }
      bytes = scratch;
      firstLine = 0;
      chunk.begin();
      for (const [at, text] of texts.entries()) {
        const start = length;
        length += encoder.encodeInto(text, scratch.subarray(start)).written;
        chunk.take(at, scratch, view, start, length, hashOf(scratch, start, length));
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
