import type { ColumnTree, KeyTree } from "../methodology/tree.ts";
import { type Exact, subtract } from "../quantity/exact.ts";
import type { Enclosed } from "./absent.ts";
import { minus, plus, quotient, times } from "./arithmetic.ts";
import { notPrinted, outside, slopeAtEnd, unsettled } from "./key-holes.ts";
import { orderOf } from "./order-of.ts";
import type { Run } from "./run.ts";
import { type Found, isHole, type Search } from "./search.ts";
import type { KeyCode } from "./table-keys.ts";
import { numbersAt } from "./table-numbers.ts";
import type { NumberPlace, Place } from "./table-view.ts";

/** A look-up in the column whose rows a slope is taken from, along its key. */
export function alongSlope(
  search: Search,
  { of, along, includes }: NonNullable<ColumnTree["slope"]>,
): Search {
  const { columns, keys } = search.view.code;
  const key = keys.findIndex(({ tree }) => tree.id === along);
  return { ...search, column: columns.get(of) as number, slope: { key, includes } };
}

type Descend = (place: Place, from: number) => Found;

/**
 * A number key: printed values as they are, others between two rows where the key is interpolated. `descend` looks up
 * the keys that follow.
 */
export function descendNumber(
  run: Run,
  search: Search,
  place: Place,
  at: number,
  key: KeyCode,
  descend: Descend,
): Found {
  const { interpolate, outside: beyond } = key.tree as Extract<KeyTree, { kind: "number" }>;
  const numbers = numbersAt(place, at, key);
  // Rows that leave this key open hold for every number.
  if (numbers.length === 0) return descend(place, at + 1);
  const value = search.keys[at] as Enclosed;
  let upper = numbers.length;
  let low = 0;
  while (low < upper) {
    const middle = (low + upper) >> 1;
    const sign = orderOf(run, numbers[middle]?.value as Exact, value);
    if (typeof sign !== "number") return unsettled;
    if (sign < 0) low = middle + 1;
    else upper = middle;
  }
  const found = numbers[low];
  const isPrinted = found !== undefined && orderOf(run, found.value, value) === 0;
  const isSlope = search.slope?.key === at;
  if (isPrinted && !isSlope) return descend(found.place, at + 1);
  const isOutside = !isPrinted && (low === 0 || low === numbers.length);
  if (isOutside && beyond !== "clamp") {
    if (!interpolate && !isSlope) return notPrinted(search, at, numbers);
    return outside(search, at, numbers[0]?.value, numbers[numbers.length - 1]?.value);
  }
  if (isSlope) {
    const isClamped = beyond === "clamp";
    return descendSlope(run, search, numbers, at, low, isPrinted, isClamped, descend);
  }
  if (isOutside) {
    const end = numbers[low === 0 ? 0 : numbers.length - 1];
    return descend((end as NumberPlace).place, at + 1);
  }
  if (!interpolate) return notPrinted(search, at, numbers);
  const [before, after] = [numbers[low - 1], numbers[low]] as [NumberPlace, NumberPlace];
  const start = descend(before.place, at + 1);
  if (isHole(start)) return start;
  const end = descend(after.place, at + 1);
  if (isHole(end)) return end;
  search.row = -1;
  const width = subtract(after.value, before.value);
  const share = quotient(run, minus(run, value, before.value), width);
  return plus(run, start, times(run, minus(run, end, start), share));
}

/**
 * The slope between the rows around a number. At a printed number the piece that includes it as its lower or upper end is
 * meant; beyond the ends, where the key is clamped, the last piece.
 */
function descendSlope(
  run: Run,
  search: Search,
  numbers: readonly NumberPlace[],
  at: number,
  low: number,
  isPrinted: boolean,
  isClamped: boolean,
  descend: Descend,
): Found {
  let upper = isPrinted && search.slope?.includes === "lower" ? low + 1 : low;
  if (upper < 1 || upper >= numbers.length) {
    if (!isClamped || numbers.length < 2) return slopeAtEnd(search, at);
    upper = upper < 1 ? 1 : numbers.length - 1;
  }
  const before = numbers[upper - 1] as NumberPlace;
  const after = numbers[upper] as NumberPlace;
  const start = descend(before.place, at + 1);
  if (isHole(start)) return start;
  const end = descend(after.place, at + 1);
  if (isHole(end)) return end;
  search.row = -1;
  return quotient(run, minus(run, end, start), subtract(after.value, before.value));
}
