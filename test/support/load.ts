import type { Result } from "../../engine/issue.ts";
import type { Methodology, ParsedMethodology } from "../../engine/methodology/file.ts";
import { parse } from "../../engine/parse.ts";
import { type FileInput, type ReadInput, read } from "../../engine/read.ts";

/** Files by name: `methodology.yaml` and what stands beside it, `fuels/1-r1/table.yaml`, `grid/1-r1/component.yaml`. */
export type Files = Readonly<Record<string, string>>;

/** What `read` takes, from texts. An edition is found by its folder, with or without its revision. */
export function inputFrom(files: Files): ReadInput {
  return {
    ...fileIn(files, "methodology.yaml"),
    edition: async (kind, reference) => {
      const name = Object.keys(files).find(
        (one) =>
          one === `${reference}/${kind}.yaml` ||
          (one.startsWith(`${reference}-r`) && one.endsWith(`/${kind}.yaml`)),
      );
      return name === undefined ? undefined : fileIn(files, name);
    },
  };
}

/** One of the files, with those in its folder beside it. */
export function fileIn(files: Files, file: string): FileInput {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  return { file, text: files[file] ?? "", beside: async (name) => files[folder + name] };
}

/** Reads a methodology from its text alone, or from texts by name. */
export function readText(files: string | Files): Promise<Result<Methodology>> {
  return read(inputFrom(typeof files === "string" ? { "methodology.yaml": files } : files));
}

/** Reads and parses a methodology from its text alone, or from texts by name. */
export async function parseFiles(files: string | Files): Promise<Result<ParsedMethodology>> {
  const methodology = await readText(files);
  return methodology.ok ? parse(methodology.value) : methodology;
}
