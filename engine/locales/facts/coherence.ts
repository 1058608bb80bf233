/** What must say where it comes from. */
export type Sourced =
  | "constant"
  | "row"
  | "formula"
  | "branch"
  | "default"
  | "range"
  | "rounding"
  | "condition"
  | "cut"
  | "unit"
  | "carrying over"
  | "spreading by days"
  | "published test";

interface Origin {
  readonly what: Sourced;
  readonly id: string;
  /** How many rows of a table it is about. */
  readonly rows?: number;
}

interface Unproved {
  readonly name: string;
  /** The formula, condition, output, input or list that reads it. */
  readonly reader: string;
  /** What would have to hold, as an author writes it. */
  readonly needs: string;
}

/** The facts behind each issue with how the parts of a methodology fit together, by code. */
export type CoherenceFacts = {
  /** Ids in the order of reading; the first is the last too. */
  readonly circle: { readonly chain: readonly string[] };
  readonly unused: {
    readonly kind: "formula" | "constant" | "table" | "component" | "input" | "list";
    readonly id: string;
  };
  readonly "too-costly": {
    readonly evaluations: string;
    readonly limit: string;
    readonly formula: string;
    readonly axes: readonly { readonly axis: string; readonly size: string }[];
  };
  readonly "fractions-grow": {
    readonly formula: string;
    readonly list: string;
    readonly items: number;
  };

  readonly "source-missing": Origin;
  readonly "provenance-missing": Origin;
  readonly "confirmed-by-nobody": Origin & { readonly document: string };
  readonly "document-unknown": { readonly document: string; readonly suggestion?: string };
  readonly "document-unused": { readonly document: string };
  /** Of a document: its own `date`, or the day on which it was `read`. */
  readonly "document-date": { readonly word: "date" | "read"; readonly found: string };
  readonly "low-confidence": Origin & { readonly status: string };

  readonly "hidden-input-read": Unproved & { readonly route: readonly string[] };
  readonly "hidden-list-read": Unproved & { readonly route: readonly string[] };
  readonly "open-cell-read": Unproved & { readonly route: readonly string[] };
  readonly "relevance-too-involved": Unproved;
  readonly "relevance-too-many-ways": { readonly formula: string; readonly limit: number };

  readonly "test-without-period": { readonly test: string };
  readonly "test-period": { readonly found: string };
  readonly "test-unknown-name": { readonly name: string; readonly suggestion?: string };
  readonly "test-index": {
    readonly name: string;
    readonly axes: readonly string[];
    readonly found: string;
  };
  readonly "test-expected": {
    readonly name: string;
    readonly expected: "quantity" | "unit" | "member" | "flag" | "date" | "year";
    /** The unit or enum of the formula. */
    readonly unit: string;
    readonly found: string;
    readonly suggestion?: string;
  };
  readonly "test-year-missing": { readonly table: string; readonly years: readonly number[] };
};
