import type { Period } from "../answers/record.ts";
import { normalise } from "../answers/text.ts";
import { fiscalYearOf, parseDay, printDay, startOfFiscalYear } from "../methodology/period.ts";
import { plainDay } from "./cells.ts";

/**
 * The period of a cell or an option: `FY2021`, `2021`, `2021年度`, or two days with `..`, `/`, `~` or `〜` between them.
 * What is none of them stays, for the reader of answers to complain of.
 */
export function readPeriodCell(cell: string): Period {
  const text = normalise(cell);
  const year = /^(?:FY ?)?(\d{4})(?:年度)?$/i.exec(text)?.[1];
  if (year !== undefined) return `FY${year}`;
  const [from, to, more] = text.split(
    /\s*(?:\.\.|~|〜|から)\s*|\s+[-/]\s+|(?<=\d{4}-\d\d-\d\d)\/(?=\d)/,
  );
  if (from === undefined || to === undefined || more !== undefined) return text;
  return { from: plainDay(from), to: plainDay(to) };
}

/** The keys that stand for a period where a header names none: its only fiscal year, and its first day. */
export function keysOf(period: Period): { readonly year?: string; readonly day?: string } {
  if (typeof period === "string") {
    const year = /^FY(\d{4})$/.exec(period)?.[1];
    return year === undefined
      ? {}
      : { year: period, day: printDay(startOfFiscalYear(Number.parseInt(year, 10))) };
  }
  const [from, to] = [parseDay(period.from), parseDay(period.to)];
  if (from === undefined || to === undefined) return {};
  const year = fiscalYearOf(from);
  return fiscalYearOf(to) === year
    ? { year: `FY${year.toString().padStart(4, "0")}`, day: period.from }
    : { day: period.from };
}
