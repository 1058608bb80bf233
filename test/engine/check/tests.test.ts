import { describe, expect, it } from "vitest";
import { toldOfGrove } from "../../support/grove.ts";

const expectations = '      "growth[1]": 59 t-CO2/yr\n';

describe("a test", () => {
  it.each<[string, string, string]>([
    ["in another unit of the dimension", "credits: 58.872 t-CO2", "credits: 58872 kg-CO2"],
    ["as a fraction", "59 t-CO2/yr", "118/2 t-CO2/yr"],
    ["why there is no value", "credits: 58.872 t-CO2", "credits: missing"],
    ["a condition", expectations, `${expectations}      "old_enough[1]": "true"\n`],
    ["a year written FY2014", expectations, `${expectations}      "grown[FY2014]": 59 t-CO2\n`],
    ["as shown", "    worked: by_hand", '    shown: { credits: "59" }\n    worked: by_hand'],
    [
      "what is missing and assumed",
      "    worked: by_hand",
      "    missing: [electricity]\n    assumed: [stands.age]\n    worked: by_hand",
    ],
  ])("may expect %s", async (_, find, replace) => {
    expect(await toldOfGrove([find, replace])).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    [
      "a figure without unit",
      "credits: 58.872 t-CO2",
      "credits: 58.872",
      "test-expected: credits: «58.872»",
    ],
    [
      "a figure that is none",
      "credits: 58.872 t-CO2",
      "credits: 58,872 t-CO2",
      "test-expected: credits: «58,872 t-CO2»",
    ],
    [
      "a range outside range mode",
      "credits: 58.872 t-CO2",
      "credits: 58..59 t-CO2",
      "test-expected: credits: «58..59 t-CO2»",
    ],
    [
      "a member that is none",
      '"site_used[1]": good',
      '"site_used[1]": goood',
      'test-expected: "site_used[1]": «goood»',
    ],
    [
      "a word for a condition",
      expectations,
      `${expectations}      "old_enough[1]": yes\n`,
      'test-expected: "old_enough[1]": «yes»',
    ],
    ["item 0", '"growth[1]"', '"growth[0]"', 'test-index: «"growth[0]"»: 59 t-CO2/yr'],
    [
      "one value of many without saying which",
      '"growth[1]"',
      "growth",
      "test-index: «growth»: 59 t-CO2/yr",
    ],
    [
      "an index of what has no axis",
      "      credits: 58.872",
      '      "credits[2014]": 58.872',
      'test-index: «"credits[2014]"»: 58.872 t-CO2',
    ],
    [
      "brackets that do not close",
      '"growth[1]"',
      '"growth[1"',
      'test-index: «"growth[1"»: 59 t-CO2/yr',
    ],
    [
      "an output that is none",
      "    worked: by_hand",
      '    shown: { growth: "59" }\n    worked: by_hand',
      'test-unknown-name: shown: { «growth»: "59" }',
    ],
    [
      "a missing question that is none",
      "    worked: by_hand",
      "    missing: [electric]\n    worked: by_hand",
      "test-unknown-name: missing: [«electric»]",
    ],
  ])("may not expect %s", async (_, find, replace, expected) => {
    expect(await toldOfGrove([find, replace])).toEqual([expected]);
  });

  it.each<[string, string, string, string]>([
    [
      "an as-of date that is none",
      "    period: FY2014\n",
      "    period: FY2014\n    as_of: 2014\n",
      "known-not-a-day: as_of: «2014»",
    ],
    [
      "a field that is none",
      "area: 10 ha",
      "aera: 10 ha",
      "test-unknown-name: stands: [{ species: sugi, «aera»: 10 ha, way: register, site: good, age: 35 yr }]",
    ],
    [
      "an answer in another dimension",
      "area: 10 ha",
      "area: 10 km",
      "answer-unit-mismatch: stands: [{ species: sugi, area: «10 km», way: register, site: good, age: 35 yr }]",
    ],
    [
      "an answer that is no member",
      "species: sugi, area",
      "species: suggi, area",
      "answer-not-a-member: stands: [{ species: «suggi», area: 10 ha, way: register, site: good, age: 35 yr }]",
    ],
  ])("may not have %s", async (_, find, replace, expected) => {
    expect(await toldOfGrove([find, replace])).toEqual([expected]);
  });

  it("may give an answer that cannot be read where it expects that", async () => {
    const told = await toldOfGrove(
      ["area: 10 ha", "area: 10 km"],
      ["    worked: by_hand", "    issues: [answer-unit-mismatch]\n    worked: by_hand"],
    );
    expect(told).toEqual([]);
  });

  const always = [
    "      - when: owns_shed\n        then: electricity * power[year].factor\n      - otherwise: 0 [t-CO2]\n",
    "",
  ] as const;
  const body = [
    '    unit: t-CO2\n    cases:\n    source: { document: rule, clause: "2.4" }',
    '    unit: t-CO2\n    expr: 5 [kWh] * power[year].factor\n    source: { document: rule, clause: "2.4" }',
  ] as const;

  it("may not run over a year that a table has not", async () => {
    const told = await toldOfGrove(always, body, ["    period: FY2014\n", "    period: FY2018\n"]);
    expect(told.filter((line) => !line.startsWith("warning"))).toEqual([
      "test-year-missing: period: «FY2018»",
    ]);
  });

  it("may run over it where it expects an issue", async () => {
    const told = await toldOfGrove(
      always,
      body,
      ["    period: FY2014\n", "    period: FY2018\n"],
      ["    worked: by_hand", "    issues: [no-row-for-year]\n    worked: by_hand"],
    );
    expect(told.filter((line) => !line.startsWith("warning"))).toEqual([]);
  });
});

describe("a law", () => {
  it.each<[string, string, string, string]>([
    [
      "a formula that is none",
      "of: credits, in",
      "of: credit, in",
      "test-unknown-name: more_area: { law: increasing, of: «credit», in: stands.area, from: one_stand }",
    ],
    [
      "a test that is none",
      "from: one_stand",
      "from: one_stnad",
      "test-unknown-name: more_area: { law: increasing, of: credits, in: stands.area, from: «one_stnad» }",
    ],
  ])("may not be about %s", async (_, find, replace, expected) => {
    expect(await toldOfGrove([find, replace])).toEqual([expected]);
  });
});
