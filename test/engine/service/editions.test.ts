import { afterEach, describe, expect, it } from "vitest";
import { canonicalText } from "../../../engine/methodology/canonical.ts";
import { joinParts } from "../../../engine/methodology/join-parts.ts";
import { joinWords } from "../../../engine/methodology/join-words.ts";
import { loadEditionsFrom } from "../../../engine/service/editions.ts";
import { type Content, filesOf, hashOfText, openShelf, type Shelf } from "../../support/shelf.ts";
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

const figuresPath = `/${tinyEdition}/figures.json`;
const wordsPath = `/${tinyEdition}/words.json`;

describe("loading an edition", () => {
  it.each([tinyEdition, "TINY-1"])(
    "brings the parts of %s, which make the tree again",
    async (name) => {
      const loaded = await load(name, await filesOf(tinyTree));
      if (!loaded.ok) throw new Error("it was not loaded");
      const { figures, part } = loaded.value;
      expect(figures.hash).toBe(hashOfText(canonicalText(tinyTree)));
      const words = await part();
      expect(
        words.ok && joinWords(joinParts({ tree: figures.tree }, new Map()), words.value),
      ).toEqual(tinyTree);
    },
  );

  it("asks for an edition that is named in full without the manifest", async () => {
    await load(tinyEdition, await filesOf(tinyTree));
    expect(shelf?.requests).toEqual([figuresPath]);
  });

  it.each(["OTHER-1", "OTHER-1@1.0-r1", "constructor", "__proto__", "toString@1"])(
    "knows no methodology %s",
    async (edition) => {
      const contents = (await filesOf(tinyTree)).set(
        `/${edition}/words.json`,
        JSON.stringify(tinyTree),
      );
      expect(await load(edition, contents)).toEqual({
        ok: false,
        issues: [{ code: "edition-unknown", severity: "error", path: [], facts: { edition } }],
      });
    },
  );

  it.each(["../secret", "TINY-1@../x", "a/b", "", "TINY-1@1.0-r1/..", "//evil.example", "é"])(
    "asks nobody for %j, which is no id",
    async (edition) => {
      const loaded = await load(edition, await filesOf(tinyTree));
      expect(loaded).toMatchObject({ ok: false, issues: [{ code: "edition-unknown" }] });
      expect(shelf?.requests).toEqual([]);
    },
  );

  it.each<[string, string, Content, unknown]>([
    [
      "missing figures",
      figuresPath,
      404,
      { code: "edition-unreachable", facts: { reason: "404" } },
    ],
    ["another format", figuresPath, "{}", { code: "edition-changed" }],
    ["no JSON", figuresPath, "<!doctype html>", { code: "edition-changed" }],
  ])("makes an issue of %s", async (_, path, content, issue) => {
    const loaded = await load(tinyEdition, (await filesOf(tinyTree)).set(path, content));
    expect(loaded).toMatchObject({ ok: false, issues: [issue] });
  });

  it.each<[string, Content, unknown]>([
    ["a failing server", 500, { code: "edition-unreachable", facts: { reason: "500" } }],
    ["a manifest that is none", "[]", { code: "edition-changed" }],
    ["a manifest without JSON", "<html>", { code: "edition-changed" }],
  ])("makes an issue of %s where it has to ask what an id means", async (_, content, issue) => {
    const contents = (await filesOf(tinyTree)).set("/manifest.json", content);
    expect(await load("TINY-1", contents)).toMatchObject({ ok: false, issues: [issue] });
  });

  it.each<[string, Content, unknown]>([
    ["a part that is missing", 404, { code: "edition-unreachable", facts: { reason: "404" } }],
    ["a part of another build", "[]", { code: "edition-changed" }],
  ])("makes an issue of %s", async (_, content, issue) => {
    const loaded = await load(tinyEdition, (await filesOf(tinyTree)).set(wordsPath, content));
    const words = loaded.ok ? await loaded.value.part() : loaded;
    expect(words).toMatchObject({ ok: false, issues: [issue] });
  });

  it("names the table that cannot be fetched", async () => {
    const loaded = await load(tinyEdition, await filesOf(tinyTree));
    expect(loaded.ok && (await loaded.value.part("distances"))).toMatchObject({
      ok: false,
      issues: [{ code: "table-unreachable", facts: { table: "distances", reason: "404" } }],
    });
  });

  it("refuses what is too large", async () => {
    const contents = (await filesOf(tinyTree)).set(figuresPath, " ".repeat(8_000_001));
    expect(await load(tinyEdition, contents)).toMatchObject({
      ok: false,
      issues: [{ code: "edition-too-large", facts: { edition: tinyEdition, limit: "8000000" } }],
    });
  });

  it("says so where nobody answers, and loads once somebody does", async () => {
    const contents = await filesOf(tinyTree);
    const text = contents.get(figuresPath) ?? "";
    shelf = await openShelf(contents.set(figuresPath, 503));
    const loadEdition = loadEditionsFrom(shelf.base);
    expect(await loadEdition(tinyEdition)).toMatchObject({ ok: false });
    contents.set(figuresPath, text);
    expect(await loadEdition(tinyEdition)).toMatchObject({ ok: true });
  });
});
