import { scopeOf } from "../answers/question.ts";
import type { Tree } from "../methodology/tree.ts";
import { divide, type Exact, one, print } from "../quantity/exact.ts";
import { parseUnit } from "../quantity/unit.ts";

/** From the unit of an output's formula to the unit it is shown in, as text; `null` where nothing is to be converted. */
export function shownFactor(tree: Tree, position: number): string | null {
  const output = tree.outputs[position];
  const formula = tree.formulas.find(({ id }) => id === output?.id);
  if (output === undefined || formula === undefined) return null;
  const { type, showAs } = formula;
  if (type.kind !== "quantity" && type.kind !== "count") return null;
  return print(factorBetween(tree, type.unit.text, output.shown.unit, showAs));
}

/** A share on a basis (`GJ/GJ.hhv`) is shown in % though its unit is none. */
function factorBetween(tree: Tree, from: string, to: string, showAs: string | undefined): Exact {
  if (from === to) return one;
  const scope = scopeOf(tree);
  const shown = parseUnit(to, scope);
  if (!shown.ok) return one;
  if (to === showAs) return divide(one, shown.unit.factor);
  const own = parseUnit(from, scope);
  return own.ok ? divide(own.unit.factor, shown.unit.factor) : one;
}
