import type { Issue } from "../issue.ts";
import { describe } from "../locales/describe.ts";
import { en } from "../locales/en.ts";
import { ja } from "../locales/ja.ts";
import { width } from "./columns.ts";
import type { Language } from "./terminal.ts";

const sentences = { en, ja };
const severities = {
  en: { error: "error", warning: "warning" },
  ja: { error: "誤り", warning: "注意" },
};

/**
 * Issues for a terminal: file, line and column, the code, the sentence, then the line itself with a caret under what
 * is meant. An issue without a place in a file shows the way to the value instead.
 */
export function showIssues(issues: readonly Issue[], language: Language): string {
  return issues.map((issue) => showIssue(issue, language)).join("");
}

/** The issues that have not been told yet: two methodologies that share a table share its issues. */
export function untold(issues: readonly Issue[], told: Set<string>): readonly Issue[] {
  return issues.filter((issue) => {
    const text = JSON.stringify(issue);
    const isNew = !told.has(text);
    told.add(text);
    return isNew;
  });
}

function showIssue(issue: Issue, language: Language): string {
  const { file, span, path } = issue;
  const place =
    span === undefined
      ? [file, path.join("/")].filter((part) => part !== undefined && part !== "").join(": ")
      : `${file ?? ""}:${span.line}:${span.column}`;
  const head = `${place === "" ? "" : `${place}: `}${severities[language][issue.severity]} [${issue.code}]`;
  const lines = [`${head} ${describe(issue, sentences[language])}`];
  if (span !== undefined && span.text !== "") {
    const { shown, caret } = window(span.text, span.column - 1, span.length);
    lines.push(`    ${shown}`, `    ${caret}`);
  }
  return `${lines.join("\n")}\n`;
}

const longest = 120;

/** The part of a line around what is meant, with carets below it; a wide character takes two columns. */
function window(text: string, start: number, length: number): { shown: string; caret: string } {
  const from = start > longest - 20 ? start - 40 : 0;
  // A tab or another control character takes no known number of columns.
  const shown = printable(text.slice(from, from + longest));
  const before = shown.slice(0, start - from);
  const meant = shown.slice(start - from, start - from + Math.max(1, length));
  return {
    shown: `${from > 0 ? "…" : ""}${shown}${from + longest < text.length ? "…" : ""}`,
    caret: `${" ".repeat(width(before) + (from > 0 ? 1 : 0))}${"^".repeat(Math.max(1, width(meant)))}`,
  };
}

function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => (character === "\t" ? " " : "�"));
}
