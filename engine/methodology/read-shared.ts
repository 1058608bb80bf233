import type * as z from "zod/mini";
import type { Result } from "../issue.ts";
import type { ReadFile } from "./file.ts";
import { type FileInput, type FileSchema, readFile } from "./read-file.ts";

/*
 * A shared table or component is read once for all methodologies that use it. What was read is remembered with the texts
 * that it was read from, and counts only as long as file and neighbours have these texts, so an edition that changes on
 * the disk is read anew.
 */
interface Remembered {
  readonly schema: FileSchema;
  readonly text: string;
  readonly beside: ReadonlyMap<string, string | undefined>;
  readonly result: Result<ReadFile<unknown>>;
}

/** So many files are remembered, those read first forgotten first. */
const most = 100;
const remembered = new Map<string, Remembered>();

/**
 * Reads a shared file as `readFile` does, or gives what it gave for the same texts under the same name.
 *
 * Errors: as `readFile`.
 */
export async function readShared<Schema extends FileSchema>(
  input: FileInput,
  schema: Schema,
): Promise<Result<ReadFile<z.infer<Schema>>>> {
  type Found = Result<ReadFile<z.infer<Schema>>>;
  const known = remembered.get(input.file);
  if (known !== undefined && known.schema === schema && (await isSame(known, input))) {
    return known.result as Found;
  }
  const beside = new Map<string, string | undefined>();
  const result: Found = await readFile(
    {
      ...input,
      beside: async (name) => {
        const text = await input.beside(name);
        beside.set(name, text);
        return text;
      },
    },
    schema,
  );
  remembered.delete(input.file);
  remembered.set(input.file, { schema, text: input.text, beside, result });
  for (const first of remembered.keys()) {
    if (remembered.size <= most) break;
    remembered.delete(first);
  }
  return result;
}

async function isSame(known: Remembered, input: FileInput): Promise<boolean> {
  if (known.text !== input.text) return false;
  for (const [name, text] of known.beside) {
    if ((await input.beside(name)) !== text) return false;
  }
  return true;
}
