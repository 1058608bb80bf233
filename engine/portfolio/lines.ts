import { codeOf, startCodes } from "../batch/cell-codes.ts";
import { splitRows } from "../batch/csv.ts";
import { decodeText } from "../batch/encoding.ts";
import { lastFigure, readFigure } from "../batch/figures.ts";
import { isBlankCell } from "../batch/rows.ts";
import { hashOf } from "../batch/scan-cells.ts";
import { isBlankRow, scanRows } from "../batch/scan-rows.ts";
import { viewOf } from "../batch/view-of.ts";
import type { Work } from "../batch/works.ts";
import { type Figure, readFigureText } from "./figure.ts";

/** The line that is being read; it changes with the next. */
export interface Line {
  /** Where it begins in the bytes. */
  start: number;
  count: number;
  readonly starts: number[];
  readonly ends: number[];
  /** Its cells, where one of them is in quotes: then its places are not known. */
  cells: readonly string[] | undefined;
}

const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;

/** Reads the lines of results one after another, without making texts of cells that nobody asks for. */
export function readLines(bytes: Uint8Array, each: (line: Line) => void): void {
  const line: Line = { start: 0, count: 0, starts: [], ends: [], cells: undefined };
  let at = 0;
  while (at < bytes.length) {
    line.start = at;
    line.count = 0;
    line.cells = undefined;
    line.starts[0] = at;
    let isQuoted = false;
    let hasQuotes = false;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      if (byte > comma) continue;
      if (byte === quote) {
        isQuoted = !isQuoted;
        hasQuotes = true;
      } else if (isQuoted) continue;
      else if (byte === comma) {
        line.ends[line.count] = at;
        line.count += 1;
        line.starts[line.count] = at + 1;
      } else if (byte === lineFeed) break;
    }
    // Lines of results end with a carriage return and a line feed.
    line.ends[line.count] = bytes[at - 1] === 0x0d ? at - 1 : at;
    line.count += 1;
    at += 1;
    if (hasQuotes)
      line.cells = splitRows(decoder.decode(bytes.subarray(line.start, at))).rows[0]?.cells;
    each(line);
  }
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A cell of a line as text. */
export function textAt(
  bytes: Uint8Array,
  { cells, starts, ends, count }: Line,
  at: number,
): string {
  if (cells !== undefined) return cells[at] ?? "";
  return at < count ? decoder.decode(bytes.subarray(starts[at], ends[at])) : "";
}

/** The figure of a cell; `undefined` where it is none, or none that 15 digits hold. */
export function figureAt(bytes: Uint8Array, line: Line, at: number): Figure | undefined {
  if (line.cells !== undefined) return readFigureText(line.cells[at] ?? "");
  if (at >= line.count) return undefined;
  const end = line.ends[at] as number;
  const value = readFigure(bytes, line.starts[at] as number, end);
  if (Number.isNaN(value) || lastFigure.end !== end) return undefined;
  return { digits: lastFigure.digits, places: lastFigure.places };
}

export function isEmptyAt({ cells, starts, ends, count }: Line, at: number): boolean {
  return cells === undefined ? at >= count || starts[at] === ends[at] : (cells[at] ?? "") === "";
}

/** Gives each row of a piece of work, blank ones left out, the id of its cell in a column. */
export function startCellIds(column: number, idOf: (cell: string) => number) {
  const codes = startCodes(idOf);
  const inBytes = (bytes: Uint8Array, view: DataView, start: number, end: number): number => {
    let from = start;
    for (let passed = 0; passed < column; passed += 1) {
      const next = bytes.indexOf(comma, from);
      if (next < 0 || next >= end) return idOf("");
      from = next + 1;
    }
    const next = bytes.indexOf(comma, from);
    const to = next < 0 || next > end ? end : next;
    return codeOf(codes, bytes, view, from, to, hashOf(bytes, from, to));
  };
  return (work: Work): readonly number[] => {
    if (work.kind === "groups") {
      return work.groups.flatMap(({ rows }) => rows.map(({ cells }) => idOf(cells[column] ?? "")));
    }
    const { bytes, encoding } = work;
    if (encoding === "utf-8" && !bytes.includes(quote)) {
      const view = viewOf(bytes);
      const ids: number[] = [];
      for (const row of scanRows(bytes, encoding)) {
        if (!isBlankRow(bytes, encoding, row)) ids.push(inBytes(bytes, view, row.start, row.end));
      }
      return ids;
    }
    const { rows } = splitRows(decodeText(work) ?? "");
    return rows.flatMap(({ cells }) =>
      cells.every(isBlankCell) ? [] : [idOf(cells[column] ?? "")],
    );
  };
}
