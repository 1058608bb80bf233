import type { Label } from "../../methodology/schema.ts";
import type { AnswerFacts } from "../facts/answers.ts";
import type { Sentences } from "../facts.ts";

/** The question in the reader's words, with its id for those who write answers by hand. */
function name({ input, label }: { readonly input: string; readonly label: Label }): string {
  return label.en === undefined ? input : `“${label.en}” (${input})`;
}

function list(words: readonly string[]): string {
  const shown = words.slice(0, 8).join(", ");
  return words.length > 8 ? `${shown} and ${words.length - 8} more` : shown;
}

function meant(suggestion: string | undefined): string {
  return suggestion === undefined ? "" : ` Did you mean “${suggestion}”?`;
}

const shapes = {
  record: "a record with “format”, “methodology” and “sets”, or a map of answers with “period”",
  text: "a text",
  map: "a map",
  set: "a map with “period” and “given”",
  period: "“FY2023” or a map with “from” and “to”",
};

const limits = {
  min: "be at least",
  max: "be at most",
  above: "be above",
  below: "be below",
};

const axes = { enum: "", years: " of the period", parts: "" };

export const answers: Sentences<AnswerFacts> = {
  "answers-shape": ({ expected, found }) =>
    `This should be ${shapes[expected]}, but it is ${found}.`,
  "answers-format": ({ found }) =>
    `The format of these answers should be answers/1, but it is “${found}”.`,
  "answers-for-another-methodology": ({ found, expected }) =>
    `These answers are for ${found}. This is ${expected}.`,
  "answers-for-another-version": ({ found, used, moved }) =>
    `These answers were made for version ${found}. Version ${used} is used.${
      moved.length === 0 ? "" : ` Moved: ${list(moved)}.`
    }`,
  "answers-for-another-text": ({ used }) =>
    `These answers were made with another text of version ${used}. Figures may differ from those saved.`,
  "as-of-date": ({ found }) =>
    `The as-of date should be a day such as 2026-11-22, but it is “${found}”.`,
  "more-answer-issues": ({ count }) => `${count} more answers cannot be read.`,
  "answer-renamed": ({ from, to }) =>
    `“${from}” is now called “${to}”. The answer was moved there.`,
  "answer-unknown": ({ id, list: of, suggestion }) =>
    `There is no question “${id}”${of === undefined ? "" : ` in “${of}”`}.${meant(suggestion)}`,
  "answer-shape": ({ expected, found, example, ...asked }) =>
    expected === "text"
      ? `${name(asked)} should be one answer, written as text, but it is ${found}.`
      : `${name(asked)} should be a map, with an answer for each key such as “${example ?? ""}”, but it is ${found}.`,
  "list-shape": ({ part, ...asked }) =>
    part === "list"
      ? `${name(asked)} should be a list of items.`
      : `An item of ${name(asked)} should be a map of its answers.`,
  "too-few-items": ({ count, least, ...asked }) =>
    `${name(asked)} needs at least ${least}, but there are ${count}.`,
  "too-many-items": ({ count, most, ...asked }) =>
    `${name(asked)} takes at most ${most}, but there are ${count}.`,
  "answer-too-long": ({ most, of, ...asked }) => `${name(asked)} takes at most ${most} ${of}.`,
  "answer-not-a-figure": ({ found, example, ...asked }) =>
    `${name(asked)} should be a figure such as ${example}, but it is “${found}”.`,
  "answer-separators": ({ found, ...asked }) =>
    `In ${name(asked)}, commas should stand between groups of three digits, as in 1,234. They do not in “${found}”.`,
  "answer-without-unit": ({ found, units, ...asked }) =>
    `${name(asked)} should carry its unit: “${found} ${units[0] ?? ""}”${
      units.length > 1 ? ` (or ${list(units.slice(1))})` : ""
    }.`,
  "answer-unit-unknown": ({ unit, units, ...asked }) =>
    `${name(asked)} should be in ${list(units)}. The unit “${unit}” is not known.`,
  "answer-unit-mismatch": ({ unit, units, ...asked }) =>
    `${name(asked)} should be in ${list(units)}, but it is in ${unit}.`,
  "answer-unit-open": ({ key, keyLabel, ...asked }) =>
    `The unit of ${name(asked)} depends on ${name({ input: key, label: keyLabel })}. Answer that first.`,
  "answer-not-a-count": ({ found, ...asked }) =>
    `${name(asked)} should be a whole number from 0 on, but it is “${found}”.`,
  "answer-not-a-flag": ({ found, ...asked }) =>
    `${name(asked)} should be true or false, but it is “${found}”.`,
  "answer-not-a-member": ({ found, members, suggestion, ...asked }) =>
    `${name(asked)} should be one of ${list(members)}, but it is “${found}”.${meant(suggestion)}`,
  "answer-not-a-date": ({ found, ...asked }) =>
    `${name(asked)} should be a day such as 2023-04-01, but it is “${found}”.`,
  "answer-not-a-year": ({ found, ...asked }) =>
    `${name(asked)} should be a fiscal year such as FY2023, but it is “${found}”.`,
  "answer-not-an-item": ({ found, list: of, count, ...asked }) =>
    count === 0
      ? `${name(asked)} should be the number of an item of “${of.en ?? of.ja}”, but there are none.`
      : `${name(asked)} should be the number of an item of “${of.en ?? of.ja}”, from 1 to ${count}, but it is “${found}”.`,
  "answer-beyond-limit": ({ found, limit, bound, ...asked }) =>
    `${name(asked)} should ${limits[limit]} ${bound}, but it is ${found}.`,
  "answer-key-twice": ({ found, ...asked }) =>
    `${name(asked)} is answered twice for “${found}”. Keep one of the answers.`,
  "answer-key-unknown": ({ found, axis, known, suggestion, ...asked }) =>
    axis === "parts"
      ? `${name(asked)} is asked by the first day of each part of the period (${list(known)}), but “${found}” is none of them.`
      : `${name(asked)} is asked for ${list(known)}${axes[axis]}, but “${found}” is none of them.${meant(suggestion)}`,
  "readings-too-few": (asked) =>
    `${name(asked)} needs at least two dated readings: one at the start and one after the end.`,
  "reading-date": ({ found, ...asked }) =>
    `A reading of ${name(asked)} should stand under its day, such as 2023-04-01, but it stands under “${found}”.`,
  "answers-without-period": () =>
    "The period is missing. It should be “FY2023” or two days, from and to.",
  "period-not-read": ({ found }) =>
    `The period should be “FY2023” or two days such as 2023-04-01, but it is “${found}”.`,
  "period-order": ({ from, to }) =>
    `The period should end after it starts, but ${to} is before ${from}.`,
  "period-too-long": ({ years }) => `The period should be at most ${years} years long.`,
  "period-not-used": () => "This methodology asks for no period. The one given is not used.",
};
