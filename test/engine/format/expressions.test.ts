import { describe, expect, it } from "vitest";
import { expression, issues, value } from "../../support/format.ts";

/** The section “Expressions” of the format, from text to result. */

const boolean = "type: boolean";

describe("precedence", () => {
  it.each([
    ["2 + 3 * 4", "14"],
    ["(2 + 3) * 4", "20"],
    ["20 - 5 - 3", "12"],
    ["24 / 4 / 2", "3"],
    ["24 / (4 / 2)", "12"],
    ["-2 * 3", "-6"],
    ["2 * -3", "-6"],
    ["2 - -3", "5"],
    ["-(2 + 3)", "-5"],
  ])("%s is %s", async (text, expected) => {
    expect(await expression(text)).toBe(expected);
  });

  it.each([
    ["1 + 1 == 2", "true"],
    ["1 < 2 and 3 < 4", "true"],
    ["not 1 < 2", "false"],
    ["not not 1 < 2", "true"],
    ["not 1 > 2 and 1 < 2", "true"],
    ["1 > 2 or 1 < 2", "true"],
    ["(1 > 2 and 1 > 2) or 1 < 2", "true"],
    ["1 > 2 and (1 > 2 or 1 < 2)", "false"],
    ["1 != 2", "true"],
    ["2 >= 2", "true"],
    ["2 <= 1", "false"],
    ["true", "true"],
    ["1 / 3 == 2 / 6", "true"],
  ])("%s is %s", async (text, expected) => {
    expect(await expression(text, boolean)).toBe(expected);
  });

  it.each([
    ["1 < 2 or 1 < 2 and 1 < 2", ["logic-mixed <and>"]],
    ["1 < 2 < 3", ["comparison-chained <<>"]],
    ["1 == 1 == true", ["comparison-chained <==>"]],
    ["1 = 1", ["single-equals <=>"]],
    ["1 < 2 && 2 < 3", ["other-operator <&&>"]],
  ])("%s is refused", async (text, expected) => {
    expect(await issues(`formulas: { x: { ${boolean}, expr: ${JSON.stringify(text)} } }`)).toEqual(
      expected,
    );
  });

  it.each([
    ["1e3", ["exponent-form <1e3>"]],
    ["2 ^ 3", ["power-sign <^>"]],
    ["2 ** 3", ["power-sign <**>"]],
    [".5", ["number-incomplete <.5>"]],
    ["1,000", ["digits-grouped <1,000>"]],
    ["１", ["full-width <１>"]],
    ["5 %", ["percent-in-expression <5 %>"]],
    ["2 3", ["operator-missing <3>"]],
    ["(1 + 2", ["bracket-not-closed <(>"]],
    ["1 +", ['value-missing <">']],
    ["", ['expression-empty <">']],
    ["twice(2)", ["unknown-name <twice>"]],
    ["2 × 3", ["printed-sign <×>"]],
    ["2023-04-01", ["date-in-expression <2023-04-01>"]],
    ["'a'", ["text-in-expression <'a'>"]],
    ["stop + 1", ["stop-misplaced <stop>"]],
    ["(1 [kg]) [t]", ["unit-without-number <[>"]],
  ])("%s is refused", async (text, expected) => {
    expect(await issues(`formulas: { x: { unit: "1", expr: ${JSON.stringify(text)} } }`)).toEqual(
      expected,
    );
  });
});

describe("logic", () => {
  const asking = (text: string) => `
inputs: { a: { type: boolean }, b: { type: boolean } }
formulas: { x: { type: boolean, expr: "${text}" } }`;
  const states = ["true", "false", "missing"] as const;
  const both = states.flatMap((a) => states.map((b) => [a, b] as const));
  const given = (a: string, b: string) => ({
    ...(a === "missing" ? {} : { a }),
    ...(b === "missing" ? {} : { b }),
  });

  it.each(both)("of %s and %s follows Kleene", async (a, b) => {
    const and =
      a === "false" || b === "false" ? "false" : a === "true" && b === "true" ? "true" : "missing";
    const or =
      a === "true" || b === "true" ? "true" : a === "false" && b === "false" ? "false" : "missing";
    expect(await value(asking("a and b"), given(a, b))).toBe(and);
    expect(await value(asking("a or b"), given(a, b))).toBe(or);
  });

  it.each([
    ["true", "false"],
    ["false", "true"],
    ["missing", "missing"],
  ])("of not %s is %s", async (a, expected) => {
    expect(await value(asking("not a"), given(a, "true"))).toBe(expected);
  });

  it.each([
    ["all", "true", "missing", "missing"],
    ["all", "false", "missing", "false"],
    ["all", "missing", "false", "false"],
    ["any", "true", "missing", "true"],
    ["any", "missing", "true", "true"],
    ["any", "false", "missing", "missing"],
  ])("of %s over %s and %s is %s", async (name, first, second, expected) => {
    const fragment = `
inputs: { cars: { type: list, item: { a: { type: boolean } } } }
formulas: { x: { type: boolean, expr: "${name}(cars, a)" } }`;
    const item = (a: string) => (a === "missing" ? {} : { a });
    expect(await value(fragment, { cars: [item(first), item(second)] })).toBe(expected);
  });

  it("asks nothing that the left side decides", async () => {
    const divided = "formulas: { x: { type: boolean, expr: 1 > 2 and 1 / 0 > 1 } }";
    expect(await value(divided)).toBe("false");
    expect(await value(divided.replace("1 > 2 and", "1 < 2 or"))).toBe("true");
    expect(await value(divided.replace("1 > 2 and", "1 < 2 and"))).toBe("failed division-by-zero");
  });
});

describe("functions", () => {
  it.each([
    ["min(3, 1, 2)", "1"],
    ["max(3, 1, 2)", "3"],
    ["abs(-3)", "3"],
    ["abs(1 - 4 / 3)", "1/3"],
    ["clamp(5, 1, 3)", "3"],
    ["clamp(0, 1, 3)", "1"],
    ["clamp(2, 1, 3)", "2"],
    ["min(1 / 3, 0.33)", "0.33"],
  ])("%s is %s", async (text, expected) => {
    expect(await expression(text)).toBe(expected);
  });

  it.each([
    ["min(1 [t], 900 [kg])", "unit: kg", "900 kg"],
    ["max(1 [t], 900 [kg])", "unit: kg", "1000 kg"],
    ["clamp(5 [t], 0 [kg], 2000 [kg])", "unit: t", "2 t"],
    ["abs(1 [t] - 1500 [kg])", "unit: t", "0.5 t"],
    ["pow(2 [m], 3)", "unit: m3", "8 m3"],
  ])("%s in %s is %s", async (text, said, expected) => {
    expect(await expression(text, said)).toBe(expected);
  });

  it.each([
    ["min(1)", ["argument-count <min(1)>"]],
    ["clamp(1, 2)", ["argument-count <clamp(1, 2)>"]],
    ["min(1, 2 [t])", ["unit-mismatch <2 [t]>"]],
    ["ln(2 [kg])", ["not-pure <2 [kg]>"]],
    ["sqrt(4 [m])", ["not-pure <4 [m]>"]],
    ["pow(2 [m], 0.5) / 1 [m]", ["power-of-quantity <0.5>"]],
    ["known(1 + 1)", ["type-mismatch <known(1 + 1)>", "known-of-other <1 + 1>"]],
    ["min(true, false)", ["argument-type <true>"]],
  ])("%s is refused", async (text, expected) => {
    expect(await issues(`formulas: { x: { unit: "1", expr: "${text}" } }`)).toEqual(expected);
  });

  it("takes the later of the members of an ordered enum", async () => {
    const fragment = (said: string, text: string) =>
      `enums: { g: ${said} }\nformulas: { x: { type: enum g, expr: "${text}" } }`;
    const ordered = "{ ordered: true, members: [low, mid, high] }";
    expect(await value(fragment(ordered, "max(g.mid, g.low)"))).toBe("mid");
    expect(await value(fragment(ordered, "min(g.mid, g.high)"))).toBe("mid");
    expect(await issues(fragment("[low, mid, high]", "max(g.mid, g.low)"))).toEqual([
      "not-ordered <g.mid>",
    ]);
  });
});

describe("dates", () => {
  const dated = (said: string, text: string, one = "2024-02-29", other = "2025-02-28") => `
constants: { one: { type: date, value: ${one} }, other: { type: date, value: ${other} }, first: { type: fiscal_year, value: 2023 } }
formulas: { x: { ${said}, expr: "${text}" } }`;
  const day = "unit: day";
  const date = "type: date";

  it.each([
    [date, "one + 1 [day]", "2024-03-01"],
    [date, "one - 60 [day]", "2023-12-31"],
    [date, "one + 1 [yr]", "2025-03-01"],
    [date, "one + 4 [yr]", "2028-02-29"],
    [date, "one - 1 [yr]", "2023-03-01"],
    [date, "one + 12 [month]", "2025-03-01"],
    [date, "one + 1 [month]", "2024-03-29"],
    [date, "one + 1 [yr] - 1 [day]", "2025-02-28"],
    [date, "max(one, other)", "2025-02-28"],
    [date, "min(one, other)", "2024-02-29"],
    [date, "start_of(first)", "2023-04-01"],
    [date, "end_of(first)", "2024-03-31"],
    [date, "start_of(fiscal_year(one))", "2023-04-01"],
    [day, "other - one", "365 day"],
    [day, "one - other", "-365 day"],
    ["type: fiscal_year", "fiscal_year(one)", "FY2023"],
    ["type: fiscal_year", "fiscal_year(one + 32 [day])", "FY2024"],
    ["type: fiscal_year", "fiscal_year(one + 31 [day])", "FY2023"],
    ["type: fiscal_year", "first + 2 [yr]", "FY2025"],
    ["type: fiscal_year", "first - 1 [yr]", "FY2022"],
    ["type: fiscal_year", "max(first, first + 1 [yr])", "FY2024"],
    ["unit: yr", "fiscal_year(other) - first", "1 yr"],
    [boolean, "one < other", "true"],
    [boolean, "first <= fiscal_year(one)", "true"],
    ["unit: yr", "years_between(one, other)", "0 yr"],
    ["unit: yr", "years_between(one, other + 1 [day])", "1 yr"],
    ["unit: month", "months_between(one, other)", "11 month"],
    ["unit: month", "months_between(one, other + 1 [day])", "12 month"],
    ["unit: month", "months_between(one, one + 28 [day])", "0 month"],
    ["unit: month", "months_between(one, one + 29 [day])", "1 month"],
  ])("with %s: %s is %s", async (said, text, expected) => {
    expect(await value(dated(said, text))).toBe(expected);
  });

  it.each([
    ["31 January and a month", "one + 1 [month]", "2023-01-31", "2023-03-01"],
    ["31 January and a month of a leap year", "one + 1 [month]", "2024-01-31", "2024-03-01"],
    ["31 August and six months", "one + 6 [month]", "2023-08-31", "2024-03-01"],
    ["31 May and a month", "one + 1 [month]", "2023-05-31", "2023-07-01"],
    ["1 April and a year, ended", "one + 1 [yr] - 1 [day]", "2023-04-01", "2024-03-31"],
  ])("a missing day becomes the first of the next month: %s", async (_, text, one, expected) => {
    expect(await value(dated(date, text, one))).toBe(expected);
  });

  it("counts backwards between dates too", async () => {
    expect(await value(dated("unit: yr", "years_between(other, one)"))).toMatch(/^-?[01] yr$/);
  });

  it.each([
    [date, "one + 1 [kg]", ["term-unit <1 [kg]>"]],
    [date, "one + 1", ["term-unit <1>"]],
    [date, "one + other", ["operation-undefined <one + other>"]],
    [date, "one * 2", ["operation-undefined <one * 2>"]],
    ["type: fiscal_year", "first + 1 [month]", ["term-unit <1 [month]>"]],
    ["type: fiscal_year", "first + 1 [day]", ["term-unit <1 [day]>"]],
    [boolean, "one < first", ["operation-undefined <one < first>"]],
    [date, "start_of(one)", ["type-mismatch <one>"]],
  ])("with %s: %s is refused", async (said, text, expected) => {
    expect(await issues(dated(said, text))).toEqual(expected);
  });

  it("moves by whole terms only", async () => {
    expect(await value(dated(date, "one + 1.5 [yr]"))).toBe("failed term-not-whole");
    expect(await value(dated(date, "one + 3 [yr] / 2 * 2"))).toBe("2027-03-01");
  });

  it("stays within the calendar", async () => {
    expect(await value(dated(date, "one + 9999 [yr]"))).toBe("failed date-out-of-reach");
  });

  it.each([
    ["2023-02-29", ["not-of-type <2023-02-29>"]],
    ["2023/04/01", ["not-of-type <2023/04/01>"]],
  ])("are written as days: %s is refused", async (one, expected) => {
    expect(await issues(dated(date, "one", one))).toEqual(expected);
  });
});

describe("names", () => {
  it("mean one thing", async () => {
    const fragment = `
inputs: { a: { type: quantity t } }
constants: { a: { value: 1, unit: t } }
formulas: { x: { unit: t, expr: a } }`;
    expect(await issues(fragment)).toEqual(["name-taken <a>"]);
  });

  it.each([["sum"], ["year"], ["none"], ["known"], ["part"], ["period"]])(
    "are not the word %s",
    async (word) => {
      expect(
        await issues(
          `inputs: { ${word}: { type: boolean } }\nformulas: { x: { type: boolean, expr: 1 < 2 } }`,
        ),
      ).toEqual([`name-reserved <${word}>`]);
    },
  );

  it("of fields may repeat those of another list only", async () => {
    const fragment = (top: string) => `
inputs:
  cars: { type: list, item: { km: { type: quantity km } } }
  boats: { type: list, item: { km: { type: quantity km } } }
  ${top}: { type: quantity km }
formulas: { x: { unit: km, expr: "sum(cars, km) + sum(boats, km)" } }`;
    expect(await value(fragment("way"), { cars: [{ km: "1 km" }], boats: [{ km: "2 km" }] })).toBe(
      "3 km",
    );
    expect(await issues(fragment("km"))).toContain("name-taken <km>");
  });

  it.each([
    ["y", ["unknown-name <y>"]],
    ["fuel.wood", ["unknown-name <wood>"]],
    ["oil", ["unknown-name <oil>"]],
  ])("are known: %s is refused", async (text, expected) => {
    expect(
      await issues(
        `enums: { fuel: [oil, gas] }\nformulas: { x: { type: enum fuel, expr: ${text} } }`,
      ),
    ).toEqual(expected);
  });

  it("of members are written alone under match and with their enum elsewhere", async () => {
    const fragment = `
enums: { fuel: [oil, gas] }
inputs: { fuel: { type: enum fuel } }
formulas: { x: { unit: t, match: fuel, then: { oil: "1 [t]", gas: "2 [t]" } } }`;
    expect(await value(fragment, { fuel: "gas" })).toBe("2 t");
  });

  it("of texts are in no formula", async () => {
    expect(
      await issues(
        "inputs: { a: { type: text } }\nformulas: { x: { type: boolean, expr: a == a } }",
      ),
    ).toEqual(["text-in-formula <a>", "text-in-formula <a>"]);
  });
});

describe("evaluation by need", () => {
  const branched = (then: string) => `
inputs: { a: { type: boolean }, b: { type: quantity t } }
tables: { t: { key: { n: number t }, columns: { v: t }, rows: [{ n: 1, v: 1 }] } }
formulas:
  other: { unit: t, expr: "${then}" }
  x: { unit: t, cases: [{ when: a, then: "1 [t]" }, { otherwise: other }] }`;

  it.each([
    ["asks", "b", "missing"],
    ["divides", "1 [t] / (1 - 1)", "failed division-by-zero"],
    ["misses", "t[2 [t]].v", "failed key-not-printed"],
  ])("never %s what a branch not taken would", async (_, then, otherwise) => {
    expect(await value(branched(then), { a: "true" })).toBe("1 t");
    expect(await value(branched(then), { a: "false" })).toBe(otherwise);
  });
});
