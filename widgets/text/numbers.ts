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
  return formatOf(language, digits)
    .format(value as `${number}`)
    .replace("-", "−");
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, digits: number): Intl.NumberFormat {
  const tag = language === "en" ? "en" : "ja";
  const known = formats.get(tag + digits);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(tag, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(tag + digits, made);
  return made;
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

/** Ranges of fiscal years: `2012..2013` is 2012〜2013年度, `2021..` is 2021年度〜. */
export function writeYears(years: readonly string[], language: Language): string {
  const isEnglish = language === "en";
  const words = years.map((one) => {
    const [from = "", to = from] = one.split("..");
    const span = from === to ? from : `${from}${isEnglish ? "–" : "〜"}${to}`;
    return isEnglish ? `FY${span}` : `${span}年度`;
  });
  return words.join(isEnglish ? ", " : "、");
}
