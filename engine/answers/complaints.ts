import type { Issue, IssueCode, Path } from "../issue.ts";
import type { IssueFacts } from "../locales/facts.ts";
import type { InputTree, ListTree } from "../methodology/tree.ts";

/** Answers with more problems than this are not a person's; the rest is counted. */
const mostIssues = 200;

/** Gathers what is wrong with answers. */
export interface Complaints {
  add<Code extends IssueCode>(
    code: Code,
    path: Path,
    facts: IssueFacts[Code],
    severity?: "error" | "warning",
  ): void;
  /** No further issue would be told one by one. */
  isFull(): boolean;
  /** Every issue, and how many more there were. */
  all(): readonly Issue[];
}

export function startComplaints(root: Path): Complaints {
  const issues: Issue[] = [];
  let more = 0;
  return {
    add(code, path, facts, severity = "error") {
      if (issues.length >= mostIssues) more += 1;
      else issues.push({ code, severity, path: [...root, ...path], facts } as Issue);
    },
    isFull: () => issues.length >= mostIssues,
    all() {
      if (more === 0) return issues;
      const rest = { code: "more-answer-issues", severity: "error", path: root } as const;
      return [...issues, { ...rest, facts: { count: more } }];
    },
  };
}

/** The facts that name a question or list. */
export function named({ id, label }: Pick<InputTree | ListTree, "id" | "label">) {
  return { input: id, label };
}

/** What was typed, short enough for a sentence. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
