import type { Tally } from "../columns/columns.ts";
import type { Issue } from "../issue.ts";
import type { Plan } from "../plan.ts";
import type { BatchOptions } from "./batch-options.ts";
import { startWorkEvaluator, type WorkEvaluator } from "./evaluate-works.ts";
import type { Header } from "./header.ts";
import { type ReadWorks, startWorkReader, stopIssues } from "./read-works.ts";
import { addCounts, type BatchCounts, noCounts } from "./works.ts";

/** What a piece of the file came to, ready to be written, in UTF-8. */
export interface BatchPiece {
  readonly results: Uint8Array;
  readonly rejects: Uint8Array;
  /** Warnings about the header; errors where the file cannot be read on. */
  readonly issues: readonly Issue[];
}

export interface Batch {
  readonly take: (bytes: Uint8Array) => BatchPiece;
  readonly end: () => BatchPiece;
  readonly counts: () => BatchCounts;
  /** The header, once it has been read. */
  readonly header: () => Header | undefined;
  /** An error stands in the way of reading on. */
  readonly isStopped: () => boolean;
  /** How many rows each lane has computed, and why some were left to the exact one. */
  readonly lanes: () => Tally & { readonly reasons: readonly string[] };
}

/**
 * Evaluates the rows of a CSV file piece by piece: what has been read is forgotten, so that a file of any length takes
 * the same memory, and results come in the order of the rows.
 *
 * Errors: what is wrong with the file stops the batch with issues; what is wrong with a row is told in its own row.
 */
export function startBatch(plan: Plan, options: BatchOptions): Batch {
  const reader = startWorkReader(plan, { ...options, isCounted: false });
  let evaluator: WorkEvaluator | undefined;
  let counts: BatchCounts = { ...(options.done ?? noCounts), blank: 0 };
  let isStopped = false;

  const done = ({ works, issues, stop }: ReadWorks): BatchPiece => {
    if (isStopped) return nothing;
    const results: Uint8Array[] = [];
    const rejects: Uint8Array[] = [];
    const header = reader.header();
    if (evaluator === undefined && header !== undefined) {
      evaluator = startWorkEvaluator(plan, header, options);
      if (options.done === undefined) {
        results.push(encoder.encode(evaluator.sheets.resultHeader));
        rejects.push(encoder.encode(evaluator.sheets.rejectHeader));
      }
    }
    let reason = stop;
    for (const work of works) {
      if (evaluator === undefined) break;
      const own = evaluator.evaluate(work);
      counts = addCounts(counts, own.counts);
      results.push(own.results);
      rejects.push(own.rejects);
      if (own.isUnreadable) {
        reason = "encoding";
        break;
      }
    }
    isStopped = reason !== undefined;
    const at = reader.position() ?? evaluator?.position() ?? { row: 0, lines: 0 };
    const told = reason === undefined ? issues : [...issues, ...stopIssues(reason, at)];
    return { results: joined(results), rejects: joined(rejects), issues: told };
  };

  return {
    take: (bytes) => (isStopped ? nothing : done(reader.take(bytes))),
    end: () => (isStopped ? nothing : done(reader.end())),
    counts: () => counts,
    header: reader.header,
    isStopped: () => isStopped,
    lanes: () => evaluator?.lanes() ?? { columns: 0, exactly: 0, left: 0, reasons: [] },
  };
}

const encoder = new TextEncoder();
const noBytes = new Uint8Array(0);
const nothing: BatchPiece = { results: noBytes, rejects: noBytes, issues: [] };

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const filled = pieces.filter(({ length }) => length > 0);
  const [only] = filled;
  if (only === undefined) return noBytes;
  if (filled.length === 1) return only;
  const all = new Uint8Array(filled.reduce((length, one) => length + one.length, 0));
  let at = 0;
  for (const one of filled) {
    all.set(one, at);
    at += one.length;
  }
  return all;
}
