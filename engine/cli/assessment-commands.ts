import { mainOutput } from "../assessment/outcome.ts";
import { type Goal, type Sought, seek } from "../assessment/seek.ts";
import { type Sensitivity, sensitivity, type Trial } from "../assessment/sensitivity.ts";
import type { Issue, Result } from "../issue.ts";
import type { FindPlace } from "../methodology/file.ts";
import type { Mode } from "../methodology/schema.ts";
import type { Plan } from "../plan.ts";
import { exact, print } from "../quantity/exact.ts";
import { round } from "../quantity/rounding.ts";
import { type RunOptions, run } from "../run.ts";
import { asOfIn, nameOf, placed, readAnswersFile } from "./answers-file.ts";
import { pad, padBefore, widest } from "./columns.ts";
import { libraryAt } from "./load.ts";
import { openMethodology } from "./open.ts";
import { showIssues } from "./show-issues.ts";
import type { ExitStatus, Language, Terminal } from "./terminal.ts";
import { today } from "./today.ts";

interface SharedOptions {
  readonly answers: string;
  readonly mode?: Mode;
  readonly asOf?: string;
  readonly output?: string;
  readonly json?: boolean;
}

export interface SeekOptions extends SharedOptions {
  readonly change: string;
  readonly from: string;
  readonly to: string;
  readonly step: string;
  readonly atLeast: string;
}

export interface SensitivityOptions extends SharedOptions {
  readonly by: string;
}

/**
 * `santei seek`: the answers to one question under which an output reaches a figure.
 *
 * Status 1 where none does, and for issues.
 */
export function seekCommand(
  terminal: Terminal,
  reference: string,
  options: SeekOptions,
): Promise<ExitStatus> {
  return withAnswers(terminal, reference, options, (plan, data, how, output) => {
    const { change: place, from, to, step, atLeast } = options;
    const goal: Goal = { place, from, to, step, atLeast, output };
    const found = seek(plan, data, goal, how);
    if (!found.ok) return found;
    terminal.out(
      options.json === true
        ? `${JSON.stringify({ output, ...found.value }, null, 2)}\n`
        : showSought(found.value, terminal.language),
    );
    return found.value.intervals.length > 0 ? 0 : 1;
  });
}

/** `santei sensitivity`: which answer moves an output most. */
export function sensitivityCommand(
  terminal: Terminal,
  reference: string,
  options: SensitivityOptions,
): Promise<ExitStatus> {
  return withAnswers(terminal, reference, options, (plan, data, how, output) => {
    const found = sensitivity(plan, data, { output, share: options.by }, how);
    if (!found.ok) return found;
    terminal.out(
      options.json === true
        ? `${JSON.stringify(found.value, null, 2)}\n`
        : showSensitivity(found.value),
    );
    return 0;
  });
}

type Work = (
  plan: Plan,
  data: unknown,
  how: RunOptions,
  output: string,
) => Result<unknown> | ExitStatus;

/** Opens the methodology and the answers, and does the work; what is wrong is told at its place. */
async function withAnswers(
  terminal: Terminal,
  reference: string,
  options: SharedOptions,
  work: Work,
): Promise<ExitStatus> {
  const { language } = terminal;
  const tell = (issues: readonly Issue[], place?: FindPlace): ExitStatus => {
    const name = nameOf(options.answers);
    const told = issues.map((one) => (place === undefined ? one : placed(one, name, place)));
    terminal.err(showIssues(told, language));
    return 1;
  };
  const opened = await openMethodology(libraryAt(terminal.library, terminal.folder), reference);
  const answers = await readAnswersFile(terminal, options.answers);
  if (!opened.ok) return tell(opened.issues);
  if (!answers.ok) return tell(answers.issues);
  const { plan } = opened.value;
  const { data, place } = answers.value;
  const how: RunOptions = {
    asOf: options.asOf ?? asOfIn(data) ?? today(),
    ...(options.mode === undefined ? {} : { mode: options.mode }),
  };
  const ended = work(plan, data, how, options.output ?? mainOutputOf(plan, data, how));
  if (typeof ended === "number") return ended;
  return ended.ok ? 0 : tell(ended.issues, place);
}

/** The first main output of the methodology, where none is named. */
function mainOutputOf(plan: Plan, data: unknown, how: RunOptions): string {
  const result = run(plan, data, how).sets.plan?.result;
  return (result && mainOutput(result)) ?? plan.tree.outputs[0]?.id ?? "";
}

const words = {
  en: {
    none: ({ tried }: Sought) => `None of ${tried} answers reaches the goal.`,
    some: ({ tried }: Sought) => `Of ${tried} answers these reach the goal:`,
    lacking: (count: number) => `${count} ${count === 1 ? "answer" : "answers"} gave no value.`,
    to: "to",
  },
  ja: {
    none: ({ tried }: Sought) => `${tried}個の回答のどれも目標に届きません。`,
    some: ({ tried }: Sought) => `${tried}個の回答のうち、目標に届くのは次のとおりです。`,
    lacking: (count: number) => `${count}個の回答では値が出ません。`,
    to: "から",
  },
};

function showSought(found: Sought, language: Language): string {
  const { none, some, lacking, to } = words[language];
  const lines = found.intervals.map(({ from, to: end }) =>
    from === end ? `  ${from}` : `  ${from} ${to} ${end}`,
  );
  const head = lines.length === 0 ? none(found) : some(found);
  const tail = found.withoutValue > 0 ? [lacking(found.withoutValue)] : [];
  return `${[head, ...lines, ...tail].join("\n")}\n`;
}

const mostTrials = 3;

/** Six significant digits, for reading; `--json` gives the exact text. */
const rounded = (text: string): string => print(round(exact(text), { mode: "half_up", digits: 6 }));

function showSensitivity({ output, value, unit, influences }: Sensitivity): string {
  const places = influences.map(({ place, answer }) => `${place} = ${answer}`);
  const spans = influences.map(({ span }) => rounded(span));
  const [first, second] = [widest(places), widest(spans)];
  const lines = influences.map(({ trials }, at) => {
    const changes = trials.slice(0, mostTrials).map(showTrial);
    const more = trials.length > mostTrials ? [`… (${trials.length})`] : [];
    const told = [...changes, ...more].join("; ");
    return `${pad(places[at] ?? "", first)}  ${padBefore(spans[at] ?? "", second)}  ${told}`;
  });
  return `${[`${output} = ${rounded(value)} ${unit}`, ...lines].join("\n")}\n`;
}

const showTrial = ({ answer, change }: Trial): string =>
  `${answer} → ${change === undefined ? "—" : change.startsWith("-") ? rounded(change) : `+${rounded(change)}`}`;
