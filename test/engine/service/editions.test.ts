import { afterEach, describe, expect, it } from "vitest";
import { loadEditionsFrom } from "../../../engine/service/editions.ts";
import { type Content, filesOf, openShelf, type Shelf } from "../../support/shelf.ts";
import { tinyEdition, tinyTree } from "../../support/tiny.ts";

let shelf: Shelf | undefined;

afterEach(async () => {
  await shelf?.close();
  shelf = undefined;
});

async function load(edition: string, contents: Map<string, Content>) {
  shelf = await openShelf(contents);
  return loadEditionsFrom(shelf.base)(edition);
}

const treePath = `/${tinyEdition}/tree.json`;

describe("loading an edition", () => {
  it.each([tinyEdition, "TINY-1"])(
    "brings the tree of %s with the hash of the manifest",
    async (name) => {
      const contents = filesOf(tinyTree);
      const loaded = await load(name, contents);
      expect(loaded).toMatchObject({ ok: true, value: { tree: tinyTree, lanes: [] } });
      expect(loaded.ok && loaded.value.hash).toMatch(/^[0-9a-f]{64}$/);
    },
  );

  it("asks for the manifest once", async () => {
    shelf = await openShelf(filesOf(tinyTree));
    const loadEdition = loadEditionsFrom(shelf.base);
    await loadEdition(tinyEdition);
    await loadEdition(tinyEdition);
    expect(shelf.requests.filter((path) => path === "/manifest.json")).toHaveLength(1);
  });

  it.each(["OTHER-1", "OTHER-1@1.0-r1", "constructor", "__proto__", "toString@1"])(
    "knows no methodology %s",
    async (edition) => {
      const contents = filesOf(tinyTree).set(`/${edition}/tree.json`, JSON.stringify(tinyTree));
      expect(await load(edition, contents)).toEqual({
        ok: false,
        issues: [{ code: "edition-unknown", severity: "error", path: [], facts: { edition } }],
      });
    },
  );

  it.each(["../secret", "TINY-1@../x", "a/b", "", "TINY-1@1.0-r1/..", "//evil.example", "é"])(
    "asks nobody for %j, which is no id",
    async (edition) => {
      const loaded = await load(edition, filesOf(tinyTree));
      expect(loaded).toMatchObject({ ok: false, issues: [{ code: "edition-unknown" }] });
      expect(shelf?.requests).toEqual([]);
    },
  );

  it.each<[string, string, Content, unknown]>([
    ["a missing tree", treePath, 404, { code: "edition-unreachable", facts: { reason: "404" } }],
    [
      "a failing server",
      "/manifest.json",
      500,
      { code: "edition-unreachable", facts: { reason: "500" } },
    ],
    ["another text", treePath, "{}", { code: "edition-changed" }],
    ["no JSON", treePath, "<!doctype html>", { code: "edition-changed" }],
    ["a manifest that is none", "/manifest.json", "[]", { code: "edition-changed" }],
    ["a manifest without JSON", "/manifest.json", "<html>", { code: "edition-changed" }],
  ])("makes an issue of %s", async (_, path, content, issue) => {
    const loaded = await load(tinyEdition, filesOf(tinyTree).set(path, content));
    expect(loaded).toMatchObject({ ok: false, issues: [issue] });
  });

  it("refuses a tree whose text has another hash than the manifest names", async () => {
    const loaded = await load(tinyEdition, filesOf(tinyTree, { hash: "0".repeat(64) }));
    expect(loaded).toMatchObject({ ok: false, issues: [{ code: "edition-changed" }] });
  });

  it("stops reading what is too large", async () => {
    const contents = filesOf(tinyTree).set(treePath, " ".repeat(8_000_001));
    expect(await load(tinyEdition, contents)).toMatchObject({
      ok: false,
      issues: [{ code: "edition-too-large", facts: { edition: tinyEdition, limit: "8000000" } }],
    });
  });

  it("says so where nobody answers, and loads once somebody does", async () => {
    const contents = filesOf(tinyTree);
    const text = contents.get(treePath) ?? "";
    shelf = await openShelf(contents.set(treePath, 503));
    const loadEdition = loadEditionsFrom(shelf.base);
    expect(await loadEdition(tinyEdition)).toMatchObject({ ok: false });
    contents.set(treePath, text);
    expect(await loadEdition(tinyEdition)).toMatchObject({ ok: true });
  });
});
