import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { PortfolioClient } from "../../engine/portfolio/types.ts";
import { writeFigure } from "../../widgets/text/figures.ts";
import { plainWords } from "../../widgets/text/language.ts";
import type { Language } from "../build/page.ts";
import { Downloads } from "./downloads.tsx";
import { GroupsTable } from "./groups-table.tsx";
import { InTurn } from "./in-turn.tsx";
import { IssueList } from "./issue-list.tsx";
import { portfolioWords } from "./portfolio-words.ts";
import { Rows } from "./rows.tsx";
import { SpreadCharts } from "./spread-charts.tsx";
import { CountsTable, IssuesTable, SumsTable } from "./totals.tsx";
import type { Run } from "./use-run.ts";

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
  onSay,
}: {
  readonly language: Language;
  readonly client: PortfolioClient;
  readonly run: Run;
  readonly isStale: boolean;
  readonly onSay: (words: string) => void;
}): VNode | null {
  const text = portfolioWords[language];
  const [group, setGroup] = useState<GroupFilter>();
  const { progress, summary } = run;
  if (progress === undefined || progress.state === "running") return null;
  const isPart = progress.state !== "ended";
  const outputs = summary?.outputs ?? [];
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
        <InTurn>
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
          {summary.groups === undefined ? null : (
            <GroupsTable
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
