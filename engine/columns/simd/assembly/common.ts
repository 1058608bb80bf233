/** What the kernels share. */

/** Half a unit in the last place and a tenth more; see `chunk.ts`. */
export const unit: f64 = 1.1 / 9007199254740992.0;

/** Larger whole numbers leave no room for what is behind the point. */
export const mostWhole: f64 = 1125899906842624.0;

/** With an error of this share, a number that is too large has one of half a unit. */
export const leastShare: f64 = 0.5 / mostWhole;

/**
 * Numbers that the loops need. They could be written from outside, so they have to be read once: numbers that a compiler
 * knows it makes anew for every pair of rows, which takes as long as the rest.
 */
export let oneUnit: f64 = unit;
export let fourUnits: f64 = 4 * unit;
export let half: f64 = 0.5;
export let one: f64 = 1;
export let slightlyMore: f64 = 1.001;
export let infinity: f64 = Infinity;
export let none: f64 = NaN;
/** Added to a whole number below 2^32, it leaves that number in the lowest bits of the double. */
export let magic: f64 = 4503599627370496.0;

// @ts-expect-error: decorator
@inline
export function both(value: f64): v128 {
  return f64x2.splat(value);
}

/** The error of a value, from the count of its roundings and the column of its bounds. */
// @ts-expect-error: decorator
@inline
export function errorOf(share: v128, values: v128, bounds: v128): v128 {
  return f64x2.add(f64x2.mul(share, f64x2.abs(values)), bounds);
}

/** Marks one or both of two rows; those behind the last are left alone. */
export function mark(undecided: usize, at: usize, rows: v128, end: usize): i32 {
  const bits = i64x2.bitmask(rows);
  const row = undecided + (at >> 3);
  let marked = 0;
  if (bits & 1) {
    store<u8>(row, load<u8>(row) | 1);
    marked = 1;
  }
  if ((bits & 2) !== 0 && at + 8 < end) {
    store<u8>(row + 1, load<u8>(row + 1) | 1);
    marked = 1;
  }
  return marked;
}
