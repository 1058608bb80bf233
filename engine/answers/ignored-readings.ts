import { coordinatesOf, indexOf } from "../evaluate/coordinates.ts";
import { placeOf } from "../evaluate/place-text.ts";
import type { Evaluation, Inputs, Plan } from "../plan.ts";
import type { InputPlace } from "../result/result.ts";

/** Readings of meters of which no piece was asked for: kept, not used. */
export function ignoredReadings(
  plan: Plan,
  inputs: Inputs,
  { asked }: Evaluation,
): readonly InputPlace[] {
  const ignored: InputPlace[] = [];
  for (const [position, rows] of inputs.readings.entries()) {
    const input = plan.inputs[position];
    const space = input?.readings;
    if (rows === undefined || input === undefined || space === undefined) continue;
    const used = new Set<number>();
    for (const place of asked) {
      if (place.kind !== "input" || place.input !== position) continue;
      const coordinates = coordinatesOf(input.space, inputs.frame, place.index);
      used.add(indexOf(space, inputs.frame, coordinates));
    }
    for (const [index, readings] of rows.entries()) {
      if (readings.length === 0 || used.has(index)) continue;
      ignored.push({ input: input.tree.id, at: placeOf(plan, space, inputs.frame, index) });
    }
  }
  return ignored;
}
