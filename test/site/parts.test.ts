import { describe, expect, it } from "vitest";
import { canonicalText } from "../../engine/methodology/canonical.ts";
import { type EasyPart, easyWordsOf, withoutEasy } from "../../engine/methodology/easy-words.ts";
import { type Figures, joinParts, type PackedRows } from "../../engine/methodology/join-parts.ts";
import { joinWords } from "../../engine/methodology/join-words.ts";
import { splitParts } from "../../engine/methodology/split-parts.ts";
import type { Tree } from "../../engine/methodology/tree.ts";
import type { Manifest } from "../../engine/service/protocol.ts";
import { readBuilt } from "../support/built.ts";
import { hashOfText } from "../support/shelf.ts";

const { editions } = JSON.parse(readBuilt("methodologies/manifest.json")) as Manifest;

describe.each(Object.keys(editions))("the parts of %s that pages load", (edition) => {
  const file = (name: string) => readBuilt(`site/methodologies/${edition}/${name}`);
  const figures = JSON.parse(file("figures.json")) as Figures;
  const { tree, hash, words, tables } = figures;

  it("make the canonical tree again, to the letter but for easy Japanese, and name its hash", () => {
    const rows = Object.keys(tables).map((id): [string, PackedRows] => [
      id,
      JSON.parse(file(`tables/${id}.json`)),
    ]);
    const text = canonicalText(
      joinWords(joinParts({ tree }, new Map(rows)), JSON.parse(file("words.json"))),
    );
    const whole = readBuilt(`methodologies/${edition}/tree.json`);
    expect(text === canonicalText(withoutEasy(JSON.parse(whole)))).toBe(true);
    expect([hash, hashOfText(whole)]).toEqual([editions[edition]?.hash, editions[edition]?.hash]);
  });

  it("hold easy Japanese in a part of its own, which only its readers load", () => {
    const { words: easy } = JSON.parse(file("easy.json")) as EasyPart;
    expect(easy).toEqual(easyWordsOf(JSON.parse(file("tree.json"))));
    for (const part of ["figures.json", "words.json", "form.json"]) {
      expect([part, /ja_easy|《/.test(file(part))]).toEqual([part, false]);
    }
    const id = edition.split("@")[0] ?? "";
    expect(readBuilt(`site/${id}/index.html`)).not.toContain("《");
  });

  it("are named by the hashes of their texts", () => {
    expect(hashOfText(file("words.json"))).toBe(words);
    for (const [id, own] of Object.entries(tables)) {
      expect([id, hashOfText(file(`tables/${id}.json`))]).toEqual([id, own]);
    }
  });

  it("keep every name, source and sentence out of the figures", () => {
    const { title, formulas, documents } = JSON.parse(
      file("../".concat(edition, "/tree.json")),
    ) as Tree;
    const text = JSON.stringify(tree);
    const sentences = [
      title,
      ...documents.map((one) => one.title),
      ...formulas.map(({ label }) => label),
    ];
    for (const one of sentences)
      if (one !== undefined) expect(text).not.toContain(JSON.stringify(one.ja));
    expect(text).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  });
});

describe("splitting", () => {
  const tree = JSON.parse(readBuilt("methodologies/MEETING-1@1.0-r1/tree.json")) as Tree;

  it("waits with long tables only, and with none whose rows give units", async () => {
    const { tables } = await splitParts(tree);
    expect(Object.keys(tables)).toEqual(
      tree.tables.filter(({ rows }) => rows.length > 200).map(({ id }) => id),
    );
    const [key] = tree.tables.find(({ id }) => id === "distances")?.keys ?? [];
    const variable = { name: "U", key: key?.id ?? "" };
    const units = tree.tables.map((one) => (one.id === "distances" ? { ...one, variable } : one));
    expect((await splitParts({ ...tree, tables: units })).tables).toEqual({});
  });

  it("keeps rows apart that repeat, have no unit, or have an origin for each cell", async () => {
    const [table] = tree.tables;
    if (table === undefined) throw new Error("there is no table");
    const row = { keys: [["a", "b"], "*"], cells: ["1", "none"], origin: [0, 1] };
    const rows = [
      row,
      row,
      { ...row, unit: "kL" },
      { ...row, origin: 0 },
      { ...row, cells: ["", "2"] },
    ];
    const columns = [...table.columns, ...table.columns].slice(0, 2);
    const keys = [...table.keys, ...table.keys].slice(0, 2);
    const odd: Tree = { ...tree, tables: [{ ...table, keys, columns, rows }] };
    const { figures, words } = await splitParts(odd);
    const joined = joinWords(
      joinParts({ tree: JSON.parse(figures).tree }, new Map()),
      JSON.parse(words),
    );
    expect(joined.tables[0]?.rows).toEqual(rows);
  });
});
