import { printDay } from "../methodology/period.ts";
import type { Value } from "../plan.ts";
import { compare, type Exact, print } from "../quantity/exact.ts";
import { type Enclosed, endsOf } from "./absent.ts";
import { failure } from "./failure.ts";
import { type Hole, hole } from "./holes.ts";
import { keyText } from "./key-text.ts";
import type { Search } from "./search.ts";
import type { KeyCode } from "./table-keys.ts";
import type { NumberPlace } from "./table-view.ts";

/** What is not found along keys that are intervals or numbers. */
export const unsettled: Hole = {
  kind: "hole",
  isOpenCell: false,
  fail: (run) => failure(run, "not-settled", { digits: 200 }),
};

/** The key that finds nothing, and by what it was looked up. */
function keyAt({ view, keys }: Search, at: number) {
  const key = view.code.keys[at] as KeyCode;
  return { key: key.tree.id, value: keyText(key, keys[at] as Value) };
}

export function outside(
  search: Search,
  at: number,
  low: Exact | undefined,
  high: Exact | undefined,
): Hole {
  const { kind, tree } = search.view.code.keys[at] as KeyCode;
  const isDate = kind === "interval" && !("unit" in tree);
  const write = (bound: Exact | undefined) =>
    bound === undefined ? "" : isDate ? printDay(Number(bound.numerator)) : print(bound);
  return hole(search, "key-outside", () => ({
    ...keyAt(search, at),
    low: write(low),
    high: write(high),
  }));
}

export function notPrinted(search: Search, at: number, numbers: readonly NumberPlace[]): Hole {
  return hole(search, "key-not-printed", () => {
    const { low } = endsOf(search.keys[at] as Enclosed);
    const upper = numbers.findIndex((one) => compare(one.value, low) > 0);
    const near = upper < 0 ? numbers.slice(-1) : numbers.slice(Math.max(0, upper - 1), upper + 1);
    return { ...keyAt(search, at), nearest: near.map((one) => print(one.value)) };
  });
}

export function slopeAtEnd(search: Search, at: number): Hole {
  return hole(search, "slope-at-end", () => keyAt(search, at));
}
