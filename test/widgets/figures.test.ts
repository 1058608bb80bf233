import { describe, expect, it } from "vitest";
import { writeFigure } from "../../widgets/text/figures.ts";

describe("a figure for readers", () => {
  it.each([
    "0",
    "-0",
    "7",
    "007",
    "00.50",
    "-12",
    "123",
    "1234",
    "-1234.5",
    "12345678901234567890123.45600",
    "1000000",
    "999999.9999",
    "0.000434",
    "000",
  ])("is %s as the browser would group it, in both languages", (value) => {
    const places = value.split(".")[1]?.length ?? 0;
    for (const language of ["ja", "en"] as const) {
      const format = new Intl.NumberFormat(language, {
        minimumFractionDigits: places,
        maximumFractionDigits: places,
      });
      const expected = format.format(value as `${number}`).replace("-", "−");
      expect(writeFigure(value, language)).toBe(expected);
    }
  });

  it.each(["", "-", "1.", ".5", "1,000", "1e3", "abc", "１"])("stays as it is: %j", (value) => {
    expect(writeFigure(value, "en")).toBe(value);
  });

  it.each([
    ["1000..2000.5", "en", "1,000–2,000.5"],
    ["1000..2000.5", "ja", "1,000〜2,000.5"],
    ["1000/3", "en", "1,000 ⁄ 3"],
  ] as const)("is %s in %s: %s", (value, language, expected) => {
    expect(writeFigure(value, language)).toBe(expected);
  });
});
