import { type ParseOptions, parseExpression } from "../../engine/expression/parse-expression.ts";
import type { Issue, Span } from "../../engine/issue.ts";

/** The text of an expression with its first issue underlined, or `fine`. */
export function caret(text: string, options?: ParseOptions): string {
  const result = parseExpression(text, options);
  return result.ok ? "fine" : underline(result.issues[0]?.span);
}

/** A line with the characters of a span underlined. */
export function underline(span: Span | undefined): string {
  return span === undefined
    ? "nowhere"
    : `${span.text}\n${" ".repeat(span.column - 1)}${"^".repeat(span.length)}`;
}

/** One line per issue: file, line and column, severity if it is a warning, and code. */
export function told(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ file, span, severity, code }) => {
    const place = span === undefined ? "" : `:${span.line}:${span.column}`;
    return `${file ?? ""}${place} ${severity === "warning" ? "warning " : ""}${code}`.trim();
  });
}
