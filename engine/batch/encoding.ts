/** How the text of a file is written. */
export type Encoding = "utf-8" | "shift_jis";

type Decoder = InstanceType<typeof TextDecoder>;

/** Bytes and how they are to be read. */
export interface EncodedText {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  /** It is known to be ASCII. */
  readonly isAscii?: boolean;
}

/** Blocks of whole rows to text, in one encoding for the whole file. */
export interface TextReader {
  /** A block without the mark of UTF-8; `undefined` where it cannot be text. What is no text may yet show on decoding. */
  readonly open: (block: Uint8Array, isKnown?: boolean) => EncodedText | undefined;
  /** The text of a block; `undefined` where its bytes are no text in the encoding of the file. */
  readonly read: (block: Uint8Array) => string | undefined;
  /** The encoding, once a character that is not ASCII has been met. */
  readonly encoding: () => Encoding | undefined;
}

/**
 * Starts reading text. The first block with a character beyond ASCII decides: UTF-8 where it is valid UTF-8, else
 * Shift_JIS as Windows writes it. Text of Shift_JIS is hardly ever valid UTF-8 by chance. UTF-16 is not read.
 */
export function startText(): TextReader {
  let encoding: Encoding | undefined;
  let isFirst = true;
  const open = (block: Uint8Array, isKnown = false): EncodedText | undefined => {
    const hasMark = isFirst && isMark(block);
    if (isFirst && ((block[0] === 0xff && block[1] === 0xfe) || block.includes(0))) {
      return undefined;
    }
    isFirst = false;
    const bytes = hasMark ? block.subarray(3) : block;
    if (encoding !== undefined) return { bytes, encoding };
    if (!hasMark && (isKnown || isAscii(bytes))) return { bytes, encoding: "utf-8", isAscii: true };
    for (const name of ["utf-8", "shift_jis"] as const) {
      if (decodeText({ bytes, encoding: name }) === undefined && !hasMark) continue;
      encoding = name;
      return { bytes, encoding };
    }
    return undefined;
  };
  return {
    open,
    read(block) {
      const opened = open(block);
      return opened && decodeText(opened);
    },
    encoding: () => encoding,
  };
}

/** Bytes as text; `undefined` where they are none in that encoding. */
export function decodeText({ bytes, encoding }: EncodedText): string | undefined {
  try {
    return decoders[encoding].decode(bytes);
  } catch {
    return undefined;
  }
}

/** None of them is left within a character: each block is decoded to its end. */
const decoders: Readonly<Record<Encoding, Decoder>> = {
  "utf-8": new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }),
  shift_jis: new TextDecoder("shift_jis", { fatal: true, ignoreBOM: true }),
};

function isMark(block: Uint8Array): boolean {
  return block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf;
}

function isAscii(bytes: Uint8Array): boolean {
  let at = 0;
  const isHigh = () => (bytes[at] as number) > 0x7f;
  for (; at < bytes.length && (bytes.byteOffset + at) % 4 !== 0; at += 1)
    if (isHigh()) return false;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + at, (bytes.length - at) >> 2);
  for (let word = 0; word < words.length; word += 1) {
    if (((words[word] as number) & 0x80808080) !== 0) return false;
  }
  for (at += 4 * words.length; at < bytes.length; at += 1) if (isHigh()) return false;
  return true;
}
