import { both, mark } from "./common";

export function scaled(out: usize, a: usize, value: f64, end: usize): void {
  const factor = both(value);
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(out + at, f64x2.mul(v128.load(a + at), factor));
  }
}

export function sum(out: usize, a: usize, b: usize, end: usize): void {
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(out + at, f64x2.add(v128.load(a + at), v128.load(b + at)));
  }
}

export function difference(out: usize, a: usize, b: usize, end: usize): void {
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(out + at, f64x2.sub(v128.load(a + at), v128.load(b + at)));
  }
}

export function product(out: usize, a: usize, b: usize, end: usize): void {
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(out + at, f64x2.mul(v128.load(a + at), v128.load(b + at)));
  }
}

export function least(out: usize, a: usize, b: usize, end: usize): void {
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(out + at, f64x2.min(v128.load(a + at), v128.load(b + at)));
  }
}

export function greatest(out: usize, a: usize, b: usize, end: usize): void {
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(out + at, f64x2.max(v128.load(a + at), v128.load(b + at)));
  }
}

export function absolute(out: usize, a: usize, end: usize): void {
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(out + at, f64x2.abs(v128.load(a + at)));
  }
}

export function quotient(
  out: usize,
  a: usize,
  b: usize,
  bounds: usize,
  share: f64,
  undecided: usize,
  end: usize,
): i32 {
  const sure = both(share);
  const twice = both(2);
  let marked = 0;
  for (let at: usize = 0; at < end; at += 16) {
    const divisor = v128.load(b + at);
    v128.store(out + at, f64x2.div(v128.load(a + at), divisor));
    const size = f64x2.mul(f64x2.abs(divisor), sure);
    const isSure = f64x2.gt(size, f64x2.mul(twice, v128.load(bounds + at)));
    if (!i64x2.all_true(isSure)) marked |= mark(undecided, at, v128.not(isSure), end);
  }
  return marked;
}
