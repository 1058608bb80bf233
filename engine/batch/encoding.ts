/** How the text of a file is written. */
export type Encoding = "utf-8" | "shift_jis";

type Decoder = InstanceType<typeof TextDecoder>;

/** Blocks of whole rows to text, in one encoding for the whole file. */
export interface TextReader {
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
  let decoder: Decoder | undefined;
  let encoding: Encoding | undefined;
  let isFirst = true;
  const decode = (decoder: Decoder, block: Uint8Array): string | undefined => {
    try {
      return decoder.decode(block);
    } catch {
      return undefined;
    }
  };
  return {
    read(block) {
      const hasMark = isFirst && isMark(block);
      if (isFirst && ((block[0] === 0xff && block[1] === 0xfe) || block.includes(0)))
        return undefined;
      isFirst = false;
      const bytes = hasMark ? block.subarray(3) : block;
      if (decoder !== undefined) return decode(decoder, bytes);
      if (!hasMark && isAscii(bytes)) return decode(decoderOf("utf-8"), bytes);
      for (const name of ["utf-8", "shift_jis"] as const) {
        const tried = decoderOf(name);
        const text = decode(tried, bytes);
        if (text === undefined && !hasMark) continue;
        decoder = tried;
        encoding = name;
        return text;
      }
      return undefined;
    },
    encoding: () => encoding,
  };
}

function decoderOf(name: Encoding): Decoder {
  return new TextDecoder(name, { fatal: true, ignoreBOM: true });
}

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
