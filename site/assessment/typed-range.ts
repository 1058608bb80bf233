import type { AnswerRange } from "../../engine/assessment/assessment.ts";
import type { Form, FormInput } from "../../engine/methodology/form.ts";
import { shownUnit } from "../../widgets/answers/answer-set.ts";
import {
  type Draft,
  type Entries,
  type Entry,
  type Item,
  splitUnit,
  unitsOf,
} from "../../widgets/answers/draft.ts";

/**
 * Two ends that are typed into one field, `20〜40`, where an answer is not known exactly. They leave the answers for the
 * ranges of the record, and come back into every field of the question that is empty.
 */

/** Ranges by input id. */
export type Ranges = Readonly<Record<string, AnswerRange>>;

/** What stands between two ends: a wave, two dots or a word; or a dash, between figures alone. */
const patterns: readonly RegExp[] = [
  /^([^〜～~]+?)\s*(?:[〜～~]|\.\.|から)\s*([^〜～~]+)$/u,
  /^([\d０-９.,．，]+)\s*[-－–—]\s*([\d０-９.,．，]+(?:\s*[^-－–—\d０-９].*)?)$/u,
];

/** The ends of a text that is a range; absent where it is none. */
export function endsOf(text: string): AnswerRange | undefined {
  const found = patterns.map((pattern) => pattern.exec(text.trim()));
  const [, low = "", high = ""] = found.find((match) => match !== null) ?? [];
  return /\d/.test(low.normalize("NFKC")) && /\d/.test(high.normalize("NFKC"))
    ? { low: low.trim(), high: high.trim() }
    : undefined;
}

interface TypedRanges {
  /** The draft with nothing where a range stood. */
  readonly draft: Draft;
  readonly ranges: Ranges;
}

/** Takes the ranges out of a draft: the first that is typed for a question holds for all its open places. */
export function takeRanges(form: Form, draft: Draft): TypedRanges {
  const ranges: Record<string, AnswerRange> = {};
  const taken = mapEntries(form, draft, (input, entry, at, item) => {
    const ends = isFigure(input) ? endsOf(entry.text) : undefined;
    if (ends === undefined) return entry;
    const unit = shownUnit(input, draft, item, at);
    const whole = (end: string): string => (unit === "" ? end : `${end} ${unit}`);
    ranges[input.id] ??= { low: whole(ends.low), high: whole(ends.high) };
    return { ...entry, text: "" };
  });
  return { draft: taken, ranges };
}

/** Puts ranges into the fields of their questions that are empty. */
export function putRanges(form: Form, draft: Draft, ranges: Ranges): Draft {
  let filled = draft;
  for (const input of form.inputs) {
    const range = Object.hasOwn(ranges, input.id) ? ranges[input.id] : undefined;
    if (range === undefined || !isFigure(input) || input.per.length > 0) continue;
    filled = fillOpen(filled, input, entryOfRange(input, range));
  }
  return filled;
}

function entryOfRange(input: FormInput, { low, high }: AnswerRange): Entry {
  const units = unitsOf(input);
  const first = splitUnit(low, units);
  const second = splitUnit(high, units);
  const isSame = first.unit === second.unit || first.unit === undefined;
  // Ends in two units stand as they are written.
  if (!isSame) return { text: `${low}〜${high}` };
  const { unit } = second;
  const text = `${first.text}〜${second.text}`;
  return unit === undefined ? { text } : { text, unit };
}

function fillOpen(draft: Draft, input: FormInput, entry: Entry): Draft {
  const open = (entries: Readonly<Record<string, Entries>>): Readonly<Record<string, Entries>> => {
    const own = entries[input.id]?.[""];
    return own !== undefined && own.text.trim() !== ""
      ? entries
      : { ...entries, [input.id]: { "": entry } };
  };
  if (input.list === undefined) return { ...draft, entries: open(draft.entries) };
  const items = (draft.items[input.list] ?? []).map((item) => ({
    ...item,
    entries: open(item.entries),
  }));
  return { ...draft, items: { ...draft.items, [input.list]: items } };
}

function isFigure({ kind }: FormInput): boolean {
  return kind === "quantity" || kind === "count";
}

/** The draft with each of its entries changed. */
function mapEntries(
  form: Form,
  draft: Draft,
  change: (input: FormInput, entry: Entry, at: string, item: Item | undefined) => Entry,
): Draft {
  const inputs = new Map(form.inputs.map((input) => [input.id, input]));
  const all = (
    entries: Readonly<Record<string, Entries>>,
    item: Item | undefined,
  ): Readonly<Record<string, Entries>> =>
    Object.fromEntries(
      Object.entries(entries).map(([id, own]) => {
        const input = inputs.get(id);
        if (input === undefined) return [id, own];
        const places = Object.entries(own).map(([at, entry]): readonly [string, Entry] => [
          at,
          change(input, entry, at, item),
        ]);
        return [id, Object.fromEntries(places)];
      }),
    );
  return {
    ...draft,
    entries: all(draft.entries, undefined),
    items: Object.fromEntries(
      Object.entries(draft.items).map(([list, items]) => [
        list,
        items.map((item) => ({ ...item, entries: all(item.entries, item) })),
      ]),
    ),
  };
}
