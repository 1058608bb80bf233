import { printFiscalYear } from "../methodology/period.ts";
import type { Absent, Value } from "../plan.ts";
import { compare, type Exact, print } from "../quantity/exact.ts";
import { type Enclosed, endsOf } from "./enclosure.ts";
import { failure } from "./failure.ts";
import { boundText, keyText } from "./key-text.ts";
import type { Run } from "./run.ts";
import type { Search } from "./search.ts";
import type { KeyCode } from "./table-keys.ts";
import type { NumberPlace } from "./table-view.ts";

/**
 * What a look-up does not find, with its reason. Only `known` asks whether there is something; everything else turns a
 * hole into an issue that spells out the keys.
 */
export interface Hole {
  readonly kind: "hole";
  readonly fail: (run: Run, keys: readonly string[]) => Absent;
}

/** Whether there is nothing. */
export function isHole(found: unknown): found is Hole {
  return (found as Hole).kind === "hole";
}

export const unsettled: Hole = {
  kind: "hole",
  fail: (run) => failure(run, "not-settled", { digits: 200 }),
};

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

export function noYear(search: Search, year: number, last: number | undefined): Hole {
  return {
    kind: "hole",
    fail: (run, keys) =>
      failure(run, "no-row-for-year", {
        ...lookedUp(search, keys),
        year: printFiscalYear(year),
        ...(last === undefined ? {} : { last: printFiscalYear(last) }),
      }),
  };
}

export function openCell(search: Search): Hole {
  return { kind: "hole", fail: (run, keys) => failure(run, "cell-open", lookedUp(search, keys)) };
}

export function outside(
  search: Search,
  at: number,
  low: Exact | undefined,
  high: Exact | undefined,
): Hole {
  const key = search.view.code.keys[at] as KeyCode;
  return {
    kind: "hole",
    fail: (run, keys) =>
      failure(run, "key-outside", {
        ...lookedUp(search, keys),
        key: key.tree.id,
        value: keyText(run.plan, key, search.keys[at] as Value),
        low: low === undefined ? "" : boundText(key, low),
        high: high === undefined ? "" : boundText(key, high),
      }),
  };
}

export function notPrinted(search: Search, at: number, numbers: readonly NumberPlace[]): Hole {
  const key = search.view.code.keys[at] as KeyCode;
  return {
    kind: "hole",
    fail: (run, keys) => {
      const value = search.keys[at] as Enclosed;
      const upper = numbers.findIndex((one) => compare(one.value, endsOf(value).low) > 0);
      const near = upper < 0 ? numbers.slice(-1) : numbers.slice(Math.max(0, upper - 1), upper + 1);
      return failure(run, "key-not-printed", {
        ...lookedUp(search, keys),
        key: key.tree.id,
        value: keyText(run.plan, key, value),
        nearest: near.map((one) => print(one.value)),
      });
    },
  };
}

export function slopeAtEnd(search: Search, at: number): Hole {
  const key = search.view.code.keys[at] as KeyCode;
  return {
    kind: "hole",
    fail: (run, keys) =>
      failure(run, "slope-at-end", {
        ...lookedUp(search, keys),
        key: key.tree.id,
        value: keyText(run.plan, key, search.keys[at] as Value),
      }),
  };
}
