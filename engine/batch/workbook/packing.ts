import { Zip, ZipDeflate } from "fflate/browser";

/** An archive that is written from front to back. */
export interface Packing {
  /** A file with all of its text. */
  readonly whole: (path: string, text: string) => void;
  /** Begins a file; its texts are added until it is ended. */
  readonly begin: (path: string) => { readonly add: (text: string, isEnd?: boolean) => void };
  /** What has been packed since it was last taken. */
  readonly take: () => Uint8Array;
  readonly end: () => Uint8Array;
}

const encoder = new TextEncoder();
/** The earliest day that an archive can name, so that the same contents make the same bytes. */
const noTime = new Date(1980, 0, 1);

/** Starts an archive. */
export function startPacking(): Packing {
  let pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  const begin: Packing["begin"] = (path) => {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = noTime;
    zip.add(file);
    return { add: (text, isEnd = false) => file.push(encoder.encode(text), isEnd) };
  };
  const take = () => {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const all = new Uint8Array(length);
    let at = 0;
    for (const piece of pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    pieces = [];
    return all;
  };
  return {
    begin,
    whole: (path, text) => begin(path).add(text, true),
    take,
    end() {
      zip.end();
      return take();
    },
  };
}
