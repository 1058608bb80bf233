import { placeOf } from "../evaluate/place-text.ts";
import { displayOf } from "../explain/display.ts";
import { shownFactor } from "../explain/shown-factor.ts";
import { writePosition } from "../explain/write-value.ts";
import type { TypeTree } from "../methodology/tree.ts";
import type { FormulaPlan, OutputPlan } from "../plan.ts";
import { exact } from "../quantity/exact.ts";
import type { At } from "../result/result.ts";
import { partsOf, rounded, times } from "./build-arithmetic.ts";
import type { Scene } from "./scene.ts";
import type { Shape } from "./shape.ts";
import { isColumn, isConstant, isStopped, type Symbolic, unsupported } from "./symbol.ts";
import type { Traced } from "./trace.ts";

/** What a value of an output is written as. */
export type Cell =
  | { readonly kind: "text"; readonly text: string }
  /** A column of whole numbers, each `times / 10^places`. */
  | {
      readonly kind: "figure";
      readonly slot: number;
      readonly times: number;
      readonly places: number;
    }
  /** A column of members, days, years, flags. */
  | { readonly kind: "whole"; readonly slot: number; readonly write: (value: number) => string };

export interface OutputCell {
  readonly at: At;
  readonly cell: Cell;
}

/** The end of a path: what all of its rows have in common, and where the rest stands. */
export interface Leaf {
  /** Its number among the leaves of a file. */
  readonly at: number;
  readonly status: Traced["status"];
  /** The slot of what tells whether that holds; -1 where it does in all rows. Elsewhere the methodology does not apply. */
  readonly holds: number;
  /** By output. */
  readonly outputs: readonly (readonly OutputCell[])[];
  /** The registers of the columns in these, by slot. */
  readonly slots: readonly number[];
  /** Inputs with answers that nothing asked for. */
  readonly unused: readonly string[];
}

/** Ends a path: every output is rounded as it is shown, so that what stands in a column is digits. */
export function closePath(
  { status, holds, outputs }: Traced,
  scene: Scene,
  answered: Shape["answered"],
  number: number,
): Leaf {
  const { plan, asked, run } = scene;
  const { frame } = run;
  const slots: number[] = [];
  const shown = new Map<string, number>();
  const cells = outputs.map((values, position) => {
    const { formula } = plan.outputs[position] as OutputPlan;
    const { space, tree } = plan.formulas[formula] as FormulaPlan;
    return values.map((value, index): OutputCell => {
      const at = placeOf(plan, space, frame, index);
      return { at, cell: cellOf(scene, position, tree.type, value, slots, shown) };
    });
  });
  const ignored = answered
    .filter(({ input, index }) => !asked.has(`${input} ${index}`))
    .sort((left, right) => left.input - right.input || left.index - right.index)
    .map(({ input }) => plan.tree.inputs[input]?.id ?? "");
  const held = holds === undefined ? -1 : slots.push(holds.at) - 1;
  return { at: number, status, holds: held, outputs: cells, slots, unused: [...new Set(ignored)] };
}

function cellOf(
  scene: Scene,
  position: number,
  type: TypeTree,
  value: Symbolic,
  slots: number[],
  /** Figures that another output shows in the same way: by register, factor and rounding. */
  known: Map<string, number>,
): Cell {
  const { plan, recorder } = scene;
  const { shown } = (plan.outputs[position] as OutputPlan).tree;
  if (isStopped(value)) return { kind: "text", text: "" };
  if (isConstant(value)) {
    const { display } = displayOf(plan, position)(value);
    return display === undefined
      ? unsupported("a figure without digits")
      : { kind: "text", text: display };
  }
  if (!isColumn(value)) return { kind: "text", text: writePosition(plan, type, value) };
  if (value.kind === "flags") {
    return {
      kind: "whole",
      slot: slots.push(value.at) - 1,
      write: (whole) => writePosition(plan, type, whole === 1),
    };
  }
  if (value.kind === "wholes") {
    return {
      kind: "whole",
      slot: slots.push(value.at) - 1,
      write: (whole) => writePosition(plan, type, whole),
    };
  }
  const factor = shownFactor(plan.tree, position);
  const { to, mode } = shown;
  if (to === undefined || factor === null) return unsupported("a figure without declared digits");
  const scaled = times(recorder, value, exact(factor));
  if (isConstant(scaled)) return unsupported("a figure that is nothing");
  const multiple = exact(to);
  const name = [value.at, factor, to, mode].join(" ");
  let slot = known.get(name);
  if (slot === undefined) {
    const { at } = rounded(recorder, scaled, { mode, to: multiple }, "counted");
    slot = slots.push(at) - 1;
    known.set(name, slot);
  }
  return { kind: "figure", slot, ...partsOf(multiple) };
}
