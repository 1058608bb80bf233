import { bytesAtOnce } from "./batch-source.ts";

const noBytes = new Uint8Array(0);

/** Memory that threads share, which is used again once what was in it is done. */
export function startSharedRoom() {
  const free: SharedArrayBuffer[] = [];
  return {
    roomFor(length: number): Uint8Array {
      if (length === 0) return noBytes;
      const at = free.findIndex((one) => one.byteLength >= length);
      const [known] = at < 0 ? [] : free.splice(at, 1);
      // What was left of a row before comes along with the bytes that are read at once.
      const size = Math.max(length, bytesAtOnce + bytesAtOnce / 16);
      return new Uint8Array(known ?? new SharedArrayBuffer(size), 0, length);
    },
    release({ buffer }: Uint8Array): void {
      if (buffer instanceof SharedArrayBuffer) free.push(buffer);
    },
  };
}
