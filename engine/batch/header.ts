import { type Question, questionsOf } from "../answers/question.ts";
import { fail, type Issue, type IssueCode, ok, type Result } from "../issue.ts";
import { nearest } from "../methodology/near.ts";
import type { InputTree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import { type CellReader, cellReader, plainName } from "./cells.ts";
import { asTyped } from "./csv.ts";
import { exampleOf, keysIn, namesIn } from "./header-names.ts";
import type { MappedColumn, Mapping } from "./mapping.ts";
import { matchHeader } from "./match-header.ts";

/** What the cells of a column are. */
export type Column =
  | AnswerColumn
  | { readonly kind: "period" }
  | { readonly kind: "case" }
  /** Of no question: it goes along to the results. */
  | { readonly kind: "carried" }
  /** Left out of the results: written by an earlier run, or `isIgnored` by the mapping and kept for the rejects. */
  | { readonly kind: "ours"; readonly isIgnored?: true };

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
  /** Says of every column what it is; nothing is matched by name then. */
  readonly mapping?: Mapping;
}

export const mostColumns = 2_000;

/**
 * Matches the header of a file to the questions of a methodology: by id (`boilers.fuel`, or `fuel` alone where one list
 * has it), by label in either language, with a unit in brackets behind it (`面積(ha)`) and keys in square ones
 * (`fuel_use[FY2021](kL)`); or as a mapping says.
 *
 * Errors: a column that could be of several questions, two columns for one, a unit or key that the question has not,
 * a column of the mapping that the file has not, and a file without any column of the methodology. A column of no
 * question is a warning.
 */
export function readHeader(
  plan: Plan,
  cells: readonly string[],
  options: HeaderOptions = {},
): Result<Header> {
  if (cells.length > mostColumns) {
    const facts = { count: cells.length, most: mostColumns };
    return fail([{ code: "batch-too-many-columns", severity: "error", path: [], facts }]);
  }
  const shown = cells.map((cell) => asTyped(cell).trim());
  const reading = startReading(plan);
  const { issues } = reading;
  const columns =
    options.mapping === undefined
      ? matchedColumns(plan, shown, options.caseColumn, reading)
      : mappedColumns(plan, shown, options.mapping, reading);
  const answers = columns.filter((column) => column.kind === "answer");
  if (answers.length === 0 && !issues.some(({ severity }) => severity === "error")) {
    const examples = plan.inputs.slice(0, 6).map(({ tree }) => tree.id);
    issues.push({ code: "batch-no-columns", severity: "error", path: [], facts: { examples } });
  }
  if (issues.some(({ severity }) => severity === "error")) return fail(issues);
  const lists = new Set(answers.flatMap(({ input }) => input.list ?? []));
  return ok({ names: shown, columns, lists: [...lists] }, issues);
}

interface Place {
  /** From 1. */
  readonly column: number;
  readonly header: string;
}

/** A header as it is read, with what has been found in it so far. */
interface Reading {
  readonly issues: Issue[];
  readonly complain: <Code extends IssueCode>(
    code: Code,
    facts: Extract<Issue, { readonly code: Code }>["facts"],
    severity?: Issue["severity"],
  ) => void;
  /** Complains where another column is the same already. */
  readonly once: (what: string, place: Place) => void;
  readonly answer: (
    question: Question,
    unit: string | undefined,
    keys: readonly string[],
    place: Place,
  ) => Column;
}

function startReading(plan: Plan): Reading {
  const issues: Issue[] = [];
  const seen = new Map<string, string>();
  const complain: Reading["complain"] = (code, facts, severity = "error") => {
    issues.push({ code, severity, path: [], facts } as Issue);
  };
  const once: Reading["once"] = (what, place) => {
    const other = seen.get(what);
    if (other !== undefined) complain("batch-column-twice", { ...place, other });
    seen.set(what, place.header);
  };
  return {
    issues,
    complain,
    once,
    answer(question, unit, given, place) {
      const { input, name } = question;
      if (unit !== undefined) {
        const scales = [...question.scales.values()];
        if (!scales.some((scale) => (scale.factor(unit) ?? null) !== null)) {
          const units = [...new Set(scales.flatMap(({ offered }) => offered))].slice(0, 12);
          complain("batch-column-unit", { ...place, unit, units });
        }
      }
      const keys = keysIn(plan, input, given);
      if (keys === undefined) {
        complain("batch-column-keys", { ...place, example: exampleOf(plan, input) });
      }
      once(`${input.id}[${(keys ?? []).join()}]`, place);
      const read = cellReader(plan, input, unit);
      const held = unit === undefined ? {} : { unit };
      return { kind: "answer", input, name, keys: keys ?? [], read, ...held };
    },
  };
}

function placeOf(header: string, position: number): Place {
  return { column: position + 1, header: header.slice(0, 80) };
}

/** Columns by what their headers say. */
function matchedColumns(
  plan: Plan,
  headers: readonly string[],
  caseColumn: string | undefined,
  { complain, once, answer }: Reading,
): readonly Column[] {
  const names = namesIn(plan);
  const columnOf = (header: string, position: number): Column => {
    const place = placeOf(header, position);
    const match = matchHeader(names, header, caseColumn);
    switch (match.kind) {
      case "ours":
        return { kind: "ours" };
      case "case":
      case "period":
        once(match.kind, place);
        return { kind: match.kind };
      case "question":
        return answer(match.question, match.unit, match.keys, place);
      case "ambiguous":
        complain("batch-column-ambiguous", { ...place, meant: match.meant });
        return { kind: "carried" };
      case "unknown": {
        const { kind: _, ...meant } = match;
        if (header !== "") complain("batch-column-unknown", { ...place, ...meant }, "warning");
        return { kind: "carried" };
      }
    }
  };
  return headers.map(columnOf);
}

/** Columns as a mapping says, found by header; what an earlier run wrote is left out by itself. */
function mappedColumns(
  plan: Plan,
  headers: readonly string[],
  mapping: Mapping,
  { complain, once, answer }: Reading,
): readonly Column[] {
  const { id, version } = plan.tree;
  const made = mapping.methodology;
  if (made.id !== id) complain("batch-mapping-other", { made: made.id, id });
  else if (made.version !== version) {
    complain("batch-mapping-edition", { made: made.version, version }, "warning");
  }
  const questions = new Map(questionsOf(plan.tree).inputs.map((one) => [one.input.id, one]));
  const left = new Map<string, MappedColumn[]>();
  for (const column of mapping.columns) {
    const name = plainName(column.header);
    left.set(name, [...(left.get(name) ?? []), column]);
  }
  const columnOf = (header: string, position: number): Column => {
    const place = placeOf(header, position);
    const name = plainName(header);
    const mapped = left.get(name)?.shift();
    if (matchHeader(new Map(), header, undefined).kind === "ours") return { kind: "ours" };
    if (mapped === undefined) {
      if (header !== "") complain("batch-column-unmapped", place, "warning");
      return { kind: "carried" };
    }
    switch (mapped.is) {
      case "ignored":
        return { kind: "ours", isIgnored: true };
      case "kept":
        return { kind: "carried" };
      case "case":
      case "period":
        once(mapped.is, place);
        return { kind: mapped.is };
      case "answer": {
        const question = questions.get(mapped.input);
        if (question !== undefined) return answer(question, mapped.unit, mapped.keys ?? [], place);
        const meant = nearest(mapped.input, questions.keys());
        const facts = { ...place, input: mapped.input.slice(0, 80) };
        complain("batch-mapping-input", meant === undefined ? facts : { ...facts, meant });
        return { kind: "carried" };
      }
    }
  };
  const columns = headers.map(columnOf);
  const wanted = [...left.values()].flat().filter(({ is }) => is !== "kept" && is !== "ignored");
  for (const { header } of wanted.slice(0, 20)) {
    complain("batch-mapping-column-missing", { header: header.slice(0, 80) });
  }
  return columns;
}
