import { readFile, realpath, stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { BatchOptions } from "../batch/batch-options.ts";
import { startWorkEvaluator } from "../batch/evaluate-works.ts";
import { readHeader } from "../batch/header.ts";
import { issueOf } from "../batch/issue-of.ts";
import type { Mapping } from "../batch/mapping.ts";
import { mostMappingCharacters, readMapping } from "../batch/mapping-file.ts";
import { isLongFile } from "../batch/pool.ts";
import { quickly } from "../batch/quickly.ts";
import { startSimdKernels } from "../columns/simd/simd-kernels.ts";
import { fail, type Issue, type Result } from "../issue.ts";
import { describe } from "../locales/describe.ts";
import { en } from "../locales/en.ts";
import { ja } from "../locales/ja.ts";
import type { Mode } from "../methodology/schema.ts";
import type { Plan } from "../plan.ts";
import { engineVersion } from "../version.ts";
import { type BatchEnd, runFiles } from "./batch-files.ts";
import {
  poolHere,
  poolOfThreads,
  startThreads,
  type Threads,
  usualJobs,
  type WorkPool,
} from "./batch-pool.ts";
import { bytesAtOnce, openRows, unreadable } from "./batch-source.ts";
import { isWorkbookName } from "./batch-writer.ts";
import { libraryAt } from "./load.ts";
import { openMethodology } from "./open.ts";
import { showIssues } from "./show-issues.ts";
import type { ExitStatus, Language, Terminal } from "./terminal.ts";
import { today } from "./today.ts";

export interface BatchCommandOptions {
  readonly in: string;
  readonly out: string;
  readonly rejects?: string;
  /** `undefined` where nothing was said: then a mapping decides, or rows are projects. */
  readonly rows?: "projects" | "items";
  readonly case?: string;
  readonly period?: string;
  readonly sheet?: string;
  readonly mapping?: string;
  readonly jobs?: number;
  readonly mode?: Mode;
  readonly asOf?: string;
  readonly json?: boolean;
}

const sentences = { en, ja };

/**
 * `santei batch`: evaluates the rows of a CSV file or workbook, in the order of the rows and with the same memory for any
 * length, in several threads where the file is long. A run that was interrupted goes on when the same command is given
 * again.
 *
 * Status 1 where the file cannot be read to its end, or rows have issues: these are in the results with what is wrong,
 * and in the rejects as they were.
 */
export async function batchCommand(
  terminal: Terminal,
  reference: string,
  options: BatchCommandOptions,
): Promise<ExitStatus> {
  const threads = await threadsFor(terminal, options);
  try {
    return await runBatch(terminal, reference, options, threads);
  } finally {
    await threads?.close();
  }
}

/** Threads that start while the methodology is read, where they will be needed for certain. */
async function threadsFor(
  { folder, startWorker }: Terminal,
  options: BatchCommandOptions,
): Promise<Threads | undefined> {
  if (startWorker === undefined) return undefined;
  const file = resolve(folder, options.in);
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  const { jobs, rows = "projects", mode = "official" } = options;
  const kind = isWorkbookName(file) ? "xlsx" : "csv";
  const most = jobs ?? (isLongFile({ kind, size }, { rows, mode }) ? usualJobs() : 1);
  const count = most === 1 ? 0 : Math.min(most, Math.ceil(size / bytesAtOnce));
  return startThreads(count, startWorker);
}

async function runBatch(
  terminal: Terminal,
  reference: string,
  options: BatchCommandOptions,
  threads: Threads | undefined,
): Promise<ExitStatus> {
  const { language, folder } = terminal;
  const refuse = (issues: readonly Issue[], status: ExitStatus = 1): ExitStatus => {
    terminal.err(showIssues(issues, language));
    return status;
  };
  const opened = await openMethodology(libraryAt(terminal.library, folder), reference);
  if (!opened.ok) return refuse(opened.issues);
  const places = {
    in: resolve(folder, options.in),
    out: resolve(folder, options.out),
    ...(options.rejects === undefined ? {} : { rejects: resolve(folder, options.rejects) }),
  };
  const mappingPlace = options.mapping === undefined ? undefined : resolve(folder, options.mapping);
  const twice = await namedTwice([
    ...Object.values(places),
    ...(mappingPlace === undefined ? [] : [mappingPlace]),
  ]);
  if (twice !== undefined) return refuse([issueOf("batch-same-file", { file: twice })], 2);
  const mapping = mappingPlace === undefined ? undefined : await mappingAt(mappingPlace);
  if (mapping !== undefined && !mapping.ok) return refuse(mapping.issues);
  const own = mapping?.value;
  const { plan, hash } = opened.value;
  const mode = options.mode ?? own?.mode ?? plan.tree.mode;
  const asOf = options.asOf ?? today();
  const rows = options.rows ?? own?.rows ?? "projects";
  const period = options.period ?? own?.period;
  const sheet = options.sheet ?? own?.sheet;
  const caseColumn = options.case;
  const engine = engineVersion;
  const of = JSON.stringify({
    engine,
    hash,
    rows,
    caseColumn,
    period,
    mode,
    asOf,
    language,
    places,
    sheet,
    mapping: own,
  });
  const file = await openRows(places.in);
  if (!file.ok) return refuse(file.issues);
  const asked: BatchOptions = {
    rows,
    mode,
    asOf,
    describe: (issue) => describe(issue, sentences[language]),
    ...(caseColumn === undefined ? {} : { caseColumn }),
    ...(own === undefined ? {} : { mapping: own }),
    ...(period === undefined ? {} : { period }),
  };
  const jobs =
    threads === undefined ? 1 : (options.jobs ?? (isLongFile(file.value, asked) ? usualJobs() : 1));
  const ended = await runFiles({
    places,
    rows: file.value,
    ...(sheet === undefined ? {} : { sheet }),
    of,
    plan,
    options: asked,
    jobs,
    pool: poolFor(terminal, plan, hash, jobs, threads),
    sheetNames: sheetNames[language],
    ...(terminal.mostSheetRows === undefined ? {} : { mostRows: terminal.mostSheetRows }),
  });
  await file.value.close();
  if (!ended.ok) return refuse(ended.issues);
  const { counts, issues, isStopped, isResumed } = ended.value;
  terminal.err(
    showIssues(
      issues.map((issue) => ({ ...issue, file: options.in })),
      language,
    ),
  );
  if (options.json === true) {
    const { id, version } = plan.tree;
    const summary = {
      format: "batch/1",
      methodology: { id, version, hash },
      as_of: asOf,
      mode,
      rows_are: rows,
      complete: !isStopped,
      resumed: isResumed,
      rows: counts.rows,
      results: counts.results,
      issues: counts.issues,
      blank: counts.blank,
      sets: {
        applies: counts.applies,
        does_not_apply: counts.doesNotApply,
        undecided: counts.undecided,
      },
    };
    terminal.out(`${JSON.stringify(summary, null, 2)}\n`);
  } else terminal.out(summaryIn(language, ended.value, options));
  return isStopped || counts.issues > 0 ? 1 : 0;
}

const sheetNames = {
  en: ["Results", "Rejects"],
  ja: ["結果", "差戻し"],
} as const;

/** Evaluates in this thread, or in others. */
function poolFor(
  { language }: Terminal,
  plan: Plan,
  hash: string,
  jobs: number,
  threads: Threads | undefined,
) {
  return (headerCells: readonly string[], options: BatchOptions): WorkPool => {
    const { describe: _, onIssues: __, kernels: ___, quickly: ____, ...plain } = options;
    if (jobs > 1 && threads !== undefined) {
      const { tree } = plan;
      const setup = {
        tree,
        hash,
        headerCells,
        options: plain,
        language,
      } as const;
      return poolOfThreads(jobs, setup, threads);
    }
    const { mapping, caseColumn } = options;
    const named = caseColumn === undefined ? {} : { caseColumn };
    const header = readHeader(plan, headerCells, mapping === undefined ? named : { mapping });
    if (!header.ok) throw new Error("a header that was read could not be read again");
    return poolHere(
      startWorkEvaluator(plan, header.value, { ...options, kernels: startSimdKernels, quickly }),
    );
  };
}

/** A mapping that was saved. */
async function mappingAt(file: string): Promise<Result<Mapping>> {
  try {
    // Characters of up to three bytes.
    if ((await stat(file)).size > 3 * mostMappingCharacters) {
      return fail([issueOf("batch-mapping-too-long", { most: mostMappingCharacters })]);
    }
    const read = readMapping(await readFile(file, "utf8"));
    return read.ok ? read : fail(read.issues.map((issue) => ({ ...issue, file })));
  } catch (error) {
    return fail([unreadable(file, error)]);
  }
}

/** A file that is named for two purposes, by whatever path. */
async function namedTwice(paths: readonly string[]): Promise<string | undefined> {
  const real = await Promise.all(paths.map((path) => realpath(path).catch(() => path)));
  return paths.find((_, at) => real.indexOf(real[at] ?? "") !== at);
}

function summaryIn(
  language: Language,
  { counts, isResumed, isStopped }: BatchEnd,
  { out, rejects }: BatchCommandOptions,
): string {
  const { rows, results, issues, blank } = counts;
  const lines =
    language === "en"
      ? [
          ...(isResumed ? ["Went on from where an earlier run had stopped."] : []),
          ...(isStopped ? ["Stopped: no file has been completed."] : []),
          `${rows} rows: ${results} with a result, ${issues} with an issue${blank > 0 ? `; ${blank} blank lines` : ""}`,
          ...(isStopped ? [] : [`results: ${out}`]),
          ...(isStopped || rejects === undefined ? [] : [`rejects: ${rejects}`]),
        ]
      : [
          ...(isResumed ? ["前回止まったところから続けました。"] : []),
          ...(isStopped ? ["途中で止まりました。完成したファイルはありません。"] : []),
          `${rows}行: 結果 ${results}、問題 ${issues}${blank > 0 ? `、空行 ${blank}` : ""}`,
          ...(isStopped ? [] : [`結果: ${out}`]),
          ...(isStopped || rejects === undefined ? [] : [`差戻し: ${rejects}`]),
        ];
  return `${lines.join("\n")}\n`;
}
