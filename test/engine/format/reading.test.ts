import { describe, expect, it } from "vitest";
import { canonicalText, hashOf } from "../../../engine/methodology/canonical.ts";
import {
  expression,
  issues,
  issuesOfText,
  result,
  value,
  warnings,
  whole,
} from "../../support/format.ts";
import { treeOf } from "../run/plan-of.ts";

/** The sections “Editions” and “Reading” of the format, from text to result. */
const plain = `format: methodology/1
id: TEST-1
version: 1.0-r1
status: illustrative
title: { ja: 試験, en: Test }
documents: { rule: { title: { ja: 規程, en: Rule }, standing: official } }
constants: { c: { value: 38.90, unit: t, source: { document: rule }, provenance: confirmed } }
inputs: {}
formulas: { x: { unit: t, expr: c, source: { document: rule }, provenance: confirmed } }
outputs: { x: { main: true } }
`;
const changed = (from: string, to: string) => plain.replace(from, () => to);

describe("YAML", () => {
  it("is read as it stands", async () => {
    expect(await issuesOfText(plain)).toEqual([]);
  });

  it.each([
    ["an anchor", "value: 38.90", "value: &a 38.90", "yaml-anchor"],
    ["an alias", "value: 38.90", "value: *a", "yaml-alias"],
    ["a tag", "value: 38.90", "value: !!float 38.90", "yaml-tag"],
    ["a merge key", "constants: { c: {", "constants: { c: { <<: { low: 1 },", "yaml-merge"],
    ["a key twice", "value: 38.90", "value: 38.90, value: 38.91", "key-twice"],
    ["a second document", "inputs: {}", "---\ninputs: {}", "yaml-documents"],
    ["a tab", "inputs: {}", "inputs:\n\ta: {}", "yaml-tab"],
    ["an empty value", "inputs: {}", "inputs:", "value-empty"],
    ["an open bracket", "{ value: 38.90", "{ [value: 38.90", "yaml-"],
    ["a bare star", "value: 38.90", "value: *", "yaml-"],
  ])("takes no %s", async (_, from, to, code) => {
    const found = await issuesOfText(changed(from, to));
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.startsWith(code)).toBe(true);
  });

  it.each([
    ["yes", ["type-mismatch", "not-of-type"]],
    ["~", ["not-a-figure"]],
    ["0x10", ["not-a-figure"]],
    ["1e3", ["not-a-figure"]],
    [".inf", ["not-a-figure"]],
  ])("holds texts only: %s is no figure", async (text, codes) => {
    const found = await issuesOfText(changed("38.90", text));
    expect(found).toHaveLength(1);
    expect(["not-a-figure", ...codes]).toContain(found[0]?.split(" ")[0]);
  });

  it("keeps printed digits", async () => {
    expect(await expression("c", "unit: t", 'constants: { c: { value: "38.90", unit: t } }')).toBe(
      "38.9 t",
    );
    expect(
      await expression(
        "c",
        "unit: t",
        "constants: { c: { value: 0.10000000000000000000000000000001, unit: t } }",
      ),
    ).toBe("0.10000000000000000000000000000001 t");
    expect((await treeOf(plain)).constants[0]?.value).toBe("38.90");
  });

  it("may hold fractions where a figure stands", async () => {
    expect(
      await expression(
        "c",
        "unit: t-CO2/t-C",
        "constants: { c: { value: 44/12, unit: t-CO2/t-C } }",
      ),
    ).toBe("11/3 t-CO2/t-C");
  });
});

describe("the file", () => {
  it.each([
    ["format: methodology/1", "format: methodology/2", ["format-unknown <methodology/2>"]],
    ["status: illustrative", "status: final", ["not-one-of <final>"]],
    ["inputs: {}", "inputs: {}\nnotes: x", ["key-unknown <notes>"]],
    ["inputs: {}\n", "", ["key-missing <format>"]],
    ["title: { ja: 試験, en: Test }", "title: { en: Test }", ["key-missing <title>"]],
    ["{ c: {", "{ C: {", ["id-form <C>"]],
    ["main: true", "main: yes", ["not-one-of <yes>"]],
    ["standing: official", "standing: heard", ["not-one-of <heard>"]],
  ])("with %j as %j is refused", async (from, to, expected) => {
    const found = await issuesOfText(changed(from, to));
    expect(found[0]?.split(" ")[0]).toBe(expected[0]?.split(" ")[0]);
  });

  it("tells everything at once", async () => {
    const text = plain
      .replace("unit: t,", "unit: furlong,")
      .replace("expr: c", "expr: d")
      .replace("main: true", "main: false");
    expect((await issuesOfText(text)).map((one) => one.split(" ")[0]).sort()).toEqual([
      "main-output",
      "unknown-name",
      "unknown-unit",
    ]);
  });

  it("has one main output", async () => {
    const two = (said: string) =>
      `formulas: { x: { unit: t, expr: "1 [t]" }, y: { unit: t, expr: "2 [t]" } }\noutputs: { ${said} }`;
    expect(await issues(two("x: { main: true }, y: { main: true }"))).toEqual([
      "main-output <outputs>",
    ]);
    expect(await issues(two("x: {}, y: {}"))).toEqual(["main-output <outputs>"]);
    expect(await issues(two("x: {}, y: { main: true }"))).toEqual([]);
    expect(await issues(two("x: { main: true }, z: {}"))).toEqual(["unknown-name <z>"]);
  });

  it("names labels in Japanese, and tells where English is missing", async () => {
    expect(
      await warnings(
        "inputs: { a: { type: quantity t, label: { ja: 量 } } }\nformulas: { x: { unit: t, expr: a } }",
      ),
    ).toEqual(['label-without-english <"label">']);
  });

  it.each([
    ["from: 2024-04-01, to: 2025-03-31", []],
    ["from: 2024-04-01", []],
    ["from: soon", ["not-of-type <soon>"]],
    ["to: 2024-02-30", ["not-of-type <2024-02-30>"]],
    ["from: 2025-04-01, to: 2025-03-31", ["ends-reversed <2025-03-31>"]],
  ])("is in force for days: valid { %s }", async (valid, expected) => {
    const fragment = `valid: { ${valid} }\nformulas: { x: { unit: t, expr: "1 [t]" } }`;
    expect(await issues(fragment)).toEqual(expected);
  });

  it("keeps ruby", async () => {
    const tree = await treeOf(
      whole(
        "inputs: { a: { type: quantity t, label: { ja: ｜量《りょう》, en: Amount } } }\nformulas: { x: { unit: t, expr: a } }",
      ),
    );
    expect(tree.inputs[0]?.label.ja).toBe("｜量《りょう》");
  });
});

describe("the tree", () => {
  const fragment = `
enums: { fuel: [oil, gas, coal] }
tables: { t: { key: { fuel: fuel, year: fiscal_year }, columns: { w: t, v: t }, rows: [{ fuel: "*", year: 2013..2040, w: 1, v: 2 }] } }
inputs: { z: { type: quantity t }, a: { type: enum fuel } }
formulas: { x: { unit: t, expr: z }, b: { unit: t, expr: z } }
outputs: { x: { main: true }, b: {} }`;

  it("keeps the written order where it shows", async () => {
    const tree = await treeOf(whole(fragment));
    expect(tree.enums[0]?.members.map(({ id }) => id)).toEqual(["oil", "gas", "coal"]);
    expect(tree.inputs.map(({ id }) => id)).toEqual(["z", "a"]);
    expect(tree.tables[0]?.keys.map(({ id }) => id)).toEqual(["fuel", "year"]);
    expect(tree.tables[0]?.columns.map(({ id }) => id)).toEqual(["w", "v"]);
    expect(tree.outputs.map(({ id }) => id)).toEqual(["x", "b"]);
  });

  const inAnotherOrder = fragment.replace(
    "x: { unit: t, expr: z }, b: { unit: t, expr: z }",
    "b: { unit: t, expr: z }, x: { unit: t, expr: z }",
  );

  it("has one text and one hash for one meaning", async () => {
    const one = await treeOf(whole(fragment));
    const other = await treeOf(whole(fragment.replace("expr: z }, b", "expr: 'z' }, b")));
    expect(canonicalText(other)).toBe(canonicalText(one));
    expect(await hashOf(canonicalText(one))).toMatch(/^[0-9a-f]{64}$/);
    const third = await treeOf(whole(fragment.replace("w: 1", "w: 1.0")));
    expect(canonicalText(third)).not.toBe(canonicalText(one));
  });

  // Formulas, constants, tables and conditions stand in the tree as they are written, not sorted.
  it("does not hang on the order of formulas, which does not show", async () => {
    const other = canonicalText(await treeOf(whole(inAnotherOrder)));
    expect(other).toBe(canonicalText(await treeOf(whole(fragment))));
  });

  it("is named by id and version", async () => {
    const { methodology, engine } = await result(
      "inputs: { a: { type: quantity t } }\nformulas: { x: { unit: t, expr: a } }",
    );
    expect(methodology).toEqual({
      id: "TEST-1",
      version: "1.0-r1",
      hash: "test",
      status: "illustrative",
    });
    expect(engine).toMatch(/^\d+\.\d+\.\d+/);
  });

  it("counts nothing that a file leaves out", async () => {
    expect(await value("formulas: { x: { unit: '1', expr: 0 } }")).toBe("0");
  });
});
