import { unitAt } from "../answers/unit-at.ts";
import { placeOf } from "../evaluate/place-text.ts";
import type { AssumedPlace, Inputs, Plan } from "../plan.ts";
import type { AssumedResult } from "../result/result.ts";
import { present } from "./present.ts";
import { sourceOf } from "./sources.ts";
import { writeLine } from "./write-value.ts";

/** Writes what stood in for an answer, and where it comes from. */
export function writeAssumed(plan: Plan, inputs: Inputs, place: AssumedPlace): AssumedResult {
  const input = plan.inputs[place.input];
  if (input === undefined) throw new Error(`there is no input at ${place.input}`);
  const { id, label, type, default: assumed, range } = input.tree;
  const origin = (place.standing === "default" ? assumed : range)?.origin;
  return present({
    input: id,
    at: placeOf(plan, input.space, inputs.frame, place.index),
    label,
    value: writeLine(plan, type, place.value),
    unit: unitAt(plan, inputs, place.input, place.index),
    // Where no range is declared all members stand in, and one of them is right for certain.
    provenance: origin?.provenance ?? "confirmed",
    source: sourceOf(plan.tree, origin),
  });
}
