import type { CaseGroup } from "./cases.ts";
import type { Encoding } from "./encoding.ts";

/**
 * A piece of a file that can be evaluated by itself, wherever: whole rows as bytes, or rows that have been gathered into
 * cases. Plain data, because it crosses to workers.
 */
export type Work = RowsWork | GroupsWork;

export interface RowsWork {
  readonly kind: "rows";
  /** Whole rows, without the mark and the header of the file. */
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  /** It is known to be ASCII without a quote, so that its bytes can be read as they are. */
  readonly isPlain?: boolean;
  /** What stands before it; without it, the piece follows on the one that was evaluated last. */
  readonly at?: Position;
  /** How many rows it has that are not blank, where they have been counted. */
  readonly rows?: number;
  /** How many are blank, where they have been counted. */
  readonly blank?: number;
  /** Lines before it that have nothing in them and belong to no piece. */
  readonly blankBefore: number;
}

export interface GroupsWork {
  readonly kind: "groups";
  readonly groups: readonly CaseGroup[];
  readonly blankBefore: number;
}

/** How many rows, without the header and what is blank, and how many lines stand before a place. */
export interface Position {
  readonly row: number;
  readonly lines: number;
}

/** How far a batch is. */
export interface BatchCounts {
  /** Rows with a result or an issue. */
  readonly rows: number;
  readonly results: number;
  readonly issues: number;
  /** Lines without anything in them. */
  readonly blank: number;
  /** Answer sets that came to a result, by what their conditions say. */
  readonly applies: number;
  readonly doesNotApply: number;
  readonly undecided: number;
}

export const noCounts: BatchCounts = {
  rows: 0,
  results: 0,
  issues: 0,
  blank: 0,
  applies: 0,
  doesNotApply: 0,
  undecided: 0,
};

/** The counts of two stretches of a file together. */
export function addCounts(left: BatchCounts, right: BatchCounts): BatchCounts {
  return {
    rows: left.rows + right.rows,
    results: left.results + right.results,
    issues: left.issues + right.issues,
    blank: left.blank + right.blank,
    applies: left.applies + right.applies,
    doesNotApply: left.doesNotApply + right.doesNotApply,
    undecided: left.undecided + right.undecided,
  };
}

/** What a piece of work came to. */
export interface WorkDone {
  readonly results: Uint8Array<ArrayBuffer>;
  readonly rejects: Uint8Array<ArrayBuffer>;
  readonly counts: BatchCounts;
  /** Its bytes are no text in the encoding of the file. */
  readonly isUnreadable: boolean;
}
