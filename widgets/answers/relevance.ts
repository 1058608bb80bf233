import type { Path } from "../../engine/issue.ts";
import type { Form, FormInput } from "../../engine/methodology/form.ts";
import type { At, CalculationResult, InputPlace } from "../../engine/result/result.ts";
import { fieldName, periodOf } from "./answer-set.ts";
import {
  type Draft,
  entriesOf,
  entryOf,
  type Item,
  isAnswered,
  itemsOf,
  listOf,
  type Place,
} from "./draft.ts";

/** Which questions matter now: what the last evaluation asked for, or what matters when nothing is answered. */
export interface Relevance {
  readonly asks: (input: FormInput, item: Item | undefined) => boolean;
  readonly asksList: (list: string) => boolean;
  /** First days of the parts, or fiscal years, that a question is asked for. */
  readonly parts: (input: FormInput, item: Item | undefined, draft: Draft) => readonly string[];
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
  for (const place of known?.result.asked ?? []) {
    const places = asked.get(place.input);
    if (places === undefined) asked.set(place.input, [place]);
    else places.push(place);
  }
  const placesOf = (input: FormInput, item: Item | undefined): readonly InputPlace[] => {
    const places = asked.get(input.id) ?? [];
    if (item === undefined || known === undefined) return places;
    const position = positionOf(known.draft, input, item);
    // An item that the engine has not seen yet is asked what the others are.
    if (position === undefined) return places;
    return places.filter(({ at }) => at[input.list ?? ""] === position);
  };
  const mentions = (ids: Iterable<string>, list: string): boolean =>
    [...ids].some((id) => id === list || listOf(id) === list);
  return {
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

/** The questions that were answered and are not asked now: kept, and not used. */
export function unusedPlaces(form: Form, draft: Draft, relevance: Relevance): readonly Place[] {
  const places: Place[] = [];
  for (const input of form.inputs) {
    const items = input.list === undefined ? [undefined] : itemsOf(draft, input.list);
    for (const item of items) {
      const isAsked = relevance.asks(input, item);
      const parts = relevance.parts(input, item, draft);
      const time = input.per.findIndex((axis) => form.enums[axis] === undefined);
      for (const [at, entry] of Object.entries(entriesOf(draft, input.id, item?.key))) {
        const isInTime = input.meter || time < 0 || parts.includes(at.split("/")[time] ?? "");
        const isFirst =
          input.initial !== undefined && entry.text === entryOf(input, input.initial).text;
        if (!isAnswered(entry) || isFirst || (isAsked && isInTime)) continue;
        places.push({ input: input.id, at, ...(item === undefined ? {} : { item: item.key }) });
      }
    }
  }
  return places;
}

/** The place of an input that a result names. */
export function placeOf(form: Form, draft: Draft, { input, at }: InputPlace): Place {
  const field = form.inputs.find(({ id }) => id === input);
  const list = field?.list;
  const position = list === undefined ? 0 : Number.parseInt(at[list] ?? "", 10);
  const item = list === undefined ? undefined : itemsOf(draft, list)[position - 1];
  return {
    input,
    at: (field?.per ?? []).map((axis) => at[axis] ?? "").join("/"),
    ...(item === undefined ? {} : { item: item.key }),
  };
}

/**
 * The place that an issue's path names: `boilers`, 0, `fuel_use`, `2023-04-01`. What stands before the id of an input
 * or a list (`sets`, `plan`, `given`) is passed over.
 */
export function placeOfPath(form: Form, draft: Draft, path: Path): Place | undefined {
  const start = path.findIndex(
    (part) =>
      part === "period" ||
      form.inputs.some(({ id, list }) => list === undefined && id === part) ||
      form.lists.some(({ id }) => id === part),
  );
  if (start < 0) return undefined;
  const [first, second, third, ...others] = path.slice(start);
  const head = String(first);
  if (form.lists.every(({ id }) => id !== head)) {
    const keys = path.slice(start + 1).map(String);
    return { input: head, at: metered(form, draft, head, undefined, keys) };
  }
  const item = typeof second === "number" ? itemsOf(draft, head)[second] : undefined;
  const field = form.inputs.find((input) => input.list === head && fieldName(input) === third);
  if (item === undefined || field === undefined) return { input: head, at: "" };
  const at = metered(form, draft, field.id, item, others.map(String));
  return { input: field.id, item: item.key, at };
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

function positionOf(draft: Draft, input: FormInput, item: Item): string | undefined {
  const index = itemsOf(draft, input.list ?? "").findIndex(({ key }) => key === item.key);
  return index < 0 ? undefined : (index + 1).toString();
}

/** Days of a meter's readings stand for the rows that hold them. */
function metered(
  form: Form,
  draft: Draft,
  id: string,
  item: Item | undefined,
  keys: readonly string[],
): string {
  const input = form.inputs.find((one) => one.id === id);
  const at = keys.slice(0, Math.max(input?.per.length ?? 0, input?.meter ? 1 : 0)).join("/");
  if (input?.meter !== true) return at;
  const rows = Object.entries(entriesOf(draft, id, item?.key));
  const found = rows.find(([row, { date }]) => {
    const rest = row.split("/");
    return (
      keys.includes(date ?? "") && rest.every((key) => /^r\d+$/.test(key) || keys.includes(key))
    );
  });
  return found?.[0] ?? at;
}

/** Where on its axes a value stands, as one text, for keys of rows. */
export function atName(at: At): string {
  return Object.values(at).join("/");
}
