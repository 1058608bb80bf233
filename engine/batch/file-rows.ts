import { fail, type Issue, ok, type Result } from "../issue.ts";
import { isWorkbook, openWorkbook } from "./workbook/read-workbook.ts";
import type { ByteSource } from "./workbook/source.ts";

/** A file whose rows can be read, whatever it is. */
export interface FileRows {
  readonly kind: "csv" | "xlsx";
  /** Names of the sheets of a workbook. */
  readonly sheets: readonly string[];
  /** Bytes of CSV from the beginning, piece by piece; an issue at the end where it cannot be read on. */
  readonly read: (sheet?: string) => AsyncGenerator<Uint8Array, Issue | undefined>;
}

/**
 * Opens a file of rows: a workbook is known by its first bytes, anything else is read as CSV.
 *
 * Errors: a workbook that cannot be opened.
 */
export async function openFileRows(
  source: ByteSource,
  bytesAtOnce: number,
): Promise<Result<FileRows>> {
  if (!isWorkbook(await source.read(0, 8))) {
    return ok({ kind: "csv", sheets: [], read: () => piecesOf(source, bytesAtOnce) });
  }
  const opened = await openWorkbook(source);
  if (!opened.ok) return fail(opened.issues);
  return ok({ kind: "xlsx", sheets: opened.value.sheets, read: opened.value.rows });
}

async function* piecesOf(
  source: ByteSource,
  bytesAtOnce: number,
): AsyncGenerator<Uint8Array, undefined> {
  for (let at = 0; at < source.size; at += bytesAtOnce) {
    yield await source.read(at, Math.min(source.size, at + bytesAtOnce));
  }
  return undefined;
}
