import { startWorkbookWriter } from "../batch/workbook/write-workbook.ts";
import { fail, ok, type Result } from "../issue.ts";

export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const bytesAtOnce = 256 * 1024;

/**
 * A table as a workbook with one sheet, made piece by piece.
 *
 * Errors: more rows than a sheet holds, a text longer than a cell holds.
 */
export async function workbookFile(
  table: Blob,
  name: string,
  figures: readonly number[],
  mostRows?: number,
): Promise<Result<Blob>> {
  const writer = startWorkbookWriter(name, figures, mostRows);
  const parts: Blob[] = [];
  const keep = (bytes: Uint8Array) => {
    if (bytes.length > 0) parts.push(new Blob([bytes as BlobPart]));
  };
  for (let at = 0; at < table.size; at += bytesAtOnce) {
    const piece = await table.slice(at, at + bytesAtOnce).arrayBuffer();
    keep(writer.take(new Uint8Array(piece)));
    const fault = writer.fault();
    if (fault !== undefined) return fail([fault]);
  }
  keep(writer.end());
  const fault = writer.fault();
  return fault === undefined ? ok(new Blob(parts, { type: workbookType })) : fail([fault]);
}
