import { scopeOf } from "../answers/question.ts";
import { splitFigure } from "../answers/text.ts";
import type { MethodologyData, TestData } from "../methodology/schema.ts";
import type { FormulaTree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import { compare, divide, multiply, readExact } from "../quantity/exact.ts";
import { parseUnit, sameDimensions } from "../quantity/unit.ts";
import type { At, CalculationResult, OutputValue, ValueResult } from "../result/result.ts";
import { run } from "../run.ts";
import type { SetReply } from "../service/protocol.ts";

/** What a worked test names and what came out, where the two differ. */
export interface Difference {
  /** `reduction[2014]`, `missing`, `status`, … */
  readonly of: string;
  readonly expected: string;
  readonly found: string;
}

export interface WorkedTestReport {
  readonly id: string;
  readonly holds: boolean;
  readonly differences: readonly Difference[];
}

/** Runs every worked test of a methodology file. `asOf` serves the tests that name no day. */
export function holdWorkedTests(
  plan: Plan,
  data: MethodologyData,
  asOf: string,
): readonly WorkedTestReport[] {
  return Object.entries(data.tests ?? {}).map(([id, test]) => {
    const differences = differencesOf(plan, test, asOf);
    return { id, holds: differences.length === 0, differences };
  });
}

/** One set of answers of a test, evaluated with all steps. */
export function runTest(plan: Plan, test: TestData, asOf: string): SetReply {
  const set = {
    given: test.given,
    ...(test.period === undefined ? {} : { period: test.period }),
  };
  const record = { format: "answers/1", methodology: plan.tree.id, sets: { plan: set } };
  const reply = run(plan, record, {
    mode: test.mode ?? plan.tree.mode,
    asOf: test.as_of ?? asOf,
    steps: true,
  });
  return reply.sets.plan as SetReply;
}

/** Everything in which a test and its evaluation differ. */
export function differencesOf(plan: Plan, test: TestData, asOf: string): readonly Difference[] {
  const reply = runTest(plan, test, asOf);
  const differences: Difference[] = [];
  const same = (of: string, expected: string, found: string) => {
    if (expected !== found) differences.push({ of, expected, found });
  };
  const issues = [...(reply.ok ? [] : reply.issues), ...(reply.result?.issues ?? [])].filter(
    ({ severity }) => severity === "error",
  );
  const codes = (all: readonly string[]) => [...new Set(all)].sort().join(", ");
  same("issues", codes(test.issues ?? []), codes(issues.map(({ code }) => code)));
  const { result } = reply;
  if (result === undefined) {
    if (Object.keys(test.expect ?? {}).length > 0) same("result", "a result", "none");
    return differences;
  }
  const finder = findValues(result);
  for (const [name, expected] of Object.entries(test.expect ?? {})) {
    const found = finder(name);
    if (!isExpected(plan, name, expected, found)) {
      differences.push({ of: name, expected, found: found ?? "nothing of that name" });
    }
  }
  for (const [name, expected] of Object.entries(test.shown ?? {})) {
    same(`shown ${name}`, expected, shownText(result, name));
  }
  if (test.status !== undefined) same("status", test.status, result.status);
  if (test.missing !== undefined) {
    same("missing", codes(test.missing), codes(result.missing.map(({ input }) => input)));
  }
  if (test.assumed !== undefined) {
    same("assumed", codes(test.assumed), codes(result.assumed.map(({ input }) => input)));
  }
  return differences;
}

/** `reduction[FY2014]` and `reduction[2014]` are one place. */
function place(id: string, at: At): string {
  const indices = Object.values(at).map((index) => index.replace(/^FY(?=\d{4}$)/, ""));
  return indices.length === 0 ? id : `${id}[${indices.join(",")}]`;
}

function normalised(name: string): string {
  return name.replaceAll(/\s/g, "").replaceAll(/(?<=[[,])FY(?=\d{4}[,\]])/g, "");
}

/** The text of any formula, condition or output of a result, by the name a test gives it. */
function findValues(result: CalculationResult): (name: string) => string | undefined {
  const found = new Map<string, string>();
  for (const { id, at, holds } of result.conditions) {
    found.set(place(id, at), holds === null ? "undecided" : `${holds}`);
  }
  for (const { id, at, value, unit } of result.steps ?? []) {
    found.set(place(id, at), valueText(value, unit));
  }
  for (const [id, output] of Object.entries(result.results)) {
    const values: readonly OutputValue[] =
      output.values ?? ([{ ...output, at: {} }] as unknown as readonly OutputValue[]);
    for (const value of values) {
      found.set(place(id, value.at), valueText(value, value.unit ?? output.unit));
    }
  }
  return (name) => found.get(normalised(name));
}

function valueText(value: ValueResult, unit: string): string {
  if ("none" in value && value.none !== undefined) return value.none;
  const suffix = unit === "" || unit === "1" ? "" : ` ${unit}`;
  if ("low" in value && value.low !== undefined) return `${value.low}..${value.high}${suffix}`;
  return "value" in value ? `${value.value}${suffix}` : "missing";
}

function shownText(result: CalculationResult, name: string): string {
  for (const [id, output] of Object.entries(result.results)) {
    const values: readonly OutputValue[] =
      output.values ?? ([{ ...output, at: {} }] as unknown as readonly OutputValue[]);
    for (const value of values) {
      if (place(id, value.at) !== normalised(name)) continue;
      if (value.display_low !== undefined) return `${value.display_low}..${value.display_high}`;
      return value.display ?? "";
    }
  }
  return "nothing of that name";
}

/** The same text, or the same number in another unit of its dimension. */
function isExpected(
  plan: Plan,
  name: string,
  expected: string,
  found: string | undefined,
): boolean {
  if (found === undefined) return false;
  if (found === expected || normalised(found) === normalised(expected)) return true;
  const formula = plan.tree.formulas.find(({ id }) => id === name.split("[")[0]);
  if (formula?.type.kind === "fiscal_year") return found.replace("FY", "") === expected;
  if (formula === undefined || !isQuantity(formula)) return false;
  const ends = expected.split(/(?<=\d)\s*\.\.\s*(?=[-\d])/);
  const foundEnds = found.split("..");
  if (ends.length !== foundEnds.length) return false;
  const unit = splitFigure(ends.at(-1) ?? "");
  const [, told = "1"] = /^\S+\s+(\S.*)$/.exec(foundEnds.at(-1) ?? "") ?? [];
  const own = formula.type.kind === "quantity" ? told : "1";
  return ends.every((end, index) => {
    const text = index < ends.length - 1 && unit.kind === "figure" ? `${end} ${unit.unit}` : end;
    return isSameQuantity(plan, text, foundEnds[index] ?? "", own);
  });
}

function isQuantity(formula: FormulaTree): boolean {
  return formula.type.kind === "quantity" || formula.type.kind === "count";
}

/** `own` is the unit of what was found: of the member at hand, where a unit hangs on one. */
function isSameQuantity(plan: Plan, expected: string, found: string, own: string): boolean {
  const [, digits = "", unit = ""] = /^(\S+)(?:\s+(\S.*))?$/.exec(expected) ?? [];
  const value = readExact(digits);
  const other = readExact(found.split(" ")[0] ?? "");
  const scope = scopeOf(plan.tree);
  const from = parseUnit(unit === "" ? "1" : unit, scope);
  const to = parseUnit(own, scope);
  if (value === undefined || other === undefined || !from.ok || !to.ok) return false;
  if (!sameDimensions(from.unit, to.unit)) return false;
  return compare(multiply(value, divide(from.unit.factor, to.unit.factor)), other) === 0;
}
