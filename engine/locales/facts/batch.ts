/** A column of a file: its number from 1 and its header. */
interface AtColumn {
  readonly column: number;
  readonly header: string;
}

interface AtCell extends AtColumn {
  readonly row: number;
}

/** The facts behind each issue of reading many rows, by code. */
export interface BatchFacts {
  readonly "batch-empty": Record<never, never>;
  readonly "batch-encoding": { readonly row: number };
  readonly "batch-row-too-long": {
    readonly row: number;
    readonly line: number;
    readonly most: number;
  };
  readonly "batch-quote-open": { readonly row: number; readonly line: number };
  readonly "batch-too-many-columns": { readonly count: number; readonly most: number };
  readonly "batch-no-columns": { readonly examples: readonly string[] };
  readonly "batch-column-unknown": AtColumn & { readonly meant?: string };
  readonly "batch-column-ambiguous": AtColumn & { readonly meant: readonly string[] };
  readonly "batch-column-twice": AtColumn & { readonly other: string };
  readonly "batch-column-unit": AtColumn & {
    readonly unit: string;
    readonly units: readonly string[];
  };
  readonly "batch-column-keys": AtColumn & { readonly example: string };
  readonly "batch-column-unmapped": AtColumn;
  readonly "batch-inputs-unmapped": { readonly inputs: readonly string[] };
  readonly "batch-mapping-too-long": { readonly most: number };
  /** The way to what is wrong: `columns/3/unit`; empty for the whole. */
  readonly "batch-mapping-shape": { readonly where: string };
  readonly "batch-mapping-other": { readonly made: string; readonly id: string };
  readonly "batch-mapping-edition": { readonly made: string; readonly version: string };
  readonly "batch-mapping-input": AtColumn & { readonly input: string; readonly meant?: string };
  readonly "batch-mapping-column-missing": { readonly header: string };
  readonly "batch-case-wanted": Record<never, never>;
  readonly "batch-one-list-wanted": { readonly lists: readonly string[] };
  readonly "batch-cells": {
    readonly row: number;
    readonly found: number;
    readonly expected: number;
  };
  readonly "batch-time-wanted": AtCell;
  readonly "batch-part-wanted": AtCell & { readonly part: string };
  readonly "batch-case-blank": { readonly row: number };
  readonly "batch-case-differs": AtCell & { readonly found: string; readonly first: string };
  readonly "batch-case-again": { readonly row: number; readonly case: string };
  readonly "batch-case-too-long": { readonly case: string; readonly most: number };
  readonly "batch-case-waits": { readonly rows: readonly number[] };
  readonly "workbook-none": Record<never, never>;
  readonly "workbook-locked": Record<never, never>;
  readonly "workbook-broken": { readonly part: string };
  readonly "workbook-cell-broken": { readonly sheet: string; readonly cell: string };
  readonly "workbook-too-large": { readonly part: string };
  readonly "workbook-sheet-missing": {
    readonly sheet: string;
    readonly sheets: readonly string[];
  };
  readonly "workbook-too-many-rows": { readonly most: number };
  readonly "workbook-text-too-long": {
    readonly row: number;
    readonly column: number;
    readonly most: number;
  };
  readonly "portfolio-too-many-groups": { readonly header: string; readonly most: number };
  readonly "portfolio-not-begun": Record<never, never>;
  readonly "portfolio-view-gone": Record<never, never>;
  readonly "file-there": { readonly file: string };
  readonly "batch-started-anew": { readonly file: string };
  readonly "batch-same-file": { readonly file: string };
  readonly "batch-file-unreadable": { readonly file: string; readonly reason: string };
  readonly "file-unwritable": { readonly file: string; readonly reason: string };
}
