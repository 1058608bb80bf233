import type { Label } from "../../methodology/schema.ts";

/** The formula or condition that was being evaluated, and where on its axes: `{ boilers: "2", years: "FY2023" }`. */
interface Evaluated {
  readonly id: string;
  readonly label?: Label;
  readonly at: Readonly<Record<string, string>>;
}

interface LookedUp extends Evaluated {
  readonly table: string;
  readonly tableLabel?: Label;
  readonly column: string;
  /** What it was looked up by, in the order of the table's keys: `fuel = coal`, `year = FY2030`. */
  readonly keys: readonly string[];
}

/** The facts behind each issue of this phase, by code. */
export interface EvaluatingFacts {
  /** `may`: the divisor is a range that holds zero. */
  readonly "division-by-zero": Evaluated & { readonly may: boolean };
  readonly "constant-not-known": Evaluated & {
    readonly constant: string;
    readonly constantLabel?: Label;
    readonly known: string;
    readonly asOf: string;
  };
  readonly "no-row": LookedUp;
  /** `last` is the last year known before it. */
  readonly "no-row-for-year": LookedUp & {
    readonly year: string;
    /** The last year before it that has one. */
    readonly last?: string;
    /** The years that have one for these keys: `FY2012..FY2013`, `FY2021`, `FY2014..`. */
    readonly held: readonly string[];
  };
  /** A number or date that no interval or range of rows holds. */
  readonly "key-outside": LookedUp & {
    readonly key: string;
    readonly value: string;
    readonly low: string;
    readonly high: string;
  };
  readonly "key-not-printed": LookedUp & {
    readonly key: string;
    readonly value: string;
    readonly nearest: readonly string[];
  };
  readonly "cell-open": LookedUp;
  readonly "slope-at-end": LookedUp & { readonly key: string; readonly value: string };
  readonly "inverse-outside": LookedUp & {
    readonly from: string;
    readonly value: string;
    readonly low: string;
    readonly high: string;
  };
  readonly "nothing-to-choose": Evaluated & {
    readonly function: string;
    readonly axis: string;
    readonly axisLabel?: Label;
  };
  readonly "outside-domain": Evaluated & { readonly function: string; readonly value: string };
  readonly "term-not-whole": Evaluated & { readonly value: string; readonly unit: string };
  readonly "date-out-of-reach": Evaluated;
  readonly "item-outside-period": Evaluated & {
    readonly list: string;
    readonly listLabel: Label;
    readonly item: number;
    readonly date: string;
    readonly from: string;
    readonly to: string;
  };
  readonly "dated-by-year": Evaluated & { readonly list: string; readonly listLabel: Label };
  readonly "falling-reading": Evaluated & {
    readonly input: string;
    readonly inputLabel: Label;
    readonly from: string;
    readonly to: string;
    readonly before: string;
    readonly after: string;
  };
  /** A rounding or comparison that 200 digits do not decide. */
  readonly "not-settled": Evaluated & { readonly digits: number };
  readonly "range-too-wide": Evaluated;
  readonly "number-too-large": Evaluated & { readonly bits: number };
  readonly "too-many-steps": Evaluated & { readonly most: number };
  readonly "too-many-values": { readonly count: number; readonly most: number };
  readonly "formulas-too-deep": { readonly methodology: string };
  readonly "condition-refused": Evaluated & { readonly because?: Label };
  readonly "condition-warned": Evaluated & { readonly because?: Label };
  /** On a page: the rows are still to be loaded. */
  readonly "table-away": { readonly table: string };
  readonly "table-not-replaceable": { readonly table: string };
  readonly "replacement-unread": {
    readonly table: string;
    readonly row: number;
    readonly column: string;
    readonly found: string;
  };
}
