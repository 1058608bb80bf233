import type { Answer, AnswerRecord, AnswerSet } from "../../engine/answers/record.ts";
import { movedId, movedWithin } from "../../engine/answers/renamed.ts";
import type { Form, FormInput } from "../../engine/methodology/form.ts";
import { fieldName } from "./answer-set.ts";
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

/** Why a text is not taken for answers. */
export type AnswersProblem = "not_answers" | "other_methodology" | "too_large";

export type ReadAnswers =
  | { readonly ok: true; readonly record: AnswerRecord }
  | { readonly ok: false; readonly problem: AnswersProblem };

/** The longest file of answers that is read, in bytes. */
export const longestAnswers = 5_000_000;

/** Reads the text of a saved file. Nothing in it is trusted: what is larger or deeper than answers are is refused. */
export function readAnswerText(form: Form, text: string): ReadAnswers {
  if (text.length > longestAnswers) return { ok: false, problem: "too_large" };
  const read = parseExactly(text);
  return read === undefined ? { ok: false, problem: "not_answers" } : readAnswers(form, read);
}

/** What a JSON text holds, its figures as they are written there; absent where it is none. */
export function parseExactly(text: string): unknown {
  try {
    return JSON.parse(text, asText);
  } catch {
    return undefined;
  }
}

/** The same of what has been parsed, with its figures as text. */
export function readAnswers(form: Form, read: unknown): ReadAnswers {
  if (!isMap(read) || read.format !== "answers/1" || typeof read.methodology !== "string") {
    return { ok: false, problem: "not_answers" };
  }
  if (read.methodology !== form.id) return { ok: false, problem: "other_methodology" };
  const { sets, version, hash, as_of: asOf } = read;
  if (!isMap(sets)) return { ok: false, problem: "not_answers" };
  const known = Object.entries(sets).filter(
    (one): one is [string, AnswerSet] => isMap(one[1]) && isMap(one[1].given),
  );
  if (!known.every(([, set]) => isBounded(form, set))) return { ok: false, problem: "too_large" };
  return {
    ok: true,
    record: {
      format: "answers/1",
      methodology: read.methodology,
      ...(typeof version === "string" ? { version } : {}),
      ...(typeof hash === "string" ? { hash } : {}),
      ...(typeof asOf === "string" && /^\d{4}-\d\d-\d\d$/.test(asOf) ? { as_of: asOf } : {}),
      sets: Object.fromEntries(known.map(([id, set]) => [id, withPeriod(set)])),
    },
  };
}

/** The most answers of one set, and how deep they may lie: items, fields, two axes and a day. */
const mostAnswers = 100_000;
const deepest = 8;

function isBounded(form: Form, { given }: AnswerSet): boolean {
  let count = 0;
  let level: readonly unknown[] = [given];
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > deepest || count > mostAnswers) return false;
    level = level.flatMap((one) =>
      typeof one === "object" && one !== null ? Object.values(one) : [],
    );
  }
  return form.lists.every(({ id, maxItems }) => {
    const rows = answerUnder(form, given, id);
    return !Array.isArray(rows) || rows.length <= maxItems;
  });
}

/** A set with its period only where that is one. */
function withPeriod({ period, given }: AnswerSet): AnswerSet {
  const isSpan = isMap(period) && typeof period.from === "string" && typeof period.to === "string";
  if (period === undefined || !(isSpan || typeof period === "string")) return { given };
  return { period, given };
}

/** A set of answers as the draft of a form; answers to questions that the form does not ask are left out. */
export function draftOf(form: Form, set: AnswerSet): Draft {
  const period = set.period ?? form.period?.preset ?? "";
  const empty = emptyDraft(form);
  let draft: Draft = { ...empty, period: periodDraft(period), entries: {}, items: {} };
  for (const list of form.lists) {
    const rows = answerUnder(form, set.given, list.id);
    const count = Array.isArray(rows) ? rows.length : list.minItems;
    for (let index = 0; index < count; index += 1) {
      draft = change(draft, { kind: "add", list, form: { ...form, inputs: [] } });
    }
  }
  for (const input of form.inputs) {
    if (input.list === undefined) {
      const answer = answerUnder(form, set.given, input.id);
      const entries = entriesFrom(form, draft, input, answer as Answer | undefined);
      draft = { ...draft, entries: { ...draft.entries, [input.id]: entries } };
      continue;
    }
    const { list } = input;
    const rows = answerUnder(form, set.given, list);
    if (!Array.isArray(rows)) continue;
    const items = itemsOf(draft, list).map((item, index) => {
      const row: unknown = rows[index];
      const answer = isMap(row) ? fieldUnder(form, row, list, fieldName(input)) : undefined;
      const entries = entriesFrom(form, draft, input, answer as Answer | undefined);
      return { ...item, entries: { ...item.entries, [input.id]: entries } };
    });
    draft = { ...draft, items: { ...draft.items, [list]: items } };
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
      const entry = entryFrom(form, draft, input, value);
      if (!input.meter) entries[keys.join("/")] = entry;
      else {
        const axis = input.per.findIndex((one) => form.enums[one] === undefined);
        const time = axis < 0 ? keys.length - 1 : axis;
        const row = `r${Object.keys(entries).length + 1}`;
        const at = keys.map((key, index) => (index === time ? row : key)).join("/");
        entries[at] = { ...entry, date: keys[time] ?? "" };
      }
    } else if (isMap(value)) {
      const members = input.per[keys.length] ?? "";
      for (const [key, inner] of Object.entries(value)) {
        walk(inner as Answer, [...keys, memberNow(form, members, key)]);
      }
    }
  };
  walk(answer, []);
  return entries;
}

function entryFrom(form: Form, draft: Draft, input: FormInput, text: string): Entry {
  if (input.kind === "enum") return { text: memberNow(form, input.of ?? "", text.trim()) };
  if (input.kind !== "item") return entryOf(input, text);
  const items = itemsOf(draft, input.of ?? "");
  const item = items.find((_, index) => (index + 1).toString() === text.trim());
  return { text: item === undefined ? "" : `#${item.key}` };
}

/** The answer under an id, or under one that it had in an earlier edition. */
function answerUnder(
  form: Form,
  given: Readonly<Record<string, unknown>>,
  id: string,
): Answer | undefined {
  const old = Object.keys(given).find((one) => movedId(form, one) === id);
  return (own(given, id) ?? (old === undefined ? undefined : given[old])) as Answer | undefined;
}

/** The same of a field in its item. */
function fieldUnder(
  form: Form,
  row: Readonly<Record<string, unknown>>,
  list: string,
  field: string,
): Answer | undefined {
  const old = Object.keys(row).find((one) => movedWithin(form, list, one) === field);
  return (own(row, field) ?? (old === undefined ? undefined : row[old])) as Answer | undefined;
}

/** A member by the id that it has now. */
function memberNow(form: Form, members: string, id: string): string {
  const known = form.enums[members];
  if (known === undefined || known.some((member) => member.id === id)) return id;
  return movedWithin(form, members, id) ?? id;
}

function own(map: Readonly<Record<string, unknown>>, id: string): unknown {
  return Object.hasOwn(map, id) ? map[id] : undefined;
}

/** Numbers and flags of a file as they are written there, so that no digit is lost. */
function asText(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const isScalar = typeof value === "number" || typeof value === "boolean";
  return isScalar ? (context?.source ?? String(value)) : value;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
