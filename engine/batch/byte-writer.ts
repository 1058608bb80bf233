import { viewOf } from "./view-of.ts";

/** Bytes that grow as they are written. */
export interface ByteWriter {
  readonly text: (text: string) => void;
  /** Bytes that a view is over, from one to before another. */
  readonly copy: (from: DataView, start: number, end: number) => void;
  /** The first bytes of some. */
  readonly append: (from: Uint8Array, count: number) => void;
  /** A whole number that a double holds, with a point before its last places. */
  readonly decimal: (value: number, places: number) => void;
  readonly length: () => number;
  /** Takes back what was written behind a length. */
  readonly cut: (length: number) => void;
  /** What has been written since it was last taken, with the memory that it is in. */
  readonly take: () => Uint8Array<ArrayBuffer>;
  /** Memory that is free, to be written to when nothing has been written so far. */
  readonly reuse: (memory: ArrayBuffer) => void;
}

const encoder = new TextEncoder();
const leastBytes = 1 << 16;
const zero = 0x30;
const minus = 0x2d;
const point = 0x2e;
/** Digits, sign and point of a number of 32 bits with its places. */
const mostCharacters = 40;
const mostSmall = 2 ** 30;
const powers = Int32Array.from({ length: 10 }, (_, power) => 10 ** power);

export function startWriter(): ByteWriter {
  let bytes = new Uint8Array(leastBytes);
  let view = viewOf(bytes);
  let length = 0;
  const room = (more: number): void => {
    if (length + more <= bytes.length) return;
    const wider = new Uint8Array(Math.max(2 * bytes.length, length + more));
    wider.set(bytes.subarray(0, length));
    bytes = wider;
    view = viewOf(wider);
  };
  const text = (own: string): void => {
    room(3 * own.length);
    length += encoder.encodeInto(own, bytes.subarray(length)).written;
  };
  return {
    text,
    copy(from, start, end) {
      const size = end - start;
      room(size + 4);
      // Four bytes at a time, as long as four are there: what goes beyond the end is written over.
      const words = Math.min(size, from.byteLength - start - 3);
      let at = 0;
      for (; at < words; at += 4) {
        view.setInt32(length + at, from.getInt32(start + at, true), true);
      }
      for (; at < size; at += 1) bytes[length + at] = from.getUint8(start + at);
      length += size;
    },
    append(from, count) {
      room(count);
      bytes.set(from.subarray(0, count), length);
      length += count;
    },
    decimal(value, places) {
      const whole = value < 0 ? -value : value;
      if (whole >= mostSmall || places > 9) {
        text(printed(value, places));
        return;
      }
      room(mostCharacters);
      if (value < 0) {
        bytes[length] = minus;
        length += 1;
      }
      let rest = whole | 0;
      const digits = Math.max(digitsOf(rest), places + 1);
      const end = length + digits + (places > 0 ? 1 : 0);
      let at = end;
      for (let left = digits; left > 0; left -= 1) {
        const above = (rest / 10) | 0;
        at -= 1;
        bytes[at] = zero + rest - 10 * above;
        rest = above;
        if (digits - left + 1 === places) {
          at -= 1;
          bytes[at] = point;
        }
      }
      length = end;
    },
    length: () => length,
    cut(to) {
      length = to;
    },
    take() {
      if (length === 0) return new Uint8Array(0);
      const taken = bytes.subarray(0, length);
      bytes = new Uint8Array(leastBytes);
      view = viewOf(bytes);
      length = 0;
      return taken;
    },
    reuse(memory) {
      if (length > 0 || memory.byteLength <= bytes.length) return;
      bytes = new Uint8Array(memory);
      view = viewOf(bytes);
    },
  };
}

/** How many digits a number has that is below 2^30. */
function digitsOf(value: number): number {
  // The logarithm from the bits: 1233 / 4096 is a little above that of 2.
  const guess = ((32 - Math.clz32(value | 1)) * 1233) >> 12;
  return value < (powers[guess] as number) ? Math.max(guess, 1) : guess + 1;
}

function printed(value: number, places: number): string {
  const digits = Math.abs(value)
    .toString()
    .padStart(places + 1, "0");
  const at = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
  return value < 0 ? `-${text}` : text;
}
