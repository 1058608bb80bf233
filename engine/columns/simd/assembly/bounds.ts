import { both, errorOf, fourUnits, oneUnit, slightlyMore } from "./common.ts";

/** Bounds of results, from the values and bounds of what they were made of. */

export function sumBound(
  out: usize,
  a: usize,
  b: usize,
  left: usize,
  right: usize,
  result: usize,
  leftShare: f64,
  rightShare: f64,
  end: usize,
): void {
  const leftOnes = both(leftShare);
  const rightOnes = both(rightShare);
  const own = both(oneUnit);
  for (let at: usize = 0; at < end; at += 16) {
    const leftError = errorOf(leftOnes, v128.load(a + at), v128.load(left + at));
    const rightError = errorOf(rightOnes, v128.load(b + at), v128.load(right + at));
    const ownError = f64x2.mul(own, f64x2.abs(v128.load(result + at)));
    v128.store(out + at, f64x2.add(f64x2.add(leftError, rightError), ownError));
  }
}

export function productBound(
  out: usize,
  a: usize,
  b: usize,
  left: usize,
  right: usize,
  result: usize,
  leftShare: f64,
  rightShare: f64,
  end: usize,
): void {
  const leftOnes = both(leftShare);
  const rightOnes = both(rightShare);
  const own = both(oneUnit);
  for (let at: usize = 0; at < end; at += 16) {
    const leftSize = f64x2.abs(v128.load(a + at));
    const rightSize = f64x2.abs(v128.load(b + at));
    const leftError = f64x2.add(f64x2.mul(leftOnes, leftSize), v128.load(left + at));
    const rightError = f64x2.add(f64x2.mul(rightOnes, rightSize), v128.load(right + at));
    const crossed = f64x2.add(f64x2.mul(leftSize, rightError), f64x2.mul(rightSize, leftError));
    const all = f64x2.add(crossed, f64x2.mul(leftError, rightError));
    v128.store(out + at, f64x2.add(all, f64x2.mul(own, f64x2.abs(v128.load(result + at)))));
  }
}

export function quotientBound(
  out: usize,
  a: usize,
  b: usize,
  left: usize,
  right: usize,
  result: usize,
  leftShare: f64,
  rightShare: f64,
  end: usize,
): void {
  const leftOnes = both(leftShare);
  const rightOnes = both(rightShare);
  const units = both(oneUnit);
  const more = both(slightlyMore);
  for (let at: usize = 0; at < end; at += 16) {
    const rightSize = f64x2.abs(v128.load(b + at));
    const own = f64x2.abs(v128.load(result + at));
    const leftError = errorOf(leftOnes, v128.load(a + at), v128.load(left + at));
    const rightError = f64x2.add(f64x2.mul(rightOnes, rightSize), v128.load(right + at));
    const above = f64x2.add(leftError, f64x2.mul(own, rightError));
    const quotient = f64x2.div(above, f64x2.sub(rightSize, rightError));
    v128.store(out + at, f64x2.add(f64x2.mul(quotient, more), f64x2.mul(units, own)));
  }
}

export function widerBound(
  out: usize,
  a: usize,
  b: usize,
  left: usize,
  right: usize,
  leftShare: f64,
  rightShare: f64,
  end: usize,
): void {
  const leftOnes = both(leftShare);
  const rightOnes = both(rightShare);
  for (let at: usize = 0; at < end; at += 16) {
    const leftError = errorOf(leftOnes, v128.load(a + at), v128.load(left + at));
    const rightError = errorOf(rightOnes, v128.load(b + at), v128.load(right + at));
    const isLeft = f64x2.gt(leftError, rightError);
    v128.store(out + at, v128.bitselect(leftError, rightError, isLeft));
  }
}

export function scaledBound(
  out: usize,
  a: usize,
  left: usize,
  result: usize,
  leftShare: f64,
  value: f64,
  end: usize,
): void {
  const leftOnes = both(leftShare);
  const factor = both(value);
  const own = both(fourUnits);
  for (let at: usize = 0; at < end; at += 16) {
    const leftError = errorOf(leftOnes, v128.load(a + at), v128.load(left + at));
    const ownError = f64x2.mul(own, f64x2.abs(v128.load(result + at)));
    v128.store(out + at, f64x2.add(f64x2.mul(factor, leftError), ownError));
  }
}
