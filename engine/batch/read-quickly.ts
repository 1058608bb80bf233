import type { CellLoops, Room } from "../columns/chunk.ts";
import { blankCode, codeOf } from "./cell-codes.ts";
import type { ChunkRows, Reading } from "./chunk-rows.ts";
import { type RowSink, readRow, readRows } from "./read-rows.ts";
import { hashOf } from "./scan-cells.ts";
import { viewOf } from "./view-of.ts";

/**
 * Rows read by a loop over their cells, `engine/columns/simd/assembly/cells.ts`, which finds what cells say in tables of
 * cells that have been read before. What is not in them stops the loop: it is read here and put into its table, and the loop
 * goes on with the same row. A row that is not plain to see is read here as a whole.
 */
export interface QuickReader {
  /** Where the bytes of a block are while it is read. */
  readonly block: Uint8Array;
  readonly most: number;
  /** Does what `readRows` does; `keepAll` tells of rows that have been read from a line on. */
  readonly read: (bytes: Uint8Array, sink: QuickSink) => number;
}

export interface QuickSink extends RowSink {
  readonly keepAll: (count: number, line: number) => void;
}

/** Where the fields of the records stand that the loop reads, in bytes. A column is a record of its own. */
const state = { at: 0, row: 4, column: 8, from: 12, to: 16 } as const;
const fields = {
  columns: 24,
  count: 28,
  words: 32,
  wordCount: 36,
  periods: 40,
  units: 44,
  spans: 48,
  spansOfRow: 52,
  ends: 56,
  sets: 60,
  setMask: 64,
} as const;
const readingSize = 80;
const column = {
  kind: 0,
  values: 4,
  digits: 8,
  places: 12,
  word: 16,
  shift: 20,
  table: 24,
  mask: 28,
  carried: 32,
  scale: 36,
  least: 40,
  most: 48,
} as const;
const columnSize = 64;
const kinds: readonly Reading["kind"][] = ["skipped", "carried", "figure", "code", "period"];

/** Why the loop has stopped. */
const stops = ["ended", "full", "unknown cell", "unknown units", "careful"] as const;

const entrySize = 48;
const mostEntries = 1 << 13;
const leastEntries = 1 << 6;
/** Of all tables together. */
const mostBytesOfTables = 1 << 22;
const setSlots = 1 << 13;
/** A block is what is read at once with what was left of the row before. */
const mostBytes = 3 << 20;
/** Bytes behind a block that may be looked at. */
const margin = 64;
/** So many rows that are not plain to see are read before it is asked whether most are like that. */
const fewRows = 256;

const lineFeed = 0x0a;

/** Starts reading into a chunk; `undefined` where what it has is not in the memory of the loop. */
export function startQuickReader(
  { rows, parts, spans, carriedCount }: ChunkRows,
  ends: Int32Array,
  room: Room,
  { buffer, loops }: CellLoops,
): QuickReader | undefined {
  const { readings, words } = parts;
  const own = readings.filter(({ kind }) => kind !== "skipped" && kind !== "carried");
  const share = mostBytesOfTables / entrySize / Math.max(1, own.length);
  const entries = Math.max(leastEntries, Math.min(mostEntries, 2 ** Math.floor(Math.log2(share))));
  const reading = room.integers(readingSize / 4);
  const columns = room.integers((readings.length * columnSize) / 4);
  const wordPlaces = room.integers(words.length);
  const sets = room.integers(2 * setSlots);
  const tables = readings.map((one) =>
    own.includes(one) ? room.integers((entries * entrySize) / 4) : undefined,
  );
  const block = room.bytes(mostBytes + margin);
  const reached = [
    ...[reading, columns, wordPlaces, sets, block, parts.periods, parts.units, spans, ends],
    ...[...words, ...tables.flatMap((table) => table ?? [])],
    ...readings.flatMap((one) => valuesOf(one)),
  ];
  if (reached.some((array) => array.buffer !== buffer)) return undefined;

  const view = new DataView(buffer as ArrayBuffer);
  const put = (
    record: Int32Array,
    from: number,
    values: readonly (readonly [number, number])[],
  ) => {
    for (const [at, value] of values) view.setInt32(record.byteOffset + from + at, value, true);
  };
  put(reading, 0, [
    [fields.columns, columns.byteOffset],
    [fields.count, readings.length],
    [fields.words, wordPlaces.byteOffset],
    [fields.wordCount, words.length],
    [fields.periods, parts.periods.byteOffset],
    [fields.units, parts.units.byteOffset],
    [fields.spans, spans.byteOffset],
    [fields.spansOfRow, 8 * carriedCount],
    [fields.ends, ends.byteOffset],
    [fields.sets, sets.byteOffset],
    [fields.setMask, setSlots - 1],
  ]);
  for (const [at, word] of words.entries()) wordPlaces[at] = word.byteOffset;
  for (const [at, one] of readings.entries()) {
    put(columns, at * columnSize, [
      [column.kind, kinds.indexOf(one.kind)],
      [column.values, one.values.byteOffset],
      [column.digits, one.digits.byteOffset],
      [column.places, one.places.byteOffset],
      [column.word, one.word.byteOffset],
      [column.shift, one.shift],
      [column.table, tables[at]?.byteOffset ?? 0],
      [column.mask, entries - 1],
      [column.carried, 8 * one.carried],
    ]);
  }
  const blockView = viewOf(block);
  const held = new Int32Array(readings.length);
  let setsHeld = 0;
  let version = parts.version();

  const told = (at: number): number => view.getInt32(reading.byteOffset + at, true);

  const empty = (at: number): void => {
    tables[at]?.fill(0);
    held[at] = 0;
  };

  /** Puts the cell that stopped the loop into its table; false where it is for no table. */
  const noteCell = (): boolean => {
    const at = told(state.column);
    const one = readings[at] as Reading;
    const start = told(state.from) - block.byteOffset;
    const end = told(state.to) - block.byteOffset;
    const code = codeOf(one.codes, block, blockView, start, end, hashOf(block, start, end));
    if (code < 0 && (code !== blankCode || one.kind === "figure")) return false;
    if (4 * (held[at] as number) >= 3 * entries) empty(at);
    const bits = one.kind === "code" && code !== blankCode ? parts.bitsOf(one, code) : 0;
    const table = (tables[at] as Int32Array).byteOffset;
    loops.notedCell(table, entries - 1, block.byteOffset + start, end - start, code, bits);
    held[at] = (held[at] as number) + 1;
    return true;
  };

  /** The same for a unit in a row that has others already. */
  const noteUnits = (): boolean => {
    const [set, unit] = [told(state.from), told(state.to)];
    const next = parts.withUnit(set, unit);
    if (next === undefined) return false;
    if (4 * setsHeld >= 3 * setSlots) {
      sets.fill(0);
      setsHeld = 0;
    }
    loops.notedSet(sets.byteOffset, setSlots - 1, set, unit, next);
    setsHeld += 1;
    return true;
  };

  /** Takes over how many places figures have, and what the least and the most of them are. */
  const begin = (): void => {
    if (version !== parts.version()) {
      version = parts.version();
      for (const [at, { kind }] of readings.entries()) if (kind === "code") empty(at);
    }
    for (const [at, { kind, register }] of readings.entries()) {
      if (kind !== "figure") continue;
      const place = columns.byteOffset + at * columnSize;
      view.setInt32(place + column.scale, rows.scales[register] as number, true);
      view.setFloat64(place + column.least, rows.least[register] as number, true);
      view.setFloat64(place + column.most, rows.most[register] as number, true);
    }
  };

  const end = (): void => {
    for (const [at, { kind, register }] of readings.entries()) {
      if (kind !== "figure") continue;
      const place = columns.byteOffset + at * columnSize;
      rows.scales[register] = view.getInt32(place + column.scale, true);
      rows.least[register] = view.getFloat64(place + column.least, true);
      rows.most[register] = view.getFloat64(place + column.most, true);
    }
  };

  return {
    block,
    most: mostBytes,
    read(bytes, sink) {
      const { length } = bytes;
      const { chunk, most } = sink;
      block.set(bytes);
      block[length] = lineFeed;
      let line = 0;
      let careful = 0;
      for (let at = 0; at < length; ) {
        if (careful > fewRows && 2 * careful > line) return readRows(bytes, sink, at, line);
        begin();
        const before = chunk.count();
        const last = block.byteOffset + length;
        const from = block.byteOffset + at;
        const why =
          stops[loops.readRows(reading.byteOffset, block.byteOffset, from, last, before, most)];
        end();
        const read = told(state.row) - before;
        at = told(state.at) - block.byteOffset;
        parts.advance(read);
        sink.keepAll(read, line);
        line += read;
        if (chunk.count() === most) sink.flush();
        if (why === "ended" || why === "full") continue;
        if (why === "unknown cell" && noteCell()) continue;
        if (why === "unknown units" && noteUnits()) continue;
        careful += 1;
        at = readRow(block, blockView, at, line, sink);
        line += 1;
      }
      return line;
    },
  };
}

function valuesOf({ kind, values, digits, places }: Reading) {
  return kind === "figure" ? [values, digits, places] : kind === "code" ? [values] : [];
}
