import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  certainDigits,
  decimalLane,
  type IrrationalFunction,
} from "../../../engine/quantity/decimal.ts";
import { add, compare, exact, multiply, print, subtract } from "../../../engine/quantity/exact.ts";

const point = (text: string) => ({ low: exact(text), high: exact(text) });

function enclose(name: IrrationalFunction, values: readonly string[], digits: number) {
  return decimalLane.enclose(name, values.map(point), digits);
}

describe("enclosures", () => {
  // The expected values are those of another arbitrary-precision library, to 45 places.
  it.each([
    ["ln", ["2"], "0.693147180559945309417232121458176568075500134"],
    ["ln", ["1.000000000001"], "0.000000000000999999999999500000000000333333333"],
    ["log10", ["2"], "0.301029995663981195213738894724493026768189881"],
    ["exp", ["1"], "2.718281828459045235360287471352662497757247094"],
    ["exp", ["-20"], "0.000000002061153622438557827965940380155820976"],
    ["sqrt", ["2"], "1.414213562373095048801688724209698078569671875"],
    ["pow", ["2", "0.5"], "1.414213562373095048801688724209698078569671875"],
    ["pow", ["1.7", "-2.3"], "0.295098825383420921366728947334517910692456036"],
    ["ln", ["1"], "0"],
    ["log10", ["1000"], "3"],
  ] as const)("encloses %s of %j", (name, values, expected) => {
    const found = enclose(name, values, 30);
    if (found === undefined) throw new Error("no enclosure");
    const slack = exact("0.000000000000000000000000000000000000000000001");
    expect(compare(found.low, add(exact(expected), slack))).not.toBe(1);
    expect(compare(found.high, subtract(exact(expected), slack))).not.toBe(-1);
    const width = subtract(found.high, found.low);
    expect(compare(width, exact("0.000000000000000000000000000001"))).toBe(-1);
  });

  it.each([
    ["ln", ["0"]],
    ["ln", ["-1"]],
    ["log10", ["0"]],
    ["sqrt", ["-0.01"]],
    ["pow", ["-2", "0.5"]],
    ["pow", ["-2", "3"]],
    ["pow", ["0", "2.5"]],
    ["log10", ["-1"]],
    ["exp", ["100000"]],
  ] as const)("has none for %s of %j", (name, values) => {
    expect(enclose(name, values, 20)).toBeUndefined();
  });

  it("tightens with more digits and never loses the value", () => {
    const arguments_ = fc
      .integer({ min: 1, max: 10 ** 9 })
      .map((value) => (value % 2 === 0 ? `${value}/7` : `${value}/1000000`));
    const names = fc.constantFrom<IrrationalFunction>("ln", "log10", "sqrt");
    fc.assert(
      fc.property(names, arguments_, (name, text) => {
        const coarse = enclose(name, [text], 12);
        const fine = enclose(name, [text], 60);
        if (coarse === undefined || fine === undefined) throw new Error("no enclosure");
        expect(compare(coarse.low, fine.low)).not.toBe(1);
        expect(compare(fine.high, coarse.high)).not.toBe(1);
        if (name === "sqrt") {
          expect(compare(multiply(fine.low, fine.low), exact(text))).not.toBe(1);
          expect(compare(multiply(fine.high, fine.high), exact(text))).not.toBe(-1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("encloses the values of a whole range of arguments", () => {
    const range = { low: exact("1.9"), high: exact("2.1") };
    const found = decimalLane.enclose("ln", [range], 30);
    const middle = enclose("ln", ["2"], 30);
    if (found === undefined || middle === undefined) throw new Error("no enclosure");
    expect(compare(found.low, middle.low)).toBe(-1);
    expect(compare(found.high, middle.high)).toBe(1);
  });

  it("encloses what falls while its argument grows", () => {
    const range = { low: exact("1.9"), high: exact("2.1") };
    const found = decimalLane.enclose("pow", [range, point("-1.5")], 30);
    if (found === undefined) throw new Error("no enclosure");
    expect(print(found.low).startsWith("0.32860")).toBe(true);
    expect(print(found.high).startsWith("0.381829")).toBe(true);
  });

  it.each([
    [["-1", "1"], "ln"],
    [["-1", "1"], "log10"],
    [["0", "1"], "ln"],
    [["-1", "4"], "sqrt"],
  ] as const)("has none for a range that reaches out of the domain: %j of %s", (ends, name) => {
    const [low, high] = [exact(ends[0]), exact(ends[1])];
    expect(decimalLane.enclose(name, [{ low, high }], 20)).toBeUndefined();
  });

  const tiny = `0.${"0".repeat(1600)}1`;
  it.each([
    ["exp", ["-4000"]],
    ["pow", ["0.5", "6000"]],
  ] as const)(
    "holds what is too near to zero to write down between zero and that: %s of %j",
    (name, values) => {
      const found = enclose(name, values, 20);
      expect([found?.low, found?.high].map((end) => end && print(end))).toEqual(["0", tiny]);
    },
  );

  it("holds a range that begins too near to zero", () => {
    const range = { low: exact("-4000"), high: exact("0") };
    const found = decimalLane.enclose("exp", [range], 20);
    expect(found && print(found.low)).toBe("0");
    expect(found && compare(found.high, exact("1"))).toBe(1);
  });

  it.each([
    ["ln", ["1"], "-0.000000000000000000000000001", "0.000000000000000000000000001"],
    ["log10", ["1"], "-0.000000000000000000000000001", "0.000000000000000000000000001"],
    ["log10", ["1000"], "2.999999999999999999999999996", "3.000000000000000000000000004"],
    ["exp", ["0"], "0.999999999999999999999999999", "1.000000000000000000000000001"],
    ["sqrt", ["4"], "1.999999999999999999999999996", "2.000000000000000000000000004"],
    ["sqrt", ["0"], "0", "0"],
    ["pow", ["2", "3"], "7.9999999999999999999999968", "8.0000000000000000000000032"],
  ] as const)("is as wide as rounding may be magnified: %s of %j", (name, values, low, high) => {
    const found = enclose(name, values, 20);
    expect([found?.low, found?.high].map((end) => end && print(end))).toEqual([low, high]);
  });

  it("says how many digits are certain", () => {
    const found = enclose("ln", ["3"], 25);
    if (found === undefined) throw new Error("no enclosure");
    expect(certainDigits(found)).toBeGreaterThanOrEqual(25);
    expect(certainDigits(point("2.5"))).toBe(Number.POSITIVE_INFINITY);
    expect(certainDigits({ low: exact("-1"), high: exact("1") })).toBe(0);
    expect(print(found.low).startsWith("1.098612288668109691395")).toBe(true);
  });
});
