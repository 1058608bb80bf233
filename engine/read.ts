import { fail, ok, type Result } from "./issue.ts";
import { readEditions } from "./methodology/editions.ts";
import type { ComponentFile, Methodology, TableFile } from "./methodology/file.ts";
import { type FileInput, type ReadInput, readFile } from "./methodology/read-file.ts";
import { componentSchema, methodologySchema, tableSchema } from "./methodology/schema.ts";

export type { FileInput, ReadInput } from "./methodology/read-file.ts";

/**
 * The first phase: a methodology file, the tables beside it, and the editions that it uses, as data with places.
 *
 * Errors: everything in all of these files that is not YAML as this project uses it, does not have the shape of the
 * format, or is not there; all at once.
 *
 * @example
 * const methodology = await read({ file, text, beside, edition });
 */
export async function read(input: ReadInput): Promise<Result<Methodology>> {
  const own = await readFile(input, methodologySchema);
  if (!own.ok) {
    return own;
  }
  const { data, place } = own.value;
  const editions = await readEditions(data, place, input.edition);
  if (!editions.ok) {
    return fail([...own.warnings, ...editions.issues]);
  }
  const notes = await input.beside("notes.md");
  return ok({ ...own.value, ...editions.value, ...(notes === undefined ? {} : { notes }) }, [
    ...own.warnings,
    ...editions.warnings,
  ]);
}

/** Reads a file of shared tables. Errors: as `read`. */
export function readTableFile(input: FileInput): Promise<Result<TableFile>> {
  return readFile(input, tableSchema);
}

/** Reads a component. Errors: as `read`; what it uses is looked up where a methodology uses it. */
export function readComponentFile(input: FileInput): Promise<Result<ComponentFile>> {
  return readFile(input, componentSchema);
}
