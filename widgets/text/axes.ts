import type { At, CalculationResult } from "../../engine/result/result.ts";
import type { Draft } from "../answers/draft.ts";
import { isAnswered, itemsOf } from "../answers/draft.ts";
import { fieldsOf } from "../answers/fields.ts";
import type { Setting } from "../setting.ts";
import { plainWords } from "./language.ts";
import { writeDay, writeYear } from "./times.ts";

/** What the words of a place need to know beside the form. */
export interface Axes extends Setting {
  readonly parts: CalculationResult["parts"];
  readonly draft?: Draft | undefined;
}

/** The words of one place on an axis: a member, a fiscal year, a part of time, or an item with its number. */
export function axisWords(axes: Axes, axis: string, key: string): string {
  const { form, language } = axes;
  const member = form.enums[axis]?.find(({ id }) => id === key);
  if (member !== undefined) return plainWords(member.label, language);
  const list = form.lists.find(({ id }) => id === axis);
  if (list !== undefined) {
    const name = plainWords(list.itemLabel ?? list.label, language);
    const own = axes.draft === undefined ? "" : itemName(axes, axes.draft, axis, key);
    return `${name} ${key}${own === "" ? "" : `: ${own}`}`;
  }
  if (/^FY\d{4}$/.test(key)) return writeYear(key, language);
  return writePart(axes, key);
}

/** The words of a place on all its axes. */
export function placeWords(axes: Axes, at: At): string {
  return Object.entries(at)
    .map(([axis, key]) => axisWords(axes, axis, key))
    .join(axes.language === "en" ? ", " : "、");
}

/** The name of an axis, for the head of a table's column. */
export function axisName({ form, language, text }: Axes, axis: string): string {
  const list = form.lists.find(({ id }) => id === axis);
  if (list !== undefined) return plainWords(list.itemLabel ?? list.label, language);
  if (axis === "years") return text.axes.years;
  if (axis === "parts") return text.axes.parts;
  return text.axes.members;
}

/** A part of the period from its first day. */
export function writePart({ parts, language }: Axes, from: string): string {
  const part = parts.find((one) => one.from === from);
  const between = language === "en" ? " – " : "〜";
  if (part === undefined) return `${writeDay(from, language)}${between}`;
  return `${writeDay(from, language)}${between}${writeDay(part.to, language)}`;
}

/** What a person calls an item: its first text field, where that is filled in. */
function itemName({ form }: Axes, draft: Draft, list: string, key: string): string {
  const item = itemsOf(draft, list)[Number.parseInt(key, 10) - 1];
  const field = fieldsOf(form, list).find(({ kind }) => kind === "text");
  const entry = field === undefined ? undefined : item?.entries[field.id]?.[""];
  return isAnswered(entry) ? (entry?.text.trim() ?? "") : "";
}

/** Every combination of keys, the last axis fastest. */
export function placesAlong(axes: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return axes.reduce<readonly (readonly string[])[]>(
    (places, keys) => places.flatMap((place) => keys.map((key) => [...place, key])),
    [[]],
  );
}
