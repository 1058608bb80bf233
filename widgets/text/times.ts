import type { Language } from "./language.ts";

/** A day as a reader of the language writes it; anything else as it stands. */
export function writeDay(day: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (match === null) return day;
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  if (language === "ja_easy") return easyDay(day);
  const tag = language === "en" ? "en-GB" : "ja";
  formats[tag] ??= new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
  return formats[tag].format(at);
}

/** Making one takes longer than all that a page writes with it. */
const formats: Record<string, Intl.DateTimeFormat> = {};

const days: Readonly<Record<string, string>> = {
  1: "ついたち",
  2: "ふつか",
  3: "みっか",
  4: "よっか",
  5: "いつか",
  6: "むいか",
  7: "なのか",
  8: "ようか",
  9: "ここのか",
  10: "とおか",
  14: "じゅうよっか",
  20: "はつか",
  24: "にじゅうよっか",
};

/** A day with its readings, of which those of the first days of a month are words of their own. */
function easyDay(text: string): string {
  const [year = "", month = "", day = ""] = text.split("-").map((one) => one.replace(/^0+/, ""));
  const own = days[day];
  const last = own === undefined ? `${day}｜日《にち》` : `｜${day}日《${own}》`;
  return `${year}｜年《ねん》${month}｜月《がつ》${last}`;
}

/** What follows the digits of a fiscal year. */
function yearWord(language: Language): string {
  return language === "ja_easy" ? "｜年度《ねんど》" : "年度";
}

/** A fiscal year: `FY2023` is 2023年度. */
export function writeYear(year: string, language: Language): string {
  const digits = year.replace(/^FY/, "");
  return language === "en" ? `FY${digits}` : `${digits}${yearWord(language)}`;
}

/** Ranges of fiscal years: `2012..2013` is 2012〜2013年度, `2021..` is 2021年度〜. */
export function writeYears(years: readonly string[], language: Language): string {
  const isEnglish = language === "en";
  const words = years.map((one) => {
    const [from = "", to = from] = one.split("..");
    const span = from === to ? from : `${from}${isEnglish ? "–" : "〜"}${to}`;
    return isEnglish ? `FY${span}` : `${span}${yearWord(language)}`;
  });
  return words.join(isEnglish ? ", " : "、");
}
