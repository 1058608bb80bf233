import { isExact, isIrrational, isSpan } from "../evaluate/absent.ts";
import { laneOf } from "../lanes/lanes.ts";
import type { OutputTree } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import { type Exact, exact, multiply, print } from "../quantity/exact.ts";
import { display, round } from "../quantity/rounding.ts";

/** How the figures of an output are shown. It never feeds back. */
export interface Displayed {
  readonly display?: string;
  readonly display_low?: string;
  readonly display_high?: string;
}

export type Display = (value: Value) => Displayed;

const prepared = new WeakMap<OutputTree, Display>();

/** Shows values of an output, by its position, in the digits and the unit that it declares. */
export function displayOf(plan: Plan, position: number): Display {
  const output = plan.tree.outputs[position] as OutputTree;
  const known = prepared.get(output) ?? prepareDisplay(plan, position, output);
  prepared.set(output, known);
  return known;
}

function prepareDisplay(
  plan: Plan,
  position: number,
  { shown: { to, mode } }: OutputTree,
): Display {
  const { factors } = plan.tree;
  const text =
    factors === undefined
      ? laneOf(plan, "words").shownFactor(plan.tree, position)
      : factors.outputs[position];
  if (typeof text !== "string") return () => ({});
  const factor = exact(text);
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
