import { describe, expect, it } from "vitest";
import { expression, faults, issues, value } from "../../support/format.ts";

/** The section “Types and units” of the format, from text to result. */

describe("types", () => {
  it.each([
    ["quantity km", "5 km", "unit: km", "5 km"],
    ["count person", "12", "unit: person", "12 person"],
    ["enum fuel", "gas", "type: enum fuel", "gas"],
    ["boolean", "true", "type: boolean", "true"],
    ["date", "2024-02-29", "type: date", "2024-02-29"],
    ["fiscal_year", "FY2024", "type: fiscal_year", "FY2024"],
  ])("%s is read and given back", async (type, a, said, expected) => {
    const fragment = `enums: { fuel: [oil, gas] }\ninputs: { a: { type: ${type} } }\nformulas: { x: { ${said}, expr: a } }`;
    expect(await value(fragment, { a })).toBe(expected);
  });

  it.each([
    ["quantity", ["unknown-type <quantity>"]],
    ["quantity furlong", ["unknown-unit <furlong>"]],
    ["count kg", ["count-of-thing <kg>"]],
    ["enum wood", ["unknown-name <wood>"]],
    ["item plots", ["unknown-name <plots>"]],
    ["number", ["unknown-type <number>"]],
  ])("%s is refused", async (type, expected) => {
    expect(
      await issues(`inputs: { a: { type: ${type} } }\nformulas: { x: { unit: "1", expr: 1 } }`),
    ).toEqual(expected);
  });

  it.each([
    ["unit: km, expr: 1 < 2", ["type-mismatch <1 < 2>"]],
    ["type: boolean, expr: 1", ["type-mismatch <1>"]],
    ["type: text, expr: 1", ["formula-type <text>"]],
    ["expr: 1", ["unit-or-type <x>"]],
    ["unit: km, type: boolean, expr: 1", ["unit-or-type <x>"]],
  ])("of formulas are said: { %s } is refused", async (said, expected) => {
    expect(await issues(`formulas: { x: { ${said} } }`)).toEqual(expected);
  });
});

describe("a unit that begins with 1/", () => {
  const rate = "inputs: { a: { type: quantity 1/yr } }\nformulas: { x: { unit: 1/yr, expr: a } }";

  it.each([
    ["0.02 1/yr", "0.02 1/yr"],
    ["2 1/yr", "2 1/yr"],
    ["２ 1/yr", "2 1/yr"],
    ["２　１／ｙｒ", "2 1/yr"],
    ["2 1 / yr", "2 1/yr"],
    ["2 %/yr", "0.02 1/yr"],
    ["1 1/month", "12 1/yr"],
  ])("parts %j rightly", async (a, expected) => {
    expect(await value(rate, { a })).toBe(expected);
  });

  it.each([
    ["2", "answer-without-unit a"],
    ["2 yr", "answer-unit-mismatch a"],
    ["2 1/km", "answer-unit-mismatch a"],
    ["2 1/parsec", "answer-unit-unknown a"],
    ["2 1/3", "answer-not-a-figure a"],
    ["1/3", "answer-not-a-figure a"],
    ["1/yr", "answer-not-a-figure a"],
  ])("refuses %j", async (a, expected) => {
    expect(await faults(rate, { a })).toContain(expected);
  });

  it("is one of a default and of a limit, too", async () => {
    const said = "allowed: { max: 3 1/yr }, default: { value: 0.5 1/yr }";
    const limited = rate.replace("1/yr }", `1/yr, ${said} }`);
    expect(await value(limited, {}, { mode: "estimate" })).toBe("0.5 1/yr");
    expect(await faults(limited, { a: "4 1/yr" })).toContain("answer-beyond-limit a");
    expect(await value(limited, { a: "3 1/yr" })).toBe("3 1/yr");
  });
});

describe("units", () => {
  it.each([
    ["1 [t] + 500 [kg]", "t", "1.5 t"],
    ["1 [t] + 500 [kg]", "kg", "1500 kg"],
    ["2 [m] * 3 [m]", "m^2", "6 m^2"],
    ["10000 [m2]", "ha", "1 ha"],
    ["1 [kWh]", "MJ", "3.6 MJ"],
    ["1 [MJ]", "kWh", "5/18 kWh"],
    ["2 [kW] * 3 [h]", "kWh", "6 kWh"],
    ["24 [h]", "day", "1 day"],
    ["1 [day]", "h", "24 h"],
    ["12 [month]", "yr", "1 yr"],
    ["1 [kL]", "m3", "1 m3"],
    ["5 [kNm3]", "Nm3", "5000 Nm3"],
    ["6 [t-CO2] / (2 [t*km])", "t-CO2/(t*km)", "3 t-CO2/(t*km)"],
    ["10 [t-km] / 2 [km]", "t", "5 t"],
    ["12 [person-km] / 3 [person]", "km", "4 km"],
    ["44 [t-CO2/t-C] / 12 * 3 [t-C]", "t-CO2", "11 t-CO2"],
    ["1 [t-CO2]", "kg-CO2", "1000 kg-CO2"],
    ["28 [t-CO2e/t-CH4] * 2 [t-CH4]", "t-CO2e", "56 t-CO2e"],
    ["90 [GJ.hhv] / 100 [GJ.hhv]", "1", "0.9"],
    ["3 [t.dry] / 4 [t.dry]", "1", "0.75"],
    ["1 [day] / 1 [h]", "1", "24"],
  ])("%s in %s is %s", async (text, unit, expected) => {
    expect(await expression(text, `unit: ${unit}`)).toBe(expected);
  });

  it.each([
    [
      "1 [t-C] + 1 [t-CO2]",
      "t-CO2",
      ["unit-mismatch <1 [t-CO2]>", "unit-mismatch <1 [t-C] + 1 [t-CO2]>"],
    ],
    ["1 [t-C]", "t-CO2", ["unit-mismatch <1 [t-C]>"]],
    ["1 [t-CH4]", "t-CO2e", ["unit-mismatch <1 [t-CH4]>"]],
    ["1 [t-CO2e]", "t-CO2", ["unit-mismatch <1 [t-CO2e]>"]],
    ["1 [t]", "t-CO2", ["unit-mismatch <1 [t]>"]],
    ["1 [t.dry]", "t", ["unit-mismatch <1 [t.dry]>"]],
    ["1 [GJ.hhv]", "GJ.lhv", ["unit-mismatch <1 [GJ.hhv]>"]],
    ["1 [GJ.hhv]", "GJ", ["unit-mismatch <1 [GJ.hhv]>"]],
    ["1 [Nm3]", "m3", ["unit-mismatch <1 [Nm3]>"]],
    ["1 [person-km]", "vehicle-km", ["unit-mismatch <1 [person-km]>"]],
    ["1 [day]", "month", ["unit-mismatch <1 [day]>"]],
    ["365 [day]", "yr", ["unit-mismatch <365 [day]>"]],
    ["1 [JPY]", "1", ["unit-mismatch <1 [JPY]>"]],
    ["1", "km", ["unit-mismatch <1>"]],
    ["1 [km//h]", "km/h", ["unit-syntax <km//h>"]],
    ["1 [km/h/h]", "km/h^2", ["unit-syntax <km/h/h>"]],
  ])("%s is not %s", async (text, unit, expected) => {
    const found = await issues(`formulas: { x: { unit: ${unit}, expr: "${text}" } }`);
    expect(found.map((one) => one.split(" ")[0])[0]).toBe(expected[0]?.split(" ")[0]);
    expect(found.length).toBeLessThanOrEqual(expected.length);
  });

  it("are declared with the things that are counted", async () => {
    const fragment = `
things: { meal: { ja: 食, en: meals }, lamp: { ja: 灯, en: lamps } }
units: { dozen: { value: 12, unit: meal } }
inputs: { m: { type: count meal }, l: { type: count lamp }, d: { type: quantity dozen } }
`;
    const given = { m: "24", l: "3", d: "2 dozen" };
    expect(await value(`${fragment}formulas: { x: { unit: meal, expr: m + d } }`, given)).toBe(
      "48 meal",
    );
    expect(await value(`${fragment}formulas: { x: { unit: dozen, expr: m } }`, given)).toBe(
      "2 dozen",
    );
    expect(await value(`${fragment}formulas: { x: { unit: meal/lamp, expr: m / l } }`, given)).toBe(
      "8 meal/lamp",
    );
    expect(await issues(`${fragment}formulas: { x: { unit: meal, expr: m + l } }`)).toEqual([
      "unit-mismatch <l>",
    ]);
  });

  it("that are declared need a source", async () => {
    const fragment =
      'units: { drum: { value: 200, unit: L, source: [] } }\nformulas: { x: { unit: L, expr: "1 [drum]" } }';
    expect(await issues(fragment)).toEqual(["source-missing <drum>"]);
  });
});

describe("a conversion that is typed", () => {
  it.each([["0.001"], ["1000"], ["10"], ["0.1"], ["3.6"], ["3600"], ["0.0036"], ["pow(10, -3)"]])(
    "as a factor of %s is refused",
    async (factor) => {
      const fragment = (text: string) =>
        `inputs: { a: { type: quantity t } }\nformulas: { x: { unit: t, expr: "${text}" } }`;
      expect(await issues(fragment(`a * ${factor}`))).toEqual([`conversion-typed <${factor}>`]);
      expect(await issues(fragment(`${factor} * a`))).toEqual([`conversion-typed <${factor}>`]);
      expect(await issues(fragment(`a / ${factor}`))).toEqual([`conversion-typed <${factor}>`]);
    },
  );

  it.each([["1"], ["2"], ["36"], ["44"], ["0.5"], ["3.67"]])("is not %s", async (factor) => {
    expect(
      await issues(
        `inputs: { a: { type: quantity t } }\nformulas: { x: { unit: t, expr: "a * ${factor}" } }`,
      ),
    ).toEqual([]);
  });

  it("is not a sum with ten, nor a figure with a unit", async () => {
    expect(await expression("5 + 10")).toBe("15");
    expect(await expression("2 * 10 [t]", "unit: t")).toBe("20 t");
  });
});

describe("%", () => {
  it.each([
    ["constants: { c: { value: 5, unit: '%' } }", "unit: '1', expr: c", {}, "0.05"],
    ["constants: { c: { value: 5 % } }", "unit: '1', expr: c", {}, "0.05"],
    ["constants: { c: { value: 5, unit: '%' } }", "unit: '%', expr: c", {}, "5 %"],
    ["constants: { c: { value: 5, unit: '%' } }", "unit: t, expr: 'c * 20 [t]'", {}, "1 t"],
    [
      "tables: { t: { key: { n: number yr }, columns: { v: '%' }, rows: [{ n: 1, v: 12.5 }] } }",
      "unit: '1', expr: 't[1 [yr]].v'",
      {},
      "0.125",
    ],
    [
      "inputs: { a: { type: quantity 1, show_as: '%' } }",
      "unit: '1', expr: a",
      { a: "92 %" },
      "0.92",
    ],
    [
      "inputs: { a: { type: quantity 1, show_as: '%' } }",
      "unit: '1', expr: a",
      { a: "９２．５％" },
      "0.925",
    ],
    ["inputs: { a: { type: 'quantity %' } }", "unit: '1', expr: a", { a: "92 %" }, "0.92"],
    ["inputs: { a: { type: quantity 1 } }", "unit: '1', expr: a", { a: "0.92" }, "0.92"],
    ["inputs: { a: { type: quantity 1 } }", "unit: '1', expr: a", { a: "92 %" }, "0.92"],
  ])("with %s: %s", async (rest, said, given, expected) => {
    expect(await value(`${rest}\nformulas: { x: { ${said} } }`, given)).toBe(expected);
  });

  it("is said where it is shown", async () => {
    const fragment =
      "inputs: { a: { type: quantity 1, show_as: '%' } }\nformulas: { x: { unit: '1', expr: a } }";
    expect(await faults(fragment, { a: "92" })).toContain("answer-without-unit a");
  });

  it("is no operator", async () => {
    expect(await issues('formulas: { x: { unit: "1", expr: "5 % 2" } }')).toContain(
      "percent-in-expression <5 %>",
    );
  });
});

describe("°C", () => {
  const temperatures = (said: string) => `
inputs: { a: { type: quantity °C }, b: { type: quantity °C } }
formulas: { x: { ${said} } }`;
  const given = { a: "80 °C", b: "15 ℃" };

  it.each([
    ["type: boolean, expr: a > b", "true"],
    ["unit: K, expr: a - b", "65 K"],
    ["unit: kJ, expr: '2 [kJ/K] * (a - b)'", "130 kJ"],
    ["unit: °C, expr: 'max(a, b)'", "80 °C"],
  ])("is compared and subtracted: %s", async (said, expected) => {
    expect(await value(temperatures(said), given)).toBe(expected);
  });

  it.each([
    ["unit: °C, expr: a + b", ["celsius-arithmetic <a + b>"]],
    ["unit: °C, expr: a * 2", ["celsius-arithmetic <a * 2>"]],
    ["unit: '1', expr: a / b", ["celsius-arithmetic <a / b>"]],
    ["unit: °C, expr: a - b", ["unit-mismatch <a - b>"]],
    ["unit: K, expr: a", ["unit-mismatch <a>"]],
  ])("is nothing else: %s", async (said, expected) => {
    expect(await issues(temperatures(said))).toEqual(expected);
  });
});

describe("a unit variable", () => {
  const fuels = (said: string, inputs = "a: { type: quantity U, unit_variable: { U: fuel } }") => `
enums:
  fuel: [oil, gas, diesel]
  truck: { of: fuel, members: [oil, diesel] }
tables:
  fuels:
    key: { fuel: fuel }
    unit_variable: { U: fuel }
    columns: { hv: GJ.hhv/U, cef: t-CO2/U }
    rows: [{ fuel: oil, U: kL, hv: 38, cef: 2 }, { fuel: gas, U: kNm3, hv: 40, cef: 3 }, { fuel: diesel, U: kL, hv: 36, cef: 4 }]
inputs: { fuel: { type: enum fuel }, other: { type: enum fuel }, truck: { type: enum truck }, ${inputs} }
formulas: { x: { ${said} } }`;

  it.each([
    ["oil", "2 kL", "76 GJ.hhv"],
    ["oil", "2000 L", "76 GJ.hhv"],
    ["gas", "2 kNm3", "80 GJ.hhv"],
    ["gas", "500 Nm3", "20 GJ.hhv"],
    ["diesel", "1 m3", "36 GJ.hhv"],
  ])("of %s: %s is %s", async (fuel, a, expected) => {
    expect(await value(fuels("unit: GJ.hhv, expr: 'a * fuels[fuel].hv'"), { fuel, a })).toBe(
      expected,
    );
  });

  it.each([
    ["oil", "2 kNm3", "answer-unit-mismatch a"],
    ["gas", "2 kL", "answer-unit-mismatch a"],
    ["gas", "2", "answer-without-unit a"],
    ["gas", "2 U", "answer-unit-unknown a"],
    ["", "2 kL", "answer-unit-open a"],
  ])("of %j refuses %s", async (fuel, a, expected) => {
    expect(await faults(fuels("unit: GJ.hhv, expr: 'a * fuels[fuel].hv'"), { fuel, a })).toContain(
      expected,
    );
  });

  it.each([
    [
      "the row of another key",
      "unit: GJ.hhv, expr: 'a * fuels[other].hv'",
      ["unit-mismatch <a * fuels[other].hv>"],
    ],
    ["a plain unit", "unit: kL, expr: a", ["unit-mismatch <a>"]],
    [
      "another input",
      "unit: GJ.hhv, expr: 'a * fuels[truck].hv'",
      ["unit-mismatch <a * fuels[truck].hv>"],
    ],
  ])("does not cancel against %s", async (_, said, expected) => {
    expect(await issues(fuels(said))).toEqual(expected);
  });

  it("cancels against a quotient of the same key", async () => {
    const said = "unit: t-CO2/GJ.hhv, expr: 'fuels[fuel].cef / fuels[fuel].hv'";
    expect(await value(fuels(said), { fuel: "gas" })).toBe("0.075 t-CO2/GJ.hhv");
  });

  it("is the unit of one member where the key is one", async () => {
    const one = "a: { type: quantity kL }";
    expect(
      await value(fuels("unit: GJ.hhv, expr: 'a * fuels[fuel.oil].hv'", one), { a: "1 kL" }),
    ).toBe("38 GJ.hhv");
    expect(await issues(fuels("unit: GJ.hhv, expr: 'a * fuels[fuel.gas].hv'", one))).toEqual([
      "unit-mismatch <a * fuels[fuel.gas].hv>",
    ]);
  });

  it("is the unit that the rows of a part share", async () => {
    const one = "a: { type: quantity kL }";
    const said = "unit: GJ.hhv, expr: 'a * fuels[truck].hv'";
    expect(await value(fuels(said, one), { truck: "diesel", a: "1 kL" })).toBe("36 GJ.hhv");
    const part = "a: { type: quantity U, unit_variable: { U: truck } }";
    expect(await value(fuels(said, part), { truck: "diesel", a: "500 L" })).toBe("18 GJ.hhv");
    expect(await issues(fuels("unit: GJ.hhv, expr: 'a * fuels[fuel].hv'", one))).not.toEqual([]);
  });

  it("takes a part of an enum where the whole is wanted, and not the other way", async () => {
    const part = fuels("type: boolean, expr: truck == fuel", "a: { type: boolean }");
    expect(await value(part, { truck: "oil", fuel: "oil" })).toBe("true");
    const back = fuels("type: enum truck, expr: fuel", "a: { type: boolean }");
    expect(await issues(back)).toEqual(["type-mismatch <fuel>"]);
    expect(
      await value(fuels("type: enum fuel, expr: truck", "a: { type: boolean }"), {
        truck: "diesel",
      }),
    ).toBe("diesel");
  });

  // A value per member of the whole cannot be read where a member of a part is at hand.
  const perFuel = (inputs: string, formulas: string): string => `
enums: { fuel: [oil, gas, diesel], truck: { of: fuel, members: [diesel, oil] } }
inputs: { by: { type: quantity t, per: fuel${inputs} }
formulas: { ${formulas} }`;
  const by = { oil: "1 t", gas: "2 t", diesel: "4 t" };

  it.each([
    ["sum(truck, by)", "5 t"],
    ["sum(truck, by where truck == fuel.oil)", "1 t"],
    ["max_of(truck, by * 2)", "8 t"],
    ["sum(fuel, by)", "7 t"],
  ])("of a part is at hand where the whole is wanted as an axis: %s", async (text, expected) => {
    const fragment = perFuel(" }", `x: { unit: t, expr: "${text}" }`);
    expect(await value(fragment, { by })).toBe(expected);
  });

  it("of a part is at hand in a formula per part that reads one per whole", async () => {
    const fragment = perFuel(
      " }",
      "twice: { unit: t, per: fuel, expr: 2 * by }, x: { unit: t, per: truck, expr: twice + by }",
    );
    expect(await value(fragment, { by })).toBe("diesel: 12 t | oil: 3 t");
  });

  it("of a part is at hand where it is asked whether a value of the whole is known", async () => {
    const fragment = perFuel(
      ", optional: true }",
      'x: { unit: "1", expr: "count(truck where known(by))" }',
    );
    expect(await value(fragment, { by: { gas: "2 t", diesel: "4 t" } })).toBe("1");
  });

  it("of the whole is not at hand where one of a part is wanted", async () => {
    const fragment = `
enums: { fuel: [oil, gas, diesel], truck: { of: fuel, members: [oil, diesel] } }
inputs: { by: { type: quantity t, per: truck } }
formulas: { x: { unit: t, expr: "sum(fuel, by)" } }`;
    expect(await issues(fragment)).toEqual(["axis-missing <by>"]);
  });

  it("follows the item at hand", async () => {
    const fragment = fuels(
      "per: cars, unit: GJ.hhv, expr: 'used * fuels[burns].hv'",
      "cars: { type: list, item: { burns: { type: enum fuel }, used: { type: quantity U, unit_variable: { U: burns } } } }",
    );
    const cars = [
      { burns: "oil", used: "1 kL" },
      { burns: "gas", used: "1 kNm3" },
    ];
    expect(await value(fragment, { cars })).toBe("1: 38 GJ.hhv | 2: 40 GJ.hhv");
  });

  it("hangs on the member at hand", async () => {
    const fragment = fuels(
      "per: fuel, unit: GJ.hhv, expr: 'used * fuels[fuel].hv'",
      "used: { type: quantity U, unit_variable: { U: fuel }, per: fuel }",
    ).replace("inputs: { fuel: { type: enum fuel }, other: { type: enum fuel }, ", "inputs: { ");
    const used = { oil: "1 kL", gas: "2 kNm3", diesel: "1000 L" };
    expect(await value(fragment, { used })).toBe(
      "oil: 38 GJ.hhv | gas: 80 GJ.hhv | diesel: 36 GJ.hhv",
    );
  });

  it("is declared", async () => {
    expect(await issues(fuels("unit: '1', expr: 1", "a: { type: quantity V }"))).toEqual([
      "unknown-unit <V>",
    ]);
    expect(
      await issues(
        fuels("unit: '1', expr: 1", "a: { type: quantity U, unit_variable: { U: wood } }"),
      ),
    ).toEqual(["unknown-name <wood>"]);
  });

  it("has a unit in every row", async () => {
    const fragment = fuels("unit: '1', expr: 1").replace("fuel: oil, U: kL,", "fuel: oil,");
    expect(await issues(fragment)).not.toEqual([]);
  });
});
