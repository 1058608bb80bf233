import { type Fraction, fraction } from "./fraction.ts";

/*
 * The oracle's calendar: the one of JavaScript's Date in UTC, with which the engine shares nothing. A day is the number of
 * days since 1970.
 */
const length = 86_400_000;

export function dayNumber(text: string): Fraction {
  return fraction(BigInt(Date.parse(`${text}T00:00:00Z`) / length), 1n);
}

export function dayText(day: Fraction): string {
  return dateOf(day).toISOString().slice(0, 10);
}

function dateOf({ n, d }: Fraction): Date {
  return new Date(Number(n / d) * length);
}

function numberOf(date: number): Fraction {
  return fraction(BigInt(date / length), 1n);
}

/** So many days, months or years on; a day that the month lacks is the first of the next. */
export function movedDay(day: Fraction, count: number, unit: "day" | "month" | "yr"): Fraction {
  const date = dateOf(day);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (unit === "day") return numberOf(Date.UTC(year, month, dayOfMonth + count));
  const wanted = month + (unit === "yr" ? 12 * count : count);
  const daysThere = new Date(Date.UTC(year, wanted + 1, 0)).getUTCDate();
  return numberOf(
    dayOfMonth > daysThere ? Date.UTC(year, wanted + 1, 1) : Date.UTC(year, wanted, dayOfMonth),
  );
}

/** How many terms of so many months have been completed from one day to another; none where it lies before. */
export function completed(from: Fraction, to: Fraction, months: number): Fraction {
  let terms = 0;
  const end = dateOf(to).getTime();
  while (dateOf(movedDay(from, months * (terms + 1), "month")).getTime() <= end) terms += 1;
  return fraction(BigInt(terms), 1n);
}

/** The fiscal year of a day, which begins in April. */
export function fiscalYear(day: Fraction): Fraction {
  const date = dateOf(day);
  const year = date.getUTCMonth() < 3 ? date.getUTCFullYear() - 1 : date.getUTCFullYear();
  return fraction(BigInt(year), 1n);
}
