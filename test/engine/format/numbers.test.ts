import { describe, expect, it } from "vitest";
import { expression, issues, result, value } from "../../support/format.ts";

/** The section “Numbers” of the format, from text to result. */

describe("the four operations", () => {
  it.each([
    ["1 / 3 * 3", "1"],
    ["0.1 + 0.2", "0.3"],
    ["1 / 3", "1/3"],
    ["2 / 3 + 1 / 6", "5/6"],
    ["0.951 / 0.732 * 0.732", "0.951"],
    ["-7 / 2", "-3.5"],
    ["1 - 1 / 7 * 7", "0"],
    ["123456789012345678901234567890 * 3", "370370367037037036703703703670"],
  ])("%s is exactly %s", async (text, expected) => {
    expect(await expression(text)).toBe(expected);
  });

  it("divides nothing by zero", async () => {
    expect(await expression("1 / (2 - 2)")).toBe("failed division-by-zero");
  });
});

describe("a sum of quotients, each with a divisor of its own", () => {
  const fragment = (items: number) => `
inputs: { cars: { type: list, max_items: ${items}, item: { fuel: { type: quantity L }, each: { type: quantity km/L } } } }
formulas: { x: { unit: km, expr: "sum(cars, 1 [km] * 1 [km] / (fuel * each))" } }`;
  // A step that has no factor in common with the span gives different divisors with the digits of the span.
  const cars = (items: number, low: number, span: number) =>
    Array.from({ length: items }, (_, index) => ({
      fuel: "1 L",
      each: `${low + ((index * 7919) % span)} km/L`,
    }));

  it.each([
    ["three digits, as many as there are", 900, 100, 900],
    ["four digits, five hundred", 500, 1000, 9000],
  ])("has a value with divisors of %s", async (_, items, low, span) => {
    const found = await value(fragment(items), { cars: cars(items, low, span) });
    expect(found).toMatch(/^\d+\/\d+ km$/);
  });

  it("says that it has none where they take more digits than are allowed", async () => {
    const found = await value(fragment(1000), { cars: cars(1000, 10_000, 90_000) });
    expect(found).toBe("failed number-too-large");
  });
});

const rounded = (mode: string, to: string, text: string) =>
  `formulas: { x: { unit: t, expr: "${text}", round: { mode: ${mode}, ${to} } } }`;

describe("round", () => {
  it.each([
    ["floor", "to: 1", "12.9 [t]", "12 t"],
    ["floor", "to: 1", "-12.1 [t]", "-13 t"],
    ["floor", "to: 1", "1 [t] / 3 * 3", "1 t"],
    ["ceil", "to: 1", "12.1 [t]", "13 t"],
    ["ceil", "to: 1", "-12.9 [t]", "-12 t"],
    ["ceil", "to: 1", "12 [t]", "12 t"],
    ["half_up", "to: 1", "2.5 [t]", "3 t"],
    ["half_up", "to: 1", "-2.5 [t]", "-3 t"],
    ["half_up", "to: 1", "2.4999999999999999999999 [t]", "2 t"],
    ["half_even", "to: 1", "2.5 [t]", "2 t"],
    ["half_even", "to: 1", "3.5 [t]", "4 t"],
    ["half_even", "to: 1", "-2.5 [t]", "-2 t"],
    ["toward_zero", "to: 1", "-12.9 [t]", "-12 t"],
    ["toward_zero", "to: 1", "12.9 [t]", "12 t"],
    ["away_from_zero", "to: 1", "12.1 [t]", "13 t"],
    ["away_from_zero", "to: 1", "-12.1 [t]", "-13 t"],
    ["floor", "to: 0.1", "0.39 [t]", "0.3 t"],
    ["half_up", "to: 0.1", "0.25 [t]", "0.3 t"],
    ["floor", "to: 1000", "12999 [t]", "12000 t"],
    ["half_up", "to: 1000", "12500 [t]", "13000 t"],
    ["half_up", "to: 0.5", "1.25 [t]", "1.5 t"],
    ["half_up", "digits: 3", "12345 [t]", "12300 t"],
    ["half_up", "digits: 3", "0.0012345 [t]", "0.00123 t"],
    ["half_up", "digits: 2", "9.96 [t]", "10 t"],
    ["floor", "digits: 3", "999.9 [t]", "999 t"],
    ["ceil", "digits: 2", "99.1 [t]", "100 t"],
    ["half_up", "digits: 3", "0 [t]", "0 t"],
    ["half_up", "digits: 3", "2 [t] / 3", "0.667 t"],
  ])("%s %s of %s is %s", async (mode, to, text, expected) => {
    expect(await value(rounded(mode, to, text))).toBe(expected);
  });

  it.each([
    ["down: to a mode nobody knows", "down", "to: 1", ["not-one-of <down>"]],
    ["to nothing", "floor", "to: 0", ["not-above-zero <0>"]],
    ["to less than nothing", "floor", "to: -1", ["not-above-zero <-1>"]],
    ["to no figure", "floor", "to: one", ["not-above-zero <one>"]],
    ["to no digits", "floor", "digits: 0", ["not-a-count <0>"]],
    ["to both", "floor", "to: 1, digits: 2", ["round-to <round>"]],
    ["to neither", "floor", "source: { document: rule }", ["round-to <round>"]],
  ])("is refused %s", async (_, mode, to, expected) => {
    expect(await issues(rounded(mode, to, "12.5 [t]"))).toEqual(expected);
  });

  it("needs a clause", async () => {
    const said = "round: { mode: floor, to: 1, source: [], provenance: confirmed }";
    expect(await issues(`formulas: { x: { unit: t, expr: "1.5 [t]", ${said} } }`)).toEqual([
      "source-missing <round>",
    ]);
  });

  it("acts on each value along the axes", async () => {
    const fragment = `
period: { cut: [{ at: fiscal_year }] }
inputs: { a: { type: quantity t, per: years } }
formulas:
  yearly: { per: years, unit: t, expr: a, round: { mode: floor, to: 1 } }
  x: { unit: t, expr: "sum(years, yearly)" }`;
    const given = {
      period: { from: "2023-04-01", to: "2025-03-31" },
      a: { FY2023: "1.6 t", FY2024: "1.7 t" },
    };
    expect(await value(fragment, given)).toBe("2 t");
  });

  it("keeps the value before it in the explanation", async () => {
    const { steps } = await result(rounded("floor", "to: 1", "5 [t] / 3"), {}, { steps: true });
    expect(steps).toMatchObject([{ before_rounding: { value: "5/3" }, value: { value: "1" } }]);
  });

  it("is of quantities only", async () => {
    const said = "type: boolean, expr: 1 < 2, round: { mode: floor, to: 1 }";
    expect(await issues(`formulas: { x: { ${said} } }`)).toEqual(["quantity-only <round>"]);
  });
});

describe("display digits", () => {
  const shown = (said: string) => `
inputs: { a: { type: quantity kg } }
formulas: { twice: { unit: kg, expr: a * 2 }, x: { unit: kg, expr: twice * 1 } }
outputs: { twice: { ${said} }, x: { main: true } }`;

  it.each([
    ["shown: { to: 1 }", "1.26 kg", "3", "kg"],
    ["shown: { to: 0.1 }", "1.225 kg", "2.5", "kg"],
    ["shown: { to: 0.1, mode: floor }", "1.29 kg", "2.5", "kg"],
    ["shown: { to: 0.01 }", "1.25 kg", "2.50", "kg"],
    ["shown: { to: 0.001, unit: t }", "1250 kg", "2.500", "t"],
  ])("with %s of twice %s show %s %s and never feed back", async (said, a, display, unit) => {
    const { results } = await result(shown(said), { a });
    expect(results.twice?.display).toBe(display);
    expect(results.twice?.display_unit).toBe(unit);
    expect(results.x?.value).toBe(results.twice?.value);
  });

  it("are in a unit that fits", async () => {
    expect(await issues(shown("shown: { to: 1, unit: m }"))).toEqual(["unit-mismatch <m>"]);
  });
});

describe("what leaves the fractions", () => {
  const floored = (text: string, to = "to: 1", mode = "floor") =>
    `formulas: { x: { unit: "1", expr: "${text}", round: { mode: ${mode}, ${to} } } }`;

  it.each([
    ["exp(1)", "0.000001", "2.718281"],
    ["ln(2)", "0.000001", "0.693147"],
    ["log10(2)", "0.000001", "0.301029"],
    ["sqrt(2)", "0.000001", "1.414213"],
    ["pow(2, 0.5)", "0.000001", "1.414213"],
    ["sqrt(2)", "0.000000000000000000000000000001", "1.414213562373095048801688724209"],
    [
      "ln(1.0000000000000000000000001)",
      "0.00000000000000000000000001",
      "0.00000000000000000000000009",
    ],
  ])("is computed as far as the rounding of %s needs", async (text, to, expected) => {
    expect(await value(floored(text, `to: ${to}`))).toBe(expected);
  });

  it.each([
    ["sqrt(4)", "2"],
    ["sqrt(2.25)", "1.5"],
    ["sqrt(4 / 9)", "2/3"],
    ["pow(2, 10)", "1024"],
    ["pow(2, -2)", "0.25"],
    ["pow(1.5, 2)", "2.25"],
    ["pow(0, 0)", "1"],
    ["ln(1)", "0"],
    ["exp(0)", "1"],
    ["log10(1000)", "3"],
    ["log10(0.01)", "-2"],
  ])("%s is the fraction %s", async (text, expected) => {
    expect(await expression(text)).toBe(expected);
  });

  it.each([["sqrt(2) * sqrt(2)"], ["exp(ln(2))"], ["ln(exp(3))"], ["pow(sqrt(3), 2)"]])(
    "says that the floor of %s cannot be decided",
    async (text) => {
      expect(await value(floored(text))).toBe("failed not-settled");
      expect(await value(floored(text, "to: 1", "half_up"))).toMatch(/^[23]$/);
    },
  );

  it.each([
    ["sqrt(2)", /^1\.41421356237309504\d* \(\d+ digits\)$/],
    ["ln(2) + 1 / 3", /^1\.02648051389327864\d* \(\d+ digits\)$/],
    ["sqrt(2) * sqrt(2)", /^2 \(20 digits\)$/],
  ])("otherwise %s comes with its digits", async (text, expected) => {
    expect(await expression(text)).toMatch(expected);
  });

  it("is marked as not exact in the result", async () => {
    const { results } = await result(`formulas: { x: { unit: "1", expr: sqrt(2) } }`);
    expect(results.x?.exact).toBe(false);
    expect(results.x?.digits).toBe(20);
  });

  it.each([
    ["sqrt(2) < 1.41421356237309504880168872420969807857", "true"],
    ["sqrt(2) > 1.41421356237309504880168872420969807856", "true"],
    ["exp(1) > 2.718281828459045235360287471352662497757247093699959", "true"],
  ])("is computed as far as the comparison %s needs", async (text, expected) => {
    expect(await expression(text, "type: boolean")).toBe(expected);
  });

  it.each([["exp(ln(2)) <= 2"], ["sqrt(2) * sqrt(3) == sqrt(6)"], ["sqrt(2) * sqrt(2) < 2"]])(
    "says that the comparison %s cannot be decided",
    async (text) => {
      expect(await expression(text, "type: boolean")).toBe("failed not-settled");
    },
  );

  it("is never zero where the value is only small", async () => {
    const small = (mode: string) =>
      `formulas: { x: { unit: "1", expr: "exp(-100000)", round: { mode: ${mode}, to: 1 } } }`;
    expect(await value(small("ceil"))).toBe("failed not-settled");
    expect(await value(small("half_up"))).toBe("0");
    expect(await expression("exp(-100000) > 0", "type: boolean")).toBe("failed not-settled");
  });

  it("near 1 has a logarithm with its digits", async () => {
    const one = `1.${"0".repeat(49)}1`;
    expect(await expression(`ln(${one})`)).toBe(`0.${"0".repeat(49)}1 (20 digits)`);
  });

  it("says that no digit is certain where the value may be zero", async () => {
    expect(await expression("sqrt(2) + sqrt(3) - sqrt(5 + 2 * sqrt(6))")).toBe("0 (0 digits)");
  });

  it.each([
    ["ln(0)", "failed outside-domain"],
    ["ln(0 - 1)", "failed outside-domain"],
    ["log10(0)", "failed outside-domain"],
    ["sqrt(0 - 1)", "failed outside-domain"],
    ["pow(0 - 2, 0.5)", "failed outside-domain"],
    ["pow(0, -1)", "failed division-by-zero"],
  ])("%s is an issue", async (text, expected) => {
    expect(await expression(text)).toBe(expected);
  });
});
