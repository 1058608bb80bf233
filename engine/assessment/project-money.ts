import { isExact } from "../evaluate/absent.ts";
import { present } from "../explain/present.ts";
import { print, sign } from "../quantity/exact.ts";
import { tonne } from "./amounts.ts";
import type { Money } from "./assessment.ts";
import { type Ends, endsOfResult, isPoint, writeEnds } from "./ends.ts";
import { paidBy, type reviewsOf, sumMoney, verificationsIn, type YearMoney } from "./money.ts";
import type { RuleAnswers, RuleRun } from "./scheme.ts";

/** What the rules on payback, support and review cost are given of a project: its years and its expected total. */
export function moneyAnswers(periodRun: RuleRun, total: Ends | undefined): RuleAnswers {
  const years = periodRun.output("whole_years")?.value;
  const given = years !== undefined && years !== "0" ? { crediting_years: `${years} yr` } : {};
  // An expected total of zero is no project, and the rules take none.
  if (total === undefined || sign(total.high) <= 0) return { given };
  const high = `${print(total.high)} ${tonne}`;
  if (isPoint(total)) return { given: { ...given, expected_total: high } };
  const low = sign(total.low) <= 0 ? `1 ${tonne}` : `${print(total.low)} ${tonne}`;
  return { given, ranges: { expected_total: { low, high } } };
}

/** What a project costs and brings. */
export function moneyResult({
  price,
  every,
  years,
  money,
  moneyRun,
  reviews,
}: {
  readonly price: Ends | undefined;
  readonly every: number | undefined;
  readonly years: readonly { readonly year: string }[] | undefined;
  readonly money: readonly YearMoney[] | undefined;
  readonly moneyRun: RuleRun;
  readonly reviews: ReturnType<typeof reviewsOf>;
}): Money {
  const { run, plan, output } = moneyRun;
  const answered = (id: string): Ends | undefined => {
    const value = run.inputs?.values[plan.at.inputs.get(id) ?? -1]?.[0];
    return value !== undefined && isExact(value) ? { low: value, high: value } : undefined;
  };
  const yen = (ends: Ends | undefined) => ends && writeEnds(ends, "JPY");
  const payback = endsOfResult(output("payback") as never);
  const investment = answered("investment");
  const sums = money === undefined ? {} : sumMoney(money);
  return present({
    price: price && writeEnds(price, "JPY/t-CO2"),
    investment: yen(investment),
    subsidy: yen(investment && answered("subsidy")),
    payback: payback && writeEnds(payback, "yr"),
    reviews: reviews.map(({ ends, ...told }) => told),
    verifications: years && writeEnds(verificationsIn(years.length, every), "1"),
    revenue: yen(sums.revenue),
    reviewCost: yen(sums.cost),
    net: yen(sums.net),
    paidBy:
      money &&
      years &&
      paidBy(
        years.map(({ year }) => year),
        money,
      ),
  }) as Money;
}
