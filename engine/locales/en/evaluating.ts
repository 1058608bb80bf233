import type { Label } from "../../methodology/schema.ts";
import type { EvaluatingFacts } from "../facts/evaluating.ts";
import type { Sentences } from "../facts.ts";

interface Evaluated {
  readonly id: string;
  readonly label?: Label;
  readonly at: Readonly<Record<string, string>>;
}

/** “Baseline emissions” (baseline, boilers 2, years FY2023). */
function where({ id, label, at }: Evaluated): string {
  const places = Object.entries(at).map(([axis, place]) => `${axis} ${place}`);
  const name = label?.en;
  if (name === undefined) return places.length === 0 ? id : `${id} (${places.join(", ")})`;
  return `“${name}” (${[id, ...places].join(", ")})`;
}

function named(id: string, label: Label | undefined): string {
  return label?.en === undefined ? id : `“${label.en}”`;
}

function keyed(keys: readonly string[]): string {
  return keys.join(", ");
}

/** FY2012 to FY2013, from FY2021 on */
function fiscalYears(years: readonly string[]): string {
  const words = years.map((year) => {
    const [from = "", to] = year.split("..");
    if (to === undefined) return from;
    if (to === "") return `from ${from} on`;
    return from === "" ? `up to ${to}` : `${from} to ${to}`;
  });
  return words.join(", ");
}

function because(label: Label | undefined): string {
  return label === undefined ? "" : ` Reason: ${label.en ?? label.ja}.`;
}

export const evaluating: Sentences<EvaluatingFacts> = {
  "division-by-zero": (facts) =>
    facts.may
      ? `${where(facts)} divides by a value that may be zero within its range. Answer more precisely, so that the divisor stays away from zero.`
      : `${where(facts)} divides by zero. Check the answers that make up the divisor.`,
  "no-row": (facts) =>
    `${where(facts)} needs ${facts.column} from the table ${named(facts.table, facts.tableLabel)} for ${keyed(facts.keys)}, which the table does not hold.`,
  "constant-not-known": (facts) =>
    `${where(facts)} needs ${named(facts.constant, facts.constantLabel)}, which became known on ${facts.known}, after the as-of date ${facts.asOf}. Choose a later as-of date.`,
  "no-row-for-year": (facts) =>
    `${where(facts)} needs ${facts.column} from the table ${named(facts.table, facts.tableLabel)} for ${keyed(facts.keys)}, but there is no value for ${facts.year}. ${facts.held.length === 0 ? "The table has none for any year." : `The table has it for ${fiscalYears(facts.held)}. Choose such a period, or estimate with such a value.`}`,
  "key-outside": (facts) =>
    `${where(facts)} looks up ${named(facts.table, facts.tableLabel)} with ${facts.key} = ${facts.value}, but its rows run from ${facts.low || "any"} to ${facts.high || "any"}.`,
  "key-not-printed": (facts) =>
    `${where(facts)} looks up ${named(facts.table, facts.tableLabel)} with ${facts.key} = ${facts.value}, but only printed values can be used; the nearest are ${facts.nearest.join(" and ")}.`,
  "cell-open": (facts) =>
    `${where(facts)} needs ${facts.column} from the table ${named(facts.table, facts.tableLabel)} for ${keyed(facts.keys)}, which its source leaves open.`,
  "slope-at-end": (facts) =>
    `${where(facts)} needs the slope of ${named(facts.table, facts.tableLabel)} at ${facts.key} = ${facts.value}, where the table ends.`,
  "inverse-outside": (facts) =>
    `${where(facts)} looks for ${facts.column} in ${named(facts.table, facts.tableLabel)} by ${facts.from} = ${facts.value}, but its rows run from ${facts.low} to ${facts.high}.`,
  "nothing-to-choose": (facts) =>
    `${where(facts)} takes ${facts.function} over ${named(facts.axis, facts.axisLabel)}, but nothing is there to take it of. At least one is needed.`,
  "outside-domain": (facts) =>
    `${where(facts)} takes ${facts.function} of ${facts.value}, which has no value. Check the answers that it is made from.`,
  "term-not-whole": (facts) =>
    `${where(facts)} moves a date by ${facts.value} ${facts.unit}, but only whole terms can be counted.`,
  "date-out-of-reach": (facts) =>
    `${where(facts)} reaches a date outside the years 0000 to 9999. Check the dates and terms that were entered.`,
  "item-outside-period": (facts) =>
    `Item ${facts.item} of ${named(facts.list, facts.listLabel)} is of ${facts.date}, outside the period from ${facts.from} to ${facts.to}. Correct its date or the period, or leave the item out.`,
  "dated-by-year": (facts) =>
    `${where(facts)} takes the items of ${named(facts.list, facts.listLabel)} per part of the period, but they are dated by fiscal year only.`,
  "falling-reading": (facts) =>
    `The meter ${named(facts.input, facts.inputLabel)} falls from ${facts.before} on ${facts.from} to ${facts.after} on ${facts.to}. A later reading should not be smaller than an earlier one.`,
  "not-settled": (facts) =>
    `${where(facts)} lies so close to an edge that ${facts.digits} digits do not decide how it is rounded or compared.`,
  "range-too-wide": (facts) =>
    `${where(facts)} cannot be enclosed, because it moves a date by a range. Answer the term exactly.`,
  "number-too-large": (facts) =>
    `${where(facts)} grows beyond ${facts.bits} bits. A rounding inside the item, as its rule declares it, keeps such sums small.`,
  "too-many-steps": (facts) =>
    `The calculation stopped at ${where(facts)} after ${facts.most} steps. Use fewer items.`,
  "too-many-values": (facts) =>
    `These answers lead to ${facts.count} values, but at most ${facts.most} can be calculated at once. Use fewer items or a shorter period.`,
  "formulas-too-deep": (facts) =>
    `The formulas of ${facts.methodology} read each other too deeply to be evaluated.`,
  "condition-refused": (facts) =>
    `The condition ${where(facts)} does not hold, so this cannot be accepted.${because(facts.because)}`,
  "condition-warned": (facts) =>
    `The condition ${where(facts)} does not hold.${because(facts.because)}`,
  "table-away": (facts) =>
    `The table ${facts.table} has not been loaded yet, so nothing can be looked up in it.`,
  "table-not-replaceable": (facts) =>
    `The table ${facts.table} cannot be replaced; only tables marked as replaceable can.`,
  "replacement-unread": (facts) =>
    `Row ${facts.row} of the replacement for the table ${facts.table} has “${facts.found}” as ${facts.column}, which cannot be read. The table of the edition is used.`,
};
