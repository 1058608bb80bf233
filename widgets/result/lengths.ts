/**
 * A figure's part of a whole in thousandths, for drawing: 500 is half. Exact enough for a bar, and nothing that is
 * shown as a figure comes from it.
 */
export function thousandths(part: string, whole: string): number {
  const places = Math.max(decimals(part), decimals(whole));
  const divisor = scaled(whole, places);
  return divisor === 0n
    ? 0
    : Number.parseInt(((scaled(part, places) * 1000n) / divisor).toString(), 10);
}

/** The larger of decimal texts. */
export function largest(values: readonly string[]): string {
  const places = Math.max(0, ...values.map(decimals));
  return values.reduce(
    (one, other) => (scaled(other, places) > scaled(one, places) ? other : one),
    "0",
  );
}

/** The sum of decimal texts, for the length of a stacked bar. */
export function stacked(values: readonly string[]): string {
  const places = Math.max(0, ...values.map(decimals));
  const sum = values.reduce((total, value) => total + scaled(value, places), 0n);
  const digits = sum.toString().padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** How many digits stand behind the point. */
export function decimals(value: string): number {
  return value.split(".")[1]?.length ?? 0;
}

/** Decimal text as a whole number of units at so many places. */
export function scaled(value: string, places: number): bigint {
  const [whole = "0", fraction = ""] = value.split(".");
  const digits = `${whole}${fraction.padEnd(places, "0")}`;
  return /^-?\d+$/.test(digits) ? BigInt(digits) : 0n;
}
