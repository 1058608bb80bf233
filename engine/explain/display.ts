import { scopeOf } from "../answers/question.ts";
import { isExact, isIrrational, isSpan } from "../evaluate/absent.ts";
import { laneOf } from "../lanes/lanes.ts";
import type { FormulaTree, OutputTree, Tree } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import { divide, type Exact, multiply, one, print } from "../quantity/exact.ts";
import { display, round } from "../quantity/rounding.ts";
import { parseUnit } from "../quantity/unit.ts";

/** How the figures of an output are shown. It never feeds back. */
export interface Displayed {
  readonly display?: string;
  readonly display_low?: string;
  readonly display_high?: string;
}

export type Display = (value: Value) => Displayed;

const prepared = new WeakMap<OutputTree, Display>();

/** Shows values of a formula in the digits and the unit that its output declares. */
export function displayOf(plan: Plan, formula: FormulaTree, output: OutputTree): Display {
  const known = prepared.get(output) ?? prepareDisplay(plan, formula, output);
  prepared.set(output, known);
  return known;
}

function prepareDisplay(plan: Plan, formula: FormulaTree, output: OutputTree): Display {
  const { type } = formula;
  if (type.kind !== "quantity" && type.kind !== "count") return () => ({});
  const { to, mode, unit } = output.shown;
  const factor = factorBetween(plan.tree, type.unit.text, unit, formula.showAs);
  const show = (value: Exact): string => {
    const shown = multiply(value, factor);
    return to === undefined ? plain(shown) : display(shown, to, mode);
  };
  return (value) => {
    if (isExact(value)) return { display: show(value) };
    if (isSpan(value)) return { display_low: show(value.low), display_high: show(value.high) };
    if (!isIrrational(value)) return {};
    const rounded = laneOf(plan, "range").round(value, { mode: "half_up", digits: 20 });
    return { display: show(rounded !== undefined && isExact(rounded) ? rounded : value.low) };
  };
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

const mostPlaces = 6;

/** Without declared digits: short decimals as they are, others to six significant digits, whole parts in full. */
function plain(value: Exact): string {
  const text = print(value);
  const point = text.indexOf(".");
  const isShort = !text.includes("/") && (point < 0 || text.length - point - 1 <= mostPlaces);
  if (isShort) return text;
  const whole = display(value, "1", "toward_zero").replace(/^-?0?/, "");
  return print(round(value, { mode: "half_up", digits: Math.max(mostPlaces, whole.length) }));
}
