import type { Form, FormInput } from "../../engine/methodology/form.ts";
import type { CalculationResult, InputPlace } from "../../engine/result/result.ts";
import { periodOf } from "./answer-set.ts";
import { type Draft, type Item, itemsOf, listOf, type Place } from "./draft.ts";
import { inputOf } from "./fields.ts";

/** Which questions matter now: what the last evaluation asked for, or what matters when nothing is answered. */
export interface Relevance {
  readonly asks: (input: FormInput, item: Item | undefined) => boolean;
  readonly asksList: (list: string) => boolean;
  /** First days of the parts, or fiscal years, that a question is asked for. */
  readonly parts: (input: FormInput, item: Item | undefined, draft: Draft) => readonly string[];
  /** Whether a question is asked for the members of a place on its axes, whatever its part of time. */
  readonly asksAt: (input: FormInput, item: Item | undefined, at: string) => boolean;
}

/** A result, and the draft that it answers: its items are counted in the order of that draft. */
export interface Known {
  readonly result: CalculationResult;
  readonly draft: Draft;
}

/** Relevance after a result; without one, what the form says for the first paint. `isOpen` shows every question. */
export function relevanceOf(form: Form, known: Known | undefined, isOpen: boolean): Relevance {
  const initially = new Set(form.initially);
  const asked = new Map<string, InputPlace[]>();
  /** By question, and by the position of the item as a result tells it. */
  const byItem = new Map<string, Map<string | undefined, InputPlace[]>>();
  for (const place of known?.result.asked ?? []) {
    const { input, at } = place;
    add(asked, input, place);
    const list = inputOf(form, input)?.list;
    if (list === undefined) continue;
    const own = byItem.get(input) ?? new Map<string | undefined, InputPlace[]>();
    byItem.set(input, own);
    add(own, at[list], place);
  }
  const positions = new Map<number, string>();
  for (const items of Object.values(known?.draft.items ?? {})) {
    for (const [index, { key }] of items.entries()) positions.set(key, (index + 1).toString());
  }
  const placesOf = (input: FormInput, item: Item | undefined): readonly InputPlace[] => {
    const position = item === undefined ? undefined : positions.get(item.key);
    // An item that the engine has not seen yet is asked what the others are.
    if (position === undefined) return asked.get(input.id) ?? [];
    return byItem.get(input.id)?.get(position) ?? [];
  };
  const mentions = (ids: Iterable<string>, list: string): boolean =>
    [...ids].some((id) => id === list || listOf(id) === list);
  const members = new Map<readonly InputPlace[], ReadonlySet<string>>();
  const membersOf = (input: FormInput, keys: (axis: string, position: number) => string): string =>
    input.per
      .map((axis, position) => (form.enums[axis] === undefined ? "" : keys(axis, position)))
      .join("/");
  return {
    asksAt(input, item, at) {
      const places = placesOf(input, item);
      if (isOpen || places.length === 0) return true;
      const own =
        members.get(places) ??
        new Set(places.map((place) => membersOf(input, (axis) => place.at[axis] ?? "")));
      members.set(places, own);
      const keys = at.split("/");
      return own.has(membersOf(input, (_, position) => keys[position] ?? ""));
    },
    asks(input, item) {
      // A text is for people: no formula reads it, so none asks for it.
      if (isOpen || input.kind === "text") return true;
      if (known === undefined) return initially.has(input.id);
      return placesOf(input, item).length > 0;
    },
    asksList(list) {
      return isOpen || mentions(known === undefined ? initially : asked.keys(), list);
    },
    parts(input, item, draft) {
      const axis = input.per.find((one) => form.enums[one] === undefined);
      if (axis === undefined) return [];
      const own = placesOf(input, item).flatMap(({ at }) => at[axis] ?? []);
      if (own.length > 0) return [...new Set(own)].sort();
      const parts = known?.result.parts ?? [];
      const cut = parts.map((part) => (axis === "years" ? part.year : part.from));
      if (cut.length > 0) return [...new Set(cut)];
      return axis === "years" || axis === "parts" ? yearsOf(draft, axis) : [];
    },
  };
}

/** The place of an input that a result names. */
export function placeOf(form: Form, draft: Draft, { input, at }: InputPlace): Place {
  const field = inputOf(form, input);
  const list = field?.list;
  const position = list === undefined ? 0 : Number.parseInt(at[list] ?? "", 10);
  const item = list === undefined ? undefined : itemsOf(draft, list)[position - 1];
  return {
    input,
    at: (field?.per ?? []).map((axis) => at[axis] ?? "").join("/"),
    ...(item === undefined ? {} : { item: item.key }),
  };
}

/** The first days or fiscal years of a period that no engine has cut yet, by fiscal years alone. */
function yearsOf(draft: Draft, axis: "years" | "parts"): readonly string[] {
  const period = periodOf(draft.period);
  if (period === undefined) return [];
  if (typeof period === "string") {
    const year = period.normalize("NFKC").replace(/^FY/i, "");
    if (!/^\d{4}$/.test(year)) return [];
    return [axis === "years" ? `FY${year}` : `${year}-04-01`];
  }
  const first = fiscalYearOf(period.from);
  const last = fiscalYearOf(period.to);
  if (first === undefined || last === undefined || last - first > 30) return [];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  if (axis === "years") return years.map((year) => `FY${year}`);
  return years.map((year) => (year === first ? period.from : `${year}-04-01`));
}

function fiscalYearOf(day: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-\d{2}$/.exec(day);
  if (match === null) return undefined;
  const year = Number.parseInt(match[1] ?? "", 10);
  return (match[2] ?? "") < "04" ? year - 1 : year;
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
