import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  bits,
  compare,
  divide,
  type Exact,
  exact,
  exactDecimal,
  isZero,
  multiply,
  negate,
  power,
  print,
  printScaled,
  readExact,
  reduce,
  sign,
  subtract,
  whole,
  zero,
} from "../../../engine/quantity/exact.ts";
import { greatestCommonDivisor, tenTo } from "../../../engine/quantity/whole.ts";

// Numbers on both sides of what a double holds.
const digits = fc.oneof(
  fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  fc.bigInt({ min: 2n ** 53n - 4n, max: 2n ** 53n + 4n }),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
);
const decimal = fc
  .tuple(digits, fc.integer({ min: 0, max: 8 }))
  .map(([numerator, scale]): Exact => ({ ...whole(numerator), scale }));
const fraction = fc
  .tuple(decimal, fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.integer({ min: 0, max: 4 }))
  .map(([value, below, scale]) => divide(value, { ...whole(below), scale }));

describe("reading", () => {
  it.each([
    ["0", "0"],
    ["38.9", "38.9"],
    ["0.0950", "0.095"],
    ["-12.50", "-12.5"],
    ["+7", "7"],
    ["007.5", "7.5"],
    ["44/12", "11/3"],
    ["16/12", "4/3"],
    ["1/8", "0.125"],
    ["-1.5/0.5", "-3"],
    ["3/-4", "-0.75"],
    [`1${"0".repeat(399)}`, `1${"0".repeat(399)}`],
  ])("reads %j as %j", (text, expected) => {
    expect(print(exact(text))).toBe(expected);
  });

  it.each([
    "",
    " 1",
    "1 ",
    "1e5",
    "0x10",
    ".5",
    "5.",
    "1,000",
    "１２",
    "1/0",
    "1/0.00",
    "1/2/3",
    "--1",
    "NaN",
    "Infinity",
    "1".repeat(401),
    `1.${"0".repeat(400)}`,
    "9".repeat(100_000),
  ])("does not read %j", (text) => {
    expect(readExact(text)).toBeUndefined();
  });

  it("throws for text that was promised to be a figure", () => {
    expect(() => exact("abc")).toThrow("not a figure: abc");
  });
});

describe("reading a decimal that is known to be one", () => {
  it("reads it as any figure is read", () => {
    expect(exactDecimal("-0.50")).toEqual(exact("-0.50"));
  });

  it("throws for a fraction and for other text, which it names, not at any length", () => {
    expect(() => exactDecimal("1/2")).toThrow(new Error("not a figure: 1/2"));
    expect(() => exactDecimal(`${"x".repeat(80)}yyy`)).toThrow(
      new Error(`not a figure: ${"x".repeat(80)}`),
    );
  });
});

describe("arithmetic", () => {
  it("begins a sum with zero", () => {
    expect(add(zero, exact("2.5"))).toEqual(exact("2.5"));
  });

  it.each([
    ["0.1", "0.2", "0.3"],
    ["1.005", "-1", "0.005"],
    ["1/3", "1/6", "0.5"],
    ["1/3", "0.5", "5/6"],
    ["0.25", "1/7", "11/28"],
    ["1/3", "2/3", "1"],
    ["1.5/3", "0.001/3", "1501/3000"],
  ])("adds %s and %s to %s", (left, right, sum) => {
    expect(print(add(exact(left), exact(right)))).toBe(sum);
    expect(print(add(exact(right), exact(left)))).toBe(sum);
  });

  it("keeps what decimals lose", () => {
    expect(print(multiply(divide(exact("1"), exact("3")), exact("3")))).toBe("1");
    expect(print(subtract(exact("94.6"), exact("54.6")))).toBe("40");
  });

  it("keeps a shared divisor in a sum", () => {
    const third = divide(exact("1.5"), exact("3"));
    expect(add(third, third).divisor).toBe(3);
    expect(add(divide(exact("1"), exact("4")), divide(exact("1"), exact("6"))).divisor).toBe(12);
  });

  it("does not divide by zero", () => {
    expect(() => divide(exact("1"), exact("0.0"))).toThrow("division by zero");
    expect(() => power(exact("0"), -1)).toThrow("division by zero");
  });

  it.each([
    ["2", 10, "1024"],
    ["0.1", 3, "0.001"],
    ["2/3", 2, "4/9"],
    ["5", 0, "1"],
    ["-2", 3, "-8"],
    ["2", -2, "0.25"],
    ["0.05", -1, "20"],
  ])("raises %s to %i", (value, exponent, expected) => {
    expect(print(power(exact(value), exponent))).toBe(expected);
  });

  it("obeys the laws of a field", () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(print(add(a, b))).toBe(print(add(b, a)));
        expect(print(add(add(a, b), c))).toBe(print(add(a, add(b, c))));
        expect(print(multiply(a, add(b, c)))).toBe(print(add(multiply(a, b), multiply(a, c))));
        expect(isZero(add(a, negate(a)))).toBe(true);
        if (!isZero(b)) expect(print(multiply(divide(a, b), b))).toBe(print(a));
      }),
    );
  });
});

describe("comparing and printing", () => {
  it("orders as subtraction does", () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(compare(a, b)).toBe(sign(subtract(a, b)));
        expect(compare(b, a)).toBe(-compare(a, b) + 0);
      }),
    );
  });

  it("sees one number behind two fractions", () => {
    expect(compare(exact("0.50"), exact("1/2"))).toBe(0);
    expect(compare(exact("-0.1"), exact("0"))).toBe(-1);
  });

  it("prints what reads back as the same number", () => {
    fc.assert(
      fc.property(fraction, (value) => {
        expect(compare(exact(print(value)), value)).toBe(0);
      }),
    );
  });

  it.each([
    [-5, 2, "-0.05"],
    [1234, 0, "1234"],
    [1234, 3, "1.234"],
    [0, 2, "0.00"],
  ])("writes %s with %i places as %s", (digits, places, expected) => {
    expect(printScaled(digits, places)).toBe(expected);
  });

  it("reduces to coprime whole numbers", () => {
    expect(reduce(exact("1.5/4.5"))).toEqual({ numerator: 1, scale: 0, divisor: 3 });
    expect(greatestCommonDivisor(0, 0)).toBe(1);
    expect(greatestCommonDivisor(12, 18)).toBe(6);
  });

  it("measures size in bits", () => {
    expect(bits(whole(0))).toBeLessThanOrEqual(4);
    expect(bits(whole(2n ** 100n))).toBeGreaterThanOrEqual(100);
    expect(bits({ numerator: 1, scale: 0, divisor: 2n ** 100n })).toBeGreaterThanOrEqual(100);
    expect(bits({ numerator: 1, scale: 300, divisor: 1 })).toBeGreaterThanOrEqual(990);
  });

  it("knows large powers of ten", () => {
    expect(tenTo(2000)).toBe(10n ** 2000n);
  });
});

describe("at its edges", () => {
  it("a figure may have 400 digits on each side of a fraction, and no more", () => {
    const ones = "1".repeat(400);
    expect(readExact(`-${ones}/${"3".repeat(400)}`)).not.toBe(undefined);
    expect(readExact(`${ones}1/3`)).toBe(undefined);
    expect(readExact(`3/${ones}1`)).toBe(undefined);
  });

  it.each(["/3", "3/", "x/3", "3/x", "3/0", "3/0.00", "1/2/3", "/"])(
    "%s is no fraction",
    (text) => {
      expect(readExact(text)).toBe(undefined);
    },
  );

  it("a text that is no figure is named, not at any length", () => {
    expect(() => exact(`${"x".repeat(80)}yyy`)).toThrow(
      new Error(`not a figure: ${"x".repeat(80)}`),
    );
  });

  it("a whole number has one form, however it comes", () => {
    expect(whole(5n)).toEqual(whole(5));
    expect(whole(2n ** 70n).numerator).toBe(2n ** 70n);
    expect(print(add(whole(5n), exact("0.5")))).toBe("5.5");
  });

  it.each([
    ["0", 0, true],
    ["0.00", 0, true],
    ["0.01", 1, false],
    ["-3", -1, false],
    ["1/3", 1, false],
    ["-1/3", -1, false],
  ])("%s has the sign %i", (text, expected, isNothing) => {
    expect([sign(exact(text)), isZero(exact(text))]).toEqual([expected, isNothing]);
  });

  it.each([
    ["1.50", "1.5", 0],
    ["1.5", "1.50", 0],
    ["1.51", "1.5", 1],
    ["1.5", "1.51", -1],
    ["1/3", "0.333", 1],
    ["0.333", "1/3", -1],
    ["2/6", "1/3", 0],
    ["-0.5", "-0.49", -1],
  ])("%s against %s is %i", (left, right, expected) => {
    expect(compare(exact(left), exact(right))).toBe(expected);
  });

  it("a sum takes the finer of two scales, whichever side it is on", () => {
    expect(print(add(exact("1.5"), exact("0.25")))).toBe("1.75");
    expect(print(add(exact("0.25"), exact("1.5")))).toBe("1.75");
    expect(print(add(exact("0.25"), exact("0.75")))).toBe("1");
  });
});
