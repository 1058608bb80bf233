import { normalise, splitFigure } from "../answers/text.ts";
import { present } from "../explain/present.ts";
import type { Issue } from "../issue.ts";
import { compare, type Exact, exact, multiply, subtract, zero } from "../quantity/exact.ts";
import type { OutputResult } from "../result/result.ts";
import type { AnswerRange, Money, ReviewCost, YearResult } from "./assessment.ts";
import { addEnds, type Ends, endsOfResult, hull, nothing, writeEnds } from "./ends.ts";
import type { RuleRun } from "./scheme.ts";

const yen = "JPY";
export const priceUnit = "JPY/t-CO2";

/**
 * The price of a credit, `3000 JPY/t-CO2`; the unit may be left out.
 *
 * Errors: `assessment-figure` for what is no figure of zero or more in that unit.
 */
export function readPrice(price: AnswerRange): {
  readonly ends?: Ends;
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const [low, high] = (["low", "high"] as const).map((end) => {
    const text = price[end];
    const figure = splitFigure(normalise(text));
    const isPrice = figure.kind === "figure" && ["", priceUnit].includes(figure.unit);
    const value = isPrice ? exact(figure.digits) : undefined;
    if (value !== undefined && compare(value, zero) >= 0) return value;
    const facts = { found: text.slice(0, 100), example: `3000 ${priceUnit}` };
    issues.push({ code: "assessment-figure", severity: "error", path: ["price", end], facts });
    return undefined;
  });
  if (low === undefined || high === undefined) return { issues };
  return { ends: compare(low, high) <= 0 ? { low, high } : { low: high, high: low }, issues };
}

/** Whole years from one verification to the next. Errors: `undefined` for other text. */
export function readEvery(text: string): number | undefined {
  return /^[1-9]\d?$/.test(text) ? Number.parseInt(text, 10) : undefined;
}

/** Cost of the reviews by fiscal year: validation in the first, verification as often as is known. */
export function reviewCosts(
  years: number,
  { validation, verification }: { readonly validation: Ends; readonly verification: Ends },
  every: number | undefined,
): readonly Ends[] {
  return Array.from({ length: years }, (_, at) => {
    const first = at === 0 ? validation : nothing;
    const isLast = at === years - 1;
    if (every !== undefined) {
      const isDue = (at + 1) % every === 0 || isLast;
      return isDue ? addEnds(first, verification) : first;
    }
    return addEnds(first, { low: isLast ? verification.low : zero, high: verification.high });
  });
}

/** How often there is a verification. */
export function verificationsIn(years: number, every: number | undefined): Ends {
  const count = (value: number): Exact => exact(String(value));
  if (every === undefined) return { low: count(Math.min(1, years)), high: count(years) };
  const due = count(Math.ceil(years / every));
  return { low: due, high: due };
}

function timesPrice(received: Ends, price: Ends): Ends {
  return { low: multiply(received.low, price.low), high: multiply(received.high, price.high) };
}

function less(revenue: Ends, cost: Ends): Ends {
  return { low: subtract(revenue.low, cost.high), high: subtract(revenue.high, cost.low) };
}

export interface YearMoney {
  readonly revenue?: Ends;
  readonly cost?: Ends;
  readonly net?: Ends;
  readonly cumulated?: Ends;
}

/** Revenue stands in the year in which the reductions arise, though credits are issued after the verification. */
export function moneyByYear(
  received: readonly Ends[],
  price: Ends | undefined,
  costs: readonly Ends[] | undefined,
): readonly YearMoney[] {
  let cumulated = nothing;
  return received.map((own, at) => {
    const cost = costs?.[at];
    if (price === undefined) return cost === undefined ? {} : { cost };
    const revenue = timesPrice(own, price);
    if (cost === undefined) return { revenue };
    const net = less(revenue, cost);
    cumulated = addEnds(cumulated, net);
    return { revenue, cost, net, cumulated };
  });
}

export function writeYearMoney({ revenue, cost, net, cumulated }: YearMoney): Partial<YearResult> {
  return present({
    revenue: revenue && writeEnds(revenue, yen),
    reviewCost: cost && writeEnds(cost, yen),
    net: net && writeEnds(net, yen),
    cumulated: cumulated && writeEnds(cumulated, yen),
  });
}

/** Sums over the years; absent where a year lacks them. */
export function sumMoney(years: readonly YearMoney[]): YearMoney {
  const sum = (name: "revenue" | "cost" | "net"): Ends | undefined => {
    const all = years.flatMap((year) => year[name] ?? []);
    return all.length === years.length && all.length > 0 ? all.reduce(addEnds) : undefined;
  };
  return present({ revenue: sum("revenue"), cost: sum("cost"), net: sum("net") });
}

/**
 * What the reviews cost, by member of `review`: the least and the most over the ends of the fees and over what open
 * questions on support may come to.
 */
export function reviewsOf(
  runs: readonly RuleRun[],
): readonly (ReviewCost & { readonly ends: Ends })[] {
  const labels = runs[0]?.plan.tree.enums.find(({ id }) => id === "review")?.members ?? [];
  return labels.flatMap(({ id, label }) => {
    const ends = over(runs.map(({ output }) => memberEnds(output("own_cost"), id)));
    const paid = over(runs.map(({ output }) => memberEnds(output("support_paid"), id)));
    if (ends === undefined || paid === undefined) return [];
    return [{ id, label, support: writeEnds(paid, yen), own: writeEnds(ends, yen), ends }];
  });
}

function over(all: readonly (Ends | undefined)[]): Ends | undefined {
  const known = all.flatMap((ends) => ends ?? []);
  return known.length === all.length && known.length > 0 ? known.reduce(hull) : undefined;
}

function memberEnds(output: OutputResult | undefined, member: string): Ends | undefined {
  return endsOfResult(output?.values?.find(({ at }) => at.review === member));
}

/** The first year at whose end the sum is not below zero. */
export function paidBy(years: readonly string[], money: readonly YearMoney[]): Money["paidBy"] {
  if (money.some(({ cumulated }) => cumulated === undefined)) return undefined;
  const first = (end: "low" | "high"): string | null => {
    const at = money.findIndex(({ cumulated }) => compare(cumulated?.[end] ?? zero, zero) >= 0);
    return years[at] ?? null;
  };
  return { earliest: first("high"), latest: first("low") };
}
