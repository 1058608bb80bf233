import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { startBatch } from "../batch/batch.ts";
import type { Issue } from "../issue.ts";
import { describe } from "../locales/describe.ts";
import { en } from "../locales/en.ts";
import { ja } from "../locales/ja.ts";
import type { Mode } from "../methodology/schema.ts";
import { engineVersion } from "../version.ts";
import { type BatchEnd, runFiles } from "./batch-files.ts";
import { libraryAt } from "./load.ts";
import { openMethodology } from "./open.ts";
import { showIssues } from "./show-issues.ts";
import type { ExitStatus, Language, Terminal } from "./terminal.ts";
import { today } from "./today.ts";

export interface BatchCommandOptions {
  readonly in: string;
  readonly out: string;
  readonly rejects?: string;
  readonly rows: "projects" | "items";
  readonly case?: string;
  readonly period?: string;
  readonly mode?: Mode;
  readonly asOf?: string;
  readonly json?: boolean;
}

const sentences = { en, ja };

/**
 * `santei batch`: evaluates the rows of a CSV file, in the order of the rows and with the same memory for any length. A
 * run that was interrupted goes on when the same command is given again.
 *
 * Status 1 where the file cannot be read to its end, or rows have issues: these are in the results with what is wrong,
 * and in the rejects as they were.
 */
export async function batchCommand(
  terminal: Terminal,
  reference: string,
  options: BatchCommandOptions,
): Promise<ExitStatus> {
  const { language, folder } = terminal;
  const opened = await openMethodology(libraryAt(terminal.library, folder), reference);
  if (!opened.ok) {
    terminal.err(showIssues(opened.issues, language));
    return 1;
  }
  const places = {
    in: resolve(folder, options.in),
    out: resolve(folder, options.out),
    ...(options.rejects === undefined ? {} : { rejects: resolve(folder, options.rejects) }),
  };
  const twice = await namedTwice(Object.values(places));
  if (twice !== undefined) {
    const facts = { file: twice };
    const issue: Issue = { code: "batch-same-file", severity: "error", path: [], facts };
    terminal.err(showIssues([issue], language));
    return 2;
  }
  const { plan, hash } = opened.value;
  const mode = options.mode ?? plan.tree.mode;
  const asOf = options.asOf ?? today();
  const { rows, case: caseColumn, period } = options;
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
  });
  const ended = await runFiles(places, of, (done) =>
    startBatch(plan, {
      rows,
      mode,
      asOf,
      describe: (issue) => describe(issue, sentences[language]),
      ...(caseColumn === undefined ? {} : { caseColumn }),
      ...(period === undefined ? {} : { period }),
      ...(done === undefined ? {} : { done }),
    }),
  );
  if (!ended.ok) {
    terminal.err(showIssues(ended.issues, language));
    return 1;
  }
  const { batch, issues } = ended.value;
  terminal.err(
    showIssues(
      issues.map((issue) => ({ ...issue, file: options.in })),
      language,
    ),
  );
  const counts = batch.counts();
  if (options.json === true) {
    const { id, version } = plan.tree;
    const summary = {
      format: "batch/1",
      methodology: { id, version, hash },
      as_of: asOf,
      mode,
      rows_are: rows,
      complete: !batch.isStopped(),
      resumed: ended.value.isResumed,
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
  return batch.isStopped() || counts.issues > 0 ? 1 : 0;
}

/** A file that is named for two purposes, by whatever path. */
async function namedTwice(paths: readonly string[]): Promise<string | undefined> {
  const real = await Promise.all(paths.map((path) => realpath(path).catch(() => path)));
  return paths.find((_, at) => real.indexOf(real[at] ?? "") !== at);
}

function summaryIn(
  language: Language,
  { batch, isResumed }: BatchEnd,
  { out, rejects }: BatchCommandOptions,
): string {
  const { rows, results, issues, blank } = batch.counts();
  const lines =
    language === "en"
      ? [
          ...(isResumed ? ["Went on from where an earlier run had stopped."] : []),
          ...(batch.isStopped() ? ["Stopped: no file has been completed."] : []),
          `${rows} rows: ${results} with a result, ${issues} with an issue${blank > 0 ? `; ${blank} blank lines` : ""}`,
          ...(batch.isStopped() ? [] : [`results: ${out}`]),
          ...(batch.isStopped() || rejects === undefined ? [] : [`rejects: ${rejects}`]),
        ]
      : [
          ...(isResumed ? ["前回止まったところから続けました。"] : []),
          ...(batch.isStopped() ? ["途中で止まりました。完成したファイルはありません。"] : []),
          `${rows}行: 結果 ${results}、問題 ${issues}${blank > 0 ? `、空行 ${blank}` : ""}`,
          ...(batch.isStopped() ? [] : [`結果: ${out}`]),
          ...(batch.isStopped() || rejects === undefined ? [] : [`差戻し: ${rejects}`]),
        ];
  return `${lines.join("\n")}\n`;
}
