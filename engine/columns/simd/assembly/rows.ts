import { both, errorOf, infinity, magic, none } from "./common.ts";

/** Takes a key into account in where rows stand in a table: not a number for none of its places. */
export function placed(places: usize, keys: usize, low: f64, count: f64, end: usize): void {
  const lows = both(low);
  const counts = both(count);
  const zero = both(0);
  const nones = both(none);
  for (let at: usize = 0; at < end; at += 16) {
    const key = f64x2.sub(v128.load(keys + at), lows);
    const isKey = v128.and(f64x2.ge(key, zero), f64x2.lt(key, counts));
    const place = f64x2.add(f64x2.mul(v128.load(places + at), counts), key);
    v128.store(places + at, v128.bitselect(place, nones, isKey));
  }
}

/** The same of a key that is a number, where it is whole for certain. */
export function placedByNumbers(
  places: usize,
  keys: usize,
  bounds: usize,
  low: f64,
  count: f64,
  share: f64,
  near: f64,
  end: usize,
): void {
  const lows = both(low);
  const counts = both(count);
  const zero = both(0);
  const nones = both(none);
  const shares = both(share);
  const nearest = both(near);
  for (let at: usize = 0; at < end; at += 16) {
    const value = v128.load(keys + at);
    const error = errorOf(shares, value, v128.load(bounds + at));
    const whole = f64x2.nearest(value);
    const key = f64x2.sub(whole, lows);
    const isWhole = f64x2.le(f64x2.abs(f64x2.sub(value, whole)), error);
    const isSure = v128.and(isWhole, f64x2.lt(error, nearest));
    const isKey = v128.and(f64x2.ge(key, zero), f64x2.lt(key, counts));
    const place = f64x2.add(f64x2.mul(v128.load(places + at), counts), key);
    v128.store(places + at, v128.bitselect(place, nones, v128.and(isSure, isKey)));
  }
}

/** Looks up from a row on in a table with a place for each key; tells the first row that is not found, or the end. */
export function foundByKey(
  out: usize,
  keys: usize,
  low: f64,
  count: f64,
  table: usize,
  from: usize,
  end: usize,
): usize {
  const lows = both(low);
  const counts = both(count);
  const zero = both(0);
  const magics = both(magic);
  const infinite = both(infinity);
  let at = from;
  for (; at + 16 <= end; at += 16) {
    const key = f64x2.sub(v128.load(keys + at), lows);
    if (!i64x2.all_true(v128.and(f64x2.ge(key, zero), f64x2.lt(key, counts)))) break;
    const bits = f64x2.add(key, magics);
    const value = v128.load64_lane(
      table + (<usize>i32x4.extract_lane(bits, 2) << 3),
      v128.load64_zero(table + (<usize>i32x4.extract_lane(bits, 0) << 3)),
      1,
    );
    if (!i64x2.all_true(f64x2.lt(value, infinite))) break;
    v128.store(out + at, value);
  }
  for (; at < end; at += 8) {
    const key = load<f64>(keys + at) - low;
    if (!(key >= 0 && key < count)) return at;
    const value = load<f64>(table + (<usize>(<i32>key) << 3));
    if (!(value < Infinity)) return at;
    store<f64>(out + at, value);
  }
  return end;
}

/** Where keys stand in tables of so many places, in bytes; behind the last of them for what is no key. */
export function indexed(out: usize, keys: usize, low: f64, count: f64, end: usize): void {
  const lows = both(low);
  const counts = both(count);
  const zero = both(0);
  const magics = both(magic);
  for (let at: usize = 0; at < end; at += 16) {
    const key = f64x2.sub(v128.load(keys + at), lows);
    const isKey = v128.and(f64x2.ge(key, zero), f64x2.lt(key, counts));
    const places = f64x2.add(v128.bitselect(key, counts, isKey), magics);
    // The lower halves of both.
    const bytes = i32x4.shl(v128.shuffle<i32>(places, places, 0, 2, 0, 2), 3);
    v128.store64_lane(out + (at >> 1), bytes, 0);
  }
}

/** Looks up from a row on by such places; tells the first row that is not found, or the end. */
export function taken(out: usize, places: usize, table: usize, from: usize, end: usize): usize {
  const infinite = both(infinity);
  let at = from;
  for (; at + 16 <= end; at += 16) {
    const place = load<u64>(places + (at >> 1));
    const value = v128.load64_lane(
      table + <usize>(place >>> 32),
      v128.load64_zero(table + <usize>(place & 0xffffffff)),
      1,
    );
    if (!i64x2.all_true(f64x2.lt(value, infinite))) break;
    v128.store(out + at, value);
  }
  for (; at < end; at += 8) {
    const value = load<f64>(table + <usize>load<u32>(places + (at >> 1)));
    if (!(value < Infinity)) return at;
    store<f64>(out + at, value);
  }
  return end;
}

/** The same in a table with a place for each of the first keys only, `most` of them, and a hash for the others. */
export function foundByHash(
  out: usize,
  keys: usize,
  low: f64,
  count: f64,
  table: usize,
  most: f64,
  slots: usize,
  values: usize,
  mask: i32,
  from: usize,
  end: usize,
): usize {
  for (let at = from; at < end; at += 8) {
    const place = load<f64>(keys + at) - low;
    if (!(place >= 0 && place < count)) return at;
    const index = <i32>place;
    let value: f64;
    if (place < most) value = load<f64>(table + (<usize>index << 3));
    else {
      const hash = index * <i32>0x9e3779b1;
      let slot = (hash ^ (hash >>> 15)) & mask;
      let key = load<i32>(slots + (<usize>slot << 2));
      while (key !== index) {
        if (key === -1) return at;
        slot = (slot + 1) & mask;
        key = load<i32>(slots + (<usize>slot << 2));
      }
      value = load<f64>(values + (<usize>slot << 3));
    }
    if (!(value < Infinity)) return at;
    store<f64>(out + at, value);
  }
  return end;
}

/** Brings the rows of a column together that are named one by one. */
export function brought(to: usize, from: usize, rows: usize, end: usize): void {
  for (let at: usize = 0; at < end; at += 8) {
    store<f64>(to + at, load<f64>(from + (<usize>load<i32>(rows + (at >> 1)) << 3)));
  }
}

/** Puts what rows that are not marked have in a column where they stand. */
export function settled(
  to: usize,
  column: usize,
  places: usize,
  undecided: usize,
  end: usize,
): void {
  for (let at: usize = 0; at < end; at += 8) {
    if (load<u8>(undecided + (at >> 3)) !== 0) continue;
    store<f64>(to + (<usize>load<i32>(places + (at >> 1)) << 3), load<f64>(column + at));
  }
}

/** The rows that are marked, and not as gone elsewhere; tells how many they are. */
export function marked(found: usize, undecided: usize, elsewhere: i32, rows: i32): i32 {
  const elsewheres = i8x16.splat(<i8>elsewhere);
  let count = 0;
  for (let from = 0; from < rows; from += 16) {
    const marks = v128.load(undecided + from);
    const isMarked = i8x16.gt_u(marks, i8x16.splat(0));
    const isHere = i8x16.eq(v128.and(marks, elsewheres), i8x16.splat(0));
    let bits = i8x16.bitmask(v128.and(isMarked, isHere));
    while (bits !== 0) {
      const row = from + ctz(bits);
      if (row >= rows) break;
      store<i32>(found + (count << 2), row);
      count += 1;
      bits &= bits - 1;
    }
  }
  return count;
}

/** The rows that are not marked and have another value than one; tells how many they are. */
export function others(found: usize, column: usize, value: f64, undecided: usize, end: usize): i32 {
  const values = both(value);
  let count = 0;
  for (let at: usize = 0; at < end; at += 16) {
    const isOther = f64x2.ne(v128.load(column + at), values);
    if (!v128.any_true(isOther)) continue;
    const bits = i64x2.bitmask(isOther);
    const row = at >> 3;
    if ((bits & 1) !== 0 && load<u8>(undecided + row) === 0) {
      store<i32>(found + (count << 2), <i32>row);
      count += 1;
    }
    if ((bits & 2) !== 0 && at + 8 < end && load<u8>(undecided + row + 1) === 0) {
      store<i32>(found + (count << 2), <i32>row + 1);
      count += 1;
    }
  }
  return count;
}
