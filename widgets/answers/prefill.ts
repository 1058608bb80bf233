import type { Form, FormInput } from "../../engine/methodology/form.ts";
import { type Drafts, emptyDrafts } from "../calculator/sets.ts";
import { fieldName } from "./answer-set.ts";
import { change, type Draft, entryOf, itemsOf } from "./draft.ts";

/** The start of an option's name that holds an answer: `given.people=30`. */
const start = "given.";

/** Options as text, `theme=dark&given.people=30`; what has escaped its `&` once too often counts as not escaped. */
export function optionsIn(text: string): URLSearchParams {
  return new URLSearchParams(text.replace(/&amp;/gi, "&"));
}

/** The answers among options such as `given.people=30&given.room_area=120`, by input. */
export function givenIn(options: URLSearchParams): ReadonlyMap<string, string> {
  const given = [...options].filter(([name]) => name.startsWith(start));
  return new Map(given.map(([name, text]) => [name.slice(start.length), text]));
}

/** The ids in a text such as `people,room_area`. */
export function idsIn(text: string | null | undefined): readonly string[] {
  return (text ?? "").split(/[\s,]+/).filter((id) => id !== "");
}

/** An answer to a field of an item: `legs.2.fare`. Which items there are is told by their order, not their numbers. */
const inItem = /^([^.]+)\.(\d{1,6})\.([^.]+)$/;

/**
 * What a form begins with when some of its questions are answered ahead, as if somebody had typed the text:
 * `people` → `30`, and in items of lists `legs.1.fare` → `500`. Absent where nothing is answered; fields along axes, of
 * meters and those that point to an item are left to the person who fills in the form.
 */
export function prefilled(form: Form, given: ReadonlyMap<string, string>): Drafts | undefined {
  const drafts = emptyDrafts(form);
  let { plan } = drafts;
  for (const input of form.inputs) {
    const text = given.get(input.id);
    if (text === undefined || input.list !== undefined || !isPlain(input)) continue;
    const entry = entryOf(input, text);
    plan = change(plan, { kind: "enter", place: { input: input.id, at: "" }, entry });
  }
  plan = withItems(form, given, plan);
  return plan === drafts.plan ? undefined : { ...drafts, plan };
}

function isPlain(input: FormInput): boolean {
  return input.per.length === 0 && !input.meter && input.kind !== "item";
}

/** The items that are answered ahead, no more of them than their lists allow. */
function withItems(form: Form, given: ReadonlyMap<string, string>, empty: Draft): Draft {
  const answers = [...given].flatMap(([name, text]) => {
    const [, list, number, field] = inItem.exec(name) ?? [];
    const input = form.inputs.find(
      (one) => one.list !== undefined && one.list === list && fieldName(one) === field,
    );
    const isOurs = number !== undefined && input !== undefined && isPlain(input);
    return isOurs ? [{ list, number: Number.parseInt(number, 10), input, text }] : [];
  });
  let draft = empty;
  for (const list of form.lists) {
    const own = answers.filter((answer) => answer.list === list.id);
    const numbers = [...new Set(own.map(({ number }) => number))].sort((a, b) => a - b);
    for (const [index, number] of numbers.slice(0, list.maxItems).entries()) {
      if (itemsOf(draft, list.id)[index] === undefined) {
        draft = change(draft, { kind: "add", list, form });
      }
      const item = itemsOf(draft, list.id)[index]?.key ?? 0;
      for (const { input, text } of own.filter((answer) => answer.number === number)) {
        const place = { input: input.id, item, at: "" };
        draft = change(draft, { kind: "enter", place, entry: entryOf(input, text) });
      }
    }
  }
  return draft;
}
