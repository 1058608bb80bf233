import type { Span } from "../../engine/issue.ts";

/** The line of a span with the characters that it points at between `«` and `»`. */
export function marked(span: Span | undefined): string {
  if (span === undefined) return "nowhere";
  const { text, column, length } = span;
  const end = column - 1 + length;
  return `${text.slice(0, column - 1)}«${text.slice(column - 1, end)}»${text.slice(end)}`.trim();
}
