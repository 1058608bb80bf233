import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import type { Batch, BatchPiece } from "../batch/batch.ts";
import { fail, type Issue, ok, type Result } from "../issue.ts";
import { type BatchState, partOf, readState, removeState, writeState } from "./batch-state.ts";

/** Where a batch reads and writes; paths are whole. */
export interface BatchPlaces {
  readonly in: string;
  readonly out: string;
  readonly rejects?: string;
}

/** How a batch over files ended. */
export interface BatchEnd {
  readonly batch: Batch;
  /** Warnings, and what stopped it. */
  readonly issues: readonly Issue[];
  readonly isResumed: boolean;
}

const bytesAtOnce = 2 * 1024 * 1024;

/**
 * Reads one file and writes two, piece by piece. What has been written is told in the state beside the results after
 * every piece, and a run that finds such a state of the same file and options goes on from there.
 *
 * Errors: files that cannot be read or written, as issues; what is done so far stays.
 */
export async function runFiles(
  places: BatchPlaces,
  of: string,
  start: (done: BatchState["counts"] | undefined) => Batch,
): Promise<Result<BatchEnd>> {
  const left = await readState(places.out);
  const usable = left !== undefined && (await isContinued(places, of, left)) ? left : undefined;
  const issues: Issue[] = [];
  if (left !== undefined && usable === undefined) {
    const facts = { file: places.out };
    issues.push({ code: "batch-started-anew", severity: "warning", path: [], facts });
  }
  const batch = start(usable?.counts);
  const files = [places.out, ...(places.rejects === undefined ? [] : [places.rejects])];
  const writers: Writer[] = [];
  try {
    for (const [at, file] of files.entries()) {
      writers.push(await openWriter(file, usable?.written[at] ?? 0));
    }
    const write = async (piece: BatchPiece) => {
      issues.push(...piece.issues);
      await writers[0]?.write(piece.results);
      await writers[1]?.write(piece.rejects);
    };
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const chunk of reading(places.in)) {
      bytes += chunk.length;
      hash.update(chunk);
      await write(batch.take(chunk));
      if (batch.isStopped()) break;
      if (bytes > (usable?.read.bytes ?? 0) && batch.header() !== undefined) {
        const written = [writers[0]?.length() ?? 0, writers[1]?.length() ?? 0] as const;
        const read = { bytes, hash: hash.copy().digest("hex") };
        const counts = { ...batch.counts() };
        await stateWritten(places.out, { format: "batch-state/1", of, read, counts, written });
      }
    }
    await write(batch.end());
    for (const writer of writers) await writer.close();
    if (batch.isStopped()) {
      const isBegun = writers.some((writer) => writer.length() > 0);
      if (!isBegun) for (const file of files) await rm(partOf(file), { force: true });
      return ok({ batch, issues, isResumed: usable !== undefined });
    }
    for (const file of files) await finished(file);
    await removeState(places.out);
    return ok({ batch, issues, isResumed: usable !== undefined });
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return fail([...issues, { code: error.code, severity: "error", path: [], facts: error.facts }]);
  } finally {
    for (const writer of writers) await writer.close().catch(() => undefined);
  }
}

/** Unwinds to `runFiles`; it does not leave this file. */
class FileFault extends Error {
  readonly code: "batch-file-unreadable" | "file-unwritable";
  readonly facts: { readonly file: string; readonly reason: string };
  constructor(code: FileFault["code"], facts: FileFault["facts"]) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

async function* reading(file: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(file, { highWaterMark: bytesAtOnce })[Symbol.asyncIterator]();
  for (;;) {
    let next: IteratorResult<Uint8Array>;
    try {
      next = await stream.next();
    } catch (error) {
      throw new FileFault("batch-file-unreadable", { file, reason: reasonOf(error) });
    }
    if (next.done === true) return;
    yield next.value;
  }
}

interface Writer {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly length: () => number;
  readonly close: () => Promise<void>;
}

/** Writes behind what an earlier run left, which is cut to what its state tells of. */
async function openWriter(file: string, from: number): Promise<Writer> {
  const guarded = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      throw new FileFault("file-unwritable", { file, reason: reasonOf(error) });
    }
  };
  const handle: FileHandle = await guarded(() => open(partOf(file), from === 0 ? "w" : "r+"));
  await guarded(async () => {
    if (from > 0) await handle.truncate(from);
  });
  let length = from;
  let isOpen = true;
  return {
    async write(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const { bytesWritten } = await guarded(() =>
          handle.write(bytes, at, bytes.length - at, length + at),
        );
        at += bytesWritten;
      }
      length += bytes.length;
    },
    length: () => length,
    async close() {
      if (!isOpen) return;
      isOpen = false;
      await guarded(() => handle.close());
    },
  };
}

async function finished(file: string): Promise<void> {
  try {
    await rename(partOf(file), file);
  } catch (error) {
    throw new FileFault("file-unwritable", { file, reason: reasonOf(error) });
  }
}

async function stateWritten(file: string, state: BatchState): Promise<void> {
  try {
    await writeState(file, state);
  } catch (error) {
    throw new FileFault("file-unwritable", { file, reason: reasonOf(error) });
  }
}

/** Whether a state tells of this very file, read from its beginning, and its results are all there. */
async function isContinued(places: BatchPlaces, of: string, state: BatchState): Promise<boolean> {
  if (state.of !== of) return false;
  const files = [places.out, ...(places.rejects === undefined ? [] : [places.rejects])];
  for (const [at, file] of files.entries()) {
    const found = await stat(partOf(file)).catch(() => undefined);
    if (found === undefined || found.size < (state.written[at] ?? 0)) return false;
  }
  const hash = createHash("sha256");
  let left = state.read.bytes;
  for await (const chunk of reading(places.in)) {
    hash.update(chunk.subarray(0, left));
    left -= Math.min(left, chunk.length);
    if (left === 0) break;
  }
  return left === 0 && hash.digest("hex") === state.read.hash;
}
