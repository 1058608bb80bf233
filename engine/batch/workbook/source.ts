/** Bytes that can be read anywhere: a file, or a Blob. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from one place to before another; fewer only at the end. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
}

/** What a Blob has of use here. */
interface Sliceable {
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** The bytes of a Blob or File. */
export function sourceOfBlob(blob: Sliceable): ByteSource {
  return {
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}
