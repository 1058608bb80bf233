import type { Mapping } from "../batch/mapping.ts";
import type { BatchCounts } from "../batch/works.ts";
import type { Issue } from "../issue.ts";
import type { Label, Mode } from "../methodology/schema.ts";

/*
 * What a page and its worker tell each other about a portfolio. All of it is plain data that can be cloned; files and
 * results are Blobs, which are handed on without being copied. `serve.ts` answers in a worker, `client.ts` asks.
 *
 * The course: `look` at a file → the person settles the mapping → `begin` → `progress` events, windows of rows and
 * summaries at any time → `ended` → downloads. A new `look` or `begin` gives up what was before it.
 */

export type PortfolioLanguage = "ja" | "en";

/** The edition whose rows these are: `EN-S-001/4.0-r2`, or an id alone for the newest. */
export type EditionName = string;

export interface LookRequest {
  readonly methodology: EditionName;
  /** CSV in UTF-8 or Shift_JIS, or a workbook (.xlsx), told apart by their first bytes. */
  readonly file: Blob;
  readonly sheet?: string;
  /** Takes the place of the proposals where its headers are those of the file. */
  readonly mapping?: Mapping;
}

/** What can be seen of a file before it is computed. */
export interface Look {
  readonly kind: "csv" | "xlsx";
  /** Names of the sheets of a workbook. */
  readonly sheets: readonly string[];
  readonly header: readonly string[];
  /** The first rows, at most `mostPreviewRows`, cells as text. */
  readonly rows: readonly (readonly string[])[];
  /** Proposals for every column with their reasons, or the mapping that was handed in. */
  readonly mapping: Mapping;
  /** What is wrong with the header or the mapping: columns in the facts are counted from 1. */
  readonly issues: readonly Issue[];
  /** Everything a column can be mapped to, in the order of the methodology. */
  readonly choices: readonly ColumnChoice[];
}

export const mostPreviewRows = 20;

/** A question that a column can answer. */
export interface ColumnChoice {
  /** The id in full. */
  readonly input: string;
  readonly list?: string;
  readonly label: Label;
  readonly listLabel?: Label;
  /** Units that its figures may be in, the first preset; none for what is no figure. */
  readonly units: readonly string[];
  /** A row without it has no result, unless another answer makes it unnecessary. */
  readonly isNeeded: boolean;
  /** Axes that keys are wanted for; the keys that each may have, none for those of time. */
  readonly axes: readonly {
    readonly id: string;
    readonly isTime: boolean;
    readonly keys: readonly string[];
  }[];
}

/** Asks again for the issues of a mapping that a person has changed; nothing of the file is read again. */
export interface MapRequest {
  readonly mapping: Mapping;
}

export interface BeginRequest {
  readonly mapping: Mapping;
  readonly mode?: Mode;
  /** Coefficients as they were known on this day: `2026-04-01`. */
  readonly asOf: string;
  /** The language of the issues in the files. */
  readonly language: PortfolioLanguage;
  /** The column of the file, from 0, whose cells name the groups that are summed up. */
  readonly groupBy?: number;
}

/** How far a run is; sent at most ten times a second. */
export interface Progress {
  readonly state: "running" | "ended" | "cancelled" | "stopped";
  /** Bytes of the file that have been read, and all of them. */
  readonly bytes: number;
  readonly bytesOfFile: number;
  readonly counts: BatchCounts;
  readonly seconds: number;
  /** Rows for each second so far. */
  readonly rowsPerSecond: number;
  /** `undefined` until it can be told. */
  readonly secondsLeft?: number;
  /** Warnings of the header; where the run has stopped, why. */
  readonly issues: readonly Issue[];
}

/** What the rows so far come to; of constant size. Sums are of the figures in the results, and exact. */
export interface Summary {
  readonly counts: BatchCounts;
  readonly outputs: readonly OutputSummary[];
  /** By sum of the first main output, the greatest first; `undefined` without a column of groups. */
  readonly groups?: Groups;
  /** By number, the greatest first. */
  readonly issues: readonly IssueCount[];
  /** How many kinds of issues there were beyond those listed. */
  readonly moreIssues: number;
}

/** An output with its sum over all rows; by fiscal year where it has years. */
export interface OutputSummary {
  readonly id: string;
  readonly label: Label;
  /** As shown: `t-CO2`; empty without one. */
  readonly unit: string;
  readonly isMain: boolean;
  readonly sums: readonly KeyedSum[];
  /** One for each row, over its keys added up; `undefined` where the cells of the output are no figures. */
  readonly distribution?: Distribution;
}

export interface KeyedSum {
  /** `FY2021`, `FY2021 oil`; empty for an output without axes. */
  readonly key: string;
  /** Decimal text, exact. */
  readonly sum: string;
  /** Cells with a figure. */
  readonly count: number;
  readonly least: string;
  readonly most: string;
}

/**
 * The figures of all rows by size. Rule of the bins: all have the same width, a power of ten that is not below the last
 * digit shown; the least such width with which at most 2,000 bins reach from the least figure to the greatest. A bin holds
 * its lower edge and not its upper one. For a chart, neighbours are put together with `coarser`.
 */
export interface Distribution {
  readonly width: string;
  /** The lower edge of the first bin, a multiple of the width. */
  readonly from: string;
  readonly bins: readonly Bin[];
}

export interface Bin {
  readonly count: number;
  /** The sum of the figures within. */
  readonly sum: string;
}

export interface Groups {
  readonly column: number;
  readonly header: string;
  readonly groups: readonly GroupSummary[];
  /** Rows of groups beyond the most that are told apart; told as an issue, too. */
  readonly others?: Omit<GroupSummary, "name" | "id">;
  readonly issue?: Issue;
}

export const mostGroups = 1_000;

export interface GroupSummary {
  /** For a filter. */
  readonly id: number;
  /** The cell; blank ones are a group of their own. */
  readonly name: string;
  readonly rows: number;
  readonly results: number;
  readonly issues: number;
  /** One for each output, in the order of `Summary.outputs`, over its keys added up; `undefined` without figures. */
  readonly sums: readonly (string | undefined)[];
}

/** Rows with the same kind of issue in the same column. */
export interface IssueCount {
  readonly code: string;
  /** From 0; `undefined` where no single column is meant. */
  readonly column?: number;
  readonly header?: string;
  readonly rows: number;
  /** The first of them, from 1. */
  readonly firstRow: number;
  /** The sentence of the first. */
  readonly example: string;
}

/** Which rows of the results are looked at; all conditions hold together. */
export interface RowFilter {
  readonly status?: readonly ("applies" | "does_not_apply" | "undecided" | "issue")[];
  /** Ids of groups. */
  readonly groups?: readonly number[];
  /** Found in a cell of the results, whatever its case. */
  readonly text?: string;
  /** Figures of a column of the results, by decimal text; both ends belong to it. */
  readonly between?: {
    readonly column: number;
    readonly least?: string;
    readonly most?: string;
  };
}

/** A filter that has been looked through: the rows it leaves, as of that moment. */
export interface RowView {
  readonly id: number;
  readonly count: number;
}

/** Rows of the results in their order, for a table that holds only those on screen. */
export interface RowWindow {
  readonly view?: number;
  readonly from: number;
  readonly rows: readonly WindowRow[];
}

export interface WindowRow {
  /** The number of the row in its file, from 1. */
  readonly row: number;
  readonly status: string;
  /** In the columns of `resultHeader`. */
  readonly cells: readonly string[];
}

export const mostWindowRows = 1_000;

export interface GroupRequest {
  /** The column of the file, from 0; none without it. */
  readonly column?: number;
}

export interface DownloadRequest {
  readonly what: "results" | "rejects";
  readonly as: "csv" | "xlsx";
}

export interface TemplateRequest {
  readonly methodology: EditionName;
  readonly language: PortfolioLanguage;
  readonly as: "csv" | "xlsx";
  readonly rows: "projects" | "items";
}

/** What a page asks a worker for; each answer may be issues instead. */
export interface PortfolioCalls {
  look(request: LookRequest): Look;
  map(request: MapRequest): Pick<Look, "mapping" | "issues">;
  /** Comes back as soon as the run has begun; events tell the rest. */
  begin(request: BeginRequest): { readonly resultHeader: readonly string[] };
  cancel(request: Record<never, never>): Record<never, never>;
  summary(request: Record<never, never>): Summary;
  /** Looks through all rows so far; the last four views are kept. */
  view(request: RowFilter): RowView;
  /** Rows of a view; without one, of all rows. At most `mostWindowRows`. */
  rows(request: {
    readonly view?: number;
    readonly from: number;
    readonly count: number;
  }): RowWindow;
  /** Adds up what is computed by another column, or by none; events tell how far that is. A newer one gives it up. */
  group(request: GroupRequest): Summary;
  download(request: DownloadRequest): Blob;
  template(request: TemplateRequest): Blob;
}

/** A question to a worker, and what comes back. */
export type PortfolioRequest = {
  readonly [Name in keyof PortfolioCalls]: {
    readonly id: number;
    readonly call: Name;
    readonly request: Parameters<PortfolioCalls[Name]>[0];
  };
}[keyof PortfolioCalls];

export type PortfolioMessage =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly issues: readonly Issue[] }
  | { readonly event: "progress"; readonly progress: Progress }
  /** How far the grouping of a finished run is, from 0 to 1. */
  | { readonly event: "grouping"; readonly part: number };

/** A connection to a worker, for the page. */
export type PortfolioClient = {
  readonly [Name in keyof PortfolioCalls]: (
    request: Parameters<PortfolioCalls[Name]>[0],
  ) => Promise<
    | { readonly ok: true; readonly value: ReturnType<PortfolioCalls[Name]> }
    | { readonly ok: false; readonly issues: readonly Issue[] }
  >;
} & { readonly close: () => void };
