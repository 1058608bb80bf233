import { splitRows } from "../batch/csv.ts";
import { openSheets } from "../batch/evaluate-works.ts";
import { type Header, readHeader } from "../batch/header.ts";
import {
  type ReadWorks,
  type StopReason,
  startWorkReader,
  stopIssues,
} from "../batch/read-works.ts";
import { addCounts, type BatchCounts, noCounts, type Position, type Work } from "../batch/works.ts";
import type { Issue } from "../issue.ts";
import type { Plan } from "../plan.ts";
import { type GroupTally, startGroupTally } from "./group-tally.ts";
import { startIssueTotals } from "./issue-tally.ts";
import {
  groupColumn,
  type PieceDone,
  type PieceOptions,
  type Pieces,
  startPieces,
} from "./piece.ts";
import { type RowStore, startRowStore } from "./row-store.ts";
import { type OutputTally, startOutputTally } from "./tally.ts";
import type { EditionName, Summary } from "./types.ts";

/** What a portfolio is made of. */
export interface PortfolioOptions extends PieceOptions {
  readonly plan: Plan;
  /** Evaluates pieces elsewhere, side by side; without it, all are evaluated here, one after another. */
  readonly elsewhere?: Elsewhere;
}

export interface Elsewhere {
  /** How many pieces are open before the first of them is waited for. */
  readonly ahead: number;
  readonly evaluate: (task: PieceTask) => Promise<PieceDone>;
}

/** A piece with what is needed to evaluate it in another place. */
export interface PieceTask {
  readonly work: Work;
  /** The same for all pieces of a run. */
  readonly of: PieceSetup;
  readonly here: (work: Work) => PieceDone;
}

export interface PieceSetup {
  readonly edition: EditionName;
  /** Of its methodology: results are of the same or none. */
  readonly hash: string;
  readonly headerCells: readonly string[];
  readonly options: PieceOptions;
}

/**
 * The rows of a file as they are computed, with what they come to together. Memory does not grow with the rows: results and
 * rejects are in Blobs, sums and counts are of constant size.
 */
export interface Portfolio {
  /** Bytes of CSV, in any pieces; `mark` is given back by `mark` once they are computed. Comes back when more may come. */
  readonly take: (bytes: Uint8Array, mark: number) => Promise<void>;
  /** The file has ended; what is open is computed. */
  readonly end: () => Promise<void>;
  /** Something outside stops the file: what has been computed stays. */
  readonly stop: (issues: readonly Issue[]) => void;
  readonly isStopped: () => boolean;
  /** The mark of the last bytes that have been computed. */
  readonly mark: () => number;
  readonly counts: () => BatchCounts;
  /** Warnings of the header; where it has stopped, why. */
  readonly issues: () => readonly Issue[];
  /** The columns of results for a file with this header; empty where it cannot be used. */
  readonly headerFor: (cells: readonly string[]) => readonly string[];
  readonly summary: () => Summary;
  /** Sums by another column take the place of those that are there. */
  readonly setGroups: (groups: GroupTally | undefined) => void;
  readonly store: RowStore;
  /** What evaluates pieces here, once the header has been read. */
  readonly pieces: () => Pieces | undefined;
  /** The files so far, as Blobs of CSV, and which of their columns are figures. */
  readonly file: (what: "results" | "rejects") => {
    readonly blob: Blob;
    readonly figures: readonly number[];
  };
}

/** What has been read and is being computed. */
interface Stretch {
  readonly works: readonly Work[];
  readonly done: readonly (PieceDone | Promise<PieceDone>)[];
  readonly issues: readonly Issue[];
  readonly stop?: StopReason;
  readonly mark: number;
}

/** Rejects are put into a Blob at so many bytes. */
const leastOfBlob = 1024 * 1024;

export function startPortfolio({ plan, elsewhere, ...options }: PortfolioOptions): Portfolio {
  const { mapping, mode, groupBy } = options;
  const { rows, period } = mapping;
  const asked = { rows, mapping, ...(period === undefined ? {} : { period }) };
  const reader = startWorkReader(plan, { ...asked, isCounted: elsewhere !== undefined });
  const store = startRowStore();
  const issueTotals = startIssueTotals();
  const open: Stretch[] = [];
  let pieces: Pieces | undefined;
  let setup: PieceSetup | undefined;
  let outputs: OutputTally | undefined;
  let groups: GroupTally | undefined;
  let counts: BatchCounts = noCounts;
  let isStopped = false;
  let mark = 0;
  const issues: Issue[] = [];
  const rejectBlobs: Blob[] = [];
  let rejectPieces: Uint8Array[] = [];
  let rejectBytes = 0;

  const begin = (header: Header): void => {
    pieces = startPieces(plan, header, options);
    const { id, version } = plan.tree;
    const edition = `${id}@${version}`;
    setup = { edition, hash: plan.hash, headerCells: reader.headerCells(), options };
    outputs = startOutputTally(pieces.outputs);
    if (groupBy === undefined) return;
    groups = startGroupTally(groupColumn(pieces.outputs, header.names, groupBy));
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

  /** Adds what a piece came to, behind all pieces before it. */
  const add = (done: PieceDone): void => {
    counts = addCounts(counts, done.counts);
    outputs?.merge(done.outputs);
    issueTotals.merge(done.issues);
    const ids = done.groups === undefined ? undefined : groups?.merge(done.groups);
    const codes = Uint16Array.from(done.ids, (id) => ids?.[id] ?? 0);
    store.add(done.results, done.starts, codes);
    keepRejects(done.rejects);
  };

  const start = ({ works, ...found }: ReadWorks, own: number): void => {
    const header = reader.header();
    if (pieces === undefined && header !== undefined) begin(header);
    const here = pieces?.evaluate;
    const of = setup;
    const done = works.map((work) => {
      if (here === undefined || of === undefined) throw new Error("rows came before their header");
      return elsewhere === undefined ? here(work) : elsewhere.evaluate({ work, of, here });
    });
    // What fails is told where it is waited for.
    for (const one of done) if (one instanceof Promise) one.catch(() => undefined);
    open.push({ works, done, ...found, mark: own });
  };

  const settle = async ({ works, done, stop, ...stretch }: Stretch): Promise<void> => {
    issues.push(...stretch.issues);
    let reason = stop;
    let at: Position | undefined;
    for (const [place, wait] of done.entries()) {
      const own = wait instanceof Promise ? await wait : wait;
      if (isStopped) return;
      add(own);
      if (!own.isUnreadable) continue;
      reason = "encoding";
      const work = works[place];
      at = work?.kind === "rows" && elsewhere !== undefined ? work.at : pieces?.position();
      break;
    }
    mark = stretch.mark;
    if (reason === undefined) return;
    isStopped = true;
    at ??= reader.position() ?? pieces?.position() ?? { row: 0, lines: 0 };
    issues.push(...stopIssues(reason, at));
  };

  const settleTo = async (most: number): Promise<void> => {
    while (open.length > most && !isStopped) await settle(open.shift() as Stretch);
  };

  const headerLine = (line: string | undefined): Uint8Array => encoder.encode(line ?? "");

  return {
    async take(bytes, own) {
      if (isStopped) return;
      const found = reader.take(bytes);
      start(found, own);
      await settleTo(found.stop === undefined ? (elsewhere?.ahead ?? 0) : 0);
    },
    async end() {
      if (isStopped) return;
      start(reader.end(), open.at(-1)?.mark ?? mark);
      await settleTo(0);
    },
    stop: (found) => {
      // Cases that are complete so far are left open: what is behind them is not known.
      isStopped = true;
      issues.push(...found);
    },
    isStopped: () => isStopped,
    mark: () => mark,
    counts: () => counts,
    issues: () => issues,
    headerFor(cells) {
      const read = readHeader(plan, cells, { mapping });
      if (!read.ok) return [];
      const sheets = openSheets(plan, read.value, { ...asked, mode, describe: () => "" });
      return splitRows(sheets.resultHeader.replace("\uFEFF", "")).rows[0]?.cells ?? [];
    },
    summary: () => ({
      counts,
      outputs: outputs?.summaries() ?? [],
      ...(groups === undefined ? {} : { groups: groups.groups() }),
      issues: issueTotals.counts(),
      moreIssues: issueTotals.more(),
    }),
    setGroups: (next) => {
      groups = next;
    },
    store,
    pieces: () => pieces,
    file(what) {
      const sheets = pieces?.sheets;
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
