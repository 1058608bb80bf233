import type { BatchOptions } from "../batch/batch-options.ts";
import { splitRows } from "../batch/csv.ts";
import { openSheets, startWorkEvaluator, type WorkEvaluator } from "../batch/evaluate-works.ts";
import { readHeader } from "../batch/header.ts";
import type { Mapping } from "../batch/mapping.ts";
import { type ReadWorks, startWorkReader, stopIssues } from "../batch/read-works.ts";
import { addCounts, type BatchCounts, noCounts, type Work } from "../batch/works.ts";
import type { Issue } from "../issue.ts";
import type { Mode } from "../methodology/schema.ts";
import type { Plan } from "../plan.ts";
import { type GroupTally, startGroupTally } from "./group-tally.ts";
import { type IssueTally, startIssueTally } from "./issue-tally.ts";
import { readLines, startCellIds, textAt } from "./lines.ts";
import { type RowStore, startRowStore } from "./row-store.ts";
import { type OutputTally, startOutputTally } from "./tally.ts";
import type { Summary } from "./types.ts";

/** What a portfolio is made of. */
export interface PortfolioOptions {
  readonly plan: Plan;
  readonly mapping: Mapping;
  readonly mode: Mode;
  readonly asOf: string;
  readonly describe: (issue: Issue) => string;
  /** The column of the file, from 0, whose cells name the groups. */
  readonly groupBy?: number;
}

/**
 * The rows of a file as they are computed, with what they come to together. Memory does not grow with the rows: results and
 * rejects are in Blobs, sums and counts are of constant size.
 */
export interface Portfolio {
  /** Bytes of CSV, in any pieces. */
  readonly take: (bytes: Uint8Array) => void;
  /** The file has ended; what is open is computed. */
  readonly end: () => void;
  /** Something outside stops the file: what has been computed stays. */
  readonly stop: (issues: readonly Issue[]) => void;
  readonly isStopped: () => boolean;
  readonly counts: () => BatchCounts;
  /** Warnings of the header; where it has stopped, why. */
  readonly issues: () => readonly Issue[];
  /** The columns of results for a file with this header; empty where it cannot be used. */
  readonly headerFor: (cells: readonly string[]) => readonly string[];
  readonly summary: () => Summary;
  readonly store: RowStore;
  /** The files so far, as Blobs of CSV, and which of their columns are figures. */
  readonly file: (what: "results" | "rejects") => {
    readonly blob: Blob;
    readonly figures: readonly number[];
  };
}

/** Rejects are put into a Blob at so many bytes. */
const leastOfBlob = 1024 * 1024;

export function startPortfolio(options: PortfolioOptions): Portfolio {
  const { plan, mapping, mode, asOf, describe, groupBy } = options;
  const { rows, period } = mapping;
  const asked = { rows, mapping, ...(period === undefined ? {} : { period }) };
  const reader = startWorkReader(plan, { ...asked, isCounted: false });
  const store = startRowStore();
  let evaluator: WorkEvaluator | undefined;
  let outputs: OutputTally | undefined;
  let groups: GroupTally | undefined;
  let idsOf: ReturnType<typeof startCellIds> | undefined;
  let issueTally: IssueTally | undefined;
  let counts: BatchCounts = noCounts;
  let isStopped = false;
  const issues: Issue[] = [];
  const rejectBlobs: Blob[] = [];
  let rejectPieces: Uint8Array[] = [];
  let rejectBytes = 0;
  /** Where the cells of outputs stand in a line of results. */
  let firstOutput = 0;

  const open = (): void => {
    const header = reader.header();
    if (evaluator !== undefined || header === undefined) return;
    const tally = startIssueTally(header.names, describe);
    const evaluating: BatchOptions = {
      ...asked,
      mode,
      asOf,
      describe,
      onIssues: tally.take,
    };
    issueTally = tally;
    evaluator = startWorkEvaluator(plan, header, evaluating);
    const { sheets } = evaluator;
    firstOutput = 2 + sheets.carried.length;
    outputs = startOutputTally(plan, sheets.outputs);
    if (groupBy !== undefined && groupBy < header.names.length) {
      const name = header.names[groupBy] ?? "";
      groups = startGroupTally(groupBy, name, outputs.count, outputs.main);
      idsOf = startCellIds(groupBy, groups.idOf);
    }
  };

  const keepRejects = (bytes: Uint8Array): void => {
    if (bytes.length === 0) return;
    rejectPieces.push(bytes);
    rejectBytes += bytes.length;
    if (rejectBytes < leastOfBlob) return;
    rejectBlobs.push(new Blob(rejectPieces as BlobPart[]));
    rejectPieces = [];
    rejectBytes = 0;
  };

  const evaluate = (work: Work): boolean => {
    const done = evaluator?.evaluate(work);
    const tally = outputs;
    if (done === undefined || tally === undefined) return true;
    counts = addCounts(counts, done.counts);
    const ids = idsOf?.(work) ?? [];
    const { results } = done;
    const starts: number[] = [];
    readLines(results, (line) => {
      const figures = tally.take(results, line, firstOutput);
      const id = ids[starts.length] ?? 0;
      starts.push(line.start);
      groups?.take(id, textAt(results, line, 1) !== "issue", figures);
    });
    store.add(results, starts, ids);
    keepRejects(done.rejects);
    return !done.isUnreadable;
  };

  const take = ({ works, issues: found, stop }: ReadWorks): void => {
    issues.push(...found);
    open();
    let reason = stop;
    for (const work of works) {
      if (evaluate(work)) continue;
      reason = "encoding";
      break;
    }
    if (reason === undefined) return;
    isStopped = true;
    const at = reader.position() ?? evaluator?.position() ?? { row: 0, lines: 0 };
    issues.push(...stopIssues(reason, at));
  };

  const headerLine = (line: string | undefined): Uint8Array => encoder.encode(line ?? "");

  return {
    take: (bytes) => {
      if (!isStopped) take(reader.take(bytes));
    },
    end: () => {
      if (!isStopped) take(reader.end());
    },
    stop: (found) => {
      // Cases that are complete so far are left open: what is behind them is not known.
      isStopped = true;
      issues.push(...found);
    },
    isStopped: () => isStopped,
    counts: () => counts,
    issues: () => issues,
    headerFor(cells) {
      const read = readHeader(plan, cells, { mapping });
      if (!read.ok) return [];
      const sheets = openSheets(plan, read.value, { ...asked, mode, describe });
      return splitRows(sheets.resultHeader.replace("\uFEFF", "")).rows[0]?.cells ?? [];
    },
    summary: () => ({
      counts,
      outputs: outputs?.summaries() ?? [],
      ...(groups === undefined ? {} : { groups: groups.groups() }),
      issues: issueTally?.counts() ?? [],
      moreIssues: issueTally?.more() ?? 0,
    }),
    store,
    file(what) {
      const sheets = evaluator?.sheets;
      const [header, parts, figures] =
        what === "results"
          ? [sheets?.resultHeader, store.blobs(), sheets?.figures ?? []]
          : [sheets?.rejectHeader, [...rejectBlobs, ...rejectPieces], [0]];
      const all = [headerLine(header), ...parts] as BlobPart[];
      return { blob: new Blob(all, { type: "text/csv;charset=utf-8" }), figures };
    },
  };
}

const encoder = new TextEncoder();
