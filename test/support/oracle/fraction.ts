/**
 * Plain fractions for the oracle, denominator above zero; reduced when they grow and when they are written. Nothing here
 * comes from the engine, so that a fault of the engine's arithmetic cannot hide in both.
 */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

const large = 1n << 192n;

export function fraction(n: bigint, d: bigint): Fraction {
  const whole = d < 0n ? { n: -n, d: -d } : { n, d };
  return whole.d > large ? reduced(whole) : whole;
}

function reduced({ n, d }: Fraction): Fraction {
  const shared = gcd(n, d);
  return { n: n / shared, d: d / shared };
}

const read = new Map<string, Fraction>();

/** Reads decimal text or `n/d`; the figures of a made methodology come up again and again. */
export function fractionOf(text: string): Fraction {
  const known = read.get(text);
  if (known !== undefined) return known;
  const value = fractionIn(text);
  if (read.size > 100_000) read.clear();
  read.set(text, value);
  return value;
}

function fractionIn(text: string): Fraction {
  const [above = "", below] = text.split("/");
  if (below !== undefined) return dividedBy(fractionOf(above), fractionOf(below));
  const [whole = "", places = ""] = above.split(".");
  return fraction(BigInt(whole + places), 10n ** BigInt(places.length));
}

export const plus = (a: Fraction, b: Fraction) => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction) => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction) => fraction(a.n * b.n, a.d * b.d);
export const dividedBy = (a: Fraction, b: Fraction) => fraction(a.n * b.d, a.d * b.n);
export const isLess = (a: Fraction, b: Fraction) => a.n * b.d < b.n * a.d;
export const isEqual = (a: Fraction, b: Fraction) => a.n * b.d === b.n * a.d;
export const textOf = (a: Fraction) => {
  const { n, d } = reduced(a);
  return `${n}/${d}`;
};

/** The place value of the last of so many significant digits; 1 for zero. */
export function lastPlace({ n, d }: Fraction, digits: number): Fraction {
  if (n === 0n) return { n: 1n, d: 1n };
  const size = n < 0n ? -n : n;
  let place = { n: 1n, d: 1n };
  // Up or down by tens until the first digit stands at its place.
  while (size * place.d >= 10n * place.n * d) place = { n: place.n * 10n, d: place.d };
  while (size * place.d < place.n * d) place = { n: place.n, d: place.d * 10n };
  return { n: place.n, d: place.d * 10n ** BigInt(digits - 1) };
}

/** Rounds to a whole number, mode by mode as the words say. */
export function roundWhole(a: Fraction, mode: string): bigint {
  let floor = a.n / a.d;
  if (a.n < 0n && floor * a.d !== a.n) floor -= 1n;
  const isWhole = floor * a.d === a.n;
  if (isWhole) return floor;
  const isNegative = a.n < 0n;
  const twiceRest = 2n * (a.n - floor * a.d);
  switch (mode) {
    case "floor":
      return floor;
    case "ceil":
      return floor + 1n;
    case "toward_zero":
      return isNegative ? floor + 1n : floor;
    case "away_from_zero":
      return isNegative ? floor : floor + 1n;
    case "half_up":
      if (twiceRest === a.d) return isNegative ? floor : floor + 1n;
      return twiceRest > a.d ? floor + 1n : floor;
    case "half_even":
      if (twiceRest === a.d) return floor % 2n === 0n ? floor : floor + 1n;
      return twiceRest > a.d ? floor + 1n : floor;
    default:
      throw new Error(`no such mode: ${mode}`);
  }
}
