import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../engine/issue.ts";
import { describe as describeIssue } from "../../engine/locales/describe.ts";
import { en } from "../../engine/locales/en.ts";
import { ja } from "../../engine/locales/ja.ts";
import { readComponentFile, readTableFile } from "../../engine/read.ts";
import { told } from "../support/caret.ts";
import { type Files, fileIn, readText } from "../support/load.ts";

const methodology = (sections: string): string => `format: methodology/1
id: TEST
version: 1-r1
status: draft
title: { ja: 試験 }
documents:
  rule: { title: { ja: 規程 }, standing: official }
${sections}`;

const small = `inputs:
  use: { type: quantity t, label: { ja: 使用量 } }
formulas:
  double: { unit: t, expr: use * 2 }
outputs:
  double: { main: true }
`;

const fuels = (rows: string): string => `format: table/1
id: fuels
version: 1-r2
status: draft
title: { ja: 燃料 }
documents:
  rule: { title: { ja: 規程 }, standing: official }
enums:
  fuel: { kerosene: { ja: 灯油 } }
tables:
  fuels:
    key: { fuel: fuel }
    columns: { hv: GJ.hhv/kL }
    rows: ${rows}
`;

const component = (id: string, more = ""): string => `format: component/1
id: ${id}
version: 1-r1
status: draft
title: { ja: 部品 }
documents: {}
arguments: {}
formulas:
  one: { unit: "1", expr: "1" }
${more}`;

const issuesOf = async (files: string | Files): Promise<readonly Issue[]> => {
  const result = await readText(files);
  return result.ok ? result.warnings : result.issues;
};

const factsOf = async (sections: string): Promise<unknown> =>
  (await issuesOf(methodology(sections)))[0]?.facts;

describe("read", () => {
  it("keeps every figure as text and the order as written", async () => {
    const result = await readText(methodology(small));
    expect(result.ok && result.value.data.formulas.double?.expr).toBe("use * 2");
    expect(result.ok && result.value.data.version).toBe("1-r1");
    expect(result.ok && [...result.value.rows]).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    [
      "an unknown key",
      "",
      ["key-missing", "key-missing", "key-missing"].map((code) => `methodology.yaml:1:1 ${code}`),
    ],
    [
      "a slip in a key",
      small.replace("label", "lable"),
      ["methodology.yaml:9:3 key-missing", "methodology.yaml:9:28 key-unknown"],
    ],
    [
      "a list for a text",
      small.replace("use * 2", "[use, 2]"),
      ["methodology.yaml:11:22 wrong-kind"],
    ],
    [
      "a text for a map",
      small.replace("{ main: true }", "main"),
      ["methodology.yaml:13:11 wrong-kind"],
    ],
    [
      "a word that is none of the choices",
      small.replace("main: true", "main: yes"),
      ["methodology.yaml:13:19 not-one-of"],
    ],
    ["an id in capitals", small.replace("use:", "Use:"), ["methodology.yaml:9:3 id-form"]],
    [
      "an id as a value",
      small.replace("quantity t,", "quantity t, group: Travel,"),
      ["methodology.yaml:9:35 id-form"],
    ],
  ])("points at %s", async (_, sections, expected) => {
    expect(told(await issuesOf(methodology(sections)))).toEqual(expected);
  });

  it.each<[string, string, unknown]>([
    [
      "did you mean",
      small.replace("unit: t,", "unti: t,"),
      {
        key: "unti",
        known: expect.arrayContaining(["unit", "expr"]) as unknown,
        meant: "unit",
      },
    ],
    [
      "which words there are",
      small.replace("main: true", "main: ture"),
      { found: "ture", choices: ["true", "false"], meant: "true" },
    ],
    [
      "what kind is right",
      small.replace("{ main: true }", "[main]"),
      { expected: ["map"], found: "list" },
    ],
    [
      "an id that could be meant",
      small.replace("use:", "fuelUse:"),
      { found: "fuelUse", write: "fuel_use" },
    ],
  ])("says %s", async (_, sections, expected) => {
    expect(await factsOf(sections)).toEqual(expected);
  });

  const list = "type: list, label: { ja: x }, min_items: 1, max_items: 2";
  const inputs = (text: string): string =>
    small.replace(/use: \{.*\}/, text).replace("use * 2", "1 * 2");
  const tables = (text: string): string => `tables:\n  t: { ${text} }\n${small}`;
  const formula = (text: string): string => small.replace("expr: use * 2", text);

  it.each<[string, string, readonly string[]]>([
    [
      "a list by its type",
      inputs(`boilers: { ${list}, itme: {} }`),
      ["key-missing item", "key-unknown itme"],
    ],
    [
      "a list by its items",
      inputs("boilers: { label: { ja: x }, item: {} }"),
      ["key-missing type", "key-missing min_items", "key-missing max_items"],
    ],
    [
      "a field of a list",
      inputs(`boilers: { ${list}, item: { a: { type: date } } }`),
      ["key-missing label"],
    ],
    [
      "a list in a list",
      inputs(`boilers: { ${list}, item: { a: { type: list, label: { ja: x } } } }`),
      ["list-in-list type"],
    ],
    ["a question by its type", inputs("use: { type: quantity t }"), ["key-missing label"]],
    ["the use of a table", tables("use: fuels/1, tabel: x"), ["key-unknown tabel"]],
    ["the body of a table", tables("key: { a: b }, rows: []"), ["key-missing columns"]],
    [
      "the row of a table",
      tables("key: { a: b }, columns: { c: t }, rows: [{ a: { x: y }, c: 1 }]"),
      ["wrong-kind a"],
    ],
    [
      "the provenance of a row",
      tables("key: { a: b }, columns: { c: t }, rows: [{ a: x, c: 1, provenance: sure }]"),
      ["not-one-of provenance"],
    ],
    [
      "the provenance of a cell",
      tables("key: { a: b }, columns: { c: t }, rows: [{ a: x, c: 1, provenance: { c: sure } }]"),
      ["not-one-of c"],
    ],
    [
      "a column with a body",
      tables("key: { a: b }, columns: { c: { units: t } }, rows: []"),
      ["key-unknown units"],
    ],
    ["a branch with when", formula("cases: [{ when: a }]"), ["key-missing then"]],
    [
      "a branch with otherwise",
      formula("cases: [{ otherwise: a, then: b }]"),
      ["key-unknown then"],
    ],
    [
      "an outcome with a reason",
      formula("match: a, then: { b: { because: { ja: x } } }"),
      ["key-missing then"],
    ],
    [
      "a source among several",
      formula("expr: a, source: [{ document: rule }, { clause: x }]"),
      ["key-missing document"],
    ],
    [
      "a single source",
      formula("expr: a, source: { document: rule, cluase: x }"),
      ["key-unknown cluase"],
    ],
    ["a cut at a year", `period: { cut: [{ at: year }] }\n${small}`, ["not-one-of at"]],
    ["a cut after a date", `period: { cut: [{ after: [1 yr] }] }\n${small}`, ["key-missing of"]],
    ["a part of an enum", `enums: { a: { of: b } }\n${small}`, ["key-missing members"]],
    ["an ordered enum", `enums: { a: { ordered: true } }\n${small}`, ["key-missing members"]],
    ["a plain enum", `enums: { a: { b: { en: x } } }\n${small}`, ["key-missing ja"]],
    ["a member without a label", `enums: { a: { b: x } }\n${small}`, ["wrong-kind b"]],
    ["digits of an output", small.replace("main: true", "shown: { too: 1 }"), ["key-unknown too"]],
    [
      "words of an output",
      small.replace("main: true", "shown: { true: { ja: x } }"),
      ["key-missing false"],
    ],
    [
      "a rule for missing years",
      tables("key: { a: b }, columns: { c: t }, rows: [], on_missing_year: warn"),
      ["not-one-of on_missing_year"],
    ],
    ["axes", formula("expr: a, per: { a: b }"), ["wrong-kind per"]],
  ])("tells only what is wrong with what was meant: %s", async (_, sections, expected) => {
    const found = (await issuesOf(methodology(sections))).map(
      ({ code, path }) => `${code} ${String(path.at(-1))}`,
    );
    expect(found).toEqual(expected);
  });

  it("tells everything at once", async () => {
    const text = methodology(small)
      .replace("status: draft", "status: final")
      .replace("title: { ja: 試験 }", "titel: { ja: 試験 }")
      .replace("unit: t", "unit: [t]");
    expect(told(await issuesOf(text))).toEqual([
      "methodology.yaml:4:9 not-one-of",
      "methodology.yaml:1:1 key-missing",
      "methodology.yaml:11:13 wrong-kind",
      "methodology.yaml:5:1 key-unknown",
    ]);
  });

  it("says of a file of another format only that", async () => {
    expect(told(await issuesOf("format: table/1\nid: fuels"))).toEqual([
      "methodology.yaml:1:9 format-unknown",
    ]);
    expect(told(await issuesOf("format: methodology/2"))).toEqual([
      "methodology.yaml:1:9 format-unknown",
    ]);
  });

  it.each([
    ["a list", "- a", "wrong-kind"],
    ["a text", "a", "wrong-kind"],
  ])("says of %s that a map is expected", async (_, text, code) => {
    expect(told(await issuesOf(text))).toEqual([`methodology.yaml:1:1 ${code}`]);
  });
});

it("never throws, whatever is done to a file", async () => {
  const whole = methodology(`tables:
  t: { key: { a: a }, columns: { b: t }, rows: [{ a: x, b: 1 }, { a: y, b: 2, source: { document: rule } }] }
  u: { use: fuels/1 }
${small}`);
  const slip = fc.record({
    at: fc.nat(whole.length),
    length: fc.nat(20),
    text: fc.constantFrom(
      "",
      "{",
      "}",
      "[",
      ": ",
      "\n",
      "  ",
      "- ",
      "__proto__: x\n",
      '"',
      "&a ",
      "*",
      "1",
      "constructor",
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(slip, { minLength: 1, maxLength: 3 }), async (slips) => {
      const text = slips.reduce(
        (last, { at, length, text: more }) => last.slice(0, at) + more + last.slice(at + length),
        whole,
      );
      const result = await readText(text);
      const issues = result.ok ? result.warnings : result.issues;
      expect(result.ok || issues.length > 0).toBe(true);
      for (const issue of issues) {
        expect(describeIssue(issue, en)).not.toMatch(/undefined|\[object/);
        expect(describeIssue(issue, ja)).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 500 },
  );
});

describe("tables beside the file", () => {
  const withTable = (rows: string): string =>
    methodology(`tables:
  t:
    key: { a: a }
    columns: { b: t }
    rows: ${rows}
${small}`);

  it("come from CSV, with places in the CSV file", async () => {
    const result = await readText({
      "methodology.yaml": withTable("t.csv"),
      "t.csv": "a,b\nx,1.50\n",
    });
    expect(result.ok && result.value.rows.get("t")).toEqual([{ a: "x", b: "1.50" }]);
    expect(result.ok && result.value.place(["tables", "t", "rows", 0, "b"])).toEqual({
      file: "t.csv",
      span: { line: 2, column: 3, length: 4, text: "x,1.50" },
    });
    expect(result.ok && result.value.place(["tables", "t", "rows"])?.file).toBe("methodology.yaml");
  });

  it.each<[string, string, string | undefined, readonly string[]]>([
    ["a file that is not there", "t.csv", undefined, ["methodology.yaml:12:11 csv-missing"]],
    ["a name that is no CSV file", "../t.csv", undefined, ["methodology.yaml:12:11 csv-name"]],
    ["a name that is no CSV file", "t.txt", undefined, ["methodology.yaml:12:11 csv-name"]],
    ["an empty cell", "t.csv", "a,b\nx,\n", ["t.csv:2:3 row-cell-empty"]],
    ["the same keys twice", "t.csv", "a,b\nx,1\ny,1\nx,2\n", ["t.csv:4:1 row-twice"]],
    ["a provenance that is none", "t.csv", "a,b,provenance\nx,1,sure\n", ["t.csv:2:5 not-one-of"]],
    ["a row that is too short", "t.csv", "a,b\nx\n", ["t.csv:2:1 csv-ragged"]],
    [
      "an unknown cell in the file",
      "[{ a: x, b: 1, c: 2 }]",
      undefined,
      ["methodology.yaml:12:26 row-cell-unknown"],
    ],
    [
      "a missing cell in the file",
      "[{ a: x }]",
      undefined,
      ["methodology.yaml:12:12 row-cell-missing"],
    ],
    [
      "an empty cell in the file",
      '[{ a: x, b: "" }]',
      undefined,
      ["methodology.yaml:12:23 row-cell-empty"],
    ],
    [
      "the same keys twice in the file",
      "[{ a: x, b: 1 }, { a: x, b: 1 }]",
      undefined,
      ["methodology.yaml:12:28 row-twice"],
    ],
    [
      "over 30 rows in the file",
      `[${Array.from({ length: 31 }, (_, at) => `{ a: x${at}, b: 1 }`).join(", ")}]`,
      undefined,
      ["methodology.yaml:12:5 warning rows-many"],
    ],
  ])("are refused for %s", async (_, rows, csv, expected) => {
    const files = {
      "methodology.yaml": withTable(rows),
      ...(csv === undefined ? {} : { "t.csv": csv }),
    };
    expect(told(await issuesOf(files))).toEqual(expected);
  });

  it("name the first row where keys are there twice", async () => {
    const issues = await issuesOf({
      "methodology.yaml": withTable("t.csv"),
      "t.csv": "a,b\nx,1\nx,2\n",
    });
    expect(issues[0]?.facts).toEqual({ key: "x", file: "t.csv", line: 2 });
  });
});

describe("editions", () => {
  const using = methodology(`tables:
  fuels: { use: fuels/1 }
components:
  grid: { use: grid/1 }
${small}`);
  const files: Files = {
    "methodology.yaml": using,
    "fuels/1-r2/table.yaml": fuels("fuels.csv"),
    "fuels/1-r2/fuels.csv": "fuel,hv\nkerosene,36.5\n",
    "grid/1-r1/component.yaml": component(
      "grid",
      "tables: { t: { use: fuels/1-r2, table: fuels } }",
    ),
    "notes.md": "# Notes",
  };

  it("are read with what they use in turn, and hashed", async () => {
    const result = await readText(files);
    expect(told(result.ok ? [] : result.issues)).toEqual([]);
    if (result.ok) {
      const { tableFiles, componentFiles, notes } = result.value;
      expect([...tableFiles.keys()]).toEqual(["fuels/1", "fuels/1-r2"]);
      expect([...componentFiles.keys()]).toEqual(["grid/1"]);
      expect(tableFiles.get("fuels/1")?.rows.get("fuels")).toEqual([
        { fuel: "kerosene", hv: "36.5" },
      ]);
      expect(tableFiles.get("fuels/1")?.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(tableFiles.get("fuels/1")?.hash).toBe(tableFiles.get("fuels/1-r2")?.hash);
      expect(notes).toBe("# Notes");
    }
  });

  it("change their hash with a cell, but not with a comment", async () => {
    const hash = async (text: string, csv: string): Promise<string> => {
      const result = await readTableFile(
        fileIn({ "table.yaml": text, "fuels.csv": csv }, "table.yaml"),
      );
      return result.ok ? result.value.hash : "";
    };
    const first = await hash(fuels("fuels.csv"), "fuel,hv\nkerosene,36.5\n");
    expect(await hash(`# note\n${fuels("fuels.csv")}`, "hv,fuel\r\n36.5,kerosene")).toBe(first);
    expect(await hash(fuels("fuels.csv"), "fuel,hv\nkerosene,36.50\n")).not.toBe(first);
  });

  it.each<[string, Files, readonly string[]]>([
    [
      "there is no such table",
      { "fuels/1-r2/table.yaml": "" },
      ["fuels/1-r2/table.yaml:1:1 file-empty"],
    ],
    [
      "it calls itself otherwise",
      { "fuels/1-r2/table.yaml": fuels("[{ fuel: a, hv: 1 }]").replace("1-r2", "2-r1") },
      ["methodology.yaml:9:17 edition-other"],
    ],
    [
      "an issue lies in its CSV file",
      { "fuels/1-r2/fuels.csv": "fuel,hv\nkerosene,\n" },
      ["fuels/1-r2/fuels.csv:2:10 row-cell-empty"],
    ],
    [
      "its components run in a circle",
      {
        "grid/1-r1/component.yaml": component("grid", "components: { a: { use: other/1 } }"),
        "other/1-r1/component.yaml": component("other", "components: { b: { use: grid/1 } }"),
      },
      ["other/1-r1/component.yaml:10:25 component-circle"],
    ],
  ])("are refused where %s", async (_, changed, expected) => {
    const issues = await issuesOf({ ...files, ...changed });
    expect(told(issues).filter((line) => !line.includes("warning"))).toEqual(
      expect.arrayContaining([...expected]),
    );
  });

  it.each([
    ["fuels/3", "methodology.yaml:9:17 edition-missing"],
    ["fuels", "methodology.yaml:9:17 edition-form"],
    ["../fuels/1", "methodology.yaml:9:17 edition-form"],
    ["fuels@1", "methodology.yaml:9:17 edition-form"],
  ])("are refused by the name %s", async (name, expected) => {
    const text = using.replace("{ use: fuels/1 }", `{ use: ${name} }`);
    expect(told(await issuesOf({ ...files, "methodology.yaml": text }))).toEqual([expected]);
  });

  it("can be read alone", async () => {
    const read = await readComponentFile(fileIn({ "c.yaml": component("grid") }, "c.yaml"));
    expect(read.ok && read.value.data.id).toBe("grid");
    const wrong = await readTableFile(fileIn({ "c.yaml": component("grid") }, "c.yaml"));
    expect(told(wrong.ok ? [] : wrong.issues)).toEqual(["c.yaml:1:9 format-unknown"]);
  });
});
