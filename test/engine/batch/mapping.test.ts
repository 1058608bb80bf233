import { beforeAll, describe, expect, it } from "vitest";
import { readHeader } from "../../../engine/batch/header.ts";
import type { MappedColumn, Mapping } from "../../../engine/batch/mapping.ts";
import {
  mostMappingCharacters,
  readMapping,
  writeMapping,
} from "../../../engine/batch/mapping-file.ts";
import { proposeMapping, unmappedInputs } from "../../../engine/batch/propose-mapping.ts";
import type { Plan } from "../../../engine/plan.ts";
import { runLane } from "../../support/both-lanes.ts";
import { kilns } from "../../support/kilns.ts";
import { planOf } from "../run/plan-of.ts";

let plan: Plan;
beforeAll(async () => {
  plan = await planOf(kilns);
});

const mapping = (columns: readonly MappedColumn[], more: Partial<Mapping> = {}): Mapping => ({
  format: "batch-mapping/1",
  methodology: { id: "KILNS-1", version: "1-r1" },
  rows: "projects",
  period: "FY2021",
  columns,
  ...more,
});

describe("proposals", () => {
  it("say why each column is taken for what it is", () => {
    const { columns } = proposeMapping(
      plan,
      [
        "kilns.fuel",
        "熱量（低位）[FY2021](MJ)",
        "Ara(m2)",
        "year of it",
        "年度",
        "案件",
        "santei:row",
      ],
      { rows: "items" },
    );
    expect(columns).toEqual([
      { header: "kilns.fuel", is: "answer", input: "kilns.fuel", reason: "id" },
      {
        header: "熱量（低位）[FY2021](MJ)",
        is: "answer",
        input: "kilns.heat",
        keys: ["FY2021"],
        unit: "MJ",
        reason: "label",
      },
      { header: "Ara(m2)", is: "kept" },
      { header: "year of it", is: "kept" },
      { header: "年度", is: "period", reason: "name" },
      { header: "案件", is: "case", reason: "name" },
      { header: "santei:row", is: "ignored" },
    ]);
  });

  it("take what is near for a proposal, unless another column is surely it", () => {
    const uses = (headers: readonly string[]) =>
      proposeMapping(plan, headers, { rows: "projects" }).columns.map((one) =>
        one.is === "answer" ? `${one.input}: ${one.reason}` : one.is,
      );
    expect(uses(["areas", "heatt", "屋内かどうか", "hear"])).toEqual([
      "area: near label",
      "kilns.heat: near label",
      "indoor: near label",
      "kept",
    ]);
    expect(uses(["areas", "area"])).toEqual(["kept", "area: id"]);
    expect(uses(["area", "面積"])).toEqual(["area: id", "kept"]);
  });

  it("tell which needed questions no column answers", () => {
    const of = (headers: readonly string[]) =>
      unmappedInputs(plan, proposeMapping(plan, headers, { rows: "projects" }));
    expect(of(["fuel"])).toEqual([
      {
        code: "batch-inputs-unmapped",
        severity: "warning",
        path: [],
        facts: { inputs: ["kilns.heat"] },
      },
    ]);
    expect(of(["fuel", "heat"])).toEqual([]);
  });
});

describe("a mapping", () => {
  it("decides by hand what no header says, to the same results", () => {
    const run = (file: string, own?: Mapping) =>
      runLane(plan, file, "columns", {
        period: "FY2021",
        ...(own === undefined ? {} : { mapping: own }),
      });
    const byHand = run(
      "a,b,c,memo\noil,100000,1,x\ngas,1000,,y\nwood,1,1,z\n",
      mapping([
        { header: "a", is: "answer", input: "kilns.fuel" },
        { header: "b", is: "answer", input: "kilns.heat", unit: "MJ" },
        { header: "c", is: "ignored" },
        { header: "memo", is: "kept" },
      ]),
    );
    const named = run("fuel,heat(MJ),memo\noil,100000,x\ngas,1000,y\nwood,1,z\n");
    expect(byHand.results.replaceAll('"header":"a"', '"header":"fuel"')).toBe(
      named.results.replace("fuel: ", "a: "),
    );
    expect(byHand.issues).toEqual([]);
    // What was ignored comes back all the same.
    expect(byHand.rejects.split("\r\n")[0]).toBe("\uFEFFsantei:row,santei:issue,a,b,c,memo");
    expect(byHand.rejects.split("\r\n")[1]).toMatch(/^3,.*,wood,1,1,z$/);
  });

  it("finds columns of the same header in their order, wherever they stand", () => {
    const read = readHeader(plan, ["memo", "値", "値"], {
      mapping: mapping([
        { header: "値", is: "answer", input: "kilns.fuel" },
        { header: "値", is: "answer", input: "kilns.heat" },
        { header: "memo", is: "kept" },
      ]),
    });
    expect(
      read.ok && read.value.columns.map((one) => (one.kind === "answer" ? one.input.id : one.kind)),
    ).toEqual(["carried", "kilns.fuel", "kilns.heat"]);
  });

  it("goes on with rejects, whose own columns it does not know", () => {
    const read = readHeader(plan, ["santei:row", "santei:issue", "a"], {
      mapping: mapping([{ header: "a", is: "answer", input: "kilns.fuel" }]),
    });
    expect([read.ok, read.ok && read.warnings]).toEqual([true, []]);
  });

  const fuel: MappedColumn = { header: "a", is: "answer", input: "kilns.fuel" };
  it.each<[string, readonly MappedColumn[], Partial<Mapping>, object, string]>([
    [
      "another methodology",
      [fuel],
      { methodology: { id: "X", version: "1" } },
      { made: "X", id: "KILNS-1" },
      "batch-mapping-other",
    ],
    [
      "another edition",
      [fuel],
      { methodology: { id: "KILNS-1", version: "0-r9" } },
      { made: "0-r9", version: "1-r1" },
      "batch-mapping-edition",
    ],
    [
      "a question that is not asked",
      [{ header: "a", is: "answer", input: "kilns.fule" }],
      {},
      { column: 1, header: "a", input: "kilns.fule", meant: "kilns.fuel" },
      "batch-mapping-input",
    ],
    [
      "a unit of another dimension",
      [{ header: "a", is: "answer", input: "kilns.heat", unit: "kg" }],
      {},
      { column: 1, header: "a", unit: "kg", units: ["GJ", "MJ"] },
      "batch-column-unit",
    ],
    [
      "keys that are none",
      [{ header: "a", is: "answer", input: "kilns.heat", keys: ["oil"] }],
      {},
      { column: 1, header: "a", example: "kilns.heat[FY2021]" },
      "batch-column-keys",
    ],
    [
      "a column that the file has not",
      [fuel, { header: "b", is: "answer", input: "kilns.heat" }],
      {},
      { header: "b" },
      "batch-mapping-column-missing",
    ],
  ])("is told of %s", (_, columns, more, facts, code) => {
    const read = readHeader(plan, ["a"], { mapping: mapping(columns, more) });
    const issues = read.ok ? read.warnings : read.issues;
    expect(issues.map((issue) => [issue.code, issue.facts])).toEqual([[code, facts]]);
  });

  it("tells of two columns for one, and of columns that it does not know", () => {
    const read = readHeader(plan, ["a", "b", "c"], {
      mapping: mapping([fuel, { header: "b", is: "answer", input: "kilns.fuel" }]),
    });
    expect(!read.ok && read.issues.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      "batch-column-twice error",
      "batch-column-unmapped warning",
    ]);
  });
});

describe("a saved mapping", () => {
  const own = mapping([
    { header: "a", is: "answer", input: "kilns.heat", keys: ["FY2021"], unit: "MJ", reason: "id" },
    { header: "b", is: "case" },
    { header: "", is: "ignored" },
  ]);

  it("is read again as it was, one line for each column", () => {
    const text = writeMapping(own);
    expect(text.split("\n").filter((line) => line.includes('"is"')).length).toBe(3);
    expect(readMapping(text)).toEqual({ ok: true, value: own, warnings: [] });
    expect(writeMapping(mapping([]))).toContain('"columns": [\n\n  ]');
    expect(readMapping(writeMapping(mapping([]))).ok).toBe(true);
  });

  it("loses what it does not know", () => {
    const text = JSON.stringify({ ...own, more: 1, __proto__: { is: 2 } });
    expect(readMapping(text)).toEqual({ ok: true, value: own, warnings: [] });
  });

  it.each([
    ["{", ""],
    ["[]", ""],
    ["null", ""],
    [JSON.stringify({ ...own, format: "batch-mapping/2" }), "format"],
    [JSON.stringify({ ...own, methodology: "KILNS-1" }), "methodology"],
    [JSON.stringify({ ...own, rows: "cases" }), "rows"],
    [JSON.stringify({ ...own, mode: 1 }), "mode"],
    [JSON.stringify({ ...own, columns: {} }), "columns"],
    [JSON.stringify({ ...own, columns: Array(2001).fill({ header: "", is: "kept" }) }), "columns"],
    [JSON.stringify({ ...own, columns: [1] }), "columns/0"],
    [JSON.stringify({ ...own, columns: [{ header: "a", is: "answer" }] }), "columns/0/input"],
    [JSON.stringify({ ...own, columns: [{ header: "a", is: "x" }] }), "columns/0/is"],
    [
      JSON.stringify({ ...own, columns: [{ header: "a", is: "kept", keys: [1] }] }),
      "columns/0/keys",
    ],
    [
      JSON.stringify({ ...own, columns: [{ header: "a".repeat(1001), is: "kept" }] }),
      "columns/0/header",
    ],
  ])("that is wrong is told with the place: %.60s", (text, where) => {
    const read = readMapping(text);
    expect(!read.ok && read.issues.map(({ code, facts }) => [code, facts])).toEqual([
      ["batch-mapping-shape", { where }],
    ]);
  });

  it("that is too long is refused before it is read", () => {
    const read = readMapping(" ".repeat(mostMappingCharacters + 1));
    expect(!read.ok && read.issues.map(({ code }) => code)).toEqual(["batch-mapping-too-long"]);
  });
});
