import { printFiscalYear } from "../methodology/period.ts";
import type { Absent } from "../plan.ts";
import { failure } from "./failure.ts";
import type { Run } from "./run.ts";
import type { Search } from "./search.ts";

/**
 * What a look-up does not find, with its reason. Only `known` asks whether there is something; everything else turns a
 * hole into an issue that spells out the keys.
 */
export interface Hole {
  readonly kind: "hole";
  /** The row is there and its cell is open. */
  readonly isOpenCell?: boolean;
  readonly fail: (run: Run, keys: readonly string[]) => Absent;
}

/** Whether there is nothing. */
export function isHole(found: unknown): found is Hole {
  return (found as Hole).kind === "hole";
}

/** The facts that every failing look-up tells. */
export function lookedUp(search: Search, keys: readonly string[]) {
  const { code } = search.view;
  const { id, label } = code.tree;
  const column = code.tree.columns[search.column.column]?.id ?? "";
  return label === undefined
    ? { table: id, column, keys }
    : { table: id, tableLabel: label, column, keys };
}

export function noRow(search: Search): Hole {
  return { kind: "hole", fail: (run, keys) => failure(run, "no-row", lookedUp(search, keys)) };
}

/** A year that is not there; `held` are those that are, for the same other keys. */
export function noYear(
  search: Search,
  year: number,
  last: number | undefined,
  held: () => readonly string[],
): Hole {
  return {
    kind: "hole",
    fail: (run, keys) =>
      failure(run, "no-row-for-year", {
        ...lookedUp(search, keys),
        year: printFiscalYear(year),
        ...(last === undefined ? {} : { last: printFiscalYear(last) }),
        held: held(),
      }),
  };
}

export function openCell(search: Search): Hole {
  const fail: Hole["fail"] = (run, keys) => failure(run, "cell-open", lookedUp(search, keys));
  return { kind: "hole", isOpenCell: true, fail };
}
