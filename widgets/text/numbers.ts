import type { Language } from "./language.ts";

/**
 * A figure as a reader of the language writes it: grouped, every digit kept. `Intl.NumberFormat` takes decimal text
 * exactly; a fraction is written as one, and `5..100` as a range.
 */
export function writeFigure(value: string, language: Language): string {
  const [low = "", high] = value.split("..");
  if (high !== undefined) return writeRange(low, high, language);
  const [numerator = "", denominator] = value.split("/");
  if (denominator !== undefined) {
    return `${writeFigure(numerator, language)} ⁄ ${writeFigure(denominator, language)}`;
  }
  if (!/^-?\d+(\.\d+)?$/.test(value)) return value;
  const digits = Math.min(value.split(".")[1]?.length ?? 0, 100);
  const format = new Intl.NumberFormat(language === "en" ? "en" : "ja", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(value as `${number}`).replace("-", "−");
}

/** A range from its ends. */
export function writeRange(low: string, high: string, language: Language): string {
  const between = language === "en" ? "–" : "〜";
  return `${writeFigure(low, language)}${between}${writeFigure(high, language)}`;
}

/** A day as a reader of the language writes it; anything else as it stands. */
export function writeDay(day: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (match === null) return day;
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "ja", {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(at);
}

/** A fiscal year: `FY2023` is 2023年度. */
export function writeYear(year: string, language: Language): string {
  const digits = year.replace(/^FY/, "");
  return language === "en" ? `FY${digits}` : `${digits}年度`;
}

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

function decimals(value: string): number {
  return value.split(".")[1]?.length ?? 0;
}

function scaled(value: string, places: number): bigint {
  const [whole = "0", fraction = ""] = value.split(".");
  const digits = `${whole}${fraction.padEnd(places, "0")}`;
  return /^-?\d+$/.test(digits) ? BigInt(digits) : 0n;
}
