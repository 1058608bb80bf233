import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AssessmentRecord, Assessor } from "../assessment/assessment.ts";
import { createAssessor } from "../assessment/assessor.ts";
import { readAssessment } from "../assessment/read-assessment.ts";
import { fail, type Issue, ok, type Result } from "../issue.ts";
import type { FindPlace } from "../methodology/file.ts";
import type { Guide } from "../methodology/guide-schema.ts";
import { guideFile, readGuide } from "../methodology/read-guide.ts";
import { nameOf, placed, readAnswersFile } from "./answers-file.ts";
import { libraryAt } from "./load.ts";
import { openMethodology } from "./open.ts";
import { type Questions, showAssessment } from "./show-assessment.ts";
import { showIssues } from "./show-issues.ts";
import type { ExitStatus, Terminal } from "./terminal.ts";
import { today } from "./today.ts";

export interface AssessOptions {
  readonly new?: readonly string[];
  readonly asOf?: string;
  readonly json?: boolean;
}

/** How many open questions are told for each project. */
const mostQuestions = 3;

/**
 * `santei assess`: what one applicant has, assessed; with `--new` a file to start from, as JSON.
 *
 * Status 1 where a project has issues that are errors, and for issues of the file.
 */
export async function assessCommand(
  terminal: Terminal,
  file: string | undefined,
  options: AssessOptions,
): Promise<ExitStatus> {
  const tell = (issues: readonly Issue[]): ExitStatus => {
    terminal.err(showIssues(issues, terminal.language));
    return 1;
  };
  const guide = await guideOf(terminal);
  if (!guide.ok) return tell(guide.issues);
  const assessor = assessorOf(terminal, guide.value, options.asOf ?? today());
  if (options.new !== undefined) {
    const made = await assessor.start(options.new, { asOf: options.asOf ?? today() });
    if (!made.ok) return tell(made.issues);
    terminal.out(`${JSON.stringify(made.value, null, 2)}\n`);
    return 0;
  }
  const name = file ?? "-";
  const data = await readAnswersFile(terminal, name);
  if (!data.ok) return tell(data.issues);
  const { place } = data.value;
  const at = (issues: readonly Issue[], way: readonly (string | number)[] = []) =>
    issues.map((one) => placedAt(one, way, nameOf(name), place));
  const record = readAssessment(data.value.data);
  if (!record.ok) return tell(at(record.issues));
  const asked =
    options.asOf === undefined ? record.value : { ...record.value, as_of: options.asOf };
  const result = await assessor.assess(asked);
  const problems = [
    ...at(result.issues),
    ...result.projects.flatMap(({ issues }, project) =>
      at(issues, ["projects", project, "answers", "sets", "plan"]),
    ),
  ];
  if (problems.length > 0) terminal.err(showIssues(problems, terminal.language));
  terminal.out(
    options.json === true
      ? `${JSON.stringify(result, null, 2)}\n`
      : showAssessment(result, await questionsOf(assessor, asked), terminal.language),
  );
  return problems.some(({ severity }) => severity === "error") ? 1 : 0;
}

/** An issue of answers at its place in the file; what is no answer of the file stays without a place. */
function placedAt(
  issue: Issue,
  way: readonly (string | number)[],
  file: string,
  place: FindPlace,
): Issue {
  const isAnswer = way.length === 0 || issue.path[0] === "given";
  return isAnswer
    ? placed({ ...issue, path: [...way, ...issue.path] }, file, place)
    : { ...issue, file };
}

async function questionsOf(assessor: Assessor, record: AssessmentRecord): Promise<Questions> {
  const found = new Map<string, Questions extends ReadonlyMap<string, infer T> ? T : never>();
  for (const { id } of record.projects) {
    const questions = await assessor.nextQuestions(record, { project: id });
    if (questions.ok) found.set(id, questions.value.slice(0, mostQuestions));
  }
  return found;
}

async function guideOf(terminal: Terminal): Promise<Result<Guide>> {
  const file = join(terminal.library, guideFile);
  try {
    return readGuide(await readFile(file, { encoding: "utf8" }), guideFile);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "";
    const facts = { file, reason };
    return fail([{ code: "file-unreadable", severity: "error", path: [], facts }]);
  }
}

function assessorOf(terminal: Terminal, guide: Guide, asOf: string): Assessor {
  const library = libraryAt(terminal.library, terminal.folder);
  return createAssessor({
    guide,
    asOf,
    open: async (id) => {
      const opened = await openMethodology(library, id);
      return opened.ok ? ok(opened.value.plan) : opened;
    },
  });
}
