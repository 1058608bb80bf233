import type { Answer, AnswerSet, Period } from "../../engine/answers/record.ts";
import type { Form, FormInput } from "../../engine/methodology/form.ts";
import { answerText, yearText } from "./answer-text.ts";
import {
  type Draft,
  type Entries,
  type Entry,
  entryAt,
  type Item,
  itemsOf,
  type PeriodDraft,
  positionsOf,
} from "./draft.ts";
import { fieldsOf } from "./fields.ts";
import { once } from "./once.ts";

/**
 * The answers as the engine takes them: what was typed as text, with the unit that stood beside it. Nothing is
 * converted here, digits included; the engine reads them.
 */
export function answersOf(form: Form, draft: Draft): AnswerSet {
  return ofForm(form)(draft);
}

const ofForm = once((form: Form) => once((draft: Draft) => answersIn(form, draft)));

function answersIn(form: Form, draft: Draft): AnswerSet {
  const given: Record<string, Answer> = {};
  for (const input of fieldsOf(form)) {
    const answer = answerOf(form, draft, input, undefined);
    if (answer !== undefined) given[input.id] = answer;
  }
  for (const list of form.lists) {
    const items = itemsOf(draft, list.id);
    if (items.length === 0) continue;
    given[list.id] = items.map((item) => {
      const fields: Record<string, Answer> = {};
      for (const input of fieldsOf(form, list.id)) {
        const answer = answerOf(form, draft, input, item);
        if (answer !== undefined) fields[fieldName(input)] = answer;
      }
      return fields;
    });
  }
  const period = form.period === undefined ? undefined : periodOf(draft.period);
  return { ...(period === undefined ? {} : { period }), given };
}

/** The unit that stands beside a field now; the empty text where there is none or its question is still open. */
export function shownUnit(
  input: FormInput,
  draft: Draft,
  item: Item | undefined,
  at: string,
): string {
  if (input.showAs !== undefined) return input.showAs;
  const { variable } = input;
  if (variable !== undefined) return variable.units[variableMember(input, draft, item, at)] ?? "";
  const entry = (item?.entries ?? draft.entries)[input.id]?.[at];
  const unit = entry?.unit ?? input.units[0] ?? "";
  return unit === "1" ? "" : unit;
}

/** The name of a field inside its item: `fuel` of `boilers.fuel`. */
export function fieldName(input: FormInput): string {
  return input.list === undefined ? input.id : input.id.slice(input.list.length + 1);
}

/** The period as the engine takes it; absent while nothing was entered. */
export function periodOf(period: PeriodDraft): Period | undefined {
  if (period.kind === "fiscal_year") return yearText(period.year);
  const { from, to } = period;
  return from === "" && to === "" ? undefined : { from, to };
}

function answerOf(
  form: Form,
  draft: Draft,
  input: FormInput,
  item: Item | undefined,
): Answer | undefined {
  const entries = (item?.entries ?? draft.entries)[input.id];
  // Nothing was typed, as into most fields of most items.
  if (entries === undefined) return undefined;
  const text = (at: string): string | undefined =>
    textOf(input, draft, item, at, entries[at] ?? { text: "" });
  if (input.per.length === 0 && !input.meter) return text("");
  return nested(form, input, entries, text);
}

/** Maps within maps in the order of the axes; a meter has its readings by day where others have the parts of time. */
function nested(
  form: Form,
  input: FormInput,
  entries: Entries,
  text: (at: string) => string | undefined,
): Answer | undefined {
  const root: Record<string, Answer> = {};
  for (const [at, entry] of Object.entries(entries)) {
    const answer = text(at);
    if (answer === undefined) continue;
    const keys = at.split("/");
    if (input.meter) {
      if (entry.date === undefined || entry.date === "") continue;
      const time = input.per.findIndex((axis) => form.enums[axis] === undefined);
      keys[time < 0 ? keys.length - 1 : time] = entry.date;
    }
    place(root, keys, answer);
  }
  return Object.keys(root).length === 0 ? undefined : root;
}

function place(root: Record<string, Answer>, keys: readonly string[], answer: Answer): void {
  let map = root;
  for (const key of keys.slice(0, -1)) {
    const inner = (map[key] ?? {}) as Record<string, Answer>;
    map[key] = inner;
    map = inner;
  }
  map[keys.at(-1) ?? ""] = answer;
}

function textOf(
  input: FormInput,
  draft: Draft,
  item: Item | undefined,
  at: string,
  entry: Entry,
): string | undefined {
  if (input.kind === "item") {
    const key = /^#(\d+)$/.exec(entry.text)?.[1];
    const places = positionsOf(itemsOf(draft, input.of ?? ""));
    const position = key === undefined ? undefined : places.get(Number.parseInt(key, 10));
    return position === undefined ? undefined : (position + 1).toString();
  }
  return answerText(input.kind, entry.text, shownUnit(input, draft, item, at));
}

function variableMember(
  input: FormInput,
  draft: Draft,
  item: Item | undefined,
  at: string,
): string {
  const key = input.variable?.input ?? "";
  const axis = input.per.indexOf(key);
  if (axis >= 0) return at.split("/")[axis] ?? "";
  const own = item?.entries[key]?.[""];
  return (own ?? entryAt(draft, { input: key, at: "" })).text;
}
