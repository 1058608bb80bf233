import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { check } from "../../engine/check.ts";
import { canonicalText, hashOf } from "../../engine/methodology/canonical.ts";
import { parse } from "../../engine/parse.ts";
import { read, readTableFile } from "../../engine/read.ts";
import { edition, methodologies, methodologyInput, sharedEditions } from "../support/editions.ts";

/**
 * A published revision is never edited, and a published shared table only gains rows. `published.json` holds the hash of
 * every published tree and the beginning of the hash of every published row. `PUBLISH=1` adds what is new; what is there
 * is changed by hand only, when a revision was published by mistake.
 */
interface Published {
  readonly trees: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly string[]>>;
}

const file = new URL("published.json", import.meta.url);

async function treesNow(): Promise<Record<string, string>> {
  const trees: Record<string, string> = {};
  for (const [id, version] of await methodologies()) {
    const methodology = await read(await methodologyInput(id, version));
    const parsed = methodology.ok ? parse(methodology.value) : methodology;
    const checked = parsed.ok ? check(parsed.value) : parsed;
    if (!checked.ok) throw new Error(`${id}/${version} does not pass the checker.`);
    const { tree } = checked.value;
    if (tree.status === "published") {
      trees[`${id}@${version}`] = await hashOf(canonicalText(tree));
    }
  }
  return trees;
}

async function rowsNow(): Promise<Record<string, readonly string[]>> {
  const rows: Record<string, readonly string[]> = {};
  for (const reference of await sharedEditions("table")) {
    const input = await edition("table", reference);
    const table = input === undefined ? undefined : await readTableFile(input);
    if (table?.ok !== true) throw new Error(`${reference} cannot be read.`);
    if (table.value.data.status !== "published") continue;
    for (const [id, found] of table.value.rows) {
      const hashes = found.map((row) => hashOf(canonicalText(row)));
      rows[`${reference} ${id}`] = (await Promise.all(hashes)).map((hash) => hash.slice(0, 12));
    }
  }
  return rows;
}

async function publishedBefore(): Promise<Published> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Published;
  } catch {
    return { trees: {}, rows: {} };
  }
}

describe("published editions", async () => {
  const now: Published = { trees: await treesNow(), rows: await rowsNow() };
  if (process.env.PUBLISH === "1") {
    const before = await publishedBefore();
    const rows = Object.fromEntries(
      [...new Set([...Object.keys(before.rows), ...Object.keys(now.rows)])].map((id) => [
        id,
        [...new Set([...(before.rows[id] ?? []), ...(now.rows[id] ?? [])])],
      ]),
    );
    const all: Published = { trees: { ...now.trees, ...before.trees }, rows };
    await writeFile(file, `${JSON.stringify(all, null, 2)}\n`);
  }
  const { trees, rows } = await publishedBefore();

  it("are all held", () => {
    expect(Object.keys(now.trees).filter((id) => trees[id] === undefined)).toEqual([]);
    expect(Object.keys(now.rows).filter((id) => rows[id] === undefined)).toEqual([]);
  });

  it.each(Object.entries(trees))("%s is what it was when published", (id, hash) => {
    expect(now.trees[id]).toBe(hash);
  });

  it.each(Object.entries(rows))("%s still has every published row", (id, hashes) => {
    const present = new Set(now.rows[id]);
    expect(hashes.filter((hash) => !present.has(hash))).toEqual([]);
  });
});
