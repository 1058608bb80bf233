import { type Question, questionsOf } from "../answers/question.ts";
import { yearKey } from "../answers/read-period.ts";
import { normalise } from "../answers/text.ts";
import { fail, type Issue, ok, type Result } from "../issue.ts";
import { nearest } from "../methodology/near.ts";
import { parseDay, printFiscalYear } from "../methodology/period.ts";
import type { InputTree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import { type CellReader, cellReader, memberIds, namesOf, plainDay, plainName } from "./cells.ts";
import { asTyped } from "./csv.ts";

/** What the cells of a column are. */
export type Column =
  | AnswerColumn
  | { readonly kind: "period" }
  | { readonly kind: "case" }
  /** Of no question: it goes along to the results. */
  | { readonly kind: "carried" }
  /** Written by an earlier run, and left out. */
  | { readonly kind: "ours" };

export interface AnswerColumn {
  readonly kind: "answer";
  readonly input: InputTree;
  /** The id within its list. */
  readonly name: string;
  /** Keys along the axes of the input, as written in `per`; `undefined` for a time that the header does not name. */
  readonly keys: readonly (string | undefined)[];
  readonly read: CellReader;
  /** The unit that the header names, which a bare figure is in. */
  readonly unit?: string;
}

/** The header of a file, understood. */
export interface Header {
  readonly names: readonly string[];
  readonly columns: readonly Column[];
  /** Lists that have columns. */
  readonly lists: readonly string[];
}

export interface HeaderOptions {
  /** The header of the column that tells the case of a row; `case` or `案件` without it. */
  readonly caseColumn?: string;
}

/** Columns that we write begin so, and are left out when a file comes back. */
export const ownPrefix = "santei:";

export const mostColumns = 2_000;

const periodNames = ["period", "fiscal year", "fiscal_year", "年度", "期間", "認証対象期間"];
const caseNames = ["case", "案件", "ケース", "プロジェクト"];

/**
 * Matches the header of a file to the questions of a methodology: by id (`boilers.fuel`, or `fuel` alone where one list
 * has it), by label in either language, with a unit in brackets behind it (`面積(ha)`) and keys in square ones
 * (`fuel_use[FY2021](kL)`).
 *
 * Errors: a column that could be of several questions, two columns for one, a unit or key that the question has not,
 * and a file without any column of the methodology. A column of no question is a warning.
 */
export function readHeader(
  plan: Plan,
  cells: readonly string[],
  options: HeaderOptions = {},
): Result<Header> {
  const issues: Issue[] = [];
  const complain = (issue: Issue) => {
    issues.push(issue);
  };
  if (cells.length > mostColumns) {
    const facts = { count: cells.length, most: mostColumns };
    return fail([{ code: "batch-too-many-columns", severity: "error", path: [], facts }]);
  }
  const names = namesIn(plan);
  const seen = new Map<string, string>();
  const columns = cells.map((cell, position): Column => {
    const header = asTyped(cell).trim();
    const name = plainName(header);
    const place = { column: position + 1, header: header.slice(0, 80) };
    if (name.startsWith(ownPrefix)) return { kind: "ours" };
    const once = (what: string): void => {
      const other = seen.get(what);
      if (other !== undefined) {
        const facts = { ...place, other };
        complain({ code: "batch-column-twice", severity: "error", path: [], facts });
      }
      seen.set(what, header);
    };
    const wantedCase =
      options.caseColumn === undefined ? caseNames : [plainName(options.caseColumn)];
    if (wantedCase.includes(name) && !(options.caseColumn === undefined && names.has(name))) {
      once("case");
      return { kind: "case" };
    }
    if (periodNames.includes(name) && !names.has(name)) {
      once("period");
      return { kind: "period" };
    }
    const parts = partsOf(name, normalise(header)).find((part) => names.has(part.name));
    if (parts === undefined) {
      if (header !== "") {
        const meant = nearest(name, names.keys());
        const facts = { ...place, ...(meant === undefined ? {} : { meant }) };
        complain({ code: "batch-column-unknown", severity: "warning", path: [], facts });
      }
      return { kind: "carried" };
    }
    const found = names.get(parts.name) ?? [];
    const [question] = found;
    if (question === undefined || found.length > 1) {
      const meant = found.map(({ input }) => input.id);
      complain({
        code: "batch-column-ambiguous",
        severity: "error",
        path: [],
        facts: { ...place, meant },
      });
      return { kind: "carried" };
    }
    const { input } = question;
    if (parts.unit !== undefined) {
      const scales = [...question.scales.values()];
      const isKnown = scales.some((scale) => (scale.factor(parts.unit ?? "") ?? null) !== null);
      if (!isKnown) {
        const units = [...new Set(scales.flatMap(({ offered }) => offered))].slice(0, 12);
        const facts = { ...place, unit: parts.unit, units };
        complain({ code: "batch-column-unit", severity: "error", path: [], facts });
      }
    }
    const keys = keysIn(plan, input, parts.keys);
    if (keys === undefined) {
      const facts = { ...place, example: exampleOf(plan, input) };
      complain({ code: "batch-column-keys", severity: "error", path: [], facts });
    }
    once(`${input.id}[${(keys ?? []).join()}]`);
    const read = cellReader(plan, input, parts.unit);
    const unit = parts.unit === undefined ? {} : { unit: parts.unit };
    return { kind: "answer", input, name: question.name, keys: keys ?? [], read, ...unit };
  });
  const answers = columns.filter((column) => column.kind === "answer");
  if (answers.length === 0 && !issues.some(({ severity }) => severity === "error")) {
    const examples = plan.inputs.slice(0, 6).map(({ tree }) => tree.id);
    complain({ code: "batch-no-columns", severity: "error", path: [], facts: { examples } });
  }
  if (issues.some(({ severity }) => severity === "error")) return fail(issues);
  const lists = new Set(answers.flatMap(({ input }) => input.list ?? []));
  const shown = cells.map((cell) => asTyped(cell).trim());
  return ok({ names: shown, columns, lists: [...lists] }, issues);
}

/** Questions by every name that a header may have for them; an id in full comes before a label. */
function namesIn(plan: Plan): ReadonlyMap<string, readonly Question[]> {
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
  const names = new Map<string, readonly Question[]>();
  for (const level of levels)
    for (const [name, questions] of level) if (!names.has(name)) names.set(name, questions);
  return names;
}

interface HeaderParts {
  readonly name: string;
  readonly unit?: string;
  readonly keys: readonly string[];
}

/** The ways to understand a header: as it stands, or with keys or a unit behind the name. Labels have brackets too. */
function partsOf(name: string, header: string): readonly HeaderParts[] {
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
function keysIn(
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
function exampleOf(plan: Plan, { id, per }: InputTree): string {
  const keys = per.map((axis) => {
    if (axis === "years") return "FY2021";
    if (axis === "parts") return "2021-04-01";
    return plan.enums[plan.at.enums.get(axis) ?? -1]?.tree.members[0]?.id ?? axis;
  });
  return keys.length === 0 ? id : `${id}[${keys.join(", ")}]`;
}
