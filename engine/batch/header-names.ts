import { type Question, questionsOf } from "../answers/question.ts";
import { yearKey } from "../answers/read-period.ts";
import { parseDay, printFiscalYear } from "../methodology/period.ts";
import type { InputTree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import { memberIds, namesOf, plainDay, plainName } from "./cells.ts";

/** Questions by every name that a header may have for them; an id in full comes before a label. */
export function namesIn(plan: Plan): ReadonlyMap<string, Named> {
  const levels: Map<string, Question[]>[] = [new Map(), new Map(), new Map()];
  const { inputs } = questionsOf(plan.tree);
  const add = (level: number, name: string, question: Question) => {
    const known = levels[level]?.get(name) ?? [];
    if (!known.includes(question)) levels[level]?.set(name, [...known, question]);
  };
  for (const question of inputs) {
    const { input } = question;
    add(0, plainName(input.id), question);
    add(1, plainName(question.name), question);
    const list = plan.lists[plan.at.lists.get(input.list ?? "") ?? -1]?.tree;
    for (const label of namesOf(input.label)) {
      add(2, label, question);
      for (const of of namesOf(list?.label)) add(2, `${of}.${label}`, question);
    }
  }
  const names = new Map<string, Named>();
  for (const [depth, level] of levels.entries())
    for (const [name, questions] of level)
      if (!names.has(name)) names.set(name, { questions, by: depth < 2 ? "id" : "label" });
  return names;
}

/** The questions that a name may mean, and what it is of them. */
export interface Named {
  readonly questions: readonly Question[];
  readonly by: "id" | "label";
}

export interface HeaderParts {
  readonly name: string;
  readonly unit?: string;
  readonly keys: readonly string[];
}

/** The ways to understand a header: as it stands, or with keys or a unit behind the name. Labels have brackets too. */
export function partsOf(name: string, header: string): readonly HeaderParts[] {
  const ways: HeaderParts[] = [{ name, keys: [] }];
  const take = (text: string, unit: string | undefined, keys: readonly string[], left: number) => {
    const held = unit === undefined ? {} : { unit };
    if (left < 2) ways.push({ name: plainName(text), keys, ...held });
    if (left === 0) return;
    const inRound = /^(.*\S)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(text);
    if (inRound !== null && unit === undefined)
      take(inRound[1] ?? "", (inRound[2] ?? "").replace(/\s+/g, ""), keys, left - 1);
    const inSquare = /^(.*\S)\s*\[([^[\]]*)\]$/.exec(text);
    if (inSquare !== null && keys.length === 0)
      take(inSquare[1] ?? "", unit, (inSquare[2] ?? "").split(/[,、]/), left - 1);
  };
  take(header, undefined, [], 2);
  return ways;
}

/** The keys of a header along the axes of a question, the time left open where it is not named. */
export function keysIn(
  plan: Plan,
  { per, meter }: InputTree,
  given: readonly string[],
): readonly (string | undefined)[] | undefined {
  const times = per.filter((axis) => axis === "years" || axis === "parts").length;
  const isOpen = given.length === per.length - times && times === 1 && meter === undefined;
  if (given.length !== per.length && !isOpen) return undefined;
  let next = 0;
  const keys = per.map((axis): string | undefined => {
    if ((axis === "years" || axis === "parts") && isOpen) return undefined;
    const text = (given[next] ?? "").trim();
    next += 1;
    if (axis === "years") {
      const year = yearKey(text.replace(/年度$/, ""));
      return year === undefined ? "" : printFiscalYear(year);
    }
    if (axis === "parts") return parseDay(plainDay(text)) === undefined ? "" : plainDay(text);
    return memberIds(plan, axis).get(plainName(text)) ?? "";
  });
  return keys.includes("") ? undefined : keys;
}

/** A header that names keys: `use[activity, FY2021]`. */
export function exampleOf(plan: Plan, { id, per }: InputTree): string {
  const keys = per.map((axis) => {
    if (axis === "years") return "FY2021";
    if (axis === "parts") return "2021-04-01";
    return plan.enums[plan.at.enums.get(axis) ?? -1]?.tree.members[0]?.id ?? axis;
  });
  return keys.length === 0 ? id : `${id}[${keys.join(", ")}]`;
}
