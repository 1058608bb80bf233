/**
 * Rows of cells, read into columns and keys as `engine/batch/chunk-rows.ts` reads them one by one. What is not plain to see
 * stops the reading at the beginning of its row, and is read there.
 *
 * The fields of the records below are named in `engine/batch/read-quickly.ts`, which lays them out.
 */

const comma: u32 = 0x2c;
const lineFeed: u32 = 0x0a;
const carriageReturn: u32 = 0x0d;
const minus: u32 = 0x2d;
const point: u32 = 0x2e;

/** Kinds of columns. */
const carried: i32 = 1;
const figure: i32 = 2;
const code: i32 = 3;
const period: i32 = 4;

/** Why the reading has stopped. */
const ended: i32 = 0;
const full: i32 = 1;
const unknownCell: i32 = 2;
const unknownUnits: i32 = 3;
const careful: i32 = 4;

const columnSize: usize = 64;
const entrySize: usize = 48;
/** The longest cell that is looked up. */
const mostOfKey: i32 = 32;
const mostDigits: i32 = 15;
/** Figures with more places are told by a bit of the units of their row. */
const mostPlaces: i32 = 6;
const unitBits: i32 = 12;

// @ts-expect-error: decorator
@inline
function isEnd(byte: u32): bool {
  return byte === comma || byte === lineFeed || byte === carriageReturn;
}

// @ts-expect-error: decorator
@inline
function endsIn(text: v128): i32 {
  const commas = i8x16.eq(text, i8x16.splat(0x2c));
  const feeds = i8x16.eq(text, i8x16.splat(0x0a));
  const returns = i8x16.eq(text, i8x16.splat(0x0d));
  return i8x16.bitmask(v128.or(commas, v128.or(feeds, returns)));
}

/** The first bytes of sixteen, the others nothing. */
// @ts-expect-error: decorator
@inline
function firstOf(text: v128, size: i32): v128 {
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  return v128.and(text, i8x16.lt_s(places, i8x16.splat(<i8>min(size, 16))));
}

/** Where a cell stands in a table, or would: an entry with a size of 0. */
function entryOf(table: usize, mask: u32, start: usize, size: i32): usize {
  const low = firstOf(v128.load(start), size);
  let high = i64x2.splat(0);
  if (size > 16) high = firstOf(v128.load(start + 16), size - 16);
  const mixed = i64x2.add(low, i64x2.shl(high, 1));
  let hash =
    <u64>i64x2.extract_lane(mixed, 0) * 0x9e3779b97f4a7c15 +
    <u64>i64x2.extract_lane(mixed, 1) * 0xc2b2ae3d27d4eb4f;
  hash ^= hash >> 29;
  hash *= 0xbf58476d1ce4e5b9;
  let slot = <u32>(hash >> 32) & mask;
  while (true) {
    const entry = table + <usize>slot * entrySize;
    const held = load<i32>(entry, 32);
    if (held === 0) return entry;
    if (held === size) {
      const isOther = v128.or(
        v128.xor(v128.load(entry), low),
        v128.xor(v128.load(entry, 16), high),
      );
      if (!v128.any_true(isOther)) return entry;
    }
    slot = (slot + 1) & mask;
  }
}

/** Puts a cell into a table, which has room: its code, and the bits that tell of it. */
export function notedCell(
  table: usize,
  mask: u32,
  start: usize,
  size: i32,
  own: i32,
  bits: i32,
): void {
  const entry = entryOf(table, mask, start, size);
  v128.store(entry, firstOf(v128.load(start), size));
  v128.store(entry, size > 16 ? firstOf(v128.load(start + 16), size - 16) : i64x2.splat(0), 16);
  store<i32>(entry, size, 32);
  store<i32>(entry, own, 36);
  store<i32>(entry, bits, 40);
}

/** Where a set of units and one more unit stand in the table of sets, or would: an entry with a key of 0. */
function nextSet(table: usize, mask: u32, key: i32): usize {
  let slot = (<u32>key * 0x9e3779b1) >> 8;
  while (true) {
    const entry = table + (<usize>(slot & mask) << 3);
    const held = load<i32>(entry);
    if (held === 0 || held === key) return entry;
    slot += 1;
  }
}

/** Puts into the table of sets which one a set becomes with one more unit. */
export function notedSet(table: usize, mask: u32, set: i32, unit: i32, to: i32): void {
  const key = ((set << unitBits) | unit) + 1;
  const entry = nextSet(table, mask, key);
  store<i32>(entry, key);
  store<i32>(entry, to, 4);
}

/** Tells of a reading that has stopped. */
function stopped(reading: usize, why: i32, at: usize, row: i32): i32 {
  store<i32>(reading, <i32>at, 0);
  store<i32>(reading, row, 4);
  return why;
}

/** Tells of a cell, or of what stands behind a figure, that is not in its table. */
function missed(reading: usize, column: i32, start: usize, end: usize): void {
  store<i32>(reading, column, 8);
  store<i32>(reading, <i32>start, 12);
  store<i32>(reading, <i32>end, 16);
}

/**
 * Reads a figure into the columns of its row; tells why it could not: 0 where it has been read. A unit behind it is looked up,
 * and makes the set of units of the row another.
 */
function readFigure(
  reading: usize,
  column: usize,
  number: i32,
  start: usize,
  end: usize,
  row: i32,
): i32 {
  let at = start;
  const isNegative = load<u8>(at) === minus;
  if (isNegative) at += 1;
  const first = at;
  let digits: i64 = 0;
  let digit = <u32>load<u8>(at) - 0x30;
  while (digit <= 9) {
    digits = digits * 10 + digit;
    at += 1;
    digit = <u32>load<u8>(at) - 0x30;
  }
  let count = <i32>(at - first);
  if (count === 0) return careful;
  let places = 0;
  let power: f64 = 1;
  if (load<u8>(at) === point) {
    at += 1;
    const behind = at;
    digit = <u32>load<u8>(at) - 0x30;
    while (digit <= 9) {
      digits = digits * 10 + digit;
      power *= 10;
      at += 1;
      digit = <u32>load<u8>(at) - 0x30;
    }
    places = <i32>(at - behind);
    if (places === 0) return careful;
    count += places;
  }
  if (count > mostDigits) return careful;
  const units = load<usize>(reading, 44) + (<usize>row << 2);
  if (at < end) {
    const size = <i32>(end - at);
    if (size > mostOfKey) return careful;
    const entry = entryOf(load<usize>(column, 24), load<u32>(column, 28), at, size);
    if (load<i32>(entry, 32) === 0) {
      missed(reading, number, at, end);
      return unknownCell;
    }
    const own = load<i32>(units);
    const unit = load<i32>(entry, 36);
    const key = (((own >> 1) << unitBits) | unit) + 1;
    const next = nextSet(load<usize>(reading, 60), load<u32>(reading, 64), key);
    if (load<i32>(next) === 0) {
      missed(reading, number, own >> 1, unit);
      return unknownUnits;
    }
    store<i32>(units, (load<i32>(next, 4) << 1) | (own & 1));
  }
  if (isNegative) digits = 0 - digits;
  const signed = <f64>digits;
  // Both are whole numbers that doubles hold, so the quotient is the nearest to what is written.
  const value = places === 0 ? signed : signed / power;
  store<f64>(load<usize>(column, 4) + (<usize>row << 3), value);
  store<f64>(load<usize>(column, 8) + (<usize>row << 3), signed);
  store<u8>(load<usize>(column, 12) + <usize>row, <u8>places);
  if (places > mostPlaces) store<i32>(units, load<i32>(units) | 1);
  else if (places > load<i32>(column, 36)) store<i32>(column, places, 36);
  if (value < load<f64>(column, 40)) store<f64>(column, value, 40);
  if (value > load<f64>(column, 48)) store<f64>(column, value, 48);
  const word = load<usize>(column, 16) + (<usize>row << 2);
  store<i32>(word, load<i32>(word) | (1 << load<i32>(column, 20)));
  return 0;
}

/** Begins a row: nothing is known of it. */
// @ts-expect-error: decorator
@inline
function beginRow(reading: usize, row: i32): void {
  const words = load<usize>(reading, 32);
  const count = load<i32>(reading, 36);
  for (let word = 0; word < count; word += 1) {
    store<i32>(load<usize>(words + (<usize>word << 2)) + (<usize>row << 2), 0);
  }
  store<i32>(load<usize>(reading, 40) + (<usize>row << 2), -1);
  store<i32>(load<usize>(reading, 44) + (<usize>row << 2), 0);
}

/**
 * Reads rows from a place on until there are `most`, the bytes end, or a row is not plain to see; tells why it has stopped.
 * The byte behind the last is the end of a line.
 */
export function readRows(
  reading: usize,
  bytes: usize,
  from: usize,
  end: usize,
  before: i32,
  most: i32,
): i32 {
  const columns = load<usize>(reading, 24);
  const last = load<i32>(reading, 28) - 1;
  const spans = load<usize>(reading, 48);
  const spansOfRow = load<i32>(reading, 52);
  const ends = load<usize>(reading, 56);
  const periods = load<usize>(reading, 40);
  let at = from;
  let row = before;
  while (true) {
    if (at >= end) return stopped(reading, ended, at, row);
    if (row === most) return stopped(reading, full, at, row);
    const start = at;
    beginRow(reading, row);
    let isFilled = false;
    let number = 0;
    let byte: u32 = 0;
    while (true) {
      const column = columns + <usize>number * columnSize;
      const cell = at;
      byte = load<u8>(at);
      const kind = load<i32>(column);
      if (!isEnd(byte)) {
        if (byte > 0x20 && byte < 0x7f) isFilled = true;
        let marks = endsIn(v128.load(at));
        while (marks === 0) {
          at += 16;
          marks = endsIn(v128.load(at));
        }
        at += ctz(marks);
        byte = load<u8>(at);
        if (kind === figure) {
          const why = readFigure(reading, column, number, cell, at, row);
          if (why !== 0) return stopped(reading, why, start, row);
        } else if (kind === code || kind === period) {
          const size = <i32>(at - cell);
          if (size > mostOfKey) return stopped(reading, careful, start, row);
          const entry = entryOf(load<usize>(column, 24), load<u32>(column, 28), cell, size);
          if (load<i32>(entry, 32) === 0) {
            missed(reading, number, cell, at);
            return stopped(reading, unknownCell, start, row);
          }
          const own = load<i32>(entry, 36);
          if (kind === period) store<i32>(periods + (<usize>row << 2), own);
          // A cell of white space says nothing.
          else if (own >= 0) {
            store<f64>(load<usize>(column, 4) + (<usize>row << 3), <f64>own);
            const word = load<usize>(column, 16) + (<usize>row << 2);
            store<i32>(word, load<i32>(word) | (load<i32>(entry, 40) << load<i32>(column, 20)));
          }
        }
      }
      if (kind === carried || kind === period) {
        const span = spans + <usize>(row * spansOfRow + load<i32>(column, 32));
        store<i32>(span, <i32>(cell - bytes));
        store<i32>(span, <i32>(at - bytes), 4);
      }
      if (number === last || byte !== comma) break;
      number += 1;
      at += 1;
    }
    if (number < last || byte === comma || !isFilled) {
      return stopped(reading, careful, start, row);
    }
    store<i32>(ends + (<usize>row << 3), <i32>(start - bytes));
    store<i32>(ends + (<usize>row << 3), <i32>(at - bytes), 4);
    at += 1;
    if (byte === carriageReturn && load<u8>(at) === lineFeed) at += 1;
    row += 1;
  }
}

/**
 * Counts the rows of a block of ASCII without quotes whose lines all begin with what is surely filled; -1 of any other, which
 * is counted with care.
 */
export function countedRows(bytes: usize, end: usize): i32 {
  let rows = 0;
  let isStart: u64 = 1;
  let hasReturned: u64 = 0;
  for (let at = bytes; at < end; at += 64) {
    let feeds: u64 = 0;
    let returns: u64 = 0;
    let isFilled: u64 = 0;
    let isOther: u64 = 0;
    for (let part: usize = 0; part < 64; part += 16) {
      const text = v128.load(at + part);
      // From the first byte above a comma to the last before the one that deletes.
      const filled = i8x16.lt_u(i8x16.sub(text, i8x16.splat(0x2d)), i8x16.splat(0x7f - 0x2d));
      const other = v128.or(text, i8x16.eq(text, i8x16.splat(0x22)));
      feeds |= <u64>i8x16.bitmask(i8x16.eq(text, i8x16.splat(0x0a))) << <u64>part;
      returns |= <u64>i8x16.bitmask(i8x16.eq(text, i8x16.splat(0x0d))) << <u64>part;
      isFilled |= <u64>i8x16.bitmask(filled) << <u64>part;
      isOther |= <u64>i8x16.bitmask(other) << <u64>part;
    }
    const left = end - at;
    const own: u64 = left >= 64 ? u64.MAX_VALUE : (<u64>1 << <u64>left) - 1;
    const breaks = (feeds | returns) & own;
    const isSecond = feeds & ((returns << 1) | hasReturned);
    const starts = ((breaks << 1) | isStart) & ~isSecond & own;
    if (((starts & ~isFilled) | (isOther & own)) !== 0) return -1;
    rows += <i32>popcnt(starts);
    isStart = breaks >> 63;
    hasReturned = (returns & own) >> 63;
  }
  return rows;
}
