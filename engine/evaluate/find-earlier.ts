import { printFiscalYear } from "../methodology/period.ts";
import type { Value } from "../plan.ts";
import { type Hole, hole } from "./holes.ts";
import type { Run } from "./run.ts";
import { type Found, follow, isHole, type Search } from "./search.ts";
import type { KeyCode } from "./table-keys.ts";
import { placeAt, rowsOf } from "./table-view.ts";

/** What stands for a row that the table has not, if anything does. */
export function findEarlier(run: Run, search: Search): Found {
  const { view } = search;
  const yearKey = view.code.keys.findIndex(({ kind }) => kind === "fiscal_year");
  return yearKey < 0 || rowsOf(view).length === 0
    ? hole(search, "no-row", () => ({}))
    : findBefore(run, search, yearKey);
}

/**
 * A year that the table has not: the last one before it that has a value, where a clause or the mode allows that. A cell
 * that its source leaves open is no value.
 */
function findBefore(run: Run, search: Search, yearKey: number): Found {
  const { view, column, keys } = search;
  const { first, size } = view.code.keys[yearKey] as KeyCode;
  const wanted = keys[yearKey] as number;
  const placeIn = (year: number) => placeAt(view, column, keys.with(yearKey, year));
  const noYear = (last?: number): Hole =>
    hole(search, "no-row-for-year", () => ({
      year: printFiscalYear(wanted),
      ...(last === undefined ? {} : { last: printFiscalYear(last) }),
      held: heldYears(first, first + size - 1, (year) => placeIn(year) !== null),
    }));
  let open: Hole | undefined;
  for (let year = Math.min(wanted - 1, first + size - 2); year > first; year -= 1) {
    const place = placeIn(year);
    if (place === null) continue;
    if (run.isOfficial && view.code.tree.carryOver === undefined) return noYear(year);
    const found = follow(run, search, place);
    if (isHole(found) && found.isOpenCell) {
      open ??= found;
      continue;
    }
    search.carried = year;
    return found;
  }
  return open ?? noYear();
}

/** The years that are there: `FY2012..FY2013`, `FY2021..`. What is before the first and at the end stands for all such. */
function heldYears(
  first: number,
  end: number,
  isThere: (year: number) => boolean,
): readonly string[] {
  const runs: string[] = [];
  for (let from = first; from <= end && end - first < 200; from += 1) {
    if (!isThere(from)) continue;
    let to = from;
    while (to < end && isThere(to + 1)) to += 1;
    const low = from === first ? "" : printFiscalYear(from);
    const high = to === end ? "" : printFiscalYear(to);
    runs.push(low === high ? low : `${low}..${high}`);
    from = to;
  }
  return runs;
}

/** A cell that its source leaves open. */
export function openCell(search: Search): Hole {
  return hole(search, "cell-open", () => ({}));
}

/** What is told of a cell. */
interface CellRead {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly keys: readonly string[];
  readonly value: Value;
}

/** Notes once that the row of an earlier year stood in. */
export function noteCarried(run: Run, { keys, view }: Search, from: number, read: CellRead): void {
  const isNoted = run.figures.some(
    (figure) =>
      figure.kind === "carried_over" &&
      figure.table === read.table &&
      figure.column === read.column &&
      figure.keys.join() === read.keys.join(),
  );
  if (isNoted) return;
  const year = keys[view.code.keys.findIndex(({ kind }) => kind === "fiscal_year")] as number;
  run.figures.push({ kind: "carried_over", ...read, year, from });
}
