import type { Issue, Path } from "../issue.ts";
import type { Sourced as What } from "../locales/facts/coherence.ts";
import type { ReadFile } from "../methodology/file.ts";
import type {
  ComponentData,
  ConditionData,
  CutData,
  FormulaData,
  InputData,
  MethodologyData,
  TableFileData,
} from "../methodology/schema.ts";
import { documentIssues } from "./sources/documents.ts";
import { confidenceIssues } from "./sources/low-confidence.ts";
import { isNeutral, isNothing, originIssues, type Sourced, sourcesOf } from "./sources/origins.ts";
import { rowOriginIssues } from "./sources/rows.ts";
import type { CheckContext } from "./written.ts";

/** Files with figures and formulas: the methodology, and the tables and components that it uses. */
type AnyData = MethodologyData | TableFileData | ComponentData;

/**
 * Refuses what does not say where it comes from and how sure it is, sources in documents that are not listed, and
 * figures of low confidence that reach a result of an edition that is no draft.
 */
export function checkSources(context: CheckContext): readonly Issue[] {
  const { parsed } = context;
  const files: readonly ReadFile<AnyData>[] = [
    parsed,
    ...new Set(parsed.tableFiles.values()),
    ...new Set(parsed.componentFiles.values()),
  ];
  return [
    ...files.flatMap((file) =>
      file === parsed ? [...fileIssues(file), ...documentIssues(file, true)] : sharedIssues(file),
    ),
    ...confidenceIssues(context),
  ];
}

/** What a shared file says of its sources hangs on nothing but the file, and reading gives the same file once. */
const known = new WeakMap<ReadFile<AnyData>, readonly Issue[]>();

function sharedIssues(file: ReadFile<AnyData>): readonly Issue[] {
  const issues = known.get(file) ?? [...fileIssues(file), ...documentIssues(file, false)];
  known.set(file, issues);
  return issues;
}

function fileIssues(file: ReadFile<AnyData>): readonly Issue[] {
  const { data } = file;
  const issues: Issue[] = [];
  const check = (what: What, id: string, path: Path, ...said: readonly Sourced[]): void => {
    issues.push(...originIssues(file, what, id, path, said));
  };
  for (const [id, unit] of Object.entries(data.units ?? {})) check("unit", id, ["units", id], unit);
  if ("constants" in data) {
    for (const [id, constant] of Object.entries(data.constants ?? {})) {
      if (!isNeutral(constant.value, constant.unit))
        check("constant", id, ["constants", id], constant);
    }
  }
  for (const [id, table] of Object.entries(data.tables ?? {})) {
    if ("use" in table) continue;
    issues.push(...rowOriginIssues(file, id, table));
    if (typeof table.on_missing_year === "object") {
      check("carrying over", id, ["tables", id, "on_missing_year"], table.on_missing_year);
    }
  }
  if ("formulas" in data) {
    for (const [id, formula] of Object.entries(data.formulas)) {
      issues.push(...formulaIssues(file, id, formula));
    }
  }
  for (const { cut, path } of cutsOf(data)) check("cut", "at" in cut ? cut.at : cut.of, path, cut);
  if ("conditions" in data) {
    for (const [id, condition] of Object.entries(data.conditions ?? {})) {
      check("condition", id, ["conditions", id], condition);
      issues.push(...branchIssues(file, id, ["conditions", id], condition));
    }
  }
  if ("inputs" in data) {
    for (const [id, input] of Object.entries(data.inputs)) {
      issues.push(...questionIssues(file, id, ["inputs", id], input));
    }
  }
  if ("tests" in data) {
    for (const [id, test] of Object.entries(data.tests ?? {})) {
      if (test.worked === "published" && test.source === undefined) {
        check("published test", id, ["tests", id], { provenance: "confirmed" });
      }
    }
  }
  return issues;
}

function cutsOf(data: AnyData): readonly { readonly cut: CutData; readonly path: Path }[] {
  if ("period" in data && data.period !== undefined) {
    return data.period.cut.map((cut, index) => ({ cut, path: ["period", "cut", index] }));
  }
  return "arguments" in data
    ? (data.cut ?? []).map((cut, index) => ({ cut, path: ["cut", index] }))
    : [];
}

/**
 * A rounding names the clause that asks for it; how sure that is may be left to the formula. So may whatever a branch
 * does not say itself.
 */
function formulaIssues(
  file: ReadFile<AnyData>,
  id: string,
  formula: FormulaData,
): readonly Issue[] {
  const path = ["formulas", id];
  const { round } = formula;
  const issues = [
    ...originIssues(file, "formula", id, path, [formula]),
    ...branchIssues(file, id, path, formula),
  ];
  if (round === undefined) return issues;
  const provenance = round.provenance ?? formula.provenance ?? "unconfirmed";
  return [
    ...issues,
    ...originIssues(file, "rounding", id, [...path, "round"], [{ ...round, provenance }]),
  ];
}

/** Branches with something of their own to say; what the formula itself lacks is told of the formula. */
function branchIssues(
  file: ReadFile<AnyData>,
  id: string,
  path: Path,
  body: FormulaData | ConditionData,
): readonly Issue[] {
  if (sourcesOf(body).length === 0 || body.provenance === undefined) return [];
  const cases = (body.cases ?? []).map((branch, index) => ({ branch, at: ["cases", index] }));
  const members = Object.entries(body.then ?? {}).flatMap(([member, branch]) =>
    typeof branch === "string" ? [] : [{ branch, at: ["then", member] }],
  );
  return [...cases, ...members].flatMap(({ branch, at }) =>
    branch.source === undefined && branch.provenance === undefined
      ? []
      : originIssues(file, "branch", id, [...path, ...at], [branch, body]),
  );
}

function questionIssues(
  file: ReadFile<AnyData>,
  id: string,
  path: Path,
  input: InputData,
): readonly Issue[] {
  if ("item" in input) {
    return Object.entries(input.item).flatMap(([field, inner]) =>
      questionIssues(file, field, [...path, "item", field], inner),
    );
  }
  const issues: Issue[] = [];
  const check = (what: What, at: Path, said: Sourced): void => {
    issues.push(...originIssues(file, what, id, at, [said]));
  };
  if (input.default !== undefined && !isNothing(input.default.value)) {
    check("default", [...path, "default"], input.default);
  }
  if (input.range !== undefined) check("range", [...path, "range"], input.range);
  const rule = input.apportion !== undefined ? "apportion" : "between";
  if (input.apportion !== undefined || input.between !== undefined) {
    const { provenance = "unconfirmed" } = input;
    check("spreading by days", [...path, rule], { ...input, provenance });
  }
  return issues;
}
