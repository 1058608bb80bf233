import { describe, expect, it } from "vitest";
import { issues, result, warnings } from "../../support/format.ts";

/** The section “Sources and provenance” of the format, from text to result. */

const all = (
  said: Partial<Record<"constant" | "row" | "formula" | "default" | "round" | "condition", string>>,
) => `
tables: { t: { key: { n: number yr }, columns: { v: t }, rows: [{ n: 1, v: 2${said.row ?? ""} }] } }
constants: { c: { value: 3, unit: t${said.constant ?? ""} } }
inputs: { a: { type: quantity t, default: { value: 4${said.default ?? ""} } } }
conditions: { enough: { effect: warn, expr: "a > 1 [t]"${said.condition ?? ""} } }
formulas: { x: { unit: t, expr: "a + c + t[1 [yr]].v", round: { mode: floor, to: 1${said.round ?? ""} }${said.formula ?? ""} } }`;

describe("a source and provenance", () => {
  it.each([
    ["constant", "c"],
    ["formula", "x"],
    ["condition", "enough"],
  ] as const)("stand on every %s", async (what, place) => {
    expect(await issues(all({ [what]: ", source: []" }))).toEqual([`source-missing <${place}>`]);
    expect(await issues(all({ [what]: ", provenance: sure" }))).toEqual(["not-one-of <sure>"]);
  });

  it("stand on every row, or on its column or table", async () => {
    const fragment = (table: string, row: string, column = "t") => `
tables: { t: { key: { n: number yr }, ${table} columns: { v: ${column} }, rows: [{ n: 1, v: 2${row} }] } }
formulas: { x: { unit: t, expr: "t[1 [yr]].v" } }`;
    const bare = "source: [],";
    expect(await issues(fragment(bare, ""))).toEqual(["source-missing <{>"]);
    expect(await issues(fragment(bare, ", source: { document: rule }"))).toEqual([]);
    expect(await issues(fragment(bare, "", "{ unit: t, source: { document: rule } }"))).toEqual([]);
    const own = fragment("", ", source: []");
    const { steps } = await result(own, {}, { steps: true });
    expect(steps?.[0]?.reads[0]?.source?.document).toBe("rule");
  });

  it.each([["default"], ["round"]] as const)("stand on every %s", async (what) => {
    const found = await issues(all({ [what]: ", source: []" }));
    expect(found.map((one) => one.split(" ")[0])).toEqual(["source-missing"]);
  });

  it("name a document that is there", async () => {
    expect(await issues(all({ constant: ", source: { document: book }" }))).toEqual([
      "document-unknown <book>",
    ]);
  });

  it.each([
    [{}, "confirmed", []],
    [{ constant: ", provenance: secondary" }, "secondary", ["constant c"]],
    [{ row: ", provenance: derived" }, "derived", ["cell t.v"]],
    [{ formula: ", provenance: unconfirmed" }, "unconfirmed", ["formula x"]],
    [{ round: ", provenance: secondary" }, "secondary", ["rounding x"]],
    [{ default: ", provenance: unconfirmed" }, "unconfirmed", ["default a"]],
    [{ condition: ", provenance: unconfirmed" }, "confirmed", ["condition enough"]],
    [
      { constant: ", provenance: secondary", row: ", provenance: derived" },
      "derived",
      ["cell t.v", "constant c"],
    ],
    [
      { constant: ", provenance: unconfirmed", row: ", provenance: derived" },
      "unconfirmed",
      ["cell t.v", "constant c"],
    ],
  ])("reach the result as the weakest: %j is %s", async (said, expected, listed) => {
    const found = await result(all(said), {}, { mode: "estimate" });
    expect(found.provenance).toBe(expected);
    expect(found.results.x?.provenance).toBe(expected);
    expect(found.unconfirmed.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual(listed);
  });

  it("of a default that was not used do not", async () => {
    const found = await result(
      all({ default: ", provenance: unconfirmed" }),
      { a: "1 t" },
      { mode: "estimate" },
    );
    expect(found.provenance).toBe("confirmed");
    expect(found.unconfirmed).toEqual([]);
  });

  it("of a branch that was not taken do not", async () => {
    const fragment = `
constants: { c: { value: 3, unit: t, provenance: unconfirmed } }
inputs: { a: { type: boolean } }
formulas: { x: { unit: t, cases: [{ when: a, then: c }, { otherwise: "1 [t]" }] } }`;
    expect((await result(fragment, { a: "true" })).provenance).toBe("unconfirmed");
    expect((await result(fragment, { a: "false" })).provenance).toBe("confirmed");
  });

  it.each([
    ["", "", "secondary"],
    [", source: { document: rule, clause: '2' }", "2", "secondary"],
    [", provenance: confirmed", "1", "secondary"],
    [", source: { document: rule, clause: '2' }, provenance: unconfirmed", "2", "unconfirmed"],
  ])("of a formula serve its branches, one of which says { %s }", async (said, clause, weakest) => {
    const bodies = [
      `cases: [{ when: a, then: "1 [t]"${said} }, { otherwise: "2 [t]" }]`,
      `cases: [{ when: not a, then: "2 [t]" }, { otherwise: "1 [t]"${said} }]`,
      `match: b, then: { one: { then: "1 [t]"${said} }, two: "2 [t]" }`,
    ];
    for (const body of bodies) {
      const found = await result(
        `enums: { way: [one, two] }
inputs: { a: { type: boolean }, b: { type: enum way } }
formulas: { x: { unit: t, provenance: secondary, ${body} } }`,
        { a: "true", b: "one" },
        { steps: true },
      );
      expect([found.steps?.[0]?.source?.clause, found.provenance]).toEqual([
        clause === "" ? "1" : clause,
        weakest,
      ]);
    }
  });

  it("of a condition serve its branches", async () => {
    const found = await result(
      `inputs: { a: { type: boolean } }
conditions: { fits: { effect: warn, cases: [{ when: a, then: "true", source: { document: rule } }, { otherwise: "false" }] } }
formulas: { x: { unit: t, expr: "1 [t]" } }`,
      { a: "true" },
    );
    expect(found.unconfirmed).toEqual([]);
  });

  it("of a branch are not confirmed by nobody", async () => {
    const found = await warnings(
      `documents: { rule: { title: { ja: 規程, en: Rule }, standing: official }, none: { title: { ja: 例, en: None }, standing: none } }
inputs: { a: { type: boolean } }
formulas: { x: { unit: t, cases: [{ when: a, then: "1 [t]", source: { document: none } }, { otherwise: "2 [t]" }] } }`,
    );
    expect(found).toEqual(["confirmed-by-nobody <{>"]);
  });

  it("carry low confidence too", async () => {
    const found = await result(
      all({ constant: ", confidence: low" }).replace(/^/, "status: draft\n"),
      { a: "1 t" },
    );
    expect(found.confidence).toBe("low");
    expect(found.unconfirmed.map(({ id, confidence }) => [id, confidence])).toEqual([["c", "low"]]);
  });

  it("keep an edition with low confidence a draft", async () => {
    expect(await issues(`status: published\n${all({ constant: ", confidence: low" })}`)).toContain(
      "low-confidence <c>",
    );
    expect(await issues(`status: draft\n${all({ constant: ", confidence: low" })}`)).toEqual([]);
  });

  it("are not needed by 0, 1 and what a formula prints", async () => {
    expect(
      await issues(
        'inputs: { a: { type: quantity t } }\nformulas: { x: { unit: t, expr: "a * 44 / 12 + 0 [t]" } }',
      ),
    ).toEqual([]);
  });

  it("are not confirmed by nobody", async () => {
    const fragment = `documents: { rule: { title: { ja: 例 }, standing: none } }\n${all({})}`;
    const found = [...(await issues(fragment)), ...(await warnings(fragment).catch(() => []))];
    expect(found.some((one) => one.startsWith("confirmed-by-nobody"))).toBe(true);
  });

  it.each([
    ["", "unconfirmed", "low"],
    [", provenance: confirmed", "confirmed", undefined],
    [", provenance: secondary", "secondary", undefined],
    [", provenance: unconfirmed, confidence: medium", "unconfirmed", "medium"],
  ])("of a row that says { %s } come without its table's confidence", async (said, ...expected) => {
    const fragment = `status: draft
tables: { t: { key: { n: number yr }, provenance: unconfirmed, confidence: low, columns: { v: t }, rows: [{ n: 1, v: 2${said} }, { n: 2, v: 1 }] } }
formulas: { x: { unit: t, expr: "t[1 [yr]].v" } }`;
    const { provenance, confidence } = await result(fragment);
    expect([provenance, confidence]).toEqual(expected);
  });

  it("of a cell may differ from its row's", async () => {
    const fragment = (column: string) => `
tables: { t: { key: { n: number yr }, columns: { v: t, w: t }, rows: [{ n: 1, v: 2, w: 3, provenance: { v: unconfirmed } }] } }
formulas: { x: { unit: t, expr: "t[1 [yr]].${column}" } }`;
    expect((await result(fragment("v"))).provenance).toBe("unconfirmed");
    expect((await result(fragment("w"))).provenance).toBe("confirmed");
  });
});
