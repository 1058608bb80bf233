import type { VNode } from "preact";
import type { Issue } from "../../engine/issue.ts";
import { describePortfolioIssue } from "../../engine/portfolio/sentences.ts";
import type { Language } from "../build/page.ts";

/** The most sentences that stand in one list; more of one kind say nothing new. */
const mostTold = 30;

/** What is wrong, in sentences, each once. */
export function IssueList({
  issues,
  language,
}: {
  readonly issues: readonly Issue[];
  readonly language: Language;
}): VNode {
  const told = new Map(
    issues.map((issue) => [describePortfolioIssue(issue, language), issue.severity] as const),
  );
  return (
    <ul class="issues">
      {[...told].slice(0, mostTold).map(([sentence, severity]) => (
        <li key={sentence} class={severity}>
          {sentence}
        </li>
      ))}
      {told.size > mostTold && <li>… (+{told.size - mostTold})</li>}
    </ul>
  );
}
