import type { Mode } from "../methodology/schema.ts";
import { answersMissing } from "../result/answers-missing.ts";
import { run } from "../run.ts";
import { asOfIn, nameOf, placed, readAnswersFile } from "./answers-file.ts";
import { libraryAt } from "./load.ts";
import { openMethodology } from "./open.ts";
import { type NamedTable, readReplacements } from "./replacements.ts";
import { showIssues } from "./show-issues.ts";
import { showResult } from "./show-result.ts";
import type { ExitStatus, Terminal } from "./terminal.ts";
import { today } from "./today.ts";

export interface EvalOptions {
  readonly answers: string;
  readonly mode?: Mode;
  readonly asOf?: string;
  readonly explain?: boolean;
  /** Tables of an office in place of replaceable ones. */
  readonly table?: readonly NamedTable[];
  readonly json?: boolean;
}

/**
 * `santei eval`: evaluates answers in YAML or JSON, a record `answers/1` or a bare map with `period`. With `--json` one
 * set prints its result, several print a map of results by set.
 *
 * Status 1 also where answers are missing for a result that the mode does not let stay open.
 */
export async function evalCommand(
  terminal: Terminal,
  reference: string,
  options: EvalOptions,
): Promise<ExitStatus> {
  const { language } = terminal;
  const opened = await openMethodology(libraryAt(terminal.library, terminal.folder), reference);
  const answers = await readAnswersFile(terminal, options.answers);
  if (!opened.ok || !answers.ok) {
    const issues = [...(opened.ok ? [] : opened.issues), ...(answers.ok ? [] : answers.issues)];
    terminal.err(showIssues(issues, language));
    return 1;
  }
  const { data, place } = answers.value;
  const { plan } = opened.value;
  const tables = await readReplacements(plan.tree, options.table ?? [], terminal.folder);
  if (!tables.ok) {
    terminal.err(showIssues(tables.issues, language));
    return 1;
  }
  const isReplaced = Object.keys(tables.value).length > 0;
  const reply = run(plan, data, {
    asOf: options.asOf ?? asOfIn(data) ?? today(),
    steps: options.explain === true,
    ...(options.mode === undefined ? {} : { mode: options.mode }),
    ...(isReplaced ? { replacements: tables.value } : {}),
  });
  const sets = Object.entries(reply.sets);
  const file = nameOf(options.answers);
  let isClean = true;
  terminal.err(showIssues(tables.warnings, language));
  for (const [, set] of sets) {
    const issues = [
      ...(set.ok ? set.warnings : set.issues).map((issue) => placed(issue, file, place)),
      ...(set.result?.issues ?? []),
      ...(set.ok ? answersMissing(set.result).map((issue) => ({ ...issue, file })) : []),
    ];
    terminal.err(showIssues(issues, language));
    if (!set.ok || issues.some(({ severity }) => severity === "error")) isClean = false;
  }
  const results = sets.flatMap(([id, { result }]) =>
    result === undefined ? [] : [{ id, result }],
  );
  if (options.json === true) {
    const [only] = results;
    const data =
      sets.length === 1
        ? only?.result
        : Object.fromEntries(results.map(({ id, result }) => [id, result]));
    if (data !== undefined) terminal.out(`${JSON.stringify(data, null, 2)}\n`);
  } else {
    const shown = results.map(({ id, result }) =>
      showResult(plan.tree, result, language, sets.length > 1 ? id : undefined),
    );
    terminal.out(shown.join("\n"));
  }
  return isClean ? 0 : 1;
}
