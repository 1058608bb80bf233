import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { FileInput, ReadInput } from "../../engine/read.ts";

const root = new URL("../../methodologies/", import.meta.url).pathname;

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return undefined;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

async function fileInput(path: string): Promise<FileInput | undefined> {
  const text = await textOf(path);
  if (text === undefined) {
    return undefined;
  }
  return {
    file: path.slice(root.length),
    text,
    beside: (name) => textOf(join(dirname(path), basename(name))),
  };
}

/** The newest revision of an edition in a folder: `1` finds `1-r2`; a whole version finds itself. */
async function newest(folder: string, version: string): Promise<string | undefined> {
  const names = await namesIn(folder);
  if (names.includes(version)) {
    return version;
  }
  const revision = (name: string): number => Number(name.slice(version.length + 2));
  return names
    .filter(
      (name) => name.startsWith(`${version}-r`) && /^\d+$/.test(name.slice(version.length + 2)),
    )
    .sort((one, other) => revision(one) - revision(other))
    .at(-1);
}

/** Finds a shared table or component of this repository by its reference, `fuels/1`. */
export async function edition(
  kind: "table" | "component",
  reference: string,
): Promise<FileInput | undefined> {
  const [id = "", version = ""] = reference.split("/");
  const folder = join(root, kind === "table" ? "coefficients" : "components", id);
  const found = await newest(folder, version);
  const name = kind === "table" ? "table.yaml" : "component.yaml";
  return found === undefined ? undefined : fileInput(join(folder, found, name));
}

/** What `read` needs for a methodology of this repository, by id and version. */
export async function methodologyInput(id: string, version: string): Promise<ReadInput> {
  const input = await fileInput(join(root, id, version, "methodology.yaml"));
  if (input === undefined) {
    throw new Error(`There is no methodology ${id}/${version}.`);
  }
  return { ...input, edition };
}

/** Every edition of a kind of shared file, `fuels/1-r1`. */
export async function sharedEditions(kind: "table" | "component"): Promise<readonly string[]> {
  const folder = join(root, kind === "table" ? "coefficients" : "components");
  const found: string[] = [];
  for (const id of [...(await namesIn(folder))].sort()) {
    for (const version of [...(await namesIn(join(folder, id)))].sort()) {
      found.push(`${id}/${version}`);
    }
  }
  return found;
}

/** Every methodology of this repository, `[id, version]`. */
export async function methodologies(): Promise<readonly (readonly [string, string])[]> {
  const found: [string, string][] = [];
  for (const id of [...(await namesIn(root))].sort()) {
    if (id === "coefficients" || id === "components") {
      continue;
    }
    for (const version of await namesIn(join(root, id))) {
      if ((await textOf(join(root, id, version, "methodology.yaml"))) !== undefined) {
        found.push([id, version]);
      }
    }
  }
  return found;
}
