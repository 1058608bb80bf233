/** The facts behind each issue with the figures of tables and constants, by code. `keys` are as in a look-up: `kerosene, 2013`. */
export type CoefficientFacts = {
  readonly "key-not-read": {
    readonly table: string;
    readonly key: string;
    readonly expected: "year" | "interval" | "dates" | "number";
    readonly found: string;
  };
  readonly "range-reversed": {
    readonly table: string;
    readonly key: string;
    readonly low: string;
    readonly high: string;
  };
  readonly "rows-overlap": {
    readonly table: string;
    readonly keys: string;
    /** What both rows cover under keys with ranges; empty where there are none. */
    readonly common: string;
    /** File and line of the other row. */
    readonly other: string;
  };
  readonly "interval-gap": { readonly table: string; readonly keys: string; readonly gap: string };
  readonly "year-gap": { readonly table: string; readonly keys: string; readonly gap: string };
  readonly "table-too-wide": { readonly table: string };
  readonly "rows-missing": {
    readonly table: string;
    readonly count: number;
    readonly keys: readonly string[];
  };
  readonly "years-end": {
    readonly table: string;
    readonly ends: readonly { readonly keys: string; readonly last: number }[];
    /** The last year of the other keys. */
    readonly others: number;
  };
  readonly "cell-not-read": {
    readonly table: string;
    readonly column: string;
    readonly expected: "figure" | "flag" | "date" | "year";
    readonly unit: string;
    readonly found: string;
  };
  readonly "figure-too-long": {
    readonly column: string;
    readonly digits: number;
    readonly limit: number;
  };
  readonly "value-outside-range": {
    readonly id: string;
    readonly low: string;
    readonly value: string;
    readonly high: string;
  };
  readonly "source-range-reversed": {
    readonly id: string;
    readonly low: string;
    readonly value: string;
    readonly high: string;
  };
  readonly "slope-needs-rows": {
    readonly column: string;
    readonly along: string;
    readonly keys: string;
    readonly rows: number;
  };
  readonly "inverse-not-monotone": {
    readonly column: string;
    readonly key: string;
    readonly keys: string;
    readonly at: string;
  };
  /** Two keys have one value, so that a value leads back to neither. */
  readonly "inverse-tie": {
    readonly column: string;
    readonly key: string;
    readonly keys: string;
    readonly at: string;
    readonly other: string;
  };
  readonly "known-not-a-day": { readonly found: string };
};
