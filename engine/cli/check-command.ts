import type { Issue } from "../issue.ts";
import { checkShared, sharedKindOf } from "./check-shared.ts";
import { pad, widest } from "./columns.ts";
import { type Library, libraryAt } from "./load.ts";
import { openInput } from "./open.ts";
import { showIssues, untold } from "./show-issues.ts";
import type { ExitStatus, Terminal } from "./terminal.ts";

/** The references given, or every edition there is; where there is none, that is told. */
export async function referencesOf(
  { err, language, library: folder }: Terminal,
  library: Library,
  references: readonly string[],
): Promise<readonly string[]> {
  if (references.length > 0) return references;
  const editions = await library.list();
  if (editions.length === 0) {
    const facts = { folder };
    err(showIssues([{ code: "library-empty", severity: "error", path: [], facts }], language));
  }
  return editions.map(({ id, version }) => `${id}@${version}`);
}

interface CheckReport {
  /** As it was named. */
  readonly methodology: string;
  readonly ok: boolean;
  readonly hash?: string;
  readonly issues: readonly Issue[];
}

/** `santei check`: reads and checks methodologies, shared tables and components; warnings are told and do not fail. */
export async function checkCommand(
  terminal: Terminal,
  references: readonly string[],
  options: { readonly json?: boolean },
): Promise<ExitStatus> {
  const { language } = terminal;
  const library = libraryAt(terminal.library, terminal.folder);
  const wanted = await referencesOf(terminal, library, references);
  const column = widest(wanted);
  const told = new Set<string>();
  const reports: CheckReport[] = [];
  for (const reference of wanted) {
    const report = await checkReference(library, reference);
    reports.push(report);
    if (options.json === true) continue;
    terminal.err(showIssues(untold(report.issues, told), language));
    terminal.out(`${pad(reference, column)}  ${stateOf(report, terminal)}\n`);
  }
  if (options.json === true) terminal.out(`${JSON.stringify(reports, null, 2)}\n`);
  return reports.length > 0 && reports.every(({ ok }) => ok) ? 0 : 1;
}

async function checkReference(library: Library, reference: string): Promise<CheckReport> {
  const input = await library.resolve(reference);
  if (!input.ok) return { methodology: reference, ok: false, issues: input.issues };
  const kind = sharedKindOf(input.value.text);
  if (kind !== undefined) {
    const { hash, issues } = await checkShared(input.value, kind);
    return { methodology: reference, ok: hash !== undefined, ...(hash && { hash }), issues };
  }
  const opened = await openInput(input.value);
  return opened.ok
    ? { methodology: reference, ok: true, hash: opened.value.hash, issues: opened.warnings }
    : { methodology: reference, ok: false, issues: opened.issues };
}

function stateOf({ hash, issues }: CheckReport, { language }: Terminal): string {
  const words = wordsIn[language];
  const of = (severity: Issue["severity"]) =>
    issues.filter((issue) => issue.severity === severity).length;
  const errors = of("error");
  const warnings = of("warning");
  return [
    hash === undefined ? words.errors(errors) : words.checked(hash.slice(0, 12)),
    ...(warnings === 0 ? [] : [words.warnings(warnings)]),
  ].join(" · ");
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

const wordsIn = {
  en: {
    checked: (hash: string) => `checked · ${hash}`,
    errors: (count: number) => plural(count, "error"),
    warnings: (count: number) => plural(count, "warning"),
  },
  ja: {
    checked: (hash: string) => `検査済み · ${hash}`,
    errors: (count: number) => `誤り ${count} 件`,
    warnings: (count: number) => `注意 ${count} 件`,
  },
};
