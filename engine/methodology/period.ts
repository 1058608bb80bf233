/**
 * The calendar: days as whole numbers, fiscal years, and the pieces of a period.
 *
 * A day is the number of days since 1970-01-01 in the Gregorian calendar. A fiscal year (年度) is the number of the year
 * in which its April lies: FY2023 runs from 2023-04-01 to 2024-03-31. A period is two days, both inclusive.
 *
 * Source: 民法 (Civil Code) article 143 for terms in months and years: where the last month has no such day the term
 * ends with the month, so the day after it, the first of the next month, stands for the missing day.
 */
export type Day = number;

export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** A piece of a cut period; it lies in one fiscal year. */
export interface Part extends DayRange {
  readonly year: number;
}

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The first of March of a year. Counting from March makes the leap day the last of its year; years 0 to 9999 are read. */
function marchOf(year: number): Day {
  return (
    365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) - 719468
  );
}

function dayOf({ year, month, day }: Civil): Day {
  const march = marchOf(month <= 2 ? year - 1 : year);
  return march + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
}

function civilOf(value: Day): Civil {
  // A March begins less than 1.5 days before and 1 day after its mean, so this is the year or the one after it.
  let year = Math.floor((value + 719470) / 365.2425);
  if (marchOf(year) > value) year -= 1;
  const dayOfYear = value - marchOf(year);
  const months = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * months + 2) / 5) + 1;
  return months < 10
    ? { year, month: months + 3, day }
    : { year: year + 1, month: months - 9, day };
}

function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  return dayOf({ ...next, day: 1 }) - dayOf({ year, month, day: 1 });
}

const dayPattern = /^\d{4}-\d\d-\d\d$/;

/** Reads `2031-03-31`. Errors: `undefined` for other text and for days that do not exist. */
export function parseDay(text: string): Day | undefined {
  if (!dayPattern.test(text)) return undefined;
  const [year, month, day] = text.split("-").map((part) => Number.parseInt(part, 10)) as [
    number,
    number,
    number,
  ];
  const found = dayOf({ year, month, day });
  // A day that does not exist is counted as another.
  return printDay(found) === text ? found : undefined;
}

/** Writes `2031-03-31`. */
export function printDay(day: Day): string {
  const { year, month, day: date } = civilOf(day);
  const pad = (value: number, width: number) => value.toString().padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** Reads `2021` or `FY2021`. Errors: `undefined` for other text. */
export function parseFiscalYear(text: string): number | undefined {
  const match = /^(?:FY)?(\d{4})$/.exec(text);
  return match === null ? undefined : Number.parseInt(match[1] as string, 10);
}

/** Writes `FY2021`. */
export function printFiscalYear(year: number): string {
  return `FY${year.toString().padStart(4, "0")}`;
}

export function fiscalYearOf(day: Day): number {
  const { year, month } = civilOf(day);
  return month >= 4 ? year : year - 1;
}

/** The first day of a fiscal year, 1 April. */
export function startOfFiscalYear(year: number): Day {
  return dayOf({ year, month: 4, day: 1 });
}

/** The last day of a fiscal year, 31 March. */
export function endOfFiscalYear(year: number): Day {
  return startOfFiscalYear(year + 1) - 1;
}

/** The same day so many months later or earlier; a day that month has not becomes the first of the next. */
export function addMonths(day: Day, months: number): Day {
  const civil = civilOf(day);
  const count = civil.year * 12 + civil.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return civil.day <= daysInMonth(year, month)
    ? dayOf({ year, month, day: civil.day })
    : dayOf({ year, month, day: daysInMonth(year, month) }) + 1;
}

/** Months completed from one day to another: the most that can be added to the first without passing the second. */
export function monthsBetween(from: Day, to: Day): number {
  const first = civilOf(from);
  const last = civilOf(to);
  let months = (last.year - first.year) * 12 + (last.month - first.month) + 1;
  while (addMonths(from, months) > to) months -= 1;
  return months;
}

/** Years completed from one day to another. */
export function yearsBetween(from: Day, to: Day): number {
  return Math.floor(monthsBetween(from, to) / 12);
}

/** Reads a period: `FY2023` or two days. Errors: `undefined` where one cannot be read or the end lies before the start. */
export function parsePeriod(
  period: string | { readonly from: string; readonly to: string },
): DayRange | undefined {
  if (typeof period === "string") {
    const year = parseFiscalYear(period);
    return year === undefined
      ? undefined
      : { from: startOfFiscalYear(year), to: endOfFiscalYear(year) };
  }
  const from = parseDay(period.from);
  const to = parseDay(period.to);
  return from === undefined || to === undefined || to < from ? undefined : { from, to };
}

/** The fiscal years that a period touches, in order. */
export function fiscalYearsOf({ from, to }: DayRange): readonly number[] {
  const first = fiscalYearOf(from);
  return Array.from({ length: fiscalYearOf(to) - first + 1 }, (_, index) => first + index);
}

/**
 * Cuts a period at the start of each fiscal year and at these days: each is the first day of a piece. Days outside the
 * period cut nothing.
 */
export function cutPeriod(period: DayRange, cuts: readonly Day[]): readonly Part[] {
  const starts = new Set<Day>([period.from]);
  for (const day of [...fiscalYearsOf(period).map(startOfFiscalYear), ...cuts]) {
    if (day > period.from && day <= period.to) starts.add(day);
  }
  const ordered = [...starts].sort((left, right) => left - right);
  return ordered.map((from, index) => ({
    from,
    to: (ordered[index + 1] ?? period.to + 1) - 1,
    year: fiscalYearOf(from),
  }));
}
