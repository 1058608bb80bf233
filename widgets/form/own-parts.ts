import type { Form, FormInput } from "../../engine/methodology/form.ts";
import { type Draft, type Item, listOf } from "../answers/draft.ts";
import { itemNames } from "../answers/item-names.ts";
import { placesAlong } from "../text/axes.ts";
import type { FormState } from "./form-context.ts";

/**
 * What questions show that is not their own: of the draft around them (`shownAround`), and of the last result where they
 * are asked along axes (`partsAlong`). As long as it stays the same, they need not be drawn anew.
 */

/** The answers outside a list that decide the units of its fields, and the items that its fields may point to. */
export function shownAround(
  form: Form,
  draft: Draft,
  inputs: readonly FormInput[],
): readonly unknown[] {
  return inputs.flatMap((input): readonly unknown[] => {
    const { kind, of = "", variable, list } = input;
    if (kind === "item") return [itemNames(form, draft, of)];
    const isOwn = list !== undefined && list === listOf(variable?.input ?? "");
    return variable === undefined || isOwn ? [] : [draft.entries[variable.input]];
  });
}

/** The parts of time and the members that questions are asked for, of those among them that stand along axes. */
export function partsAlong(
  form: Form,
  { parts, showsAt, cut }: FormState,
  inputs: readonly FormInput[],
  item?: Item,
): readonly unknown[] {
  const along = inputs.filter(({ per, meter }) => per.length > 0 || meter);
  if (along.length === 0) return [];
  const times = along.map((input) => parts(input, item).join());
  const off = along.flatMap((input) =>
    membersOf(form, input).filter((at) => !showsAt(input, item, at)),
  );
  return [times.join("|"), off.join("|"), cut];
}

/** The places of a question along its enums, time left empty. */
function membersOf(form: Form, { per }: FormInput): readonly string[] {
  const members = per.map((axis) => form.enums[axis]?.map(({ id }) => id) ?? [""]);
  return placesAlong(members).map((keys) => keys.join("/"));
}
