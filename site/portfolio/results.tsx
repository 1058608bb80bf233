import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { PortfolioClient } from "../../engine/portfolio/types.ts";
import { writeFigure } from "../../widgets/text/figures.ts";
import { plainWords } from "../../widgets/text/language.ts";
import type { Language } from "../build/page.ts";
import { Downloads } from "./downloads.tsx";
import { GroupChoice } from "./group-choice.tsx";
import { GroupsTable } from "./groups-table.tsx";
import { InTurn } from "./in-turn.tsx";
import { IssueList } from "./issue-list.tsx";
import { portfolioWords } from "./portfolio-words.ts";
import { Rows } from "./rows.tsx";
import { SpreadCharts } from "./spread-charts.tsx";
import { CountsTable, IssuesTable, SumsTable } from "./totals.tsx";
import type { Run, Running } from "./use-run.ts";

/** A filter for one group, with the name that it is told by. */
export interface GroupFilter {
  readonly id: number;
  readonly name: string;
}

/** The sixth step: what the rows come to, or those that were calculated before it was cancelled. */
export function Results({
  language,
  client,
  run,
  isStale,
  onGroup,
  onSay,
}: {
  readonly language: Language;
  readonly client: PortfolioClient;
  readonly run: Run;
  readonly isStale: boolean;
  readonly onGroup: Running["group"];
  readonly onSay: (words: string) => void;
}): VNode | null {
  const text = portfolioWords[language];
  const [group, setGroup] = useState<GroupFilter>();
  const { progress, summary } = run;
  if (progress === undefined || progress.state === "running") return null;
  const isPart = progress.state !== "ended";
  const outputs = summary?.outputs ?? [];
  const regroup = async (column: number | undefined): Promise<void> => {
    // The rows of a group are told by a column that is no longer the one.
    setGroup(undefined);
    onSay(text.grouping);
    const isDone = await onGroup(column);
    if (isDone === undefined) return;
    const header = column === undefined ? undefined : run.header[column];
    if (!isDone) onSay(text.notGrouped);
    else onSay(header === undefined ? text.ungrouped : text.grouped(header));
  };
  const names = new Map(outputs.map(({ id, label }) => [id, plainWords(label, language)] as const));
  return (
    <section aria-labelledby="step-results">
      <h2 id="step-results" tabIndex={-1}>
        {text.steps.results}
      </h2>
      {isPart && (
        <p class="notice">
          <strong>{text.states[progress.state]}</strong>{" "}
          {text.isPart(writeFigure(progress.counts.rows.toString(), language))}
        </p>
      )}
      {isStale && <p class="notice">{text.isStale}</p>}
      {progress.issues.length > 0 && <IssueList issues={progress.issues} language={language} />}
      {summary !== undefined && (
        <InTurn turn={language} lang={language}>
          <Downloads
            language={language}
            client={client}
            name={isPart ? `${run.name}-${text.part}` : run.name}
            issues={summary.counts.issues}
            onSay={onSay}
          />
          <CountsTable language={language} counts={summary.counts} />
          <SumsTable language={language} outputs={outputs} />
          <IssuesTable language={language} summary={summary} />
          <GroupChoice language={language} run={run} onPick={(column) => void regroup(column)} />
          {summary.groups === undefined ? null : (
            <GroupsTable
              key={summary.groups.column}
              language={language}
              groups={summary.groups}
              outputs={outputs}
              onLook={(found) => {
                setGroup(found);
                document.getElementById("rows-heading")?.focus();
              }}
            />
          )}
          <SpreadCharts language={language} outputs={outputs} />
          <Rows
            language={language}
            client={client}
            header={run.resultHeader}
            names={names}
            all={summary.counts.rows}
            group={group}
            onGroup={setGroup}
            onSay={onSay}
          />
        </InTurn>
      )}
    </section>
  );
}
