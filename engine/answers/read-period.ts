import type { Path } from "../issue.ts";
import {
  type DayRange,
  fiscalYearOf,
  parseDay,
  parsePeriod,
  printFiscalYear,
} from "../methodology/period.ts";
import { type Complaints, shorten } from "./complaints.ts";
import { normalise } from "./text.ts";

/** A period longer than this is a slip of the keyboard. */
const mostYears = 100;

/** Reads `FY2023` or two days, both inclusive. `undefined` where it cannot be read: the complaint has been made. */
export function readPeriod(
  period: unknown,
  path: Path,
  complaints: Complaints,
): DayRange | undefined {
  if (typeof period === "string") {
    const text = normalise(period.slice(0, 100));
    const range = /^FY\d{4}$/i.test(text) ? parsePeriod(text.toUpperCase()) : undefined;
    if (range === undefined) complaints.add("period-not-read", path, { found: shorten(text) });
    return range;
  }
  if (typeof period !== "object" || period === null || Array.isArray(period)) {
    complaints.add("answers-shape", path, { expected: "period", found: kindOf(period) });
    return undefined;
  }
  const ends = ["from", "to"].map((end) => {
    const text = (period as Readonly<Record<string, unknown>>)[end];
    const typed = typeof text === "string" ? normalise(text.slice(0, 100)) : "";
    const day = parseDay(typed);
    if (day === undefined) complaints.add("period-not-read", [...path, end], { found: typed });
    return { day, typed };
  });
  const [from, to] = ends;
  if (from?.day === undefined || to?.day === undefined) return undefined;
  if (to.day < from.day) {
    complaints.add("period-order", path, { from: from.typed, to: to.typed });
    return undefined;
  }
  if (fiscalYearOf(to.day) - fiscalYearOf(from.day) >= mostYears) {
    complaints.add("period-too-long", path, { years: mostYears });
    return undefined;
  }
  return { from: from.day, to: to.day };
}

/** What stands where something else should: in words that both languages can carry. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return "-";
  if (Array.isArray(value)) return "[…]";
  if (typeof value === "object") return "{…}";
  return shorten(String(value));
}

/** `FY2023` of a key typed as `FY2023`, `fy2023` or `2023`. */
export function yearKey(key: string): number | undefined {
  const match = /^(?:FY)?(\d{4})$/i.exec(normalise(key.slice(0, 20)));
  return match === null ? undefined : Number.parseInt(match[1] as string, 10);
}

export function exampleYear(range: DayRange | undefined): string {
  return range === undefined ? "FY2023" : printFiscalYear(fiscalYearOf(range.from));
}
