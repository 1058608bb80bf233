import { readdir, readFile as readText, stat } from "node:fs/promises";
import { basename, dirname, join, resolve as toAbsolute } from "node:path";
import { fail, ok, type Result } from "../issue.ts";
import { nearest } from "../methodology/near.ts";
import type { FileInput, ReadInput } from "../methodology/read-file.ts";

/*
 * Where editions stand: `<id>/<version>/methodology.yaml`, `coefficients/<id>/<version>/table.yaml` and
 * `components/<id>/<version>/component.yaml` below one root. Whoever names an id without a version, or a version without
 * a revision, gets the newest.
 */

/** An edition of a methodology that is there. */
export interface Edition {
  readonly id: string;
  readonly version: string;
  /** The path of its `methodology.yaml`. */
  readonly file: string;
}

export interface Library {
  /** All editions of methodologies, by id, the newest of each first. */
  readonly list: () => Promise<readonly Edition[]>;
  /**
   * What `read` takes, for `id`, `id@version`, or the path of a file or its folder. A file that stands in a library of
   * its own, `<root>/<id>/<version>/`, finds the tables and components of that root before those of this one.
   */
  readonly resolve: (reference: string) => Promise<Result<ReadInput>>;
  /** What `read` takes, for a text that stands in no file of the library. */
  readonly inputOf: (file: string, text: string) => ReadInput;
  readonly edition: ReadInput["edition"];
}

const places = {
  table: { folder: "coefficients", file: "table.yaml" },
  component: { folder: "components", file: "component.yaml" },
} as const;

const shared: ReadonlySet<string> = new Set(Object.values(places).map(({ folder }) => folder));
const methodologyFile = "methodology.yaml";
const fileNames = [methodologyFile, places.table.file, places.component.file];
const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * The methodologies, tables and components below a folder, in the file system. Paths are taken from `folder`.
 *
 * Errors: `resolve` fails with `methodology-missing`; everything else that is missing is told by `read`.
 */
export function libraryAt(root: string, folder = "."): Library {
  const edition: ReadInput["edition"] = (kind, reference) => editionIn(root, kind, reference);

  const inputOf = (file: string, text: string): ReadInput => ({
    ...besideOf(file, text),
    edition,
  });

  const list = async (): Promise<readonly Edition[]> => {
    const editions: Edition[] = [];
    for (const id of (await foldersIn(root)).filter((name) => !shared.has(name))) {
      const versions = [...(await foldersIn(join(root, id)))].sort(compareVersions).reverse();
      for (const version of versions) {
        const file = join(root, id, version, methodologyFile);
        if (await isFile(file)) {
          editions.push({ id, version, file });
        }
      }
    }
    return editions;
  };

  const find = async (reference: string): Promise<ReadInput | undefined> => {
    const [id = "", wanted] = reference.split("@");
    if (namePattern.test(id) && (wanted === undefined || namePattern.test(wanted))) {
      const editions = (await list()).filter((one) => one.id === id);
      const version = await newestPublished(editions, wanted);
      if (version !== undefined) {
        const found = await fileInput(join(root, id, version, methodologyFile));
        return found && { ...found, edition };
      }
    }
    for (const name of reference === "" ? [] : ["", ...fileNames]) {
      const shown = name === "" ? reference : join(reference, name);
      const found = await fileInput(shown, toAbsolute(folder, shown));
      if (found !== undefined) return { ...found, edition: editionNear(shown) };
    }
    return undefined;
  };

  /** The editions of the library that a file stands in, then those of this one. */
  const editionNear =
    (file: string): ReadInput["edition"] =>
    async (kind, reference) => {
      const above = toAbsolute(folder, dirname(file), "../..");
      for (const near of [above, dirname(above)]) {
        if (near === toAbsolute(root)) break;
        const found = await editionIn(near, kind, reference);
        if (found !== undefined) return found;
      }
      return edition(kind, reference);
    };

  return {
    list,
    edition,
    inputOf,
    resolve: async (reference) => {
      const found = await find(reference);
      if (found !== undefined) {
        return ok(found);
      }
      const editions = await list();
      const known = editions.flatMap(({ id, version }) => [id, `${id}@${version}`]);
      const meant =
        known.find((one) => one.toLowerCase() === reference.toLowerCase()) ??
        nearest(reference, known);
      const facts = { reference, ...(meant === undefined ? {} : { meant }) };
      return fail([{ code: "methodology-missing", severity: "error", path: [], facts }]);
    },
  };
}

/**
 * Orders versions as people count: `2.0-r10` after `2.0-r9`, `10.0` after `9.1`.
 *
 * @example
 * ["2.0-r10", "2.0-r9"].sort(compareVersions); // ["2.0-r9", "2.0-r10"]
 */
export function compareVersions(a: string, b: string): number {
  const left = a.split(/(\d+)/);
  const right = b.split(/(\d+)/);
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const one = left[at] ?? "";
    const other = right[at] ?? "";
    if (one === other) {
      continue;
    }
    // Texts stand at even positions, digits at odd ones.
    if (at % 2 === 1 && one !== "" && other !== "") {
      const difference = BigInt(one) - BigInt(other);
      if (difference !== 0n) {
        return difference < 0n ? -1 : 1;
      }
      continue;
    }
    return one < other ? -1 : 1;
  }
  return 0;
}

async function editionIn(
  root: string,
  kind: keyof typeof places,
  reference: string,
): Promise<FileInput | undefined> {
  const [id = "", wanted = ""] = reference.split("/");
  if (!namePattern.test(id) || !namePattern.test(wanted)) {
    return undefined;
  }
  const { folder, file } = places[kind];
  const version = newestOf(await foldersIn(join(root, folder, id)), wanted);
  return version === undefined ? undefined : fileInput(join(root, folder, id, version, file));
}

/** The version that was named, or the newest revision of it. */
function newestOf(versions: readonly string[], wanted: string): string | undefined {
  if (versions.includes(wanted)) {
    return wanted;
  }
  return versions
    .filter((version) => version.startsWith(`${wanted}-r`))
    .sort(compareVersions)
    .at(-1);
}

/**
 * The newest revision that is published; a draft only where nothing of it is published. A version that is named in full
 * is taken as it is.
 */
async function newestPublished(
  editions: readonly Edition[],
  wanted: string | undefined,
): Promise<string | undefined> {
  const fitting = editions.filter(
    ({ version }) =>
      wanted === undefined || version === wanted || version.startsWith(`${wanted}-r`),
  );
  const exact = fitting.find(({ version }) => version === wanted);
  if (exact !== undefined) {
    return exact.version;
  }
  for (const { version, file } of fitting) {
    const text = await readText(file, "utf8").catch(() => "");
    if (/^status:\s*["']?published["']?\s*(#.*)?$/m.test(text)) {
      return version;
    }
  }
  return fitting[0]?.version;
}

/** A file under the name that issues give it. */
async function fileInput(shown: string, path = shown): Promise<FileInput | undefined> {
  if (!(await isFile(path))) {
    return undefined;
  }
  return besideOf(shown, await readText(path, "utf8"), path);
}

function besideOf(file: string, text: string, at = file): FileInput {
  return {
    file,
    text,
    beside: async (name) => {
      const path = join(dirname(at), basename(name));
      return (await isFile(path)) ? readText(path, "utf8") : undefined;
    },
  };
}

async function foldersIn(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && namePattern.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true;
}
