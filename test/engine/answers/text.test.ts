import { describe, expect, it } from "vitest";
import { normalise, splitFigure } from "../../../engine/answers/text.ts";

/** What a figure is read as: digits and unit, or why it is none. */
function read(text: string): string {
  const figure = splitFigure(normalise(text));
  return figure.kind === "figure" ? `${figure.digits} [${figure.unit}]` : figure.kind;
}

describe("a figure as typed", () => {
  it.each([
    ["250 kNm3", "250 [kNm3]"],
    ["92 %", "92 [%]"],
    ["92%", "92 [%]"],
    ["  12.50  km ", "12.50 [km]"],
    ["１，２３４．５　ｋＬ", "1234.5 [kL]"],
    ["９２％", "92 [%]"],
    ["－５", "-5 []"],
    ["−5", "-5 []"],
    ["+5", "5 []"],
    ["1,234", "1234 []"],
    ["1,234,567.80 t", "1234567.80 [t]"],
    ["１２３㎥", "123 [m3]"],
    ["25℃", "25 [°C]"],
    ["0.0950", "0.0950 []"],
    ["1000 t-CO2/GJ.hhv", "1000 [t-CO2/GJ.hhv]"],
    ["0.02 1/yr", "0.02 [1/yr]"],
    ["2 1/yr", "2 [1/yr]"],
    ["２ 1/yr", "2 [1/yr]"],
    ["２　１／ｙｒ", "2 [1/yr]"],
    ["-3 1 / yr", "-3 [1 / yr]"],
    ["1,234 1/(kW*day)", "1234 [1/(kW*day)]"],
    ["1 1/yr", "1 [1/yr]"],
  ])("%j is read as %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["1,23", "separators"],
    ["1,2345", "separators"],
    ["12,34,567", "separators"],
    [",123", "separators"],
    ["1.234,5", "separators"],
    ["1.2.3", "none"],
    ["1.", "none"],
    [".5", "none"],
    ["", "none"],
    ["abc", "none"],
    ["--5", "none"],
    ["5 5", "none"],
    ["NaN", "none"],
    ["Infinity", "none"],
    ["½", "none"],
    ["1/3 km", "none"],
    ["1/3", "none"],
    ["2 1/3", "none"],
    ["2 1/3 yr", "none"],
    ["2 2/yr", "none"],
    ["21/yr", "none"],
    ["1/yr", "none"],
    ["2 1/", "none"],
    ["2 1", "none"],
    ["2½/yr", "none"],
    ["5 - 3 km", "none"],
    ["１２３４５６７８９０".repeat(7), "long"],
  ])("%j is refused: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("takes an exponent for a unit, which nobody knows", () => {
    expect(read("1e5")).toBe("1 [e5]");
  });
});
