import type { VNode } from "preact";
import type { BatchCounts } from "../../engine/batch/works.ts";
import type { OutputSummary, Summary } from "../../engine/portfolio/types.ts";
import { writeFigure } from "../../widgets/text/figures.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { typeset } from "../../widgets/text/words.tsx";
import type { Language } from "../build/page.ts";
import { Scrolled } from "./fields.tsx";
import { portfolioWords } from "./portfolio-words.ts";

const counted = [
  "rows",
  "results",
  "issues",
  "blank",
  "applies",
  "doesNotApply",
  "undecided",
] as const;

/** How many rows came to what. */
export function CountsTable({
  language,
  counts,
}: {
  readonly language: Language;
  readonly counts: BatchCounts;
}): VNode {
  const text = portfolioWords[language];
  return (
    <dl class="counts">
      {counted.map((one) => (
        <div key={one}>
          <dt>{text.counts[one]}</dt>
          <dd>{writeFigure(counts[one].toString(), language)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The name of an output with its unit, as a heading of figures. */
export function outputName(
  { label, unit }: Pick<OutputSummary, "label" | "unit">,
  language: Language,
): string {
  const name = plainWords(label, language);
  if (unit === "" || unit === "1") return name;
  return language === "en" ? `${name} (${unit})` : `${name}（${unit}）`;
}

/** Whether figures in this unit can be added up: a share, or so much for each of something, can not. */
export function isAdditive(unit: string): boolean {
  return !/^1?$|[%‰/]/.test(unit);
}

/** Sums of every output that is a figure. */
export function SumsTable({
  language,
  outputs,
}: {
  readonly language: Language;
  readonly outputs: readonly OutputSummary[];
}): VNode {
  const text = portfolioWords[language];
  const figure = (value: string): string => writeFigure(value, language);
  return (
    <>
      <h3>{text.sums}</h3>
      <p class="hint">{text.sumsHelp}</p>
      <Scrolled name={text.sums}>
        <table>
          <caption class="unseen">{text.sums}</caption>
          <thead>
            <tr>
              <th scope="col">{text.output}</th>
              <th scope="col">{text.key1}</th>
              <th scope="col" class="end">
                {text.sum}
              </th>
              <th scope="col" class="end">
                {text.least}
              </th>
              <th scope="col" class="end">
                {text.most}
              </th>
              <th scope="col" class="end">
                {text.figures}
              </th>
            </tr>
          </thead>
          <tbody>
            {outputs.flatMap((output) =>
              output.sums.map(({ key, sum, least, most, count }) => (
                <tr key={`${output.id} ${key}`} class={output.isMain ? "main" : undefined}>
                  <th scope="row">{typeset(outputName(output, language))}</th>
                  <td>{key === "" ? text.none : key}</td>
                  <td class="end">{isAdditive(output.unit) ? figure(sum) : text.none}</td>
                  <td class="end">{figure(least)}</td>
                  <td class="end">{figure(most)}</td>
                  <td class="end">{figure(count.toString())}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </Scrolled>
    </>
  );
}

/** What is wrong with rows, by kind and column. */
export function IssuesTable({
  language,
  summary: { issues, moreIssues },
}: {
  readonly language: Language;
  readonly summary: Summary;
}): VNode {
  const text = portfolioWords[language];
  const figure = (value: number): string => writeFigure(value.toString(), language);
  return (
    <>
      <h3>{text.issueKinds}</h3>
      {issues.length === 0 ? (
        <p>{text.noIssues}</p>
      ) : (
        <Scrolled name={text.issueKinds}>
          <table>
            <caption class="unseen">{text.issueKinds}</caption>
            <thead>
              <tr>
                <th scope="col">{text.issueColumn}</th>
                <th scope="col" class="end">
                  {text.issueRows}
                </th>
                <th scope="col" class="end">
                  {text.firstRow}
                </th>
                <th scope="col">{text.example}</th>
              </tr>
            </thead>
            <tbody>
              {issues.map(({ code, column, header, rows, firstRow, example }) => (
                <tr key={`${code} ${column}`}>
                  <th scope="row">
                    {column === undefined ? text.anyColumn : text.column(column + 1, header ?? "")}
                  </th>
                  <td class="end">{figure(rows)}</td>
                  <td class="end">{figure(firstRow)}</td>
                  <td class="sentence">{example}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      {moreIssues > 0 && <p>{text.moreKinds(moreIssues)}</p>}
    </>
  );
}
