import { describe, expect, it } from "vitest";
import { isNeutral, isNothing } from "../../../engine/check/sources/origins.ts";
import { toldOfGrove } from "../../support/grove.ts";

const survey1 = '    source: { document: survey, table: "1" }\n    provenance: confirmed\n';
const sugi = "{ species: sugi, density: 0.59, low: 0.5, high: 0.6, since: 2014-04-01 }";
const annex = "    source: { document: rule, table: annex }\n    provenance: confirmed\n";

describe("source and provenance", () => {
  it.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
    [
      "a table",
      [[survey1, ""]],
      [
        "source-missing: - «{ site: good, age: 30, height: 18 }»",
        "provenance-missing: - «{ site: good, age: 30, height: 18 }»",
      ],
    ],
    [
      "one column of a table",
      [
        [annex, ""],
        [
          "      density: { unit: t-CO2/m3,",
          "      density: { source: { document: rule }, provenance: confirmed, unit: t-CO2/m3,",
        ],
      ],
      [`source-missing: - «${sugi}»`, `provenance-missing: - «${sugi}»`],
    ],
    [
      "a cell",
      [
        [annex, "    source: { document: rule, table: annex }\n"],
        [
          sugi,
          "{ species: sugi, density: 0.59, low: 0.5, high: 0.6, since: 2014-04-01, provenance: { density: confirmed } }",
        ],
      ],
      [
        "provenance-missing: - «{ species: sugi, density: 0.59, low: 0.5, high: 0.6, since: 2014-04-01, provenance: { density: confirmed } }»",
      ],
    ],
    [
      "a constant",
      [[', source: { document: rule, clause: "3" }, provenance: secondary', ""]],
      [
        "source-missing: «per_km»: { value: 0.1, low: 0.08, high: 0.12, unit: kg-CO2/km }",
        "provenance-missing: «per_km»: { value: 0.1, low: 0.08, high: 0.12, unit: kg-CO2/km }",
      ],
    ],
    [
      "a condition",
      [
        [
          '    expr: age >= young\n    source: { document: rule, clause: "4" }\n',
          "    expr: age >= young\n",
        ],
      ],
      ["source-missing: «old_enough»:"],
    ],
    [
      "a rounding",
      [['to: 1, source: { document: rule, clause: "6" }, provenance: confirmed }', "to: 1 }"]],
      ["source-missing: «round»: { mode: floor, to: 1 }"],
    ],
    [
      "a cut",
      [
        [
          'at: fiscal_year, source: { document: rule, clause: "2.4" }, provenance: confirmed',
          "at: fiscal_year",
        ],
      ],
      ["source-missing: - «{ at: fiscal_year }»", "provenance-missing: - «{ at: fiscal_year }»"],
    ],
    [
      "a default",
      [["      area: { type", "      area: { default: { value: 2 ha }, type"]],
      [
        "source-missing: area: { «default»: { value: 2 ha }, type: quantity ha, label: { ja: 面積, en: Area }, holds: throughout }",
        "provenance-missing: area: { «default»: { value: 2 ha }, type: quantity ha, label: { ja: 面積, en: Area }, holds: throughout }",
      ],
    ],
    [
      "a range",
      [
        [
          "      area: { type",
          "      area: { range: { low: 1, high: 3, source: { document: rule } }, type",
        ],
      ],
      [
        "provenance-missing: area: { «range»: { low: 1, high: 3, source: { document: rule } }, type: quantity ha, label: { ja: 面積, en: Area }, holds: throughout }",
      ],
    ],
    [
      "an amount spread by days",
      [
        [
          "kWh, label: { ja: 電力, en: Electricity }, per: years",
          "kWh, label: { ja: 電力, en: Electricity }, apportion: days",
        ],
      ],
      [
        "source-missing: electricity: { type: quantity kWh, label: { ja: 電力, en: Electricity }, «apportion»: days, when: owns_shed, allowed: { min: 0 } }",
      ],
    ],
    [
      "a test that is said to be published",
      [["worked: by_hand", "worked: published"]],
      ["source-missing: «one_stand»:"],
    ],
  ])("are asked of %s", async (_, edits, expected) => {
    expect(await toldOfGrove(...edits)).toEqual(expected);
  });

  it.each<[string, readonly (readonly [string, string])[]]>([
    [
      "from the columns instead of the table",
      [
        [survey1, ""],
        [
          "columns: { height: m }",
          "columns: { height: { unit: m, source: { document: survey }, provenance: confirmed } }",
        ],
      ],
    ],
    [
      "from each row and cell",
      [
        [annex, "    provenance: derived\n"],
        [
          sugi,
          '{ species: sugi, density: 0.59, low: 0.5, high: 0.6, since: 2014-04-01, source: { document: rule }, provenance: { density: confirmed, "*": secondary } }',
        ],
        [
          "since: none, known: 2014-04-01 }",
          "since: none, known: 2014-04-01, source: [{ document: rule }, { document: survey }] }",
        ],
      ],
    ],
    [
      "not for what assumes nothing",
      [["      area: { type", "      area: { default: { value: 0 ha }, type"]],
    ],
    ["not for what is pre-filled", [["      area: { type", "      area: { initial: 2 ha, type"]]],
    [
      "with the provenance of a rounding from its formula",
      [['clause: "6" }, provenance: confirmed }', 'clause: "6" } }']],
    ],
  ])("come %s", async (_, edits) => {
    expect(await toldOfGrove(...edits)).toEqual([]);
  });

  it.each([
    ["0", "kg", true],
    ["0.00", undefined, true],
    ["1", "1", true],
    ["1.0", undefined, true],
    ["0", "%", false],
    ["1", "%", false],
    ["1", "kg-CO2e/kg-CO2", false],
    ["1 yr", undefined, false],
    ["44/44", "1", true],
    ["sugi", undefined, false],
  ])("need none for neutral elements: %s in %s", (value, unit, expected) => {
    expect(isNeutral(value, unit)).toBe(expected);
  });

  it.each([
    ["0", true],
    ["0 h", true],
    ["1 h", false],
    ["sugi", false],
  ])("need none for assuming %s", (value, expected) => {
    expect(isNothing(value)).toBe(expected);
  });
});

describe("documents", () => {
  it("are warned of where nothing cites them", async () => {
    const told = await toldOfGrove([
      "documents:\n",
      "documents:\n  memo: { title: { ja: 覚書, en: Memo }, standing: none }\n",
    ]);
    expect(told).toEqual([
      "warning document-unused: «memo»: { title: { ja: 覚書, en: Memo }, standing: none }",
    ]);
  });

  it.each([
    ["of a year", "date: 2024"],
    ["of a month", "date: 2024-02"],
    ["of a day", "date: 2024-02-29, read: 2026-11-22"],
  ])("may be %s", async (_, words) => {
    const told = await toldOfGrove(["standing: official }", `standing: official, ${words} }`]);
    expect(told).toEqual([]);
  });

  it.each([
    ["date: 2023-02-29", "2023-02-29"],
    ["date: 2024-13", "2024-13"],
    ["date: 2024-1", "2024-1"],
    ["date: 2024/04/01", "2024/04/01"],
    ["date: 2024-04-01-02", "2024-04-01-02"],
    ["date: 平成31年", "平成31年"],
    ["read: 2024-04", "2024-04"],
    ["read: yesterday", "yesterday"],
  ])("are refused with %s, which is no day", async (words, found) => {
    const line = `rule: { title: { ja: 規程, en: Rule }, standing: official, ${words} }`;
    const told = await toldOfGrove(["standing: official }", `standing: official, ${words} }`]);
    expect(told).toEqual([`document-date: ${line.replace(found, `«${found}»`)}`]);
  });

  it("are not searched for among answers", async () => {
    const told = await toldOfGrove([
      "      start: sendai\n",
      "      start: sendai\n      source: { document: nowhere }\n",
    ]);
    expect(told).toEqual(["test-unknown-name: «source»: { document: nowhere }"]);
  });
});

describe("low confidence", () => {
  const low = "provenance: unconfirmed, confidence: low";
  const perKm = 'clause: "3" }, provenance: secondary';
  const lowPerKm = `clause: "3" }, ${low}`;

  it.each<[string, readonly (readonly [string, string])[]]>([
    [
      "in a draft",
      [
        ["status: published", "status: draft"],
        [perKm, lowPerKm],
      ],
    ],
    [
      "behind a question that is pre-filled otherwise",
      [
        [
          'clause: "2.4" }\n    provenance: confirmed\n    rows:',
          `clause: "2.4" }\n    provenance: unconfirmed\n    confidence: low\n    rows:`,
        ],
      ],
    ],
  ])("may stay %s", async (_, edits) => {
    expect(await toldOfGrove(...edits)).toEqual([]);
  });

  it.each<[string, readonly (readonly [string, string])[], string]>([
    ["a constant", [[perKm, lowPerKm]], "low-confidence: «per_km»:"],
    [
      "a formula",
      [["expr: 2 * distance * per_km\n", "expr: 2 * distance * per_km\n    confidence: low\n"]],
      "low-confidence: «travel»:",
    ],
    [
      "a row",
      [["since: 2014-04-01 }", `since: 2014-04-01, ${low} }`]],
      "low-confidence: - «{ species: sugi,",
    ],
    [
      "a default",
      [
        [
          "      age: { type",
          `      age: { default: { value: 40 yr, source: { document: rule }, ${low} }, type`,
        ],
      ],
      "low-confidence: age: { «default»:",
    ],
    [
      "a table behind a question that is pre-filled so",
      [
        [
          'clause: "2.4" }\n    provenance: confirmed\n    rows:',
          `clause: "2.4" }\n    provenance: unconfirmed\n    confidence: low\n    rows:`,
        ],
        ['initial: "false"', 'initial: "true"'],
      ],
      "low-confidence: - «{ year: 2013, factor: 0.00057 }»",
    ],
  ])("keeps an edition a draft: %s", async (_, edits, expected) => {
    const told = await toldOfGrove(...edits);
    expect(told.map((line) => line.slice(0, expected.length))).toEqual([expected]);
  });
});
