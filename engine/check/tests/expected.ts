import { nearest } from "../../methodology/near.ts";
import { parseDay, parseFiscalYear } from "../../methodology/period.ts";
import type { Mode } from "../../methodology/schema.ts";
import type { Tree, TypeTree } from "../../methodology/tree.ts";
import { readExact } from "../../quantity/exact.ts";
import { parseUnit, sameDimensions, type UnitScope } from "../../quantity/unit.ts";

/** What a value without a value is expected as: why there is none. */
const reasons: ReadonlySet<string> = new Set(["missing", "stopped", "failed", "undecided"]);

/** What should stand in place of an expected value. */
export interface ExpectedProblem {
  readonly expected: "quantity" | "unit" | "member" | "flag" | "date" | "year";
  readonly unit: string;
  readonly suggestion?: string;
}

/** What is wrong with an expected value: exact text with a unit, a member, a day, or why there is none. */
export function readExpected(
  text: string,
  type: TypeTree,
  mode: Mode,
  tree: Tree,
  scope: UnitScope,
): ExpectedProblem | undefined {
  if (reasons.has(text)) return undefined;
  switch (type.kind) {
    case "quantity":
    case "count":
      return readQuantity(text, type, mode, scope);
    case "enum": {
      const members = tree.enums.find(({ id }) => id === type.enum)?.members.map(({ id }) => id);
      if (members === undefined || members.includes(text)) return undefined;
      const suggestion = nearest(text, members);
      return { expected: "member", unit: type.enum, ...(suggestion ? { suggestion } : {}) };
    }
    case "boolean":
      return text === "true" || text === "false" ? undefined : { expected: "flag", unit: "" };
    case "date":
      return parseDay(text) === undefined ? { expected: "date", unit: "" } : undefined;
    case "fiscal_year":
      return parseFiscalYear(text) === undefined ? { expected: "year", unit: "" } : undefined;
    default:
      return undefined;
  }
}

function readQuantity(
  text: string,
  type: Extract<TypeTree, { kind: "quantity" | "count" }>,
  mode: Mode,
  scope: UnitScope,
): ExpectedProblem | undefined {
  const [, figures = "", unitText = ""] =
    /^(\S+(?:\s*\.\.\s*\S+)?)(?:\s+(\S.*))?$/.exec(text) ?? [];
  const ends = figures.split("..").map((end) => end.trim());
  const isRange = ends.length === 2 && mode === "range";
  const { text: own, variables } = type.unit;
  if ((ends.length > 1 && !isRange) || ends.some((end) => readExact(end) === undefined)) {
    return { expected: "quantity", unit: own };
  }
  // The unit of a variable hangs on an answer; the run of the test compares it.
  if (variables !== undefined && Object.keys(variables).length > 0) return undefined;
  const found = parseUnit(unitText === "" ? "1" : unitText.replace(/\s+/g, ""), scope);
  const wanted = parseUnit(own, scope);
  if (!wanted.ok) return undefined;
  if (found.ok && sameDimensions(found.unit, wanted.unit)) return undefined;
  return type.kind === "count" && unitText === "" ? undefined : { expected: "unit", unit: own };
}
