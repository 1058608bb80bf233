/**
 * Whole numbers of any size. One that a double holds exactly is a double, because that is several times quicker; any
 * other is a BigInt. So each number has one form only: `===` says whether two are the same, and `<` compares them all.
 */
export type Whole = number | bigint;

const largest = Number.MAX_SAFE_INTEGER;

/** A whole number in its one form. */
export function wholeOf(value: Whole): Whole {
  return value >= -largest && value <= largest ? Number(value) : value;
}

/** Reads digits, with a sign before them or none. */
export function readWhole(digits: string): Whole {
  return digits.length <= 15 ? Number(digits) + 0 : wholeOf(BigInt(digits));
}

export function sumOf(left: Whole, right: Whole): Whole {
  if (typeof left === "number" && typeof right === "number") {
    // What is beyond the exact doubles is rounded to one that is beyond them too.
    const sum = left + right;
    if (sum <= largest && sum >= -largest) return sum;
  }
  return wideSum(left, right);
}

// What is rare stands apart, so that what is common is small enough to be compiled into its callers.
function wideSum(left: Whole, right: Whole): Whole {
  return wholeOf(BigInt(left) + BigInt(right));
}

export function productOf(left: Whole, right: Whole): Whole {
  if (typeof left === "number" && typeof right === "number") {
    // Adding 0 leaves no negative zero.
    const product = left * right + 0;
    if (product <= largest && product >= -largest) return product;
  }
  return wideProduct(left, right);
}

function wideProduct(left: Whole, right: Whole): Whole {
  return wholeOf(BigInt(left) * BigInt(right));
}

/** What is left of a division; it has the sign of `left`. */
export function remainderOf(left: Whole, right: Whole): Whole {
  return typeof left === "number" && typeof right === "number"
    ? left % right
    : wholeOf(BigInt(left) % BigInt(right));
}

/** The whole part of a quotient, towards zero. */
export function quotientOf(left: Whole, right: Whole): Whole {
  return typeof left === "number" && typeof right === "number"
    ? (left - (left % right)) / right
    : wholeOf(BigInt(left) / BigInt(right));
}

export function negativeOf(value: Whole): Whole {
  return typeof value === "number" ? 0 - value : -value;
}

export function sizeOf(value: Whole): Whole {
  return value < 0 ? negativeOf(value) : value;
}

const powersOfTen: Whole[] = [];

/** 10 to a whole power from 0 on. */
export function tenTo(power: number): Whole {
  const known = powersOfTen[power];
  if (known !== undefined) return known;
  const value = wholeOf(10n ** BigInt(power));
  if (power < 1024) powersOfTen[power] = value;
  return value;
}

/** Euclid's, for numbers from 0 on; of 0 and n it is n. */
export function greatestCommonDivisor(left: Whole, right: Whole): Whole {
  let larger = left;
  let smaller = right;
  while (smaller !== 0) {
    const rest = remainderOf(larger, smaller);
    larger = smaller;
    smaller = rest;
  }
  return larger === 0 ? 1 : larger;
}
