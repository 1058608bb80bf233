import type { ComponentChildren, VNode } from "preact";
import type { Bounds, TotalYear } from "../../engine/assessment/assessment.ts";
import { useSetting } from "../../widgets/setting.ts";
import { writeYear } from "../../widgets/text/times.ts";
import { typeset } from "../../widgets/text/words.tsx";
import { writeEnds } from "./bounds.ts";
import { FramedTable } from "./framed-table.tsx";
import type { AssessmentWords } from "./words.ts";
import { YearChart } from "./year-chart.tsx";

/** The years of the crediting period: what is left in each, as bars, and every figure as a table. */
export function YearsPart({
  years,
  words,
}: {
  readonly years: readonly TotalYear[];
  readonly words: AssessmentWords;
}): VNode {
  const hasMoney = years.some(({ net }) => net !== undefined);
  return (
    <>
      <Chart
        heading={words.chartTonnes}
        help={words.chartHelp}
        years={years}
        pick={({ received }) => received}
      />
      {hasMoney && (
        <Chart
          heading={words.chartNet}
          help={words.chartHelp}
          years={years}
          pick={({ net }) => net}
        />
      )}
      <YearsTable years={years} hasMoney={hasMoney} words={words} />
    </>
  );
}

function Chart({
  heading,
  help,
  years,
  pick,
}: {
  readonly heading: string;
  readonly help: string;
  readonly years: readonly TotalYear[];
  readonly pick: (year: TotalYear) => Bounds | undefined;
}): VNode {
  const values = years.flatMap((one) => {
    const value = pick(one);
    return value === undefined ? [] : [{ year: one.year, value }];
  });
  return (
    <figure class="chart">
      <figcaption>{typeset(heading)}</figcaption>
      <YearChart name={`${heading}. ${help}`} years={values} />
    </figure>
  );
}

/** Every figure of every year. */
export function YearsTable({
  years,
  hasMoney,
  words,
}: {
  readonly years: readonly TotalYear[];
  readonly hasMoney: boolean;
  readonly words: AssessmentWords;
}): VNode {
  const setting = useSetting();
  const hasBuffer = years.some(({ buffer }) => /[1-9]/.test(buffer.high));
  const cell = (bounds: Bounds | undefined): ComponentChildren =>
    bounds === undefined ? words.none : writeEnds(setting, bounds);
  const columns: readonly Column[] = [
    [words.whole, ({ whole }) => whole],
    ...(hasBuffer ? buffered(words) : []),
    ...(hasMoney ? paid(words) : []),
  ];
  return (
    <FramedTable
      name={words.byYear}
      heads={[words.fiscalYear, ...columns.map(([name]) => typeset(name))]}
      rows={years.map((year) => ({
        key: year.year,
        head: writeYear(year.year, setting.language),
        cells: columns.map(([, pick]) => cell(pick(year))),
      }))}
    />
  );
}

type Column = readonly [name: string, pick: (year: TotalYear) => Bounds | undefined];

function buffered(words: AssessmentWords): readonly Column[] {
  return [
    [words.bufferTonnes, ({ buffer }) => buffer],
    [words.receivedTonnes, ({ received }) => received],
  ];
}

function paid(words: AssessmentWords): readonly Column[] {
  return [
    [words.revenueYen, ({ revenue }) => revenue],
    [words.reviewCostYen, ({ reviewCost }) => reviewCost],
    [words.netYen, ({ net }) => net],
    [words.cumulatedYen, ({ cumulated }) => cumulated],
  ];
}
