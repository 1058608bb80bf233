import { scopeOf } from "../answers/question.ts";
import type { Issue, Path } from "../issue.ts";
import { nearest } from "../methodology/near.ts";
import {
  type DayRange,
  fiscalYearsOf,
  parseDay,
  parseFiscalYear,
  parsePeriod,
} from "../methodology/period.ts";
import type { PropertyData, TestData } from "../methodology/schema.ts";
import type { FormulaTree, Tree } from "../methodology/tree.ts";
import type { UnitScope } from "../quantity/unit.ts";
import { directoryOf } from "./nodes.ts";
import { readExpected } from "./tests/expected.ts";
import { missingYears } from "./tests/years.ts";
import { type CheckContext, issueAt } from "./written.ts";

/** Checks the tests of a file before they are run: what they name is there, and what they expect can be a result. */
export function checkTests(context: CheckContext): readonly Issue[] {
  const { parsed, tree } = context;
  const { tests = {}, properties = {} } = parsed.data;
  const scope = scopeIfSound(tree);
  return [
    ...Object.entries(tests).flatMap(([id, test]) => testIssues(id, test, context, scope)),
    ...Object.entries(properties).flatMap(([id, law]) => propertyIssues(id, law, context)),
    ...missingYears(context),
  ];
}

/** Units of the file; absent where one of them is itself refused, so that nothing is said twice. */
function scopeIfSound(tree: Tree): UnitScope | undefined {
  try {
    return scopeOf(tree);
  } catch {
    return undefined;
  }
}

function testIssues(
  id: string,
  test: TestData,
  { parsed, tree }: CheckContext,
  scope: UnitScope | undefined,
): readonly Issue[] {
  const at = (...steps: readonly (string | number)[]): Path => ["tests", id, ...steps];
  const issues: Issue[] = [];
  const period = test.period === undefined ? undefined : parsePeriod(test.period);
  if (test.period === undefined && tree.period !== undefined) {
    const spot = { file: parsed, path: at(), key: true };
    issues.push(issueAt(spot, "error", "test-without-period", { test: id }));
  }
  if (test.period !== undefined && period === undefined) {
    const { period: written } = test;
    const found = typeof written === "string" ? written : `${written.from} – ${written.to}`;
    const spot = { file: parsed, path: at("period") };
    issues.push(issueAt(spot, "error", "test-period", { found }));
  }
  if (test.as_of !== undefined && parseDay(test.as_of) === undefined) {
    const spot = { file: parsed, path: at("as_of") };
    issues.push(issueAt(spot, "error", "known-not-a-day", { found: test.as_of }));
  }
  const top = tree.inputs.filter(({ list }) => list === undefined).map((input) => input.id);
  const questions = [...top, ...tree.lists.map((list) => list.id)];
  const inputs = [...tree.inputs.map((input) => input.id), ...tree.lists.map((list) => list.id)];
  const unknown = (path: Path, name: string, known: readonly string[], isKey: boolean): void => {
    const suggestion = nearest(name, known);
    const facts = { name, ...(suggestion === undefined ? {} : { suggestion }) };
    issues.push(issueAt({ file: parsed, path, key: isKey }, "error", "test-unknown-name", facts));
  };
  for (const [name, answer] of Object.entries(test.given)) {
    const moved = tree.renamed[name] ?? name;
    if (!questions.includes(moved)) unknown(at("given", name), name, questions, true);
    const list = tree.lists.find((one) => one.id === moved);
    if (list === undefined || !Array.isArray(answer)) continue;
    const fields = list.fields.map((field) => field.slice(field.lastIndexOf(".") + 1));
    for (const [index, item] of answer.entries()) {
      if (typeof item !== "object" || Array.isArray(item)) continue;
      for (const field of Object.keys(item)) {
        const to = tree.renamed[`${list.id}.${field}`]?.split(".").at(-1) ?? field;
        if (!fields.includes(to)) unknown(at("given", name, index, field), field, fields, true);
      }
    }
  }
  for (const word of ["missing", "assumed"] as const) {
    for (const [index, name] of (test[word] ?? []).entries()) {
      if (!inputs.includes(name)) unknown(at(word, index), name, inputs, false);
    }
  }
  for (const word of ["expect", "shown"] as const) {
    for (const [name, text] of Object.entries(test[word] ?? {})) {
      const path = at(word, name);
      const target = targetOf(name, word, tree);
      if (target === undefined) {
        const names = namesExpected(tree, word);
        unknown(path, name.replace(/\[.*$/s, ""), names, true);
        continue;
      }
      const axes = indexProblem(name, target.per, tree, period);
      if (axes !== undefined) {
        const facts = { name: target.id, axes: target.per, found: axes };
        issues.push(issueAt({ file: parsed, path, key: true }, "error", "test-index", facts));
      }
      if (word === "shown" || scope === undefined) continue;
      const problem = readExpected(text, target.type, test.mode ?? tree.mode, tree, scope);
      if (problem === undefined) continue;
      const spot = { file: parsed, path };
      issues.push(
        issueAt(spot, "error", "test-expected", { name: target.id, found: text, ...problem }),
      );
    }
  }
  return issues;
}

interface Target {
  readonly id: string;
  readonly per: readonly string[];
  readonly type: FormulaTree["type"];
}

function targetOf(name: string, word: "expect" | "shown", tree: Tree): Target | undefined {
  const id = name.replace(/\[.*$/s, "").trim();
  if (word === "shown" && !tree.outputs.some((output) => output.id === id)) return undefined;
  const condition = tree.conditions.find((one) => one.id === id);
  if (condition !== undefined) return { id, per: condition.per, type: { kind: "boolean" } };
  return directoryOf(tree).formulas.get(id);
}

function namesExpected(tree: Tree, word: "expect" | "shown"): readonly string[] {
  return word === "shown"
    ? tree.outputs.map(({ id }) => id)
    : [...tree.formulas.map(({ id }) => id), ...tree.conditions.map(({ id }) => id)];
}

/** The index text of a name where it does not fit the axes, in their order: `[2, 2014-04-01]`. */
function indexProblem(
  name: string,
  per: readonly string[],
  tree: Tree,
  period: DayRange | undefined,
): string | undefined {
  const match = /^[^[\]]+(?:\[([^[\]]*)\])?$/.exec(name);
  const text = match?.[1] ?? "";
  if (match === null) return name;
  const indices = text.trim() === "" ? [] : text.split(",").map((index) => index.trim());
  const isFit =
    indices.length === per.length &&
    per.every((axis, position) => isOnAxis(indices[position] ?? "", axis, tree, period));
  return isFit ? undefined : `[${text}]`;
}

function isOnAxis(index: string, axis: string, tree: Tree, period: DayRange | undefined): boolean {
  if (axis === "years") {
    const year = parseFiscalYear(index);
    return year !== undefined && (period === undefined || fiscalYearsOf(period).includes(year));
  }
  if (axis === "parts") {
    const day = parseDay(index);
    return day !== undefined && (period === undefined || (period.from <= day && day <= period.to));
  }
  const { enums, lists } = directoryOf(tree);
  if (lists.has(axis)) return /^[1-9]\d*$/.test(index);
  return enums.get(axis)?.members.some(({ id }) => id === index) === true;
}

/** Laws are about a formula, in an input where the law compares two answers, on the answers of a test. */
function propertyIssues(
  id: string,
  law: PropertyData,
  { parsed, tree }: CheckContext,
): readonly Issue[] {
  const issues: Issue[] = [];
  const formulas = tree.formulas.map((formula) => formula.id);
  const inputs = [...tree.inputs.map((input) => input.id), ...tree.lists.map((list) => list.id)];
  const need = (word: "of" | "in" | "from", name: string, known: readonly string[]): void => {
    if (known.includes(name)) return;
    const suggestion = nearest(name, known);
    const facts = { name, ...(suggestion === undefined ? {} : { suggestion }) };
    const spot = { file: parsed, path: ["properties", id, word] };
    issues.push(issueAt(spot, "error", "test-unknown-name", facts));
  };
  need("of", law.of, formulas);
  need("from", law.from, Object.keys(parsed.data.tests ?? {}));
  if (law.in !== undefined) need("in", law.in, inputs);
  return issues;
}
