import { type FileHandle, open, rename, stat } from "node:fs/promises";
import { startWorkbookWriter } from "../batch/workbook/write-workbook.ts";
import type { Issue } from "../issue.ts";
import { bytesAtOnce, reasonOf } from "./batch-source.ts";
import { partOf } from "./batch-state.ts";

/** Unwinds to where a run is started; it does not get beyond. */
export class FileFault extends Error {
  readonly issue: Issue;
  constructor(issue: Issue) {
    super(issue.code);
    this.issue = issue;
  }
}

/** A file that is written behind what is there. */
export interface Writer {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly length: () => number;
  readonly close: () => Promise<void>;
}

async function guarded<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw unwritable(file, reasonOf(error));
  }
}

function unwritable(file: string, reason: string): FileFault {
  return new FileFault({
    code: "file-unwritable",
    severity: "error",
    path: [],
    facts: { file, reason },
  });
}

/** A device or a pipe has no end to go on from, and the whole file would take its place. */
async function refuseDevice(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found !== undefined && !found.isFile() && !found.isDirectory()) {
    throw unwritable(file, "ENOTSUP");
  }
}

/** Opens what becomes a file, behind what an earlier run left, which is cut to what its state tells of. */
export async function openWriter(file: string, from: number, path = partOf(file)): Promise<Writer> {
  await refuseDevice(file);
  const handle: FileHandle = await guarded(file, () => open(path, from === 0 ? "w" : "r+"));
  await guarded(file, async () => {
    if (from > 0) await handle.truncate(from);
  });
  let length = from;
  let isOpen = true;
  return {
    async write(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const { bytesWritten } = await guarded(file, () =>
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
      await guarded(file, () => handle.close());
    },
  };
}

/** Whether a file is to be a workbook, by its name. */
export function isWorkbookName(file: string): boolean {
  return /\.xlsx$/i.test(file);
}

/**
 * Makes a file of what has been written for it, in one step: what has its name is whole. A workbook is made of the table
 * now, so that a run which was interrupted goes on with the table.
 */
export async function finish(
  file: string,
  sheet: string,
  figures: readonly number[],
): Promise<void> {
  if (!isWorkbookName(file)) {
    await guarded(file, () => rename(partOf(file), file));
    return;
  }
  const next = `${file}.next`;
  const table = await guarded(file, () => open(partOf(file), "r"));
  const out = await openWriter(file, 0, next);
  try {
    const writer = startWorkbookWriter(sheet, figures);
    const bytes = new Uint8Array(bytesAtOnce);
    for (;;) {
      const { bytesRead } = await guarded(file, () => table.read(bytes, 0, bytes.length));
      await out.write(bytesRead === 0 ? writer.end() : writer.take(bytes.subarray(0, bytesRead)));
      const fault = writer.fault();
      if (fault !== undefined) throw new FileFault(fault);
      if (bytesRead === 0) break;
    }
    await out.close();
    await guarded(file, () => rename(next, file));
  } finally {
    await out.close().catch(() => undefined);
    await table.close().catch(() => undefined);
  }
}
