import type { Language } from "./language.ts";

/**
 * A figure as readers of both languages write it: grouped, every digit kept; a fraction is written as one, and `5..100` as a
 * range. The first `Intl.NumberFormat` of a page would hold it up for 20 to 130 ms.
 */
export function writeFigure(value: string, language: Language): string {
  const [low = "", high] = value.split("..");
  if (high !== undefined) return writeRange(low, high, language);
  const [numerator = "", denominator] = value.split("/");
  if (denominator !== undefined) {
    return `${writeFigure(numerator, language)} ⁄ ${writeFigure(denominator, language)}`;
  }
  const [, sign, whole = "", fraction = ""] = /^(-?)0*(\d+?)(\.\d+)?$/.exec(value) ?? [];
  if (sign === undefined) return value;
  return `${sign === "" ? "" : "−"}${whole.replace(/\B(?=(?:\d{3})+$)/g, ",")}${fraction}`;
}

/** A count, grouped as both languages group it. */
export const grouped = (count: number) => writeFigure(String(count), "en");

/** A range from its ends. */
export function writeRange(low: string, high: string, language: Language): string {
  const between = language === "en" ? "–" : "〜";
  return `${writeFigure(low, language)}${between}${writeFigure(high, language)}`;
}
