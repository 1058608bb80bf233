import type { Kernels } from "../columns/chunk.ts";
import type { Issue } from "../issue.ts";
import type { Mode } from "../methodology/schema.ts";
import type { Mapping } from "./mapping.ts";
import type { Quickly } from "./quickly.ts";
import type { BatchCounts } from "./works.ts";

/** How rows are to be evaluated. */
export interface BatchOptions {
  /** `projects`: each row is an answer set. `items`: the rows of a case are the items of one answer set. */
  readonly rows: "projects" | "items";
  readonly caseColumn?: string;
  /** What the columns are; without it, that is told by their headers. */
  readonly mapping?: Mapping;
  /** The period of rows that name none, as a person writes it. */
  readonly period?: string;
  readonly mode: Mode;
  readonly asOf: string;
  /** An issue in words, for the files. */
  readonly describe: (issue: Issue) => string;
  /** Is told of the issues of each row that has some, as its line is written. */
  readonly onIssues?: (row: number, issues: readonly Issue[]) => void;
  /** What an earlier run has done: its rows are read again, but neither evaluated nor written. */
  readonly done?: BatchCounts;
  /** `exact` reads every row with care and computes it by itself; `columns`, as without it, does so where a row needs it. The results are the same. */
  readonly lane?: "columns" | "exact";
  /** Starts the loops that columns are computed with; the plain ones without it. The results are the same. */
  readonly kernels?: () => Kernels;
  /** Reads and writes plain rows by loops of these kernels. The results are the same. */
  readonly quickly?: Quickly | undefined;
}
