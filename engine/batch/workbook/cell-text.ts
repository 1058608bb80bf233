import { printDay } from "../../methodology/period.ts";

/*
 * What a cell of a workbook says, as a person would type it into a CSV file. Numbers keep their decimal text: no figure
 * passes through a binary number.
 */

/** How the number of a cell is shown, as far as it matters for what it says. */
export type NumberKind = "plain" | "percent" | "date";

const numberPattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;
/** Spreadsheets reckon with doubles and show at most so many digits of them. */
const shownDigits = 15;
/** The most digits that any program writes for a double. */
const doubleDigits = 17;

/** The digits of a number without a point, and the power of ten of the last of them. */
interface Digits {
  readonly isNegative: boolean;
  readonly digits: string;
  readonly power: number;
}

/**
 * The decimal text of a number in a file. Spreadsheets store 1.1 as 1.1000000000000001: a number of 16 or 17 digits is a
 * double written out, and what was typed and is seen are its first 15, rounded. Longer ones were written by a program that
 * meant each digit, and shorter ones stay as they are.
 *
 * @example
 * decimalText("1.1000000000000001"); // "1.1"
 * decimalText("2.5E-5"); // "0.000025"
 */
export function decimalText(stored: string): string | undefined {
  const digits = digitsOf(stored);
  return digits && printed(shortened(digits));
}

/** The same as a percentage: `0.855` is `85.5%`. */
export function percentText(stored: string): string | undefined {
  const digits = digitsOf(stored);
  if (digits === undefined) return undefined;
  const own = shortened(digits);
  return `${printed({ ...own, power: own.power + 2 })}%`;
}

function digitsOf(stored: string): Digits | undefined {
  const match = numberPattern.exec(stored.trim());
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const digits = whole + fraction;
  if (digits === "") return undefined;
  const power = Number.parseInt(exponent, 10) - fraction.length;
  return { isNegative: sign === "-", digits, power };
}

function shortened({ isNegative, digits, power }: Digits): Digits {
  const bare = digits.replace(/^0+(?=\d)/, "");
  const counted = bare.replace(/0+$/, "").length;
  if (counted <= shownDigits || counted > doubleDigits) return { isNegative, digits: bare, power };
  const kept = BigInt(bare.slice(0, shownDigits)) + ((bare[shownDigits] ?? "0") >= "5" ? 1n : 0n);
  const more = bare.length - shownDigits;
  const text = kept.toString().replace(/0+$/, "");
  const cut = kept.toString().length - text.length;
  return { isNegative, digits: text === "" ? "0" : text, power: power + more + cut };
}

function printed({ isNegative, digits, power }: Digits): string {
  const sign = isNegative && /[1-9]/.test(digits) ? "-" : "";
  if (power >= 0) return `${sign}${digits}${digits === "0" ? "" : "0".repeat(power)}`;
  const filled = digits.padStart(1 - power, "0");
  return `${sign}${filled.slice(0, power)}.${filled.slice(power)}`;
}

const day = 86_400;
/** 9999-12-31, in days since 1970. */
const lastDay = 2_932_896;

/**
 * The day, and the time where there is one, of a serial number: days since 1899-12-30, or since 1904-01-01. The first
 * sixty of the former are off by one, because spreadsheets know a 29 February 1900.
 */
export function dateText(stored: string, is1904: boolean): string | undefined {
  const digits = digitsOf(stored);
  if (digits === undefined || digits.isNegative) return undefined;
  const [whole = "", fraction = ""] = printed(digits).split(".");
  if (whole.length > 7) return undefined;
  // Seconds, rounded: a serial number has a few digits behind those of the second.
  const scaled = BigInt(`0${fraction}`) * BigInt(day) * 2n;
  const over = 10n ** BigInt(fraction.length);
  const seconds = Number.parseInt(((scaled + over) / (2n * over)).toString(), 10);
  const serial = Number.parseInt(whole, 10) + (seconds === day ? 1 : 0);
  const time = seconds % day;
  const clock = [Math.floor(time / 3600), Math.floor(time / 60) % 60, time % 60]
    .map((part) => part.toString().padStart(2, "0"))
    .join(":");
  if (serial === 0 && !is1904) return clock;
  if (serial === 60 && !is1904) return undefined;
  const days = is1904 ? serial - 24_107 : serial - (serial < 60 ? 25_568 : 25_569);
  if (days > lastDay) return undefined;
  const text = printDay(days);
  return time === 0 ? text : `${text} ${clock}`;
}

/** Formats of dates and times that have no code in the file; the later ones are those of Japanese and Chinese. */
const dateFormats = (id: number) =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** How a number format shows numbers, by its id and, where the file has one, its code. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if (id === 9 || id === 10) return "percent";
    return dateFormats(id) ? "date" : "plain";
  }
  // Colours, texts and fillers show nothing of the number; hours in brackets do.
  const bare = code
    .replace(/"[^"]*"/g, "")
    .replace(/\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  const [first = ""] = bare.split(";");
  if (/general|標準/i.test(first)) return "plain";
  if (first.includes("%")) return "percent";
  return /[ymdhs]|e(?![+-])|g{1,3}e/i.test(first) ? "date" : "plain";
}
