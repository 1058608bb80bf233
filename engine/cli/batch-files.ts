import { createHash, type Hash } from "node:crypto";
import { rm, stat } from "node:fs/promises";
import type { BatchOptions } from "../batch/batch-options.ts";
import { startCounter } from "../batch/count-quickly.ts";
import { openSheets } from "../batch/evaluate-works.ts";
import { issueOf } from "../batch/issue-of.ts";
import {
  type ReadWorks,
  type StopReason,
  startWorkReader,
  stopIssues,
} from "../batch/read-works.ts";
import type { Sheets } from "../batch/sheets.ts";
import { mostSheetRows } from "../batch/workbook/sheet-rows.ts";
import {
  addCounts,
  type BatchCounts,
  noCounts,
  type Position,
  type RowsWork,
  type Work,
  type WorkDone,
} from "../batch/works.ts";
import { startSimdKernels } from "../columns/simd/simd-kernels.ts";
import { fail, type Issue, ok, type Result } from "../issue.ts";
import type { Plan } from "../plan.ts";
import type { WorkPool } from "./batch-pool.ts";
import { type OpenRows, reasonOf, unreadable } from "./batch-source.ts";
import { type BatchState, partOf, readState, removeState, writeState } from "./batch-state.ts";
import { FileFault, finish, isWorkbookName, openWriter, type Writer } from "./batch-writer.ts";
import { startSharedRoom } from "./shared-room.ts";

/** Where a batch reads and writes; paths are whole. */
export interface BatchPlaces {
  readonly in: string;
  readonly out: string;
  readonly rejects?: string;
}

/** How a batch over files ended. */
export interface BatchEnd {
  readonly counts: BatchCounts;
  readonly isStopped: boolean;
  /** Warnings, and what stopped it. */
  readonly issues: readonly Issue[];
  readonly isResumed: boolean;
}

export interface BatchRun {
  readonly places: BatchPlaces;
  readonly rows: OpenRows;
  readonly sheet?: string;
  /** What the results are made of, as text: another is begun anew. */
  readonly of: string;
  readonly plan: Plan;
  readonly options: BatchOptions;
  /** How many pieces are evaluated at a time. */
  readonly jobs: number;
  /** Called once, when the header has been read. */
  readonly pool: (headerCells: readonly string[], options: BatchOptions) => WorkPool;
  /** Names of the sheets, where files are workbooks. */
  readonly sheetNames: readonly [results: string, rejects: string];
  /** How many lines a sheet holds; as many as those of spreadsheets without it. */
  readonly mostRows?: number;
}

/** What has been read and is being evaluated, with how far the file is behind it. */
interface Stretch {
  readonly works: readonly Work[];
  readonly done: readonly Promise<WorkDone>[];
  readonly issues: readonly Issue[];
  readonly stop?: StopReason;
  readonly read: BatchState["read"] | undefined;
}

/**
 * Reads one file and writes two, stretch by stretch. What has been written is told in the state beside the results after
 * every stretch, and a run that finds such a state of the same file and options goes on from there. Stretches are evaluated
 * side by side, a few at a time, and written in their order.
 *
 * Errors: files that cannot be read or written, as issues; what is done so far stays.
 */
export async function runFiles(run: BatchRun): Promise<Result<BatchEnd>> {
  const { places, plan, jobs, mostRows = mostSheetRows } = run;
  const files = [places.out, ...(places.rejects === undefined ? [] : [places.rejects])];
  const issues: Issue[] = [];
  const writers: Writer[] = [];
  let pool: WorkPool | undefined;
  try {
    const left = await readState(places.out);
    const usable = left !== undefined && (await isContinued(run, files, left)) ? left : undefined;
    if (left !== undefined && usable === undefined) {
      const facts = { file: places.out };
      issues.push({ code: "batch-started-anew", severity: "warning", path: [], facts });
    }
    const isResumed = usable !== undefined;
    const options = isResumed ? { ...run.options, done: usable.counts } : run.options;
    for (const [at, file] of files.entries()) {
      writers.push(await openWriter(file, usable?.written[at] ?? 0));
    }
    const countQuickly = startCounter(startSimdKernels());
    const shared = startSharedRoom();
    const reader = startWorkReader(plan, {
      ...options,
      isCounted: jobs > 1,
      ...(jobs > 1 ? { roomFor: shared.roomFor } : {}),
      ...(countQuickly === undefined ? {} : { countQuickly }),
    });
    const position = () => reader.position() ?? pool?.position?.() ?? beginning;
    let counts: BatchCounts = { ...(options.done ?? noCounts), blank: 0 };
    let sheets: Sheets | undefined;
    let isStopped = false;
    const write = async (results: Uint8Array, rejects: Uint8Array) => {
      await writers[0]?.write(results);
      await writers[1]?.write(rejects);
    };

    const start = ({ works, ...found }: ReadWorks, read: Stretch["read"]): Stretch => {
      const header = reader.header();
      if (sheets === undefined && header !== undefined) {
        sheets = openSheets(plan, header, options);
        pool = run.pool(reader.headerCells(), options);
      }
      const own = pool;
      const done = works.map((work) =>
        isDone(work, options.done) || own === undefined ? skipped(work) : own.evaluate(work),
      );
      // What fails is told where it is waited for.
      for (const one of done) one.catch(() => undefined);
      return { works, done, ...found, read };
    };

    const settle = async (stretch: Stretch): Promise<void> => {
      issues.push(...stretch.issues);
      if (!isResumed && sheets !== undefined && writers[0]?.length() === 0) {
        await write(encoder.encode(sheets.resultHeader), encoder.encode(sheets.rejectHeader));
      }
      const stop = async (reason: StopReason, at: Position) => {
        isStopped = true;
        issues.push(...stopIssues(reason, at));
      };
      for (const [at, wait] of stretch.done.entries()) {
        const done = await wait;
        counts = addCounts(counts, done.counts);
        await write(done.results, done.rejects);
        pool?.release?.(done);
        // The header takes a line, too.
        if (isWorkbookName(places.out) && counts.rows >= mostRows) {
          throw new FileFault(issueOf("workbook-too-many-rows", { most: mostRows }));
        }
        if (!done.isUnreadable) continue;
        const work = stretch.works[at];
        return stop("encoding", pool?.position?.() ?? (work as RowsWork).at ?? beginning);
      }
      for (const work of stretch.works) if (work.kind === "rows") shared.release(work.bytes);
      if (stretch.stop !== undefined) return stop(stretch.stop, position());
      if (stretch.read === undefined || sheets === undefined) return;
      if (stretch.read.bytes <= (usable?.read.bytes ?? 0)) return;
      const written = [writers[0]?.length() ?? 0, writers[1]?.length() ?? 0] as const;
      const { of } = run;
      await stateWritten(places.out, {
        format: "batch-state/1",
        of,
        read: stretch.read,
        counts,
        written,
      });
    };

    const open: Stretch[] = [];
    const settleTo = async (most: number) => {
      while (open.length > most && !isStopped) await settle(open.shift() as Stretch);
    };
    const hash = createHash("sha256");
    let bytes = 0;
    let ended: Issue | undefined;
    const pieces = reading(run);
    for (;;) {
      const { done, value } = await pieces.next();
      if (done === true) {
        ended = value;
        break;
      }
      bytes += value.length;
      hash.update(value);
      const found = reader.take(value);
      open.push(start(found, { bytes, hash: hash.copy().digest("hex") }));
      // One job does each stretch before it reads the next.
      await settleTo(jobs === 1 ? 0 : 2 * jobs);
      if (isStopped || found.stop !== undefined) break;
    }
    if (ended === undefined) open.push(start(reader.end(), undefined));
    await settleTo(0);
    if (ended !== undefined && !isStopped) {
      // Cases behind the last whole one are not known to be complete.
      isStopped = true;
      issues.push(ended);
    }
    for (const writer of writers) await writer.close();
    if (isStopped) {
      const isBegun = writers.some((writer) => writer.length() > 0);
      if (!isBegun) for (const file of files) await rm(partOf(file), { force: true });
      return ok({ counts, isStopped, issues, isResumed });
    }
    for (const [at, file] of files.entries()) {
      const figures = at === 0 ? (sheets?.figures ?? []) : [0];
      await finish(file, run.sheetNames[at] ?? "", figures, mostRows);
    }
    for (const file of files) await rm(partOf(file), { force: true });
    await removeState(places.out);
    return ok({ counts, isStopped, issues, isResumed });
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return fail([...issues, error.issue]);
  } finally {
    await pool?.close();
    for (const writer of writers) await writer.close().catch(() => undefined);
  }
}

const encoder = new TextEncoder();
const beginning: Position = { row: 0, lines: 0 };
const noBytes = new Uint8Array(0);

/** Whether an earlier run has done all rows of a piece that have been counted; others are told one by one. */
function isDone(work: Work, done: BatchCounts | undefined): boolean {
  if (done === undefined) return false;
  if (work.kind === "rows") {
    return work.rows !== undefined && (work.at?.row ?? 0) + work.rows <= done.rows;
  }
  const last = work.groups.at(-1)?.rows.at(-1);
  return (last?.row ?? 0) <= done.rows;
}

/** A piece that has been done by an earlier run; only blank lines are counted again. */
async function skipped(work: Work): Promise<WorkDone> {
  const blank = work.blankBefore + (work.kind === "rows" ? (work.blank ?? 0) : 0);
  return {
    results: noBytes,
    rejects: noBytes,
    counts: { ...noCounts, blank },
    isUnreadable: false,
  };
}

/** The bytes of the file; an issue at the end where it cannot be read on. */
async function* reading({
  places,
  rows,
  sheet,
}: BatchRun): AsyncGenerator<Uint8Array, Issue | undefined> {
  const pieces = rows.read(sheet);
  for (;;) {
    let next: IteratorResult<Uint8Array, Issue | undefined>;
    try {
      next = await pieces.next();
    } catch (error) {
      throw new FileFault(unreadable(places.in, error));
    }
    if (next.done === true) return next.value;
    yield next.value;
  }
}

async function stateWritten(file: string, state: BatchState): Promise<void> {
  try {
    await writeState(file, state);
  } catch (error) {
    const facts = { file, reason: reasonOf(error) };
    throw new FileFault({ code: "file-unwritable", severity: "error", path: [], facts });
  }
}

/** Whether a state tells of this very file, read from its beginning, and its results are all there. */
async function isContinued(
  run: BatchRun,
  files: readonly string[],
  state: BatchState,
): Promise<boolean> {
  if (state.of !== run.of) return false;
  for (const [at, file] of files.entries()) {
    const found = await stat(partOf(file)).catch(() => undefined);
    if (found === undefined || found.size < (state.written[at] ?? 0)) return false;
  }
  const hash: Hash = createHash("sha256");
  let left = state.read.bytes;
  for await (const piece of reading(run)) {
    hash.update(piece.subarray(0, left));
    left -= Math.min(left, piece.length);
    if (left === 0) break;
  }
  return left === 0 && hash.digest("hex") === state.read.hash;
}
