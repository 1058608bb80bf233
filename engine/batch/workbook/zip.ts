import { Inflate } from "fflate/browser";
import type { ByteSource } from "./source.ts";

/** A file in an archive, as its directory tells. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** What is wrong with an archive: it is none, it is broken, or it unpacks to more than it may. */
export type ZipFault = "none" | "broken" | "too-large";

const mostEntries = 10_000;
const mostDirectory = 16 * 1024 * 1024;
const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const end64PlaceSignature = 0x07064b50;
const entrySignature = 0x02014b50;
const fileSignature = 0x04034b50;
/** The comment at the end of an archive has at most this many bytes. */
const mostComment = 0xffff;
const wide = 0xffffffff;

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A whole number of 8 bytes, as far as a double holds it. */
function wideAt(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

/** Reads the directory of an archive, which stands at its end. Nothing is unpacked. */
export async function readDirectory(
  source: ByteSource,
): Promise<ReadonlyMap<string, ZipEntry> | ZipFault> {
  const from = Math.max(0, source.size - mostComment - 22 - 20);
  const tail = await source.read(from, source.size);
  const view = viewOf(tail);
  let at = tail.length - 22;
  while (at >= 0 && view.getUint32(at, true) !== endSignature) at -= 1;
  if (at < 0) return "none";
  let count = view.getUint16(at + 10, true);
  let length = view.getUint32(at + 12, true);
  let start = view.getUint32(at + 16, true);
  if (at >= 20 && view.getUint32(at - 20, true) === end64PlaceSignature) {
    const place = wideAt(view, at - 12);
    const end64 = await source.read(place, place + 56);
    if (end64.length < 56 || viewOf(end64).getUint32(0, true) !== end64Signature) return "broken";
    count = wideAt(viewOf(end64), 32);
    length = wideAt(viewOf(end64), 40);
    start = wideAt(viewOf(end64), 48);
  }
  if (count > mostEntries || length > mostDirectory) return "too-large";
  if (start + length > source.size) return "broken";
  return entriesIn(await source.read(start, start + length), count) ?? "broken";
}

function entriesIn(bytes: Uint8Array, count: number): ReadonlyMap<string, ZipEntry> | undefined {
  const view = viewOf(bytes);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let read = 0; read < count; read += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) return undefined;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const sizes = [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ];
    // Sizes that 4 bytes do not hold stand in an extra field, in this order.
    for (let extra = at + 46 + nameLength; extra + 4 <= at + 46 + nameLength + extraLength; ) {
      const [kind, extraSize] = [view.getUint16(extra, true), view.getUint16(extra + 2, true)];
      let place = extra + 4;
      for (const [which, size] of sizes.entries()) {
        if (kind !== 1 || size !== wide || place + 8 > extra + 4 + extraSize) continue;
        if (place + 8 > bytes.length) return undefined;
        sizes[which] = wideAt(view, place);
        place += 8;
      }
      extra += 4 + extraSize;
    }
    const [size = 0, packed = 0, offset = 0] = sizes;
    const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const method = isEncrypted ? -1 : view.getUint16(at + 10, true);
    entries.set(name, { name, method, packed, size, offset });
    at = next;
  }
  return entries;
}

/** So few bytes at a time, since each may unpack to a thousand. */
const packedAtOnce = 16 * 1024;

/**
 * Unpacks a file of an archive piece by piece. The directory may lie about its size: what comes out is counted, and no
 * more is unpacked than the size that was told, which the caller has limited.
 */
export async function* unpack(
  source: ByteSource,
  { method, packed, size, offset }: ZipEntry,
): AsyncGenerator<Uint8Array, ZipFault | undefined> {
  const head = await source.read(offset, offset + 30);
  if (head.length < 30 || viewOf(head).getUint32(0, true) !== fileSignature) return "broken";
  if (method !== 0 && method !== 8) return "broken";
  const start = offset + 30 + viewOf(head).getUint16(26, true) + viewOf(head).getUint16(28, true);
  if (start + packed > source.size) return "broken";
  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => {
    pieces.push(piece);
  });
  let unpacked = 0;
  for (let at = 0; at < packed; at += packedAtOnce) {
    const end = Math.min(packed, at + packedAtOnce);
    const bytes = await source.read(start + at, start + end);
    if (bytes.length < end - at) return "broken";
    if (method === 0) pieces.push(bytes);
    else {
      try {
        inflate.push(bytes, end === packed);
      } catch {
        return "broken";
      }
    }
    const found = pieces;
    pieces = [];
    for (const piece of found) {
      unpacked += piece.length;
      if (unpacked > size) return "too-large";
      if (piece.length > 0) yield piece;
    }
  }
  return unpacked === size ? undefined : "broken";
}
