import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../../engine/methodology/csv.ts";
import type { TableData } from "../../../engine/methodology/schema.ts";
import { told, underline } from "../../support/caret.ts";

const table: TableData = {
  key: { fuel: "fuel", year: "fiscal_year" },
  unit_variable: { U: "fuel" },
  columns: { hv: "GJ.hhv/U", growth: { unit: "1", slope_of: "hv", along: "year" } },
  rows: "fuels.csv",
};

const read = (text: string): unknown => {
  const result = readCsv(text, "fuels.csv", table);
  return result.ok ? JSON.parse(JSON.stringify(result.value.rows)) : told(result.issues);
};

describe("readCsv", () => {
  it.each([
    [
      "fuel,year,U,hv\nkerosene,2013..,kL,36.50\n",
      [{ fuel: "kerosene", year: "2013..", U: "kL", hv: "36.50" }],
    ],
    ["hv,U,year,fuel\r\n36.5, kL ,2013,a\r\n", [{ hv: "36.5", U: "kL", year: "2013", fuel: "a" }]],
    [
      "fuel,year,U,hv\na,1,t,1\n\nb,1,t,2",
      [
        { fuel: "a", year: "1", U: "t", hv: "1" },
        { fuel: "b", year: "1", U: "t", hv: "2" },
      ],
    ],
    ["fuel,year,U,hv\na | b,1,t,none", [{ fuel: ["a", "b"], year: "1", U: "t", hv: "none" }]],
    [
      'fuel,year,U,hv,note,source.document,source.clause,provenance.hv,known\na,1,t,1,"x, ""y""\nz",rule,2.1,derived,2020-01-01\nb,1,t,1,,,,,\n',
      [
        {
          fuel: "a",
          year: "1",
          U: "t",
          hv: "1",
          note: 'x, "y"\nz',
          source: { document: "rule", clause: "2.1" },
          provenance: { hv: "derived" },
          known: "2020-01-01",
        },
        { fuel: "b", year: "1", U: "t", hv: "1" },
      ],
    ],
  ])("reads %j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ["", ["fuels.csv:1:1 csv-empty"]],
    ["fuel,year,U,hv\n", ["fuels.csv:1:1 csv-empty"]],
    ["fuel,year,U\na,1,t\n", ["fuels.csv:1:1 csv-column-missing"]],
    ["fuel,year,U,hv,hv\na,1,t,1,2\n", ["fuels.csv:1:16 csv-header-twice"]],
    ["fuel,year,U,hv,\na,1,t,1,2\n", ["fuels.csv:1:16 csv-header-empty"]],
    [
      "fuel,yaer,U,hv\na,1,t,1\n",
      ["fuels.csv:1:6 row-cell-unknown", "fuels.csv:1:1 csv-column-missing"],
    ],
    ["fuel,year,U,hv,growth\na,1,t,1,2\n", ["fuels.csv:1:16 row-cell-unknown"]],
    ["fuel,year,U,hv,source\na,1,t,1,rule\n", ["fuels.csv:1:16 row-cell-unknown"]],
    ["fuel,year,U,hv,source.x\na,1,t,1,rule\n", ["fuels.csv:1:16 row-cell-unknown"]],
    ["fuel,year,U,hv,provenance.x\na,1,t,1,y\n", ["fuels.csv:1:16 row-cell-unknown"]],
    [
      "fuel,year,U,hv\na,1,t\nb,1,t,1,2\n",
      ["fuels.csv:2:1 csv-ragged", "fuels.csv:3:1 csv-ragged"],
    ],
    ['fuel,year,U,hv\na,1,t,"1\nb,1,t,2\n', ["fuels.csv:2:1 csv-quote"]],
    ["fuel,year,U,hv\na,1,t,\u00071\n", ["fuels.csv:2:7 control-character"]],
    ["fuel,year,U,hv\n\uFFFD,1,t,1\n", ["fuels.csv:2:1 not-utf8"]],
  ])("refuses %j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("suggests the column that was meant", () => {
    const result = readCsv("feul,year,U,hv\na,1,t,1", "fuels.csv", table);
    expect(result.ok ? undefined : result.issues[0]?.facts).toEqual({
      column: "feul",
      known: ["fuel", "year", "hv", "U"],
      meant: "fuel",
    });
  });

  it("warns of a byte order mark", () => {
    const result = readCsv("\uFEFFfuel,year,U,hv\na,1,t,1", "fuels.csv", table);
    expect(told(result.ok ? result.warnings : [])).toEqual([
      "fuels.csv:1:1 warning byte-order-mark",
    ]);
  });

  it.each<[readonly (string | number)[], string]>([
    [[1], 'b,"x ""y"", z",t,38.9\n^^^^^^^^^^^^^^^^^^^^^'],
    [[1, "hv"], 'b,"x ""y"", z",t,38.9\n                 ^^^^'],
    [[1, "year"], 'b,"x ""y"", z",t,38.9\n  ^^^^^^^^^^^^'],
    [[0, "fuel"], "a,1,t,1\n^"],
  ])("finds the place of %j", (path, expected) => {
    const result = readCsv('fuel,year,U,hv\na,1,t,1\nb,"x ""y"", z",t,38.9\n', "fuels.csv", table);
    expect(result.ok && underline(result.value.place(path)?.span)).toBe(expected);
  });

  it("never throws, whatever the text", () => {
    const pieces = fc.constantFrom(
      ",",
      '"',
      "\n",
      "\r\n",
      "fuel",
      "year",
      "U",
      "hv",
      "1",
      "|",
      " ",
      "\u0000",
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join("")),
        (text) => {
          const result = readCsv(text, "fuels.csv", table);
          if (result.ok) {
            for (const row of result.value.rows.keys()) {
              expect(result.value.place([row, "hv"])?.file).toBe("fuels.csv");
            }
          } else {
            expect(result.issues.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
