import { isAbsent, isExact, isIrrational, isSeveral, isSpan } from "../evaluate/absent.ts";
import { laneOf } from "../lanes/lanes.ts";
import { printFiscalYear } from "../methodology/period.ts";
import type { TypeTree } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import { print } from "../quantity/exact.ts";
import type { ValueResult } from "../result/result.ts";

/** A value of a type as a result tells it. */
export function writeValue(plan: Plan, type: TypeTree, value: Value): ValueResult {
  if (isAbsent(value)) {
    return value.kind === "stopped" && value.because !== undefined
      ? { none: value.kind, because: value.because }
      : { none: value.kind };
  }
  if (isSeveral(value)) return laneOf(plan, "range").writeSeveral(plan, type, value.values);
  if (isSpan(value)) {
    return { low: print(value.low), high: print(value.high), tight: value.tight };
  }
  if (isIrrational(value)) {
    return { ...laneOf(plan, "range").writeIrrational(value), exact: false };
  }
  return { value: isExact(value) ? print(value) : writePosition(plan, type, value) };
}

/** A day, fiscal year, member, item or flag. */
export function writePosition(plan: Plan, type: TypeTree, value: number | boolean): string {
  if (typeof value === "boolean") return String(value);
  switch (type.kind) {
    case "date":
      return laneOf(plan, "period").printDay(value);
    case "fiscal_year":
      return printFiscalYear(value);
    case "enum":
      return plan.enums[plan.at.enums.get(type.enum) ?? -1]?.tree.members[value]?.id ?? "";
    case "item":
      return String(value + 1);
    default:
      return String(value);
  }
}

/** A value in one line of text: `12.5`, `5..100`, `car, rail`; empty where there is none. */
export function writeLine(plan: Plan, type: TypeTree, value: Value): string {
  if (isSeveral(value) && value.values.length <= 12) {
    return value.values.map((one) => writePosition(plan, type, one)).join(", ");
  }
  const written = writeValue(plan, type, value);
  if ("value" in written) return written.value;
  return "low" in written ? `${written.low}..${written.high}` : "";
}

/** What stands behind a type in a result: `quantity`, `enum heat_route`, `item plots`. */
export function typeText(type: TypeTree): string {
  if (type.kind === "enum") return `enum ${type.enum}`;
  return type.kind === "item" ? `item ${type.list}` : type.kind;
}

/** The unit of a type as text; empty for what has none. */
export function unitText(type: TypeTree): string {
  return type.kind === "quantity" || type.kind === "count" ? type.unit.text : "";
}
