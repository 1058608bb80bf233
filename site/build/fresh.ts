import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

const sources = ["engine", "widgets", "site", "methodologies", "package.json", "package-lock.json"];

async function newestChange(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  const changes = await Promise.all(names.map((name) => newestChange(join(path, name))));
  return Math.max(found.mtimeMs, ...changes);
}

/** Whether a build is there that is newer than every file it is made from. */
export async function isBuilt(): Promise<boolean> {
  const built = await stat("dist/built.json").catch(() => undefined);
  if (built === undefined) return false;
  const changes = await Promise.all(sources.map(newestChange));
  return Math.max(...changes) <= built.mtimeMs;
}
