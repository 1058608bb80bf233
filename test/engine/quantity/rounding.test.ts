import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  add,
  compare,
  divide,
  exact,
  multiply,
  negate,
  print,
  subtract,
} from "../../../engine/quantity/exact.ts";
import { display, floor, type RoundingMode, round } from "../../../engine/quantity/rounding.ts";

const modes: readonly RoundingMode[] = [
  "floor",
  "ceil",
  "half_up",
  "half_even",
  "toward_zero",
  "away_from_zero",
];

describe("rounding to a multiple", () => {
  it.each([
    // value, floor, ceil, half_up, half_even, toward_zero, away_from_zero
    ["2.5", "2", "3", "3", "2", "2", "3"],
    ["3.5", "3", "4", "4", "4", "3", "4"],
    ["-2.5", "-3", "-2", "-3", "-2", "-2", "-3"],
    ["2.4", "2", "3", "2", "2", "2", "3"],
    ["-2.6", "-3", "-2", "-3", "-3", "-2", "-3"],
    ["7", "7", "7", "7", "7", "7", "7"],
    ["-7", "-7", "-7", "-7", "-7", "-7", "-7"],
    ["0", "0", "0", "0", "0", "0", "0"],
    ["1/3", "0", "1", "0", "0", "0", "1"],
    ["-1/3", "-1", "0", "0", "0", "0", "-1"],
  ])("rounds %s", (value, ...expected) => {
    const found = modes.map((mode) => print(round(exact(value), { mode, to: exact("1") })));
    expect(found).toEqual(expected);
  });

  it.each([
    ["1234.56", "half_up", "1000", "1000"],
    ["1500", "half_up", "1000", "2000"],
    ["12.345", "half_up", "0.01", "12.35"],
    ["12.345", "half_even", "0.01", "12.34"],
    ["0.30", "floor", "0.25", "0.25"],
    ["7", "ceil", "1/3", "7"],
  ] as const)("rounds %s %s to %s", (value, mode, to, expected) => {
    expect(print(round(exact(value), { mode, to: exact(to) }))).toBe(expected);
  });

  it("floors the products and differences that binary floats get wrong", () => {
    const tonne = exact("1");
    expect(print(floor(subtract(exact("94.6"), exact("54.6")), tonne))).toBe("40");
    expect(print(floor(multiply(divide(exact("1"), exact("3")), exact("3")), tonne))).toBe("1");
    expect(print(floor(multiply(exact("1.1"), exact("10")), tonne))).toBe("11");
  });

  it("lies within one multiple of the value, on the side of its mode", () => {
    const numbers = fc
      .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 9999n }))
      .map(([above, below]) => divide(exact(above.toString()), exact(below.toString())));
    const tos = fc.constantFrom("1", "0.1", "1000", "0.25", "7").map(exact);
    fc.assert(
      fc.property(numbers, tos, (value, to) => {
        const down = round(value, { mode: "floor", to });
        const up = round(value, { mode: "ceil", to });
        expect(compare(down, value)).not.toBe(1);
        expect(compare(value, add(down, to))).toBe(-1);
        expect(compare(value, up)).not.toBe(1);
        expect(print(round(negate(value), { mode: "ceil", to }))).toBe(print(negate(down)));
        for (const mode of modes) {
          const found = round(value, { mode, to });
          expect([print(down), print(up)]).toContain(print(found));
          expect(print(round(found, { mode, to }))).toBe(print(found));
        }
      }),
    );
  });
});

describe("rounding to significant digits", () => {
  it.each([
    ["1234.5", 2, "1200"],
    ["0.0012345", 3, "0.00123"],
    ["0.0999", 1, "0.1"],
    ["999.5", 3, "1000"],
    ["1000", 1, "1000"],
    ["1", 5, "1"],
    ["-0.05678", 2, "-0.057"],
    ["0", 3, "0"],
    ["2/3", 4, "0.6667"],
    ["1000000/3", 2, "330000"],
  ])("rounds %s to %i digits", (value, digits, expected) => {
    expect(print(round(exact(value), { mode: "half_up", digits }))).toBe(expected);
  });
});

it.each([
  ["a small decimal", `0.${"0".repeat(300)}12`, `0.${"0".repeat(300)}1`],
  ["a small fraction", `1/3${"0".repeat(300)}`, `0.${"0".repeat(300)}3`],
])("finds the first digit of %s in a few steps", (_, text, expected) => {
  const steps = vi.spyOn(globalThis, "BigInt");
  const found = round(exact(text), { mode: "half_up", digits: 1 });
  // Each step down raises ten to a power, which takes several.
  expect(steps.mock.calls.length).toBeLessThan(100);
  vi.restoreAllMocks();
  expect(print(found)).toBe(expected);
});

describe("display", () => {
  it.each([
    ["12.3", "0.01", "12.30"],
    ["1234567.891", "1", "1234568"],
    ["1234567.891", "1000", "1235000"],
    ["-0.004", "0.01", "0.00"],
    ["2/3", "0.001", "0.667"],
    ["12.5", "0.5", "12.5"],
    ["1.7", "1/3", "2"],
  ])("shows %s to %s as %s", (value, to, expected) => {
    expect(display(exact(value), to, "half_up")).toBe(expected);
  });
});

it.each([
  ["12.9", "12"],
  ["12", "12"],
  ["-0.1", "-1"],
  ["-12", "-12"],
  ["0", "0"],
  ["-1/3", "-1"],
])("the floor of %s is %s", (text, expected) => {
  expect(print(floor(exact(text), exact("1")))).toBe(expected);
});

it.each([
  ["999.5", 3, "1000"],
  ["99.95", 3, "100"],
  ["0.09995", 3, "0.1"],
  ["1000", 1, "1000"],
  ["1/3", 2, "0.33"],
  ["200/3", 2, "67"],
  ["2/300000", 1, "0.000007"],
  ["-0.0125", 2, "-0.013"],
  ["123456789012345678901234567890", 5, "123460000000000000000000000000"],
])("%s to %i significant digits is %s", (text, digits, expected) => {
  expect(print(round(exact(text), { mode: "half_up", digits }))).toBe(expected);
});
