import type { Value } from "../plan.ts";
import { type Exact, tidy, whole } from "../quantity/exact.ts";
import type { Room } from "./chunk.ts";
import { nearDouble } from "./double.ts";

/**
 * A function of few whole numbers, such as a look-up by fuel and year, kept as doubles: what has been asked for once is
 * found again by its index, at once where that is small and by a hash of it elsewhere. The function itself is that of the
 * exact lane.
 */
export interface Tabulation {
  /** What tells the function from others of the same plan and frame. */
  readonly name: string;
  /** The double at an index; infinite where the function has none there. */
  readonly at: (index: number) => number;
  readonly exactAt: (index: number) => Value | undefined;
  /** The most decimal places that any number so far has; infinite where one is no decimal. */
  readonly scale: () => number;
  /** What has been asked for, by index; not a number elsewhere. In memory an infinite number stands behind it. */
  readonly small: Float64Array;
  readonly large: Large;
}

/** Indices by their hash, and what stands at them. */
export interface Large {
  keys: Int32Array;
  values: Float64Array;
}

/** Tables of no more places have one for each, larger ones only for the first. */
const smallSize = 1 << 12;
const mostLarge = 1 << 20;

/** Where an index is looked for first among so many slots, a power of two. */
export function slotOf(index: number, slots: number): number {
  const hash = Math.imul(index, 0x9e3779b1);
  return (hash ^ (hash >>> 15)) & (slots - 1);
}

/** A table of so many places; `find` gives what stands at an index, or nothing. */
export function startTabulation(
  name: string,
  places: number,
  find: (index: number) => Value | undefined,
  room: Room,
): Tabulation {
  const most = Math.min(places, smallSize);
  const small = room
    .doubles(most + 1)
    .fill(Number.NaN, 0, most)
    .fill(Number.POSITIVE_INFINITY, most)
    .subarray(0, most);
  const large: Large = { keys: room.integers(64).fill(-1), values: room.doubles(64) };
  const values = new Map<number, Value>();
  let scale = 0;
  let held = 0;
  const put = (index: number, value: number): void => {
    const { keys } = large;
    let slot = slotOf(index, keys.length);
    while (keys[slot] !== -1) slot = (slot + 1) & (keys.length - 1);
    keys[slot] = index;
    large.values[slot] = value;
  };
  const keep = (index: number, value: number): void => {
    if (index < most) {
      small[index] = value;
      return;
    }
    if (held >= mostLarge) return;
    held += 1;
    if (2 * held > large.keys.length) {
      const before = { ...large };
      large.keys = room.integers(2 * before.keys.length).fill(-1);
      large.values = room.doubles(2 * before.keys.length);
      for (const [slot, key] of before.keys.entries()) {
        if (key !== -1) put(key, before.values[slot] as number);
      }
    }
    put(index, value);
  };
  const fill = (index: number): number => {
    const given = find(index);
    // A fifth of a decimal is a decimal, too, and has its lattice.
    const found = given !== undefined && isFraction(given) ? tidy(given as Exact) : given;
    const value = found === undefined ? Number.POSITIVE_INFINITY : doubleIn(found);
    if (found !== undefined && value !== Number.POSITIVE_INFINITY) {
      values.set(index, found);
      if (isFraction(found)) scale = Number.POSITIVE_INFINITY;
      else if (typeof found === "object") scale = Math.max(scale, (found as Exact).scale);
    }
    keep(index, value);
    return value;
  };
  const known = (index: number): number => {
    if (index < most) return small[index] as number;
    const { keys } = large;
    let slot = slotOf(index, keys.length);
    while (keys[slot] !== index) {
      if (keys[slot] === -1) return Number.NaN;
      slot = (slot + 1) & (keys.length - 1);
    }
    return large.values[slot] as number;
  };
  const at = (index: number): number => {
    const value = known(index);
    return Number.isNaN(value) ? fill(index) : value;
  };
  return {
    name,
    at,
    exactAt(index) {
      at(index);
      return values.get(index);
    },
    scale: () => scale,
    small,
    large,
  };
}

function isFraction(value: Value): boolean {
  return typeof value === "object" && (value as Exact).divisor !== 1;
}

const widest = 1e15;
const mostBits = 2 ** 100;

/** The double of a value; infinite for what has none that a plan counts on. */
function doubleIn(value: Value): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const exact = value as Exact;
  if (exact.numerator === undefined) return Number.POSITIVE_INFINITY;
  const { value: near, rounds } = nearDouble(exact);
  const size = Math.abs(near);
  const isLarge =
    nearDouble(whole(exact.numerator)).value > mostBits ||
    nearDouble(whole(exact.numerator)).value < -mostBits ||
    nearDouble(whole(exact.divisor)).value > mostBits ||
    exact.scale > 30;
  return rounds > 1 || isLarge || size > widest || (size < 1 / widest && size !== 0)
    ? Number.POSITIVE_INFINITY
    : near;
}
