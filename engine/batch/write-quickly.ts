import type { CellLoops } from "../columns/chunk.ts";
import type { Leaf } from "../columns/leaf.ts";
import type { Rows } from "../columns/rows.ts";
import type { ByteWriter } from "./byte-writer.ts";
import type { Line, LinePart } from "./leaf-lines.ts";

/**
 * Lines of results written by a loop over rows, `engine/columns/simd/assembly/lines.ts`. The line of a leaf is laid out for it
 * when the first of its rows is written; a row that is not plain to see stops the loop, and is written with care.
 */
export interface QuickWriter {
  /** Writes rows from one to before another; tells the first that is to be written with care. */
  readonly write: (from: number, to: number) => number;
  /** Takes into account what has been written of a row with care. */
  readonly note: (row: number) => void;
}

export interface QuickWriterOptions {
  readonly rows: Rows;
  readonly cells: CellLoops;
  readonly writer: ByteWriter;
  /** By row: its number, and where it stands in the order of results. */
  readonly numbers: Float64Array;
  readonly places: Int32Array;
  /** Where carried cells are, so many in a row, and the bytes that they are in. */
  readonly spans: Int32Array;
  readonly carriedCount: number;
  readonly block: Uint8Array;
  /** How each status is written, and how many rows have it. */
  readonly statuses: readonly Uint8Array[];
  readonly counts: Int32Array;
  readonly notApplicable: number;
  readonly writtenAt: (place: number) => Written | undefined;
}

/** A leaf as its rows are written. */
export interface Written {
  readonly leaf: Leaf["at"];
  /** `undefined` where its rows are for the exact lane. */
  readonly line: Line | undefined;
  readonly status: number;
  readonly holds: number;
}

const stops = ["ended", "out of room", "unknown line", "careful"] as const;

/** Where the fields of the records stand that the loop reads, in numbers of 32 bits. */
const state = { row: 0, out: 1 } as const;
const writingSize = 16;
const headSize = 4;
const partSize = 10;
/** Whole numbers below this have their texts in a table. */
const mostWholes = 64;
const mostOfWhole = 64;
const mostOfFigure = 32;

const mostLines = 1 << 13;
const mostBytesOfLines = 1 << 20;
const mostBytesOfTexts = 1 << 19;
const mostBytesOut = 1 << 17;
/** Bytes behind a text that are looked at, or written over. */
const margin = 64;

/** Starts writing; `undefined` where what rows come to is not in the memory of the loop. */
export function startQuickWriter(options: QuickWriterOptions): QuickWriter | undefined {
  const { rows, cells, writer, numbers, places, spans, block, counts, writtenAt } = options;
  const { buffer, loops } = cells;
  const { room } = rows;
  const writing = room.integers(writingSize);
  const lines = room.integers(mostLines);
  const records = room.integers(mostBytesOfLines / 4);
  const texts = room.bytes(mostBytesOfTexts + margin);
  const statuses = room.integers(2 * options.statuses.length);
  const out = room.bytes(mostBytesOut + margin);
  const reached = [
    ...[writing, lines, records, texts, statuses, out],
    ...[numbers, places, spans, block, counts, rows.leaves],
  ];
  if (reached.some((array) => array.buffer !== buffer)) return undefined;
  const figures = new Float64Array(buffer, records.byteOffset, records.length / 2);
  let textsUsed = 0;
  let recordsUsed = 0;

  /** A text in the memory of the loop; `undefined` where there is no room for it. */
  const placed = (text: Uint8Array): readonly [at: number, size: number] | undefined => {
    if (textsUsed + text.length > mostBytesOfTexts) return undefined;
    texts.set(text, textsUsed);
    textsUsed += text.length;
    return [texts.byteOffset + textsUsed - text.length, text.length];
  };

  for (const [at, text] of options.statuses.entries()) statuses.set(placed(text) ?? [], 2 * at);
  writing.set([
    ...[0, 0, numbers.byteOffset, places.byteOffset, rows.leaves.byteOffset],
    ...[lines.byteOffset, mostLines, spans.byteOffset, options.carriedCount, block.byteOffset],
    ...[statuses.byteOffset, counts.byteOffset, options.notApplicable],
  ]);

  const tables = new Map<LinePart, number>();
  /** Leaves whose lines could not be laid out. */
  const refused = new Set<number>();

  /** Lays the line of a leaf out; false where it has to be written with care. */
  const layOut = ({ leaf, line, status, holds }: Written): boolean => {
    if (line === undefined || leaf >= mostLines) return false;
    const held = holds < 0 ? undefined : rows.results[holds];
    const wholes = line.filter(({ slot, write }) => slot >= 0 && write !== undefined);
    const size = headSize + partSize * line.length + 2 * mostWholes * wholes.length;
    if (recordsUsed + size > records.length || (held !== undefined && held.buffer !== buffer)) {
      return false;
    }
    const own: [LinePart, number][] = [];
    let most = mostOfFigure + Math.max(...options.statuses.map(({ length }) => length));
    let next = recordsUsed + headSize + partSize * line.length;
    for (const [index, part] of line.entries()) {
      const text = placed(new Uint8Array(part.text.buffer, 0, part.size));
      const column = part.slot < 0 ? undefined : rows.results[part.slot];
      if (text === undefined) return false;
      if (part.slot >= 0 && column?.buffer !== buffer) return false;
      most += part.size + Math.max(mostOfFigure, mostOfWhole);
      const at = recordsUsed + headSize + partSize * index;
      const kind = column === undefined ? 0 : part.write === undefined ? 1 : 2;
      let table = 0;
      if (kind === 2) {
        table = records.byteOffset + 4 * next;
        records.fill(-1, next, next + 2 * mostWholes);
        own.push([part, next]);
        next += 2 * mostWholes;
      }
      records.set([...text, column?.byteOffset ?? 0, kind, part.places, table], at);
      figures[(at + 6) / 2] = part.times;
    }
    records.set([status, held?.byteOffset ?? 0, most], recordsUsed);
    lines[leaf] = records.byteOffset + 4 * recordsUsed;
    recordsUsed = next;
    // Only now: the records of a line that could not be laid out are those of another.
    for (const [part, table] of own) tables.set(part, table);
    return true;
  };

  return {
    write(from, to) {
      for (let row = from; ; ) {
        const start = out.byteOffset;
        const why =
          stops[loops.writtenRows(writing.byteOffset, row, to, start, start + mostBytesOut)];
        const end = (writing[state.out] as number) - start;
        writer.append(out, end);
        row = writing[state.row] as number;
        // A line for which there is never room is written with care.
        if (why === "out of room" && end > 0) continue;
        const written = why === "unknown line" ? writtenAt(places[row] as number) : undefined;
        if (written === undefined || refused.has(written.leaf)) return row;
        if (!layOut(written)) {
          refused.add(written.leaf);
          return row;
        }
      }
    },
    note(row) {
      const place = places[row] as number;
      for (const part of writtenAt(place)?.line ?? []) {
        const table = tables.get(part);
        if (table === undefined) continue;
        const value = (rows.results[part.slot] as Float64Array)[place] as number;
        const known = part.written.get(value);
        if (known === undefined || !(value >= 0 && value < mostWholes)) continue;
        if (known.byteLength > mostOfWhole || (records[table + 2 * value + 1] as number) >= 0)
          continue;
        const text = placed(new Uint8Array(known.buffer, known.byteOffset, known.byteLength));
        if (text !== undefined) records.set(text, table + 2 * value);
      }
    },
  };
}
