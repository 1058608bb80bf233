import type { ComponentChildren } from "preact";
import type { Bounds, ProjectResult, VariantResult } from "../../engine/assessment/assessment.ts";
import { useSetting } from "../../widgets/setting.ts";
import { typeset } from "../../widgets/text/words.tsx";
import { writeBounds } from "./bounds.ts";
import { caseName } from "./case-switch.tsx";
import { FramedTable } from "./framed-table.tsx";
import { Mark, markOfStatus } from "./mark.tsx";
import type { Project } from "./state.ts";
import type { AssessmentWords } from "./words.ts";

/** A project and the other ways of it side by side; nothing where there is no other way. */
export function Comparison({
  project,
  result,
  name,
  words,
}: {
  readonly project: Project;
  readonly result: ProjectResult;
  readonly name: string;
  readonly words: AssessmentWords;
}): ComponentChildren {
  const setting = useSetting();
  if (result.variants.length === 0) return null;
  const all: readonly (readonly [string, VariantResult])[] = [
    [caseName(words, project, ""), result],
    ...result.variants.map((one) => [caseName(words, project, one.id), one] as const),
  ];
  const rows: readonly (readonly [string, (one: VariantResult) => Bounds | undefined, number?])[] =
    [
      [words.perYear, ({ sums }) => sums?.yearlyAverage, 1],
      [words.overPeriod, ({ sums }) => sums?.whole],
      [words.received, ({ sums }) => sums?.received],
      [words.revenue, ({ money }) => money.revenue],
      [words.reviewCost, ({ money }) => money.reviewCost],
      [words.net, ({ money }) => money.net],
      [words.payback, ({ money }) => money.payback],
    ];
  const told = rows.filter(([, pick]) => all.some(([, one]) => pick(one) !== undefined));
  return (
    <FramedTable
      name={`${words.comparison}: ${name}`}
      heads={[words.item, ...all.map(([heading]) => heading)]}
      rows={[
        {
          key: "status",
          head: words.status,
          cells: all.map(([, { status }]) => (
            <Mark key={status} mark={markOfStatus(status)}>
              {words.statuses[status]}
            </Mark>
          )),
        },
        ...told.map(([heading, pick, places]) => ({
          key: heading,
          head: heading,
          cells: all.map(([, one]) => {
            const bounds = pick(one);
            return bounds === undefined
              ? words.none
              : typeset(writeBounds(setting, bounds, places));
          }),
        })),
      ]}
    />
  );
}
