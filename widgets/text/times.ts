import type { Language } from "./language.ts";

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
