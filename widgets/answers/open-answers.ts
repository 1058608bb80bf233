import type { Answer, AnswerRecord, AnswerSet } from "../../engine/answers/record.ts";
import type { Form, FormInput } from "../../engine/methodology/form.ts";
import {
  change,
  type Draft,
  type Entries,
  type Entry,
  emptyDraft,
  entryOf,
  itemsOf,
  periodDraft,
} from "./draft.ts";

/** Reads the text of a saved file. Absent where it is no record of answers to this methodology. */
export function readAnswerFile(form: Form, text: string): AnswerRecord | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text, asText);
  } catch {
    return undefined;
  }
  if (!isMap(read) || read.format !== "answers/1" || read.methodology !== form.id) {
    return undefined;
  }
  const sets = read.sets;
  if (!isMap(sets)) return undefined;
  const known = Object.entries(sets).filter(([, set]) => isMap(set) && isMap(set.given));
  return {
    ...(read as unknown as AnswerRecord),
    sets: Object.fromEntries(known) as AnswerRecord["sets"],
  };
}

/** A set of answers as the draft of a form; answers to questions that the form does not ask are left out. */
export function draftOf(form: Form, set: AnswerSet): Draft {
  const period = set.period ?? form.period?.preset ?? "";
  const empty = emptyDraft(form);
  let draft: Draft = { ...empty, period: periodDraft(period), entries: {}, items: {} };
  for (const list of form.lists) {
    const rows = set.given[list.id];
    const count = Array.isArray(rows) ? rows.length : list.minItems;
    for (let index = 0; index < count; index += 1) {
      draft = change(draft, { kind: "add", list, form: { ...form, inputs: [] } });
    }
  }
  for (const input of form.inputs) {
    if (input.list === undefined) {
      const answer = named(form, set.given, input.id, (id) => id);
      const entries = entriesFrom(form, draft, input, answer as Answer | undefined);
      draft = { ...draft, entries: { ...draft.entries, [input.id]: entries } };
      continue;
    }
    const rows = set.given[input.list];
    if (!Array.isArray(rows)) continue;
    const items = itemsOf(draft, input.list).map((item, index) => {
      const row: unknown = rows[index];
      const answer = isMap(row) ? named(form, row, input.id, fieldId) : undefined;
      const entries = entriesFrom(form, draft, input, answer as Answer | undefined);
      return { ...item, entries: { ...item.entries, [input.id]: entries } };
    });
    draft = { ...draft, items: { ...draft.items, [input.list]: items } };
  }
  return draft;
}

function entriesFrom(
  form: Form,
  draft: Draft,
  input: FormInput,
  answer: Answer | undefined,
): Entries {
  const entries: Record<string, Entry> = {};
  const walk = (value: Answer | undefined, keys: readonly string[]): void => {
    if (typeof value === "string") {
      const entry = entryFrom(draft, input, value);
      if (!input.meter) entries[keys.join("/")] = entry;
      else {
        const axis = input.per.findIndex((one) => form.enums[one] === undefined);
        const time = axis < 0 ? keys.length - 1 : axis;
        const row = `r${Object.keys(entries).length + 1}`;
        const at = keys.map((key, index) => (index === time ? row : key)).join("/");
        entries[at] = { ...entry, date: keys[time] ?? "" };
      }
    } else if (isMap(value)) {
      for (const [key, inner] of Object.entries(value)) walk(inner as Answer, [...keys, key]);
    }
  };
  walk(answer, []);
  return entries;
}

function entryFrom(draft: Draft, input: FormInput, text: string): Entry {
  if (input.kind !== "item") return entryOf(input, text);
  const items = itemsOf(draft, input.of ?? "");
  const item = items.find((_, index) => (index + 1).toString() === text.trim());
  return { text: item === undefined ? "" : `#${item.key}` };
}

/** The answer under an id or under one that it had in an earlier edition. */
function named(
  form: Form,
  given: Readonly<Record<string, unknown>>,
  id: string,
  key: (id: string) => string,
): unknown {
  const earlier = Object.keys(form.renamed).filter((old) => form.renamed[old] === id);
  return [id, ...earlier].map((one) => given[key(one)]).find((answer) => answer !== undefined);
}

function fieldId(id: string): string {
  return id.slice(id.indexOf(".") + 1);
}

/** Numbers and flags of a file as they are written there, so that no digit is lost. */
function asText(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const isScalar = typeof value === "number" || typeof value === "boolean";
  return isScalar ? (context?.source ?? String(value)) : value;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
