import { parseDay } from "../../methodology/period.ts";
import type { KeyTree, RowTree, TableTree } from "../../methodology/tree.ts";
import { add, compare, type Exact, one, print, readExact, whole } from "../../quantity/exact.ts";

/** Everything from one end on, up to and without the other. An interval may be open at either end, years are not. */
export interface Range {
  readonly from?: Exact;
  readonly to?: Exact;
}

/** What a key cell stands for. */
export type KeyCell =
  | { readonly kind: "any" }
  /** Members of an enum, or one printed number in its shortest form. */
  | { readonly kind: "members"; readonly members: readonly string[] }
  | { readonly kind: "range"; readonly range: Range };

/** What is wrong with a key cell: what should stand there, or ends in the wrong order. */
export type KeyProblem =
  | { readonly kind: "malformed"; readonly expected: "year" | "interval" | "dates" | "number" }
  | { readonly kind: "reversed"; readonly low: string; readonly high: string };

/**
 * Reads a key cell. A year is a range of one year; both ends of a range of years are in it. Which end of an interval is in
 * it makes no difference to gaps and overlaps.
 */
export function readKeyCell(cell: string | readonly string[], key: KeyTree): KeyCell | KeyProblem {
  if (cell === "*") return { kind: "any" };
  const texts = typeof cell === "string" ? [cell] : cell;
  if (key.kind === "enum") return { kind: "members", members: texts };
  const [text, second] = texts;
  switch (key.kind) {
    case "number": {
      const value = text === undefined || second !== undefined ? undefined : readExact(text);
      return value === undefined
        ? { kind: "malformed", expected: "number" }
        : { kind: "members", members: [print(value)] };
    }
    case "fiscal_year":
      return second === undefined
        ? readRange(text ?? "", "year", readYear, true)
        : { kind: "malformed", expected: "year" };
    case "interval": {
      const expected = key.unit === undefined ? "dates" : "interval";
      if (second !== undefined || text?.includes("..") !== true)
        return { kind: "malformed", expected };
      return readRange(text, expected, key.unit === undefined ? readDate : readExact, false);
    }
  }
}

function readRange(
  text: string,
  expected: "year" | "interval" | "dates",
  read: (end: string) => Exact | undefined,
  isWhole: boolean,
): KeyCell | KeyProblem {
  const [low = "", high = low, more] = text.split("..");
  const isOpen = (end: string): boolean => end === "" && !isWhole;
  const [from, to] = [read(low), read(high)];
  const isRead = (from !== undefined || isOpen(low)) && (to !== undefined || isOpen(high));
  if (!isRead || more !== undefined || (from === undefined && to === undefined)) {
    return { kind: "malformed", expected };
  }
  if (from === undefined || to === undefined) {
    return {
      kind: "range",
      range: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    };
  }
  const order = compare(from, to);
  if (order > 0 || (order === 0 && !isWhole)) return { kind: "reversed", low, high };
  return { kind: "range", range: { from, to: isWhole ? next(to) : to } };
}

function next(year: Exact): Exact {
  return add(year, one);
}

function readYear(text: string): Exact | undefined {
  return /^\d{4}$/.test(text) ? whole(Number.parseInt(text, 10)) : undefined;
}

function readDate(text: string): Exact | undefined {
  const day = parseDay(text);
  return day === undefined ? undefined : whole(day);
}

/** The key cells of a row; `undefined` where one of them cannot be read. */
export function keyCellsOf(row: RowTree, table: TableTree): readonly KeyCell[] | undefined {
  const cells: KeyCell[] = [];
  for (const [index, key] of table.keys.entries()) {
    const cell = readKeyCell(row.keys[index] ?? "*", key);
    if (cell.kind === "malformed" || cell.kind === "reversed") return undefined;
    cells.push(cell);
  }
  return cells;
}

/** Whether two ranges have something in common. */
export function overlaps(left: Range, right: Range): boolean {
  return !endsBefore(left, right) && !endsBefore(right, left);
}

function endsBefore(left: Range, right: Range): boolean {
  return left.to !== undefined && right.from !== undefined && compare(left.to, right.from) <= 0;
}

/** Which of two ranges starts first; one that is open below starts before all others. */
export function byLowerEnd({ from: left }: Range, { from: right }: Range): number {
  if (left === undefined || right === undefined) {
    return (left === undefined ? 0 : 1) - (right === undefined ? 0 : 1);
  }
  return compare(left, right);
}
