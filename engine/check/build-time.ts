import type { Expression, TextSpan } from "../expression/syntax.ts";
import type { Node } from "../methodology/tree.ts";
import { type Built, type Context, failed, problem } from "./context.ts";
import { dateType, fiscalYearType, quantityType } from "./types.ts";
import { day } from "./units.ts";

/** The piece of time at hand: `part` and `year`. */
type NameExpression = Extract<Expression, { kind: "name" }>;

/** `part.start`, `part.end` and `part.days` of the piece at hand. */
export function buildPart(expression: NameExpression, context: Context): Built {
  const [, of] = expression.parts;
  if (context.at.pieces === undefined && context.at.isOpen === true) return failed;
  if (context.at.pieces === undefined) {
    return problem(context, expression.span, "axis-missing", {
      name: expression.parts.map(({ id }) => id).join("."),
      axis: "parts",
    });
  }
  switch (expression.parts.length === 2 ? of?.id : undefined) {
    case "start":
      return { node: { kind: "part", of: "start" }, type: dateType };
    case "end":
      return { node: { kind: "part", of: "end" }, type: dateType };
    case "days":
      return { node: { kind: "part", of: "days" }, type: quantityType(day) };
    default:
      return problem(context, expression.span, "part-of-part", {});
  }
}

/** The year at hand: of the axis, or of the item of a dated list. */
export function buildYear(span: TextSpan, context: Context): Built {
  const { at, checking } = context;
  if (at.axes.has("years") || at.pieces !== undefined) {
    return { node: { kind: "axis", axis: "years" }, type: fiscalYearType };
  }
  for (const axis of at.axes) {
    const list = checking.lists.get(axis);
    const field = list?.dated === undefined ? undefined : list.fields.get(list.dated);
    if (field === undefined) continue;
    const node: Node = { kind: "input", id: field.id };
    return field.type().type.kind === "date"
      ? {
          node: { kind: "calendar", function: "fiscal_year", arguments: [node] },
          type: fiscalYearType,
        }
      : { node, type: fiscalYearType };
  }
  if (at.isOpen === true) return failed;
  return problem(context, span, "axis-missing", { name: "year", axis: "years" });
}
