import type { UnitMismatch } from "../../check/mismatch.ts";
import type { TypeWords } from "../../check/types.ts";

/** What may carry a name. */
export type NamedThing =
  | "value"
  | "input"
  | "field"
  | "constant"
  | "formula"
  | "argument"
  | "list"
  | "table"
  | "key"
  | "column"
  | "component"
  | "enum"
  | "member"
  | "unit"
  | "axis"
  | "group"
  | "function";

/** The name that was probably meant. */
interface Suggested {
  readonly suggestion?: string;
}

/** The facts behind each issue of this phase, by code. */
export type CheckingFacts = {
  "unknown-name": {
    readonly what: NamedThing;
    readonly name: string;
    /** What it was looked for in. */
    readonly of?: string;
  } & Suggested;
  "unknown-unit": { readonly name: string } & Suggested;
  "unit-syntax": { readonly unit: string; readonly found: string };
  "unknown-type": { readonly type: string } & Suggested;
  "name-taken": { readonly name: string; readonly by: NamedThing };
  "name-reserved": { readonly name: string };
  "name-ambiguous": { readonly name: string; readonly ways: readonly string[] };
  "not-a-value": { readonly name: string; readonly what: "table" | "component" };
  "enum-as-value": { readonly enum: string; readonly member: string };
  "not-a-pointer": { readonly name: string };
  "text-in-formula": { readonly name: string };
  "enum-differs": { readonly enum: string };
  "part-of-part-enum": { readonly enum: string; readonly of: string };
  "renamed-in-use": { readonly name: string };

  "unit-mismatch": UnitMismatch;
  "term-unit": { readonly of: "date" | "fiscal_year"; readonly actual: string };
  "type-mismatch": { readonly expected: TypeWords; readonly actual: TypeWords };
  "operation-undefined": {
    readonly operator: string;
    readonly left: TypeWords;
    readonly right: TypeWords;
  };
  "conversion-typed": Record<string, never>;
  "celsius-arithmetic": { readonly operator: string };
  "not-pure": { readonly function: string; readonly actual: TypeWords };
  "not-ordered": { readonly enum: string };
  "power-of-quantity": { readonly unit: string };
  "argument-count": {
    readonly function: string;
    readonly expected: number;
    readonly actual: number;
    readonly orMore?: true;
  };
  "argument-type": { readonly function: string; readonly actual: TypeWords };
  "where-of-function": { readonly function: string };
  "known-of-other": Record<string, never>;
  "part-of-part": Record<string, never>;
  "unit-of-members": { readonly enum: string };
  "unit-of-member-differs": {
    readonly member: string;
    readonly first: string;
    readonly second: string;
  };
  "units-along-axis": { readonly function: string; readonly axis: string };
  "count-of-thing": { readonly unit: string };
  "quantity-only": { readonly word: string };

  "axis-missing": { readonly name: string; readonly axis: string };
  "parts-differ": { readonly name: string; readonly list: string };
  "dated-under-parts": { readonly list: string };
  "axis-own": { readonly function: string; readonly axis: string };
  "axis-expected": { readonly function: string };
  "axis-twice": { readonly axis: string };
  "axis-name-taken": { readonly axis: string };
  "two-lists": { readonly first: string; readonly second: string };
  "years-and-parts": Record<string, never>;
  "dated-per-time": { readonly list: string };
  "dated-by": { readonly field: string };
  "period-missing": { readonly axis: string };
  "period-without-years": Record<string, never>;
  "pointer-to-own": { readonly list: string };
  "time-missing": { readonly name: string };
  "time-twice": { readonly name: string; readonly said: readonly string[] };
  "meter-missing": { readonly word: string };
  "meter-per-time": { readonly name: string };
  "not-a-term": { readonly text: string };
  "cuts-order": { readonly text: string };
  "cut-of-argument": Record<string, never>;

  "key-count": {
    readonly table: string;
    readonly keys: readonly string[];
    readonly actual: number;
  };
  "key-not-number": { readonly key: string; readonly rule: string };
  "includes-missing": { readonly key: string };
  "slope-incomplete": { readonly column: string };
  "symmetric-pair": Record<string, never>;
  "one-variable": Record<string, never>;
  "cell-list": { readonly column: string };
  "inverse-undeclared": {
    readonly table: string;
    readonly key: string;
    readonly column: string;
    readonly inverses: readonly { readonly key: string; readonly column: string }[];
  };

  "unit-or-type": { readonly name: string };
  "formula-type": { readonly type: string };
  "body-count": { readonly said: readonly string[] };
  "then-missing": Record<string, never>;
  "then-without-match": Record<string, never>;
  "otherwise-missing": Record<string, never>;
  "case-after-otherwise": Record<string, never>;
  "match-missing": { readonly enum: string; readonly members: readonly string[] };
  "stop-without-because": Record<string, never>;
  "round-to": Record<string, never>;
  "argument-missing": { readonly component: string; readonly argument: string };
  "main-output": { readonly outputs: readonly string[] };
  "words-of-boolean": Record<string, never>;

  "not-a-figure": { readonly text: string };
  "not-above-zero": { readonly text: string };
  "not-a-count": { readonly text: string };
  "not-of-type": { readonly text: string; readonly type: TypeWords };
  "ends-reversed": { readonly low: string; readonly high: string };
  "preset-beyond-limit": { readonly text: string; readonly bound: string };
  "list-bounds": { readonly min: string; readonly max: string };
  "label-without-english": { readonly label: string };
};
