import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { zipSync } from "fflate";
import { engineVersion } from "../../engine/version.ts";
import { namedScripts, type Versions } from "../embed/versions.ts";
import { ownCopyText } from "./own-copy.ts";

type Files = ReadonlyMap<string, Uint8Array>;

const sums = "SHA256SUMS.txt";

/** Every entry of a zip has this day, whatever the clock says and wherever it is built. */
const anyDay = new Date(2000, 0, 1);

function hash(algorithm: "sha256" | "sha384", bytes: Uint8Array | string) {
  return createHash(algorithm).update(bytes);
}

/** Files in the order of their paths, which no language of a machine changes. */
function inOrder(files: Files): readonly (readonly [string, Uint8Array])[] {
  return [...files].sort(([left], [right]) => (left < right ? -1 : 1));
}

/** The hashes of files as `sha256sum --check` reads them, in the order of their paths. */
export function sumsOf(files: Files): string {
  const lines = inOrder(files)
    .filter(([path]) => path !== sums)
    .map(([path, bytes]) => `${hash("sha256", bytes).digest("hex")}  ${path}\n`);
  return lines.join("");
}

/** The name of some bytes for good: the version for people, and a hash of all hashes. */
export function nameOf(listed: string): string {
  return `${engineVersion}-${hash("sha256", listed).digest("hex").slice(0, 12)}`;
}

/** The files below a folder, by path. */
export async function readFiles(folder: string): Promise<Files> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "/").length));
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path, await readFile(join(folder, path))] as const),
    ),
  );
}

/** A zip of files below one folder, which is the same to the byte whenever it is made. */
export function zipOf(folder: string, files: Files): Uint8Array {
  const entries = inOrder(files).map(([path, bytes]) => [
    `${folder}/${path}`,
    new Uint8Array(bytes),
  ]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: anyDay });
}

/**
 * Writes the versioned addresses of a built site: a copy of the whole of it in `v/<name>/`, with its hashes, the licence
 * and words for those who host it themselves; the same as `v/<name>.zip`; and `versions.json`. Whatever changes a byte
 * changes the name, so an address that is there once never changes.
 */
export async function writeVersion(site: string): Promise<string> {
  const files = new Map([
    ...(await readFiles(site)),
    ["README.txt", new TextEncoder().encode(ownCopyText)] as const,
    ["LICENSE.txt", await readFile("LICENSE")] as const,
  ]);
  const listed = sumsOf(files);
  const name = nameOf(listed);
  const whole: Files = files.set(sums, new TextEncoder().encode(listed));
  for (const [path, bytes] of whole) {
    const target = join(site, "v", name, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  const zip = zipOf(`santei-${name}`, whole);
  await writeFile(join(site, "v", `${name}.zip`), zip);
  const integrity = namedScripts.map((path) => {
    const bytes = whole.get(path);
    if (bytes === undefined) throw new Error(`The build holds no ${path}.`);
    return [path, `sha384-${hash("sha384", bytes).digest("base64")}`] as const;
  });
  const versions: Versions = {
    format: "versions/1",
    newest: name,
    integrity: Object.fromEntries(integrity),
    zip: {
      path: `v/${name}.zip`,
      bytes: zip.byteLength,
      sha256: hash("sha256", zip).digest("hex"),
    },
  };
  await writeFile(join(site, "versions.json"), JSON.stringify(versions));
  return name;
}
