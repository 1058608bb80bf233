import type { Form, FormInput, FormList } from "../../engine/methodology/form.ts";
import { isNumberText } from "./answer-text.ts";
import { once } from "./once.ts";

/**
 * What a person has typed so far in one set: text as it stands in the fields, with the unit that is shown beside it.
 * Nothing leaves a draft because a question hides: an entry goes when its own field is emptied, or its item removed.
 */
export interface Draft {
  readonly period: PeriodDraft;
  readonly entries: Readonly<Record<string, Entries>>;
  readonly items: Readonly<Record<string, readonly Item[]>>;
  /** The key of the next item. Keys are never used twice, so a pointer never changes its target. */
  readonly nextKey: number;
}

/** The entries of one question by place on its axes, members joined with `/`; the empty text where it has none. */
export type Entries = Readonly<Record<string, Entry>>;

export interface Entry {
  readonly text: string;
  /** The unit chosen; the first offered where absent. */
  readonly unit?: string;
  /** The day of a meter reading. */
  readonly date?: string;
}

/** An item of a list; `key` keeps its identity while items around it come and go. */
export interface Item {
  readonly key: number;
  readonly entries: Readonly<Record<string, Entries>>;
}

export interface PeriodDraft {
  readonly kind: "fiscal_year" | "dates";
  readonly year: string;
  readonly from: string;
  readonly to: string;
}

/** Where an entry stands: its question, the item's key for a field of a list, and its place on the axes. */
export interface Place {
  readonly input: string;
  readonly item?: number;
  readonly at: string;
}

export type Change =
  | { readonly kind: "enter"; readonly place: Place; readonly entry: Entry }
  | { readonly kind: "forget"; readonly place: Place }
  | { readonly kind: "add"; readonly list: FormList; readonly form: Form }
  | { readonly kind: "duplicate"; readonly list: string; readonly item: number }
  | { readonly kind: "remove"; readonly list: string; readonly item: number }
  | { readonly kind: "period"; readonly period: PeriodDraft }
  | { readonly kind: "replace"; readonly draft: Draft };

const nothing: Entry = { text: "" };

/** The draft that a form begins with: its preset period, initial answers, and the fewest items that its lists allow. */
export function emptyDraft(form: Form): Draft {
  const entries: Record<string, Entries> = {};
  for (const input of form.inputs) {
    if (input.list === undefined) Object.assign(entries, initialEntries(input));
  }
  let draft: Draft = {
    period: periodDraft(form.period?.preset ?? ""),
    entries,
    items: {},
    nextKey: 1,
  };
  for (const list of form.lists) {
    for (let count = 0; count < list.minItems; count += 1) {
      draft = change(draft, { kind: "add", list, form });
    }
  }
  return draft;
}

/** The draft after one change. */
export function change(draft: Draft, by: Change): Draft {
  switch (by.kind) {
    case "enter":
      return put(draft, by.place, by.entry);
    case "forget":
      return put(draft, by.place, undefined);
    case "add": {
      const entries: Record<string, Entries> = {};
      for (const input of by.form.inputs) {
        if (input.list === by.list.id) Object.assign(entries, initialEntries(input));
      }
      return withItem(draft, by.list.id, itemsOf(draft, by.list.id).length, entries);
    }
    case "duplicate": {
      const items = itemsOf(draft, by.list);
      const index = items.findIndex((item) => item.key === by.item);
      const original = items[index];
      return original === undefined ? draft : withItem(draft, by.list, index + 1, original.entries);
    }
    case "remove": {
      const items = itemsOf(draft, by.list).filter((item) => item.key !== by.item);
      return { ...draft, items: { ...draft.items, [by.list]: items } };
    }
    case "period":
      return { ...draft, period: by.period };
    case "replace":
      return by.draft;
  }
}

/** The items of a list, in order. */
export function itemsOf(draft: Draft, list: string): readonly Item[] {
  return draft.items[list] ?? [];
}

/** The places of items in their list, from 0, by key. */
export const positionsOf = once(
  (items: readonly Item[]): ReadonlyMap<number, number> =>
    new Map(items.map(({ key }, index) => [key, index])),
);

/** The keys of the items of every list in one text: as long as it stays, no item has come or gone. */
export function orderOf({ items }: Draft): string {
  return Object.entries(items)
    .map(([list, own]) => `${list} ${keysOf(own)}`)
    .join("|");
}

const keysOf = once((items: readonly Item[]) => items.map(({ key }) => key).join());

/** What stands at a place; an empty entry where nothing was typed. */
export function entryAt(draft: Draft, place: Place): Entry {
  return entriesOf(draft, place.input, place.item)[place.at] ?? nothing;
}

/** What a field shows: what was typed there, or the answer that the question begins with, which counts until then. */
export function shownEntry(draft: Draft, input: FormInput, place: Place): Entry {
  const typed = entriesOf(draft, place.input, place.item)[place.at];
  if (typed !== undefined) return typed;
  return input.initial === undefined ? nothing : entryOf(input, input.initial);
}

/** All entries of one question, of an item where it is a field. */
export function entriesOf(draft: Draft, input: string, item: number | undefined): Entries {
  if (item === undefined) return draft.entries[input] ?? {};
  const items = itemsOf(draft, listOf(input));
  return items[positionsOf(items).get(item) ?? -1]?.entries[input] ?? {};
}

/** Whether something was typed or chosen there. */
export function isAnswered(entry: Entry | undefined): boolean {
  return entry !== undefined && entry.text.trim() !== "";
}

/** The list that a field belongs to: `boilers` of `boilers.fuel`. */
export function listOf(input: string): string {
  return input.slice(0, Math.max(0, input.indexOf(".")));
}

/** A name for a place, for the ids of fields and for finding the messages that belong to one. */
export function placeName(place: Place): string {
  return [place.input, place.item === undefined ? "" : `#${place.item}`, place.at].join("|");
}

/** A period as an answer has it, taken apart for its fields. */
export function periodDraft(
  period: string | { readonly from: string; readonly to: string },
): PeriodDraft {
  if (typeof period !== "string")
    return { kind: "dates", year: "", from: period.from, to: period.to };
  return { kind: "fiscal_year", year: period.replace(/^FY/i, ""), from: "", to: "" };
}

/** Splits `30 km` into what is typed and its unit, where the unit is one of those offered. */
export function splitUnit(text: string, units: readonly string[]): Entry {
  const trimmed = text.trim();
  const unit = [...units]
    .sort((left, right) => right.length - left.length)
    .find((one) => one !== "" && trimmed.endsWith(one));
  if (unit === undefined) return { text: trimmed };
  const rest = trimmed.slice(0, trimmed.length - unit.length).trimEnd();
  return isNumberText(rest) ? { text: rest, unit } : { text: trimmed };
}

/** An answer's text as its field shows it. */
export function entryOf(input: FormInput, text: string): Entry {
  switch (input.kind) {
    case "quantity":
    case "count":
      return splitUnit(text, unitsOf(input));
    case "fiscal_year":
      return { text: text.replace(/^FY/i, "") };
    case "enum":
    case "item":
    case "boolean":
    case "date":
    case "text":
      return { text };
  }
}

/** Every unit that a question may show. */
export function unitsOf(input: FormInput): readonly string[] {
  const variable = input.variable === undefined ? [] : Object.values(input.variable.units);
  return [...(input.showAs === undefined ? [] : [input.showAs]), ...input.units, ...variable];
}

function initialEntries(input: FormInput): Readonly<Record<string, Entries>> {
  if (input.initial === undefined || input.per.length > 0) return {};
  return { [input.id]: { "": entryOf(input, input.initial) } };
}

function withItem(
  draft: Draft,
  list: string,
  index: number,
  entries: Readonly<Record<string, Entries>>,
): Draft {
  const items = itemsOf(draft, list);
  const item: Item = { key: draft.nextKey, entries };
  return {
    ...draft,
    items: { ...draft.items, [list]: [...items.slice(0, index), item, ...items.slice(index)] },
    nextKey: draft.nextKey + 1,
  };
}

function put(draft: Draft, place: Place, entry: Entry | undefined): Draft {
  if (place.item === undefined) {
    return { ...draft, entries: putEntry(draft.entries, place, entry) };
  }
  const list = listOf(place.input);
  const items = itemsOf(draft, list).map((item) =>
    item.key === place.item ? { ...item, entries: putEntry(item.entries, place, entry) } : item,
  );
  return { ...draft, items: { ...draft.items, [list]: items } };
}

function putEntry(
  entries: Readonly<Record<string, Entries>>,
  place: Place,
  entry: Entry | undefined,
): Readonly<Record<string, Entries>> {
  const { [place.at]: _, ...others } = entries[place.input] ?? {};
  return {
    ...entries,
    [place.input]: entry === undefined ? others : { ...others, [place.at]: entry },
  };
}
