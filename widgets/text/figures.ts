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
