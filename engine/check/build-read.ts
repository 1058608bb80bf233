import type { TextSpan } from "../expression/syntax.ts";
import type { Node } from "../methodology/tree.ts";
import { missingAxis, partAtHand, withAxis } from "./axes.ts";
import { type Built, type Context, failed, hangsOn, problem } from "./context.ts";
import type { ValueScope } from "./scope.ts";
import { quantityType, type Type } from "./types.ts";
import { mapKeys } from "./units.ts";

/** Reads a value whose axes must be at hand. */
export function readValue(value: ValueScope, span: TextSpan, context: Context): Built {
  const axis = missingAxis(context.checking, value.axes, context.at);
  if (axis === "parts" && context.at.pieces !== undefined) {
    const list = ownCutsOf(value, context) ?? context.at.pieces;
    return problem(context, span, "parts-differ", { name: value.name, list });
  }
  if (axis !== undefined) {
    const part = partAtHand(context.checking, axis, context.at);
    return part === undefined
      ? problem(context, span, "axis-missing", { name: value.name, axis })
      : readOfWhole(value, axis, part, span, context);
  }
  const { type } = value.type();
  if (type.kind === "text") return problem(context, span, "text-in-formula", { name: value.name });
  if (type.kind === "unsettled") return failed;
  const kind = value.kind === "argument" ? "formula" : value.kind;
  return { node: { kind, id: value.id }, type };
}

/** Reads a value per member of an enum at the member of a part of it that is at hand. */
function readOfWhole(
  value: ValueScope,
  whole: string,
  part: string,
  span: TextSpan,
  context: Context,
): Built {
  const at = withAxis(context.checking, context.at, whole);
  const read = readValue(value, span, { ...context, at });
  if (read.type.kind === "unsettled") return failed;
  const pointer: Node = { kind: "axis", axis: part };
  const through = (node: Node): Node =>
    node.kind === "axis" && node.axis === whole
      ? pointer
      : { kind: "through", list: whole, pointer, value: node };
  return { node: through(read.node), type: seenThrough(read.type, whole, through, context) };
}

/** The list among the axes of a value whose items have parts of their own. */
function ownCutsOf(value: ValueScope, { checking }: Context): string | undefined {
  return value.axes.find((axis) => checking.ownCuts.has(axis));
}

/** A unit that hangs on a field of the other item hangs on that field seen through the pointer. */
export function seenThrough(
  type: Type,
  list: string,
  through: (node: Node) => Node,
  context: Context,
): Type {
  if (type.kind !== "quantity") return type;
  return quantityType(
    mapKeys(type.unit, (key) => (hangsOn(context.checking, key, list) ? through(key) : key)),
  );
}
