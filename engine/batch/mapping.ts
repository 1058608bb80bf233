import type { Mode } from "../methodology/schema.ts";

/**
 * What the columns of a file are, decided by hand or proposed: plain data that is saved beside the file as JSON and
 * opened again for the next file of the same kind.
 */
export interface Mapping {
  readonly format: "batch-mapping/1";
  /** The edition that the mapping was made for; another one of the same id is told of, not refused. */
  readonly methodology: { readonly id: string; readonly version: string; readonly hash?: string };
  /** `projects`: each row is an answer set. `items`: the rows of a case are the items of one answer set. */
  readonly rows: "projects" | "items";
  /** The period of rows that name none, as a person writes it: `FY2021`. */
  readonly period?: string;
  readonly mode?: Mode;
  /** The sheet of a workbook; without it the first. */
  readonly sheet?: string;
  /** In the order of the file. Columns are found by header, those of the same header in their order. */
  readonly columns: readonly MappedColumn[];
}

/** A column of a file and what its cells are. */
export type MappedColumn = { readonly header: string } & ColumnUse;

export type ColumnUse =
  | {
      readonly is: "answer";
      /** The id of the input in full: `boilers.fuel`. */
      readonly input: string;
      /**
       * Keys along the axes of the input, in their order: `["FY2021"]`. An axis of time may be left out: then the period
       * of the row stands for it.
       */
      readonly keys?: readonly string[];
      /** What a bare figure is in; without it, each cell has to name its unit. */
      readonly unit?: string;
      readonly reason?: MappingReason;
    }
  | { readonly is: "period" | "case"; readonly reason?: MappingReason }
  /** Of no question: it goes along to the results, and back with the rejects. */
  | { readonly is: "kept" }
  /** Left out of the results; it still comes back with the rejects, so that nothing is lost. */
  | { readonly is: "ignored" };

/**
 * Why a column is proposed to be what it is: its header is the id, or a label in either language, or near one of these, or
 * the name of a period or case. What is only near wants a look by a person.
 */
export type MappingReason = "id" | "label" | "near label" | "name";
