import {
  endOfFiscalYear,
  fiscalYearsOf,
  parseDay,
  parsePeriod,
  printDay,
  printFiscalYear,
  startOfFiscalYear,
} from "../methodology/period.ts";
import type { OutputResult } from "../result/result.ts";
import type { CreditingPeriod } from "./assessment.ts";
import type { RuleRun } from "./scheme.ts";

/** Rules of the scheme give no longer period; a date that is far off is a slip. */
const mostYears = 50;

/**
 * The crediting period as the rules give it. Where the last day is open, it is the earliest that is possible: no credit is
 * counted on that may not come.
 *
 * Errors: `undefined` while an answer that decides it is missing, and for a period of no days or of more than 50 years.
 */
export function creditingPeriod({ output, plan }: RuleRun): CreditingPeriod | undefined {
  const from = dayOf(output("first_day"));
  const to = dayOf(output("last_day"));
  if (from === undefined || to === undefined) return undefined;
  const range = parsePeriod({ from, to });
  if (range === undefined) return undefined;
  const years = fiscalYearsOf(range);
  if (years.length > mostYears + 1) return undefined;
  const bound = output("bound_by");
  const member = bound !== undefined && "value" in bound ? bound.value : undefined;
  const boundBy = plan.tree.enums
    .flatMap(({ members }) => members)
    .find(({ id }) => id === member)?.label;
  return {
    from,
    to,
    years: years.map(printFiscalYear),
    ...(boundBy === undefined ? {} : { boundBy }),
  };
}

function dayOf(output: OutputResult | undefined): string | undefined {
  return output?.value ?? output?.low;
}

/** The days of one fiscal year that are in a period. */
export function daysIn({ from, to }: CreditingPeriod, year: number): { from: string; to: string } {
  const first = Math.max(parseDay(from) ?? 0, startOfFiscalYear(year));
  const last = Math.min(parseDay(to) ?? 0, endOfFiscalYear(year));
  return { from: printDay(first), to: printDay(last) };
}
