/** The facts behind each issue of this phase, by code. `found` is the author's own text, `write` what would be right. */
export type ParsingFacts = {
  "expression-empty": Record<string, never>;
  "expression-too-long": { readonly limit: number; readonly length: number };
  "expression-too-deep": { readonly limit: number };
  "expression-too-large": { readonly limit: number };
  "number-too-long": { readonly limit: number; readonly digits: number };
  "number-incomplete": { readonly found: string; readonly write: string };
  "exponent-form": { readonly found: string; readonly write: string };
  "digits-grouped": { readonly found: string; readonly write: string };
  "date-in-expression": { readonly found: string };
  "text-in-expression": { readonly found: string };
  /** `write` is empty where the sign does not follow a number. */
  "percent-in-expression": { readonly found: string; readonly write: string };
  "power-sign": { readonly found: string };
  "single-equals": Record<string, never>;
  "equals-in-key": Record<string, never>;
  "other-operator": { readonly found: string; readonly write: string };
  "printed-sign": { readonly found: string; readonly write: string };
  "full-width": { readonly found: string; readonly write: string };
  /** `write` is empty where no id can be suggested. */
  "not-an-id": { readonly found: string; readonly write: string };
  "unknown-character": { readonly found: string };
  "unit-not-closed": Record<string, never>;
  "unit-empty": Record<string, never>;
  "unit-without-number": { readonly found: string };
  "bracket-not-closed": { readonly open: string; readonly close: string };
  "bracket-not-opened": { readonly close: string; readonly open: string };
  /** `found` is empty at the end of the text. */
  "value-missing": { readonly found: string };
  "operator-missing": { readonly before: string; readonly found: string };
  "comma-misplaced": Record<string, never>;
  "dot-misplaced": Record<string, never>;
  "part-missing": { readonly before: string };
  "column-missing": { readonly table: string };
  "comparison-chained": Record<string, never>;
  "logic-mixed": Record<string, never>;
  "not-needs-brackets": Record<string, never>;
  "where-misplaced": Record<string, never>;
  "none-misplaced": Record<string, never>;
  "stop-misplaced": Record<string, never>;
  "not-a-reference": { readonly found: string };
};
