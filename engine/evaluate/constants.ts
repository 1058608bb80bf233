import { parseDay, parseFiscalYear } from "../methodology/period.ts";
import type { TypeTree } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import { type Exact, exact, tidy } from "../quantity/exact.ts";
import { positionIn } from "./axes.ts";

/** A figure with as small a divisor as it has: `1/1000` becomes 0.001, `44/12` becomes 11/3. */
export function figure(text: string): Exact {
  const value = exact(text);
  return value.divisor === 1 ? value : tidy(value);
}

/**
 * The value of a constant or cell.
 *
 * Errors: throws for text that the checker has let through though it is none.
 */
export function readConstant(
  plan: Pick<Plan, "at" | "enums">,
  type: TypeTree,
  text: string,
): Value {
  switch (type.kind) {
    case "quantity":
    case "count":
      return figure(text.trim().split(/\s/)[0] as string);
    case "boolean":
      return text === "true";
    case "enum":
      return memberIn(plan, type.enum, text);
    case "date":
      return defined(parseDay(text), text);
    case "fiscal_year":
      return defined(parseFiscalYear(text), text);
    default:
      return defined(undefined, text);
  }
}

/** The position of a member. */
export function memberIn({ enums, at }: Pick<Plan, "at" | "enums">, id: string, member: string) {
  return positionIn(enums[positionIn(at.enums, id)]?.members ?? new Map(), member);
}

function defined(value: number | undefined, text: string): number {
  if (value === undefined) throw new Error(`not a figure: ${text.slice(0, 80)}`);
  return value;
}
