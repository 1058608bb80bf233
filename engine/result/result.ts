import type { Issue } from "../issue.ts";
import type { Confidence, Label, Mode, Provenance } from "../methodology/schema.ts";

/**
 * The result of an evaluation: plain data with names in snake_case, the second contract of the product
 * (`result.schema.json`). Figures are text.
 */
export interface CalculationResult {
  readonly format: "result/1";
  readonly methodology: {
    readonly id: string;
    readonly version: string;
    readonly hash: string;
    readonly status: string;
  };
  readonly uses: readonly {
    readonly kind: string;
    readonly id: string;
    readonly version: string;
    readonly hash: string;
  }[];
  readonly replaced: readonly { readonly table: string; readonly hash: string }[];
  readonly engine: string;
  readonly as_of: string;
  readonly mode: Mode;
  readonly period?: { readonly from: string; readonly to: string };
  readonly parts: readonly { readonly from: string; readonly to: string; readonly year: string }[];
  readonly status: "applies" | "does_not_apply" | "undecided";
  readonly conditions: readonly ConditionResult[];
  readonly results: Readonly<Record<string, OutputResult>>;
  readonly assumed: readonly AssumedResult[];
  readonly unconfirmed: readonly FigureResult[];
  readonly ignored: readonly InputPlace[];
  readonly missing: readonly MissingResult[];
  /** Every input that the evaluation asked for, answered or not: the questions that matter now. */
  readonly asked: readonly InputPlace[];
  /** The weakest provenance that reached an output. */
  readonly provenance: Provenance;
  readonly confidence?: Confidence;
  /** What went wrong on the way (division by zero, a missing row, a refused condition) and warnings. */
  readonly issues: readonly Issue[];
  readonly steps?: readonly StepResult[];
}

/** Where on its axes a value stands: `boilers` → `2` (items count from 1), `years` → `FY2023`, `parts` → `2023-04-01`. */
export type At = Readonly<Record<string, string>>;

export interface InputPlace {
  readonly input: string;
  readonly at: At;
}

export interface MissingResult extends InputPlace {
  readonly label: Label;
  /** Formulas or conditions that need it, with their clauses. */
  readonly needed_by: readonly { readonly id: string; readonly clause?: string }[];
}

export interface ConditionResult {
  readonly id: string;
  readonly at: At;
  readonly effect: "not_applicable" | "refuse" | "warn";
  /** `null` where it cannot be decided yet. */
  readonly holds: boolean | null;
  readonly label?: Label;
  readonly because?: Label;
}

/**
 * A value: exact text (a terminating decimal, else `n/d`); irrational with guaranteed digits; a range; or none, with
 * why. A boolean is `true` or `false`, an enum its member, a date `2031-03-31`, a fiscal year `FY2031`.
 *
 * `decimal` stands beside exact text of a step that is a fraction or very long: the same rounded to ten digits, for
 * reading only.
 */
export type ValueResult =
  | { readonly value: string; readonly exact?: true; readonly decimal?: string }
  | { readonly value: string; readonly digits: number; readonly exact: false }
  | {
      readonly low: string;
      readonly high: string;
      readonly tight: boolean;
      readonly decimal_low?: string;
      readonly decimal_high?: string;
    }
  | { readonly none: "missing" | "stopped" | "failed"; readonly because?: Label };

export type OutputValue = ValueResult & {
  readonly at: At;
  /** Only where the unit hangs on a member: that of the member at hand, in place of the output's. */
  readonly unit?: string;
  readonly display_unit?: string;
  /** The value rounded to the declared digits, in the declared unit; of a range both ends: `12.3–45.6` is for widgets to write. */
  readonly display?: string;
  readonly display_low?: string;
  readonly display_high?: string;
};

/** One output: its total where it has no axes, else its values along them. */
export type OutputResult = {
  readonly label?: Label;
  readonly main: boolean;
  readonly type: string;
  /** Where the unit hangs on a member: the one that all values share, else as declared, and each value tells its own. */
  readonly unit: string;
  readonly display_unit: string;
  readonly axes: readonly string[];
  readonly chart?: "bars" | "stacked";
  readonly provenance: Provenance;
  /** Present where the output has axes. */
  readonly values?: readonly OutputValue[];
} & Partial<{
  readonly value: string;
  readonly digits: number;
  readonly exact: boolean;
  readonly low: string;
  readonly high: string;
  readonly tight: boolean;
  readonly none: "missing" | "stopped" | "failed";
  readonly because: Label;
  readonly display: string;
  readonly display_low: string;
  readonly display_high: string;
}>;

export interface AssumedResult extends InputPlace {
  readonly label: Label;
  readonly value: string;
  readonly unit: string;
  readonly provenance: Provenance;
  readonly source?: SourceResult;
}

export interface SourceResult {
  readonly document: string;
  readonly title?: Label;
  readonly edition?: string;
  readonly url?: string;
  readonly clause?: string;
  readonly page?: string;
  readonly table?: string;
  readonly note?: string;
}

/** A figure that is not confirmed and reached the result: a cell, a constant, a formula, a rounding, a default. */
export interface FigureResult {
  readonly kind:
    | "cell"
    | "constant"
    | "formula"
    | "rounding"
    | "default"
    | "condition"
    | "cut"
    | "carried_over";
  readonly id: string;
  readonly label?: Label;
  /** Keys of a cell, as text. */
  readonly keys?: readonly string[];
  readonly value?: string;
  readonly unit?: string;
  readonly provenance: Provenance;
  readonly confidence?: Confidence;
  readonly source?: SourceResult;
}

/** One formula evaluated at one place on its axes. */
export interface StepResult {
  readonly id: string;
  readonly at: At;
  readonly label?: Label;
  readonly symbol?: string;
  readonly printed?: string;
  /** The expression as written: of the branch that was taken, where there are branches. */
  readonly formula: string;
  readonly unit: string;
  readonly value: ValueResult;
  /** Before the rounding, where one is declared. */
  readonly before_rounding?: ValueResult;
  readonly rounding?: {
    readonly mode: string;
    readonly to?: string;
    readonly digits?: number;
    readonly source?: SourceResult;
  };
  /** The branch taken, and why. */
  readonly branch?: { readonly when?: string; readonly member?: string; readonly because?: Label };
  readonly reads: readonly ReadResult[];
  readonly provenance: Provenance;
  readonly source?: SourceResult;
  readonly note?: string;
}

/** A value that a step read: another step, an input, a constant, a cell. */
export interface ReadResult {
  readonly kind: "formula" | "input" | "constant" | "cell" | "condition";
  readonly id: string;
  readonly at?: At;
  readonly label?: Label;
  readonly symbol?: string;
  readonly keys?: readonly string[];
  readonly value: ValueResult;
  readonly unit?: string;
  readonly assumed?: boolean;
  readonly provenance?: Provenance;
  readonly source?: SourceResult;
}
