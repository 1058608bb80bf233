import { present } from "../explain/present.ts";
import type { Guide } from "../methodology/guide-schema.ts";
import { one } from "../quantity/exact.ts";
import { floor } from "../quantity/rounding.ts";
import { creditsOf, sumYears, tonne, writeSums, type YearEnds } from "./amounts.ts";
import type { Assessed } from "./assess-project.ts";
import type { Overlap, Totals, TotalYear } from "./assessment.ts";
import { addEnds, atEnds, type Ends, nothing, writeEnds } from "./ends.ts";
import { moneyByYear, sumMoney, writeYearMoney } from "./money.ts";
import { guideSource } from "./tell.ts";

/** A project that counts: with its figures by year. */
export interface Counted {
  readonly id: string;
  readonly methodology: string;
  readonly assessed: Assessed;
  readonly years: readonly YearEnds[];
}

/**
 * Adds projects up. Amounts of one methodology are one project of the applicant: they are added as they are, cut down once
 * in each fiscal year, and the whole tonnes of the methodologies are added. A methodology with one project has that
 * project's own whole tonnes.
 */
export function totalsOf(
  guide: Guide,
  counted: readonly Counted[],
  price: Ends | undefined,
): Totals {
  const names = [...new Set(counted.flatMap(({ years }) => years.map(({ year }) => year)))].sort();
  const groups = groupBy(counted, ({ methodology }) => methodology);
  const joined = [...groups.values()].flatMap((group) => joinGroup(guide, group));
  const years = names.map((name): YearEnds => {
    const own = joined.filter(({ year }) => year === name);
    const sum = (part: "unrounded" | "whole" | "buffer" | "received") =>
      own.map((year) => year[part]).reduce(addEnds, nothing);
    const costs = own.flatMap(({ cost }) => cost ?? []);
    const isKnown = costs.length === own.length;
    return {
      year: name,
      unrounded: sum("unrounded"),
      whole: sum("whole"),
      buffer: sum("buffer"),
      received: sum("received"),
      ...(isKnown && { cost: costs.reduce(addEnds, nothing) }),
    };
  });
  const costs = years.flatMap(({ cost }) => cost ?? []);
  const money = moneyByYear(
    years.map(({ received }) => received),
    price,
    costs.length === years.length ? costs : undefined,
  );
  const sums = sumYears(years);
  const { label, provenance } = guide.adding;
  const all = sumMoney(money);
  const yen = (ends: Ends | undefined) => ends && writeEnds(ends, "JPY");
  return present({
    projects: counted.map(({ id }) => id),
    years: years.map(
      (year, at): TotalYear => ({
        year: year.year,
        unrounded: writeEnds(year.unrounded, tonne),
        whole: writeEnds(year.whole, tonne),
        buffer: writeEnds(year.buffer, tonne),
        received: writeEnds(year.received, tonne),
        ...(writeYearMoney(money[at] ?? {}) as Partial<TotalYear>),
      }),
    ),
    sums: sums && writeSums(sums, years.length),
    revenue: yen(all.revenue),
    reviewCost: yen(all.cost),
    net: yen(all.net),
    rule: { label, provenance, source: guideSource(guide, guide.adding) },
  }) as Totals;
}

function groupBy<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** The years of all projects of one methodology. */
function joinGroup(guide: Guide, group: readonly Counted[]): readonly YearEnds[] {
  const [first] = group;
  if (first === undefined) return [];
  if (group.length === 1) return first.years;
  const byYear = groupBy(
    group.flatMap(({ years }) => years),
    ({ year }) => year,
  );
  const known: Parameters<typeof creditsOf>[3] = new Map();
  return [...byYear].flatMap(([year, parts]): readonly YearEnds[] => {
    if (parts.length === 1) return parts;
    const unrounded = parts.map((part) => part.unrounded).reduce(addEnds);
    const whole = atEnds(unrounded, (value) => floor(value, one));
    const credits = creditsOf(first.assessed.scheme, guide.scheme.uses, whole, known);
    const costs = parts.flatMap(({ cost }) => cost ?? []);
    if (credits === undefined) return parts;
    const cost = costs.length === parts.length && { cost: costs.reduce(addEnds) };
    return [{ year, unrounded, whole, ...credits, ...cost }];
  });
}

/** Pairs of projects that may count one effect twice: those of the guide, among what counts. */
export function overlapsOf(
  guide: Guide,
  counted: readonly { readonly id: string; readonly methodology: string }[],
): readonly Overlap[] {
  return Object.entries(guide.overlaps).flatMap(
    ([id, { of, label, because, provenance, source }]) => {
      const [left, right] = of;
      const first = counted.filter(({ methodology }) => methodology === left);
      const second = counted.filter(({ methodology }) => methodology === right);
      return first.flatMap((one) =>
        second.map(
          (other): Overlap => ({
            id,
            projects: [one.id, other.id],
            label,
            because,
            provenance,
            source: guideSource(guide, { source }),
          }),
        ),
      );
    },
  );
}
