import { laneOf } from "../lanes/lanes.ts";
import { parseFiscalYear } from "../methodology/period.ts";
import type { TypeTree } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import { type Exact, exactDecimal } from "../quantity/exact.ts";
import { positionIn } from "./axes.ts";

/** A figure with as small a divisor as it has: `1/1000` becomes 0.001, `44/12` becomes 11/3. */
export function figure(plan: Pick<Plan, "code">, text: string): Exact {
  return text.includes("/") ? laneOf(plan, "rare").fraction(text) : exactDecimal(text);
}

/**
 * The value of a constant or cell.
 *
 * Errors: throws for text that the checker has let through though it is none.
 */
export function readConstant(
  plan: Pick<Plan, "at" | "enums" | "code">,
  type: TypeTree,
  text: string,
): Value {
  let value: number | undefined;
  switch (type.kind) {
    case "quantity":
    case "count":
      return figure(plan, text.trim().split(/\s/)[0] as string);
    case "boolean":
      return text === "true";
    case "enum":
      return memberIn(plan, type.enum, text);
    case "date":
      value = laneOf(plan, "period").parseDay(text);
      break;
    case "fiscal_year":
      value = parseFiscalYear(text);
  }
  if (value === undefined) throw new Error(`not a ${type.kind}: ${text.slice(0, 80)}`);
  return value;
}

/** The position of a member. */
export function memberIn({ enums, at }: Pick<Plan, "at" | "enums">, id: string, member: string) {
  return positionIn(enums[positionIn(at.enums, id)]?.members ?? new Map(), member);
}
