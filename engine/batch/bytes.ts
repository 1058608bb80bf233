/**
 * Cutting the bytes of a CSV file where a row ends.
 *
 * A comma, a quote and the ends of lines are the same single bytes in UTF-8 and in Shift_JIS, and no byte within a
 * character of either is one of them. So rows are found before anything is decoded, and a file of any length is read in
 * blocks of whole rows.
 */
export interface Blocks {
  /** The whole rows that these bytes complete, with what was left over before, as a copy; empty where none is. */
  readonly take: (bytes: Uint8Array) => Uint8Array;
  /** What is left at the end of the file: a last row without the end of its line. */
  readonly end: () => Uint8Array;
  /** What stops the reading, once it has come: a row that does not end, and whether a quote is open in it. */
  readonly fault: () => "row-too-long" | "quote-open" | undefined;
}

/** A row of more bytes than this is no row of any portfolio. */
export const mostBytesOfRow = 1024 * 1024;

const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

const none = new Uint8Array(0);

/** Memory for so many bytes. */
export type RoomFor = (length: number) => Uint8Array;

const ownRoom: RoomFor = (length) => new Uint8Array(length);

/** Starts cutting. A quote opens a cell only where the cell begins; elsewhere it is a character like others. */
export function startBlocks(most = mostBytesOfRow, roomFor = ownRoom): Blocks {
  let left: Uint8Array[] = [];
  let length = 0;
  let isQuoted = false;
  let isStart = true;
  let hasClosed = false;
  let fault: ReturnType<Blocks["fault"]>;
  return {
    take(bytes) {
      if (fault !== undefined) return none;
      let end = -1;
      // Without a quote the last row ends where the last line does, and no byte before has to be looked at.
      const isPlain = !isQuoted && bytes.length > 0 && !bytes.includes(quote);
      if (isPlain) {
        const last = bytes[bytes.length - 1];
        const feed = bytes.lastIndexOf(lineFeed);
        const behind = bytes.subarray(feed + 1).lastIndexOf(carriageReturn, -2);
        end = behind < 0 ? feed : feed + 1 + behind;
        isStart = last === comma || last === lineFeed || last === carriageReturn;
        hasClosed = false;
      } else
        for (let at = 0; at < bytes.length; at += 1) {
          const byte = bytes[at] as number;
          if (isQuoted) {
            if (byte === quote) {
              isQuoted = false;
              hasClosed = true;
            }
            continue;
          }
          // A doubled quote closes the cell and opens it again.
          if (byte === quote) isQuoted = isStart || hasClosed;
          else if (byte === lineFeed) end = at;
          // The two bytes of one end of a line stay together.
          else if (byte === carriageReturn && at + 1 < bytes.length && bytes[at + 1] !== lineFeed)
            end = at;
          hasClosed = false;
          isStart = byte === comma || byte === lineFeed || byte === carriageReturn;
        }
      const rest = bytes.subarray(end + 1);
      if (end < 0) {
        left.push(new Uint8Array(bytes));
        length += bytes.length;
        if (length > most) fault = isQuoted ? "quote-open" : "row-too-long";
        return none;
      }
      const block = joined([...left, bytes.subarray(0, end + 1)], roomFor(length + end + 1));
      left = rest.length === 0 ? [] : [new Uint8Array(rest)];
      length = rest.length;
      if (length > most) fault = isQuoted ? "quote-open" : "row-too-long";
      return block;
    },
    end() {
      if (isQuoted) fault ??= "quote-open";
      if (fault !== undefined) return none;
      const block = joined(left, roomFor(length));
      left = [];
      length = 0;
      return block;
    },
    fault: () => fault,
  };
}

/** All of them in one piece of memory, which can be handed over. */
function joined(pieces: readonly Uint8Array[], all: Uint8Array): Uint8Array {
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
