import type { Answer } from "../answers/record.ts";
import { isBlank } from "../answers/sort-answers.ts";
import {
  fiscalYearOf,
  fiscalYearsOf,
  parseDay,
  printDay,
  printFiscalYear,
  startOfFiscalYear,
} from "../methodology/period.ts";
import type { InputTree, Tree } from "../methodology/tree.ts";
import type { Given } from "./assessment.ts";
import { isGiven, isTime } from "./given.ts";

/*
 * What stands in for answers that are open: one answer that is assumed, two ends, or what follows from the period. Only
 * open answers are filled; one that was given always stands.
 */

/** One place that was filled: which question, of which item (from 0), under which members. */
export interface FilledPlace {
  readonly input: string;
  readonly item?: number;
  readonly members: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface Filled {
  readonly given: Given;
  readonly places: readonly FilledPlace[];
}

export function inputNamed(tree: Tree, id: string): InputTree | undefined {
  return tree.inputs.find((input) => input.id === id);
}

/** What stands in: one text for all places, or one that hangs on the answers of the item (or, without a list, on all). */
export type StandIn = string | ((answers: Given) => string | undefined);

/** Fills every open answer of one question. A place for which there is no text stays open. */
export function fillOpen(tree: Tree, given: Given, id: string, standIn: StandIn): Filled {
  const input = inputNamed(tree, id);
  if (input === undefined) return { given, places: [] };
  const places: FilledPlace[] = [];
  const axes = input.per.filter((axis) => !isTime(axis));
  const membersOf = (axis: string) =>
    tree.enums.find((one) => one.id === axis)?.members.map((member) => member.id) ?? [];
  const fill = (
    answer: Answer | undefined,
    rest: readonly string[],
    members: Readonly<Record<string, string>>,
    item: number | undefined,
    text: string | undefined,
  ): Answer => {
    const [axis, ...inner] = rest;
    if (axis === undefined) {
      if (answer !== undefined && !isBlank(answer)) return answer;
      if (text === undefined) return "";
      places.push({ input: id, members, text, ...(item === undefined ? {} : { item }) });
      return text;
    }
    const held = isGiven(answer) ? answer : {};
    if (answer !== undefined && !isBlank(answer) && !isGiven(answer)) return answer;
    const entries = membersOf(axis).map((member): [string, Answer] => [
      member,
      fill(held[member], inner, { ...members, [axis]: member }, item, text),
    ]);
    return { ...held, ...Object.fromEntries(entries) };
  };
  const textFor = (answers: Given) => (typeof standIn === "string" ? standIn : standIn(answers));
  if (input.list === undefined) {
    const filled = fill(given[id], axes, {}, undefined, textFor(given));
    return { given: { ...given, [id]: filled }, places };
  }
  const items = given[input.list];
  if (!Array.isArray(items)) return { given, places };
  const name = id.slice(input.list.length + 1);
  const filled = items.map((fields, item): Answer => {
    if (!isGiven(fields) && !isBlank(fields)) return fields;
    const held: Given = isGiven(fields) ? fields : {};
    return { ...held, [name]: fill(held[name], axes, {}, item, textFor(held)) };
  });
  return { given: { ...given, [input.list]: filled }, places };
}

/** Dates and fiscal years that take the beginning of the period where they are open and no answer of `unless` is given. */
export function fillBeginning(
  tree: Tree,
  given: Given,
  id: string,
  from: string,
  unless: Readonly<Record<string, string>> = {},
): Filled {
  const day = parseDay(from);
  if (day === undefined) return { given, places: [] };
  const kind = inputNamed(tree, id)?.type.kind;
  const text = kind === "fiscal_year" ? printFiscalYear(fiscalYearOf(day)) : printDay(day);
  const others = Object.entries(unless).map(([other, answer]) => [
    other.slice(other.indexOf(".") + 1),
    answer,
  ]);
  const isBarred = (answers: Given) =>
    others.some(([name, answer]) => answers[name as string] === answer);
  return fillOpen(tree, given, id, (answers) => (isBarred(answers) ? undefined : text));
}

/** Items of a list that were repeated: for each item now there the one that it came from, and its fiscal year if repeated. */
export interface Repeated {
  readonly given: Given;
  readonly from: readonly { readonly item: number; readonly year?: number }[];
}

/**
 * Repeats items whose date is open, once in each fiscal year of the period, dated by its first day in the period; items
 * that are dated stand as they are.
 */
export function repeatYearly(
  tree: Tree,
  given: Given,
  id: string,
  period: { readonly from: string; readonly to: string },
): Repeated | undefined {
  const input = inputNamed(tree, id);
  const items = input?.list === undefined ? undefined : given[input.list];
  const from = parseDay(period.from);
  const to = parseDay(period.to);
  if (input?.list === undefined || !Array.isArray(items)) return undefined;
  if (from === undefined || to === undefined) return undefined;
  const name = id.slice(input.list.length + 1);
  const dates = fiscalYearsOf({ from, to }).map((year) => ({
    year,
    text:
      input.type.kind === "fiscal_year"
        ? printFiscalYear(year)
        : printDay(Math.max(from, startOfFiscalYear(year))),
  }));
  const made: Answer[] = [];
  const origin: { item: number; year?: number }[] = [];
  for (const [item, fields] of items.entries()) {
    const held: Given = isGiven(fields) ? fields : {};
    const isOpen = (isGiven(fields) || isBlank(fields)) && isBlank(held[name]);
    if (!isOpen) {
      made.push(fields);
      origin.push({ item });
      continue;
    }
    for (const { year, text } of dates) {
      made.push({ ...held, [name]: text });
      origin.push({ item, year });
    }
  }
  return { given: { ...given, [input.list]: made }, from: origin };
}
