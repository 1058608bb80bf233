import { both, half, leastShare, mark, mostWhole, one, oneUnit, slightlyMore } from "./common.ts";

/**
 * Rounds to the nearest whole number, and half-way up or to even. `bounds` is 0 where there are none.
 *
 * Rows are far from an edge nearly always, so only that is asked of both. A value too large to have a part behind the point
 * is as far off as half a unit by the error that is taken here, and so is not far from an edge. That error is never less than
 * the one that decides, because it is reckoned in the same order.
 */
export function roundedHalf(
  out: usize,
  values: usize,
  bounds: usize,
  per: f64,
  share: f64,
  near: f64,
  isEven: i32,
  undecided: usize,
  end: usize,
): i32 {
  const times = both(per);
  const shares = both(max(share, leastShare));
  const more = both(slightlyMore);
  const halves = both(half);
  const ones = both(one);
  const zero = both(0);
  const units = both(oneUnit);
  let marked = 0;
  for (let at: usize = 0; at < end; at += 16) {
    const value = f64x2.mul(v128.load(values + at), times);
    let error = f64x2.mul(shares, f64x2.abs(value));
    if (bounds !== 0) {
      error = f64x2.add(error, f64x2.mul(f64x2.mul(v128.load(bounds + at), times), more));
    }
    const below = f64x2.floor(value);
    const side = f64x2.sub(f64x2.sub(value, below), halves);
    if (i64x2.all_true(f64x2.gt(f64x2.abs(side), f64x2.add(error, units)))) {
      v128.store(out + at, f64x2.add(below, v128.and(f64x2.gt(side, zero), ones)));
      continue;
    }
    const bound =
      bounds === 0 ? zero : f64x2.mul(f64x2.mul(v128.load(bounds + at), times), more);
    marked |= halved(out, value, bound, share, near, isEven, undecided, at, end);
  }
  return marked;
}

/** The same of two values of which one may be half-way. */
function halved(
  out: usize,
  value: v128,
  bound: v128,
  share: f64,
  near: f64,
  isEven: i32,
  undecided: usize,
  at: usize,
  end: usize,
): i32 {
  const halves = both(half);
  const ones = both(one);
  const zero = both(0);
  const size = f64x2.abs(value);
  const error = f64x2.add(f64x2.mul(both(share), size), bound);
  const below = f64x2.floor(value);
  const side = f64x2.sub(f64x2.sub(value, below), halves);
  const isSmall = f64x2.lt(size, both(mostWhole));
  const isFar = v128.and(f64x2.gt(f64x2.abs(side), f64x2.add(error, both(oneUnit))), isSmall);
  const rounded = f64x2.add(below, v128.and(f64x2.gt(side, zero), ones));
  const halfBelow = f64x2.mul(below, halves);
  const isOdd = f64x2.ne(f64x2.floor(halfBelow), halfBelow);
  const isUp = isEven ? isOdd : f64x2.ge(below, zero);
  const edge = f64x2.add(below, v128.and(isUp, ones));
  const isEdge = v128.and(isSmall, f64x2.lt(error, both(near)));
  v128.store(out + at, v128.bitselect(rounded, v128.and(edge, isEdge), isFar));
  return mark(undecided, at, v128.not(v128.or(isFar, isEdge)), end);
}

/** Rounds down to a whole number, in the same way. */
export function roundedDown(
  out: usize,
  values: usize,
  bounds: usize,
  per: f64,
  share: f64,
  near: f64,
  undecided: usize,
  end: usize,
): i32 {
  const times = both(per);
  const shares = both(max(share, leastShare));
  const more = both(slightlyMore);
  const ones = both(one);
  const zero = both(0);
  let marked = 0;
  for (let at: usize = 0; at < end; at += 16) {
    const value = f64x2.mul(v128.load(values + at), times);
    let error = f64x2.mul(shares, f64x2.abs(value));
    if (bounds !== 0) {
      error = f64x2.add(error, f64x2.mul(f64x2.mul(v128.load(bounds + at), times), more));
    }
    const edge = f64x2.nearest(value);
    const side = f64x2.sub(value, edge);
    if (i64x2.all_true(f64x2.gt(f64x2.abs(side), error))) {
      const down = v128.and(f64x2.lt(side, zero), ones);
      v128.store(out + at, f64x2.add(f64x2.sub(edge, down), zero));
      continue;
    }
    const bound =
      bounds === 0 ? zero : f64x2.mul(f64x2.mul(v128.load(bounds + at), times), more);
    marked |= lowered(out, value, bound, share, near, undecided, at, end);
  }
  return marked;
}

/** The same of two values of which one may be whole. */
function lowered(
  out: usize,
  value: v128,
  bound: v128,
  share: f64,
  near: f64,
  undecided: usize,
  at: usize,
  end: usize,
): i32 {
  const zero = both(0);
  const size = f64x2.abs(value);
  const error = f64x2.add(f64x2.mul(both(share), size), bound);
  const edge = f64x2.nearest(value);
  const side = f64x2.sub(value, edge);
  const isSmall = f64x2.lt(size, both(mostWhole));
  const isFar = v128.and(f64x2.gt(f64x2.abs(side), error), isSmall);
  const down = v128.and(f64x2.lt(side, zero), both(one));
  const rounded = f64x2.add(f64x2.sub(edge, down), zero);
  const isEdge = v128.and(isSmall, f64x2.lt(error, both(near)));
  const onEdge = v128.and(f64x2.add(edge, zero), isEdge);
  v128.store(out + at, v128.bitselect(rounded, onEdge, isFar));
  return mark(undecided, at, v128.not(v128.or(isFar, isEdge)), end);
}

/** Multiples that have been counted, as numbers. */
export function multiplied(out: usize, times: f64, power: f64, end: usize): void {
  const factor = both(times);
  const divisor = both(power);
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(out + at, f64x2.div(f64x2.mul(v128.load(out + at), factor), divisor));
  }
}

/** Compares numbers. `left` and `right` are 0 where neither has bounds. */
export function compared(
  out: usize,
  a: usize,
  b: usize,
  left: usize,
  right: usize,
  leftShare: f64,
  rightShare: f64,
  near: f64,
  below: f64,
  equal: f64,
  above: f64,
  undecided: usize,
  end: usize,
): i32 {
  const leftOnes = both(leftShare);
  const rightOnes = both(rightShare);
  const own = both(oneUnit);
  const zero = both(0);
  const nearest = both(near);
  const ifBelow = both(below);
  const ifEqual = both(equal);
  const ifAbove = both(above);
  const isBound = left !== 0;
  let marked = 0;
  for (let at: usize = 0; at < end; at += 16) {
    const value = v128.load(a + at);
    const other = v128.load(b + at);
    const apart = f64x2.sub(value, other);
    const size = f64x2.abs(apart);
    const sizes = f64x2.add(
      f64x2.mul(leftOnes, f64x2.abs(value)),
      f64x2.mul(rightOnes, f64x2.abs(other)),
    );
    let bounds = sizes;
    if (isBound) bounds = f64x2.add(f64x2.add(sizes, v128.load(left + at)), v128.load(right + at));
    const error = f64x2.add(bounds, f64x2.mul(own, size));
    const isFar = f64x2.gt(size, error);
    let outcome = v128.bitselect(ifBelow, ifAbove, f64x2.lt(apart, zero));
    if (!i64x2.all_true(isFar)) {
      const isEdge = f64x2.lt(error, nearest);
      outcome = v128.bitselect(outcome, v128.and(ifEqual, isEdge), isFar);
      marked |= mark(undecided, at, v128.not(v128.or(isFar, isEdge)), end);
    }
    v128.store(out + at, outcome);
  }
  return marked;
}

export function comparedWholes(
  out: usize,
  a: usize,
  b: usize,
  below: f64,
  equal: f64,
  above: f64,
  end: usize,
): void {
  const zero = both(0);
  const ifBelow = both(below);
  const ifEqual = both(equal);
  const ifAbove = both(above);
  for (let at: usize = 0; at < end; at += 16) {
    const apart = f64x2.sub(v128.load(a + at), v128.load(b + at));
    const notBelow = v128.bitselect(ifAbove, ifEqual, f64x2.gt(apart, zero));
    v128.store(out + at, v128.bitselect(ifBelow, notBelow, f64x2.lt(apart, zero)));
  }
}
