import { canonicalText } from "./canonical.ts";
import type { Form, YearsOfTable } from "./form.ts";
import { fiscalYearOf, parseDay, printFiscalYear } from "./period.ts";
import type { TableTree, Tree } from "./tree.ts";

/**
 * The period that a form begins with, and the fiscal years that tables hold.
 *
 * Coefficients of a year become known long after it, and a table may hold a late year for few of its keys. So the year
 * that is preset is the newest for which every table by fiscal year has values for most of its other keys: a person
 * who leaves it alone meets no missing row by default, and one who enters another year sees which there are.
 */

/** Years before and after these are taken as open. */
const from: number = 1990;
const to: number = 2100;

/** The years that stand for the open ends of a range. */
export const openYears = { from, to };

/** The period of a form. Without tables by fiscal year it is the first year in which the edition is in force. */
export function periodOf(tree: Tree): NonNullable<Form["period"]> {
  const counted = tree.tables.flatMap((table) => countsByYear(table) ?? []);
  const held = counted.map(
    ({ table, counts, most }): YearsOfTable => ({
      label: table.label ?? { ja: table.id },
      most: runsOf((year) => (counts.get(year) ?? 0) * 2 > most),
      some: runsOf((year) => (counts.get(year) ?? 0) > 0 && (counts.get(year) ?? 0) * 2 <= most),
    }),
  );
  // A table that comes in by two ways is told of once.
  const tables = [...new Map(held.map((one) => [canonicalText(one), one])).values()];
  const isPreset = (year: number) =>
    counted.every(({ counts, most }) => (counts.get(year) ?? 0) * 2 > most);
  const limited = counted.filter(({ counts }) => !counts.has(to));
  const years = limited.length === 0 ? [] : descending().filter(isPreset);
  const preset = years[0] ?? firstYearOf(tree);
  return { preset: printFiscalYear(preset), ...(tables.length === 0 ? {} : { tables }) };
}

/** For each year how many combinations of a table's other keys have a row, and how many there are. */
function countsByYear(table: TableTree):
  | {
      readonly table: TableTree;
      readonly counts: ReadonlyMap<number, number>;
      readonly most: number;
    }
  | undefined {
  const position = table.keys.findIndex(({ kind }) => kind === "fiscal_year");
  if (position < 0) return undefined;
  const byYear = new Map<number, Set<string>>();
  const all = new Set<string>();
  for (const { keys } of table.rows) {
    const others = JSON.stringify(keys.filter((_, at) => at !== position));
    all.add(others);
    const [low, high] = yearsOf(keys[position]);
    for (let year = low; year <= high; year += 1) {
      byYear.set(year, (byYear.get(year) ?? new Set()).add(others));
    }
  }
  const counts = new Map([...byYear].map(([year, keys]) => [year, keys.size]));
  return { table, counts, most: all.size };
}

/** The first and last year of a key cell: `2013`, `2013..2017`, `2013..`, `..2013`; `*` is every year. */
export function yearsOf(cell: string | readonly string[] | undefined): readonly [number, number] {
  const [low = "", high = low] = String(cell).split("..");
  return [
    /^\d{4}$/.test(low) ? Number.parseInt(low, 10) : from,
    /^\d{4}$/.test(high) ? Number.parseInt(high, 10) : to,
  ];
}

/** Years in a row as ranges, open where they go on to the end of what is looked at. */
function runsOf(holds: (year: number) => boolean): readonly string[] {
  const runs: string[] = [];
  for (let first = from; first <= to; first += 1) {
    if (!holds(first)) continue;
    let last = first;
    while (last < to && holds(last + 1)) last += 1;
    const low = first === from ? "" : first.toString();
    const high = last === to ? "" : last.toString();
    runs.push(low === high ? low : `${low}..${high}`);
    first = last;
  }
  return runs;
}

function descending(): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => to - index);
}

function firstYearOf({ valid }: Tree): number {
  const day = valid?.from === undefined ? undefined : parseDay(valid.from);
  return day === undefined ? 2024 : fiscalYearOf(day);
}
