import { divide, type Exact, exact, print, readExact, sign, zero } from "../quantity/exact.ts";
import type { CalculationResult, OutputResult } from "../result/result.ts";
import type { CreditingPeriod, Sums } from "./assessment.ts";
import { addEnds, atEnds, type Ends, endsOfResult, writeEnds } from "./ends.ts";
import type { Scheme } from "./scheme.ts";

export const tonne = "t-CO2";

/** Whole tonnes and what is before them, by fiscal year; `undefined` where a year has no figure. */
export interface Amounts {
  readonly unrounded: readonly Ends[];
  readonly whole: readonly Ends[];
}

/** Reads the amounts of every year of the period. */
export function amountsOf(
  result: CalculationResult | undefined,
  period: CreditingPeriod,
  yearly: string,
  unrounded: string,
): Amounts | undefined {
  const along = (output: OutputResult | undefined): readonly Ends[] | undefined => {
    const all = period.years.map((year) =>
      endsOfResult(output?.values?.find(({ at }) => at.years === year)),
    );
    return all.every((ends) => ends !== undefined) ? all : undefined;
  };
  const whole = along(result?.results[yearly]);
  const before = along(result?.results[unrounded]);
  return whole === undefined || before === undefined ? undefined : { whole, unrounded: before };
}

/** A year below zero issues nothing. */
export function notBelowZero(value: Exact): Exact {
  return sign(value) < 0 ? zero : value;
}

/** The buffer and what the holder receives, of one fiscal year: by the rules, at both ends. */
export function creditsOf(
  scheme: Scheme,
  uses: string,
  whole: Ends,
  known: Map<string, { readonly buffer: Exact; readonly received: Exact }>,
): { readonly buffer: Ends; readonly received: Ends } | undefined {
  const at = (value: Exact) => {
    const certified = print(notBelowZero(value));
    const held = known.get(certified);
    if (held !== undefined) return held;
    const { output } = scheme.run(uses, { given: { certified: `${certified} ${tonne}` } });
    const buffer = readExact(output("buffer")?.value ?? "");
    const received = readExact(output("received")?.value ?? "");
    if (buffer === undefined || received === undefined) return undefined;
    known.set(certified, { buffer, received });
    return { buffer, received };
  };
  const low = at(whole.low);
  const high = at(whole.high);
  if (low === undefined || high === undefined) return undefined;
  return {
    buffer: { low: low.buffer, high: high.buffer },
    received: { low: low.received, high: high.received },
  };
}

/** Amounts, credits and money of a project by year, as ends: what totals are made from. */
export interface YearEnds {
  readonly year: string;
  readonly unrounded: Ends;
  readonly whole: Ends;
  readonly buffer: Ends;
  readonly received: Ends;
  readonly cost?: Ends;
}

export interface SumEnds {
  readonly unrounded: Ends;
  readonly whole: Ends;
  readonly buffer: Ends;
  readonly received: Ends;
}

export function sumYears(years: readonly Omit<YearEnds, "year">[]): SumEnds | undefined {
  const sum = (name: keyof SumEnds): Ends =>
    years.map((year) => year[name]).reduce(addEnds, { low: zero, high: zero });
  return years.length === 0
    ? undefined
    : {
        unrounded: sum("unrounded"),
        whole: sum("whole"),
        buffer: sum("buffer"),
        received: sum("received"),
      };
}

export function writeSums(sums: SumEnds, years: number): Sums {
  const count = exact(String(years));
  return {
    unrounded: writeEnds(sums.unrounded, tonne),
    whole: writeEnds(sums.whole, tonne),
    buffer: writeEnds(sums.buffer, tonne),
    received: writeEnds(sums.received, tonne),
    yearlyAverage: writeEnds(
      atEnds(sums.whole, (value) => divide(value, count)),
      "t-CO2/yr",
    ),
  };
}
