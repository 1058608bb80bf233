import { createReadStream } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { type FileRows, openFileRows } from "../batch/file-rows.ts";
import type { ByteSource } from "../batch/workbook/source.ts";
import { fail, type Issue, ok, type Result } from "../issue.ts";

/** A file of rows on the disk, open until it is closed. */
export interface OpenRows extends FileRows {
  readonly size: number;
  readonly close: () => Promise<void>;
}

export const bytesAtOnce = 2 * 1024 * 1024;

/** The code that Node gives for what went wrong: `ENOSPC`. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

export function unreadable(file: string, error: unknown): Issue {
  const facts = { file, reason: reasonOf(error) };
  return { code: "batch-file-unreadable", severity: "error", path: [], facts };
}

/**
 * Opens a file of rows.
 *
 * Errors: a file that cannot be opened or read, a workbook that is none.
 */
export async function openRows(file: string): Promise<Result<OpenRows>> {
  let handle: FileHandle | undefined;
  try {
    const found = await stat(file);
    // A pipe can be read once, from its beginning, and holds no workbook.
    if (!found.isFile() && !found.isDirectory()) {
      const read = () => streamed(file);
      return ok({ kind: "csv", sheets: [], size: 0, read, close: async () => undefined });
    }
    handle = await open(file, "r");
    const { size } = found;
    const opened = await openFileRows(sourceOf(handle, size), bytesAtOnce);
    if (!opened.ok) {
      await handle.close();
      return fail(opened.issues);
    }
    const own = handle;
    const { kind } = opened.value;
    const read = kind === "csv" ? () => readOn(own) : opened.value.read;
    return ok({ ...opened.value, read, size, close: () => own.close() });
  } catch (error) {
    await handle?.close().catch(() => undefined);
    return fail([unreadable(file, error)]);
  }
}

/**
 * The bytes of a file piece by piece. A piece is in the same memory as the one before, which is to be done with by then; as
 * a `Buffer` it is searched as quickly as C does.
 */
async function* readOn(handle: FileHandle): AsyncGenerator<Uint8Array, undefined> {
  const bytes = Buffer.allocUnsafeSlow(bytesAtOnce);
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, at);
    if (bytesRead === 0) return undefined;
    at += bytesRead;
    yield bytes.subarray(0, bytesRead);
  }
}

async function* streamed(file: string): AsyncGenerator<Uint8Array, undefined> {
  yield* createReadStream(file, { highWaterMark: bytesAtOnce });
  return undefined;
}

function sourceOf(handle: FileHandle, size: number): ByteSource {
  return {
    size,
    async read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      let length = 0;
      while (length < bytes.length) {
        const { bytesRead } = await handle.read(
          bytes,
          length,
          bytes.length - length,
          start + length,
        );
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return bytes.subarray(0, length);
    },
  };
}
