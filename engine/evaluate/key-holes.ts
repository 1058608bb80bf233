import { printDay } from "../methodology/period.ts";
import type { Value } from "../plan.ts";
import { compare, type Exact, print } from "../quantity/exact.ts";
import { type Enclosed, endsOf } from "./absent.ts";
import { failure } from "./failure.ts";
import { type Hole, lookedUp } from "./holes.ts";
import { keyText } from "./key-text.ts";
import type { Search } from "./search.ts";
import type { KeyCode } from "./table-keys.ts";
import type { NumberPlace } from "./table-view.ts";

/** What is not found along keys that are intervals or numbers. */
export const unsettled: Hole = {
  kind: "hole",
  fail: (run) => failure(run, "not-settled", { digits: 200 }),
};

/** The bound of an interval, as text. */
function boundText(key: KeyCode, bound: Exact): string {
  const isDate = key.kind === "interval" && key.tree.unit === undefined;
  return isDate ? printDay(Number(bound.numerator)) : print(bound);
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
