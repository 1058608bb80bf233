import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  greatestCommonDivisor,
  negativeOf,
  productOf,
  quotientOf,
  readWhole,
  remainderOf,
  sizeOf,
  sumOf,
  tenTo,
  type Whole,
  wholeOf,
} from "../../../engine/quantity/whole.ts";
import { runs } from "../../support/runs.ts";

const edge = 2n ** 53n;
const big = fc.oneof(
  fc.bigInt({ min: -100n, max: 100n }),
  fc.bigInt({ min: -edge - 3n, max: -edge + 3n }),
  fc.bigInt({ min: edge - 3n, max: edge + 3n }),
  fc.bigInt({ min: -94906270n, max: 94906270n }),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
);
const absolute = (value: bigint) => (value < 0n ? -value : value);

/** Whether a whole number is the one form of what it should be, without a negative zero. */
function isFormOf(found: Whole, expected: bigint): boolean {
  const isSmall = absolute(expected) < edge;
  return isSmall ? Object.is(found, Number(expected)) : found === expected;
}

it("reckons as BigInt does, each number in its one form", () => {
  fc.assert(
    fc.property(big, big, (left, right) => {
      const [a, b] = [wholeOf(left), wholeOf(right)];
      expect(isFormOf(a, left)).toBe(true);
      expect(isFormOf(sumOf(a, b), left + right)).toBe(true);
      expect(isFormOf(productOf(a, b), left * right)).toBe(true);
      expect(isFormOf(negativeOf(a), -left)).toBe(true);
      expect(isFormOf(sizeOf(a), absolute(left))).toBe(true);
      expect(a === b).toBe(left === right);
      expect(a < b).toBe(left < right);
      if (right === 0n) return;
      expect(BigInt(remainderOf(a, b))).toBe(left % right);
      expect(BigInt(quotientOf(a, b))).toBe(left / right);
    }),
    { numRuns: runs(5000) },
  );
});

it.each([
  ["0", 0],
  ["-0", 0],
  ["-007", -7],
  ["999999999999999", 999_999_999_999_999],
  ["+12", 12],
  ["9007199254740991", 9_007_199_254_740_991],
  ["9007199254740992", 9_007_199_254_740_992n],
  ["+9007199254740993", 9_007_199_254_740_993n],
  ["-9007199254740993", -9_007_199_254_740_993n],
])("reads %s", (digits, expected) => {
  expect(readWhole(digits)).toBe(expected);
});

it("knows powers of ten and common divisors of any size", () => {
  expect([tenTo(0), tenTo(15), tenTo(16)]).toEqual([1, 10 ** 15, 10n ** 16n]);
  expect(greatestCommonDivisor(tenTo(30), 12)).toBe(4);
  expect(greatestCommonDivisor(0, tenTo(30))).toBe(10n ** 30n);
});

it("takes every BigInt that a double holds exactly as a double, and no other", () => {
  const last = BigInt(Number.MAX_SAFE_INTEGER);
  expect([wholeOf(last), wholeOf(-last)]).toEqual([2 ** 53 - 1, 1 - 2 ** 53]);
  expect([wholeOf(last + 1n), wholeOf(-last - 1n)]).toEqual([2n ** 53n, -(2n ** 53n)]);
});

it("has no negative zero", () => {
  const zeros = [productOf(-3, 0), productOf(0, -3), negativeOf(0), sizeOf(0), sumOf(-3, 3)];
  for (const zero of zeros) expect(zero).toBe(0);
});

describe("doubles", () => {
  const largest = Number.MAX_SAFE_INTEGER;

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each<[string, () => Whole, Whole]>([
    ["reading fifteen digits", () => readWhole("-12345678901234"), -12_345_678_901_234],
    ["the largest sum", () => sumOf(largest - 1, 1), largest],
    ["the smallest sum", () => sumOf(1 - largest, -1), -largest],
    ["a sum below zero", () => sumOf(2, -5), -3],
    ["the largest product", () => productOf(6361, 1_416_003_655_831), largest],
    ["the smallest product", () => productOf(-6361, 1_416_003_655_831), -largest],
    ["a product below zero", () => productOf(2, -5), -10],
    ["what is left of a division", () => remainderOf(-7, 2), -1],
    ["a quotient", () => quotientOf(-7, 2), -3],
  ])("are enough for %s", (_, reckon, expected) => {
    const wide = vi.spyOn(globalThis, "BigInt");
    expect(reckon()).toBe(expected);
    expect(wide).not.toHaveBeenCalled();
  });

  it("are not enough where a side or the result is beyond them", () => {
    const beyond = 2n ** 60n;
    expect([sumOf(largest, 1), sumOf(-largest, -1)]).toEqual([2n ** 53n, -(2n ** 53n)]);
    expect([productOf(2 ** 30, 2 ** 30), productOf(-(2 ** 30), 2 ** 30)]).toEqual([
      beyond,
      -beyond,
    ]);
    expect([sumOf(beyond, 1), sumOf(1, beyond)]).toEqual([beyond + 1n, beyond + 1n]);
    expect([productOf(beyond, 3), productOf(3, beyond)]).toEqual([beyond * 3n, beyond * 3n]);
    expect([remainderOf(beyond, 7), remainderOf(7, beyond)]).toEqual([1, 7]);
    expect([quotientOf(beyond, 2 ** 50), quotientOf(7, beyond)]).toEqual([1024, 0]);
  });
});

it.each([
  [15, 0],
  [1023, 0],
  [1024, 1],
])("keeps a power of ten up to the thousand and twenty-third: %i", (power, times) => {
  const first = tenTo(power);
  const wide = vi.spyOn(globalThis, "BigInt");
  expect(tenTo(power)).toBe(first);
  expect(wide).toHaveBeenCalledTimes(times);
  vi.restoreAllMocks();
});
