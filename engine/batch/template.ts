import { type Question, questionsOf } from "../answers/question.ts";
import type { Label } from "../methodology/schema.ts";
import type { Plan } from "../plan.ts";
import { csvLine } from "./csv.ts";
import { keysIn, type Named, namesIn } from "./header-names.ts";
import { matchHeader } from "./match-header.ts";
import { isNeeded } from "./propose-mapping.ts";

export type TemplateLanguage = "ja" | "en";

/** A column of an empty file of rows. */
export interface TemplateColumn {
  /** As it is read again: a label with its unit where that names one question, else an id. */
  readonly header: string;
  readonly what: "case" | "period" | "answer";
  readonly input?: string;
  readonly isNeeded: boolean;
  /** What a bare figure is in; others may stand behind a figure. */
  readonly units: readonly string[];
  /** What a cell may say, where that is limited. */
  readonly choices: readonly string[];
  readonly help: string;
}

const words = {
  ja: { case: "案件", period: "期間", yes: "はい", no: "いいえ" },
  en: { case: "case", period: "period", yes: "yes", no: "no" },
} as const;

/**
 * The columns that a methodology asks for, one for each question and each member of its axes; years are left open, so that
 * the period of a row stands for them. With `items`, those of one list: the first.
 */
export function templateColumns(
  plan: Plan,
  { language, rows }: { readonly language: TemplateLanguage; readonly rows: "projects" | "items" },
): readonly TemplateColumn[] {
  const own = words[language];
  const names = namesIn(plan);
  const [list] = plan.lists;
  const questions = questionsOf(plan.tree).inputs.filter(
    ({ input }) => rows === "projects" || input.list === undefined || input.list === list?.tree.id,
  );
  const bare = { units: [], choices: [], help: "", isNeeded: true } as const;
  return [
    ...(rows === "items" ? [{ ...bare, header: own.case, what: "case" } as const] : []),
    ...(plan.tree.period === undefined
      ? []
      : [{ ...bare, header: own.period, what: "period" } as const]),
    ...questions.flatMap((question) => columnsOf(plan, names, question, language)),
  ];
}

/** The header of a template as a file of CSV, with the mark that spreadsheets know UTF-8 by. */
export function templateCsv(columns: readonly TemplateColumn[]): string {
  return `\uFEFF${csvLine(columns.map(({ header }) => header))}`;
}

function columnsOf(
  plan: Plan,
  names: ReadonlyMap<string, Named>,
  question: Question,
  language: TemplateLanguage,
): readonly TemplateColumn[] {
  const { input } = question;
  const list = plan.lists[plan.at.lists.get(input.list ?? "") ?? -1]?.tree;
  // A unit that hangs on another answer is that of the answer; it is not named.
  const [scale] = question.scales.size === 1 ? question.scales.values() : [];
  const units = (scale?.offered ?? []).filter((unit) => unit !== "" && unit !== "1");
  const [unit] = units;
  const label = spoken(input.label, language);
  const wholes = [
    label,
    ...(list === undefined ? [] : [`${spoken(list.label, language)}.${label}`]),
  ];
  const choices = choicesOf(plan, question, language);
  const help = spoken(input.help, language);
  return keySets(plan, input.per).map((keys): TemplateColumn => {
    const key = keys.length === 0 ? "" : `[${keys.join(", ")}]`;
    const measure = unit === undefined ? "" : `(${unit})`;
    const header =
      wholes
        .map((name) => `${name}${key}${measure}`)
        .find((name) => means(plan, names, name, question, keys)) ?? `${input.id}${key}${measure}`;
    const needed = isNeeded(plan, input, plan.tree.mode);
    return { header, what: "answer", input: input.id, isNeeded: needed, units, choices, help };
  });
}

/** Whether a header is read as this question, with these keys. */
function means(
  plan: Plan,
  names: ReadonlyMap<string, Named>,
  header: string,
  { input }: Question,
  keys: readonly string[],
): boolean {
  const match = matchHeader(names, header, undefined);
  if (match.kind !== "question" || match.question.input !== input) return false;
  const [wanted, read] = [keysIn(plan, input, keys), keysIn(plan, input, match.keys)];
  return wanted !== undefined && read !== undefined && wanted.join("\0") === read.join("\0");
}

/** Every combination of the members of an input's axes, an only axis of time left open. */
function keySets(plan: Plan, per: readonly string[]): readonly (readonly string[])[] {
  let sets: readonly (readonly string[])[] = [[]];
  for (const axis of per) {
    const members = plan.enums[plan.at.enums.get(axis) ?? -1]?.tree.members;
    if (members === undefined) continue;
    sets = sets.flatMap((set) => members.map(({ id }) => [...set, id])).slice(0, mostSets);
  }
  return sets;
}

const mostSets = 200;

function choicesOf(plan: Plan, { input }: Question, language: TemplateLanguage): readonly string[] {
  const { type } = input;
  if (type.kind === "boolean") return [words[language].yes, words[language].no];
  if (type.kind !== "enum") return [];
  const members = plan.enums[plan.at.enums.get(type.enum) ?? -1]?.tree.members ?? [];
  const labels = members.map(({ label }) => spoken(label, language));
  const isTold = new Set(labels).size === labels.length && !labels.includes("");
  return isTold ? labels : members.map(({ id }) => id);
}

/** A label as plain text, without its readings. */
function spoken(label: Label | undefined, language: TemplateLanguage): string {
  const text = label?.[language] ?? label?.ja ?? "";
  return text.replace(/｜([^《]*)《[^》]*》/g, "$1");
}
