import { both, mark, mostWhole, unit } from "./common";

/** Rounds to the nearest whole number, and half-way up or to even. */
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
  const shares = both(share);
  const more = both(1.001);
  const half = both(0.5);
  const one = both(1);
  const zero = both(0);
  const units = both(unit);
  const most = both(mostWhole);
  const nearest = both(near);
  let marked = 0;
  for (let at: usize = 0; at < end; at += 16) {
    const value = f64x2.mul(v128.load(values + at), times);
    const size = f64x2.abs(value);
    const bound = f64x2.mul(f64x2.mul(v128.load(bounds + at), times), more);
    const error = f64x2.add(f64x2.mul(shares, size), bound);
    const below = f64x2.floor(value);
    const side = f64x2.sub(f64x2.sub(value, below), half);
    const isSmall = f64x2.lt(size, most);
    const isFar = v128.and(f64x2.gt(f64x2.abs(side), f64x2.add(error, units)), isSmall);
    const up = v128.and(f64x2.gt(side, zero), one);
    let rounded = f64x2.add(f64x2.add(below, up), zero);
    if (!i64x2.all_true(isFar)) {
      const halved = f64x2.mul(below, half);
      const isOdd = f64x2.ne(f64x2.floor(halved), halved);
      const isUp = isEven ? isOdd : f64x2.ge(below, zero);
      const edge = f64x2.add(f64x2.add(below, v128.and(isUp, one)), zero);
      const isEdge = v128.and(isSmall, f64x2.lt(error, nearest));
      rounded = v128.bitselect(rounded, v128.and(edge, isEdge), isFar);
      marked |= mark(undecided, at, v128.not(v128.or(isFar, isEdge)), end);
    }
    v128.store(out + at, rounded);
  }
  return marked;
}

/** Rounds down to a whole number. */
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
  const shares = both(share);
  const more = both(1.001);
  const one = both(1);
  const zero = both(0);
  const most = both(mostWhole);
  const nearest = both(near);
  let marked = 0;
  for (let at: usize = 0; at < end; at += 16) {
    const value = f64x2.mul(v128.load(values + at), times);
    const size = f64x2.abs(value);
    const bound = f64x2.mul(f64x2.mul(v128.load(bounds + at), times), more);
    const error = f64x2.add(f64x2.mul(shares, size), bound);
    const edge = f64x2.nearest(value);
    const side = f64x2.sub(value, edge);
    const isSmall = f64x2.lt(size, most);
    const isFar = v128.and(f64x2.gt(f64x2.abs(side), error), isSmall);
    const down = v128.and(f64x2.lt(side, zero), one);
    let rounded = f64x2.add(f64x2.sub(edge, down), zero);
    if (!i64x2.all_true(isFar)) {
      const isEdge = v128.and(isSmall, f64x2.lt(error, nearest));
      rounded = v128.bitselect(rounded, v128.and(f64x2.add(edge, zero), isEdge), isFar);
      marked |= mark(undecided, at, v128.not(v128.or(isFar, isEdge)), end);
    }
    v128.store(out + at, rounded);
  }
  return marked;
}

/** Multiples that have been counted, as numbers. */
export function multiplied(out: usize, times: f64, power: f64, end: usize): void {
  const factor = both(times);
  const divisor = both(power);
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(out + at, f64x2.div(f64x2.mul(v128.load(out + at), factor), divisor));
  }
}

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
  const own = both(unit);
  const zero = both(0);
  const nearest = both(near);
  const ifBelow = both(below);
  const ifEqual = both(equal);
  const ifAbove = both(above);
  let marked = 0;
  for (let at: usize = 0; at < end; at += 16) {
    const one = v128.load(a + at);
    const other = v128.load(b + at);
    const apart = f64x2.sub(one, other);
    const size = f64x2.abs(apart);
    const sizes = f64x2.add(
      f64x2.mul(leftOnes, f64x2.abs(one)),
      f64x2.mul(rightOnes, f64x2.abs(other)),
    );
    const bounds = f64x2.add(f64x2.add(sizes, v128.load(left + at)), v128.load(right + at));
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
