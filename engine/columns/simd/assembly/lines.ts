/**
 * Lines of results, written as `engine/batch/row-columns.ts` writes them one by one. What is not plain to see stops the writing
 * at its row.
 *
 * The fields of the records below are named in `engine/batch/write-quickly.ts`, which lays them out.
 */

/** Why the writing has stopped. */
const ended: i32 = 0;
const outOfRoom: i32 = 1;
const unknownLine: i32 = 2;
const careful: i32 = 3;

const figure: i32 = 1;
const whole: i32 = 2;

const headSize: usize = 16;
const partSize: usize = 40;
/** Texts of whole numbers below this stand in a table. */
const mostWholes: f64 = 64;
/** The longest figure, with its sign and point. */
const mostOfFigure: i32 = 32;
const largest: f64 = 9007199254740992.0;

// @ts-expect-error: decorator
@inline
function copied(to: usize, from: usize, size: i32): usize {
  // What goes beyond the end is written over.
  let at = 0;
  do {
    v128.store(to + <usize>at, v128.load(from + <usize>at));
    at += 16;
  } while (at < size);
  return to + <usize>size;
}

/** How many digits a number has, at least so many. */
function digitsOf(value: u64, least: i32): i32 {
  let digits = 1;
  let power: u64 = 10;
  while (digits < 16 && value >= power) {
    digits += 1;
    power *= 10;
  }
  return max(digits, least);
}

/** Writes a whole number with a point before its last places. */
function writtenFigure(to: usize, value: f64, places: i32): usize {
  let out = to;
  if (value < 0) {
    store<u8>(out, 0x2d);
    out += 1;
  }
  let rest = <u64>abs(value);
  const digits = digitsOf(rest, places + 1);
  const end = out + <usize>digits + (places > 0 ? 1 : 0);
  let at = end;
  // What stands behind the point, then what stands before it.
  let left = places;
  if (left > 0) {
    while (left > 0) {
      at -= 1;
      if (rest < 0x100000000) {
        const small = <u32>rest;
        const above = small / 10;
        store<u8>(at, 0x30 + small - 10 * above);
        rest = above;
      } else {
        const above = rest / 10;
        store<u8>(at, 0x30 + <u32>(rest - 10 * above));
        rest = above;
      }
      left -= 1;
    }
    at -= 1;
    store<u8>(at, 0x2e);
  }
  while (rest >= 0x100000000) {
    const above = rest / 10;
    at -= 1;
    store<u8>(at, 0x30 + <u32>(rest - 10 * above));
    rest = above;
  }
  let small = <u32>rest;
  do {
    const above = small / 10;
    at -= 1;
    store<u8>(at, 0x30 + small - 10 * above);
    small = above;
  } while (at > out);
  return end;
}

/** A character from U+3040 to U+CFFF, which no white space and no sign of a formula is among. */
// @ts-expect-error: decorator
@inline
function isLetterOfJapanese(at: usize): bool {
  const first = <u32>load<u8>(at);
  return first === 0xe3 ? load<u8>(at, 1) > 0x80 : first > 0xe3 && first < 0xed;
}

/** Whether a cell without quotes can be written as it is. */
// @ts-expect-error: decorator
@inline
function isHarmless(start: usize, size: i32): bool {
  if (size === 0) return true;
  const end = start + <usize>size;
  const first = <u32>load<u8>(start);
  const last = <u32>load<u8>(end - 1);
  if (first <= 0x20 || last <= 0x20) return false;
  // = + - @ and the apostrophe.
  if (first === 0x3d || first === 0x2b || first === 0x2d || first === 0x40 || first === 0x27) {
    return false;
  }
  if (first < 0x80 && last < 0x80) return true;
  if (size < 3) return false;
  return (first < 0x80 || isLetterOfJapanese(start)) && (last < 0x80 || isLetterOfJapanese(end - 3));
}

// @ts-expect-error: decorator
@inline
function stopped(writing: usize, why: i32, row: i32, out: usize): i32 {
  store<i32>(writing, row, 0);
  store<i32>(writing, <i32>out, 4);
  return why;
}

/**
 * Writes the lines of rows from one to before another, as long as there is room for them; tells why it has stopped.
 */
export function writtenRows(writing: usize, before: i32, behind: i32, from: usize, end: usize): i32 {
  const numbers = load<usize>(writing, 8);
  const places = load<usize>(writing, 12);
  const leaves = load<usize>(writing, 16);
  const lines = load<usize>(writing, 20);
  const lineCount = load<i32>(writing, 24);
  const spans = load<usize>(writing, 28);
  const carried = load<i32>(writing, 32);
  const block = load<usize>(writing, 36);
  const statuses = load<usize>(writing, 40);
  const counts = load<usize>(writing, 44);
  const notApplicable = load<i32>(writing, 48);
  let out = from;
  for (let row = before; row < behind; row += 1) {
    const place = load<i32>(places + (<usize>row << 2));
    const leaf = load<i32>(leaves + (<usize>place << 2));
    if (<u32>leaf >= <u32>lineCount) return stopped(writing, careful, row, out);
    const line = load<usize>(lines + (<usize>leaf << 2));
    if (line === 0) return stopped(writing, unknownLine, row, out);
    const cells = spans + <usize>(row * carried * 8);
    let needed = load<i32>(line, 8) + 3 * mostOfFigure;
    for (let cell = 0; cell < carried; cell += 1) {
      const span = cells + (<usize>cell << 3);
      const start = load<i32>(span);
      const size = load<i32>(span, 4) - start;
      if (!isHarmless(block + <usize>start, size)) return stopped(writing, careful, row, out);
      needed += size + 1;
    }
    if (out + <usize>needed > end) return stopped(writing, outOfRoom, row, out);
    const begin = out;
    out = writtenFigure(out, load<f64>(numbers + (<usize>row << 3)), 0);
    const holds = load<usize>(line, 4);
    let status = load<i32>(line);
    if (holds !== 0 && load<f64>(holds + (<usize>place << 3)) !== 1) status = notApplicable;
    const text = statuses + (<usize>status << 3);
    out = copied(out, load<usize>(text), load<i32>(text, 4));
    for (let cell = 0; cell < carried; cell += 1) {
      const span = cells + (<usize>cell << 3);
      const start = load<i32>(span);
      store<u8>(out, 0x2c);
      out = copied(out + 1, block + <usize>start, load<i32>(span, 4) - start);
    }
    for (let part = line + headSize; ; part += partSize) {
      out = copied(out, load<usize>(part), load<i32>(part, 4));
      const kind = load<i32>(part, 12);
      if (kind === 0) break;
      const value = load<f64>(load<usize>(part, 8) + (<usize>place << 3));
      if (kind === figure) {
        const own = value * load<f64>(part, 24);
        if (!(abs(own) < largest)) return stopped(writing, careful, row, begin);
        out = writtenFigure(out, own, load<i32>(part, 16));
      } else if (kind === whole) {
        if (!(value >= 0 && value < mostWholes)) return stopped(writing, careful, row, begin);
        const known = load<usize>(part, 20) + (<usize>(<i32>value) << 3);
        const size = load<i32>(known, 4);
        if (size < 0) return stopped(writing, careful, row, begin);
        out = copied(out, load<usize>(known), size);
      }
    }
    const count = counts + (<usize>status << 2);
    store<i32>(count, load<i32>(count) + 1);
  }
  return stopped(writing, ended, behind, out);
}
