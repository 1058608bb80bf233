import { type Coverage, coverageOf } from "../proof/coverage.ts";
import { type GeneratedReport, generate } from "../proof/generated.ts";
import { holdLaws, type LawReport } from "../proof/laws.ts";
import { type MutantReport, plantMutants } from "../proof/mutants.ts";
import { holdWorkedTests, type WorkedTestReport } from "../proof/worked-tests.ts";
import { decimalLane } from "../quantity/decimal.ts";
import { referencesOf } from "./check-command.ts";
import { libraryAt } from "./load.ts";
import { openMethodology } from "./open.ts";
import { showIssues } from "./show-issues.ts";
import { showProof } from "./show-proof.ts";
import type { ExitStatus, Terminal } from "./terminal.ts";
import { today } from "./today.ts";

/** What `santei test` tells of a methodology; without tests where it could not be checked. */
export interface ProofReport {
  readonly methodology: string;
  readonly ok: boolean;
  readonly tests: readonly WorkedTestReport[];
  readonly laws: readonly LawReport[];
  readonly coverage?: Coverage;
  readonly generated?: GeneratedReport;
  readonly mutants?: MutantReport;
}

/** `santei test`: the worked tests and laws of methodologies, what they reach, and with `--mutants` what they miss. */
export async function testCommand(
  terminal: Terminal,
  references: readonly string[],
  options: { readonly json?: boolean; readonly mutants?: boolean; readonly asOf?: string },
): Promise<ExitStatus> {
  const library = libraryAt(terminal.library, terminal.folder);
  const asOf = options.asOf ?? today();
  const reports: ProofReport[] = [];
  for (const reference of await referencesOf(terminal, library, references)) {
    const opened = await openMethodology(library, reference);
    if (!opened.ok) {
      terminal.err(showIssues(opened.issues, terminal.language));
      reports.push({ methodology: reference, ok: false, tests: [], laws: [] });
      continue;
    }
    const { plan, methodology } = opened.value;
    const { data } = methodology;
    const tests = holdWorkedTests(plan, data, asOf);
    const laws = holdLaws(plan, data, asOf);
    const generated = generate(plan, data, asOf);
    const planted =
      options.mutants === true ? plantMutants(plan, data, asOf, decimalLane) : undefined;
    if (planted?.ok === false) terminal.err(showIssues(planted.issues, terminal.language));
    const report: ProofReport = {
      methodology: `${data.id}@${data.version}`,
      ok: [...tests, ...laws].every(({ holds }) => holds) && generated.faults.length === 0,
      tests,
      laws,
      coverage: coverageOf(plan, data, asOf),
      generated,
      ...(planted?.ok === true ? { mutants: planted.value } : {}),
    };
    reports.push(report);
    if (options.json !== true) terminal.out(showProof(report, terminal.language));
  }
  if (options.json === true) terminal.out(`${JSON.stringify(reports, null, 2)}\n`);
  return reports.length > 0 && reports.every(({ ok }) => ok) ? 0 : 1;
}
