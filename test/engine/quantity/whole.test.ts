import fc from "fast-check";
import { expect, it } from "vitest";
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
  ["9007199254740991", 9_007_199_254_740_991],
  ["9007199254740992", 9_007_199_254_740_992n],
])("reads %s", (digits, expected) => {
  expect(readWhole(digits)).toBe(expected);
});

it("knows powers of ten and common divisors of any size", () => {
  expect([tenTo(0), tenTo(15), tenTo(16)]).toEqual([1, 10 ** 15, 10n ** 16n]);
  expect(greatestCommonDivisor(tenTo(30), 12)).toBe(4);
  expect(greatestCommonDivisor(0, tenTo(30))).toBe(10n ** 30n);
});
