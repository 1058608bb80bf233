/** Bytes that grow as they are written. */
export interface ByteWriter {
  readonly text: (text: string) => void;
  /** Text whose characters are all ASCII. */
  readonly ascii: (text: string) => void;
  readonly copy: (bytes: Uint8Array, start: number, end: number) => void;
  /** A whole number that a double holds, with a point before its last places. */
  readonly decimal: (value: number, places: number) => void;
  /** What has been written since it was last taken. */
  readonly take: () => Uint8Array;
}

const encoder = new TextEncoder();
const zero = 0x30;
const mostDigits = 40;

export function startWriter(): ByteWriter {
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  const digits = new Uint8Array(mostDigits);
  const room = (more: number): void => {
    if (length + more <= bytes.length) return;
    const wider = new Uint8Array(Math.max(2 * bytes.length, length + more));
    wider.set(bytes.subarray(0, length));
    bytes = wider;
  };
  return {
    text(text) {
      room(3 * text.length);
      length += encoder.encodeInto(text, bytes.subarray(length)).written;
    },
    ascii(text) {
      room(text.length);
      for (let at = 0; at < text.length; at += 1) bytes[length + at] = text.charCodeAt(at);
      length += text.length;
    },
    copy(from, start, end) {
      const size = end - start;
      room(size);
      if (size < 32) {
        for (let at = 0; at < size; at += 1) bytes[length + at] = from[start + at] as number;
      } else bytes.set(from.subarray(start, end), length);
      length += size;
    },
    decimal(value, places) {
      room(mostDigits + 2);
      let rest = value < 0 ? -value : value;
      if (value < 0) {
        bytes[length] = 0x2d;
        length += 1;
      }
      let count = 0;
      while (rest > 0x3fffffff) {
        const above = Math.floor(rest / 10);
        digits[count] = rest - 10 * above;
        rest = above;
        count += 1;
      }
      let small = rest | 0;
      while (small > 0 || count <= places) {
        const above = (small / 10) | 0;
        digits[count] = small - 10 * above;
        small = above;
        count += 1;
      }
      for (let at = count - 1; at >= 0; at -= 1) {
        bytes[length] = zero + (digits[at] as number);
        length += 1;
        if (at === places && places > 0) {
          bytes[length] = 0x2e;
          length += 1;
        }
      }
    },
    take() {
      const taken = bytes.slice(0, length);
      length = 0;
      return taken;
    },
  };
}
