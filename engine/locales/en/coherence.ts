import type { CoherenceFacts } from "../facts/coherence.ts";
import type { Sentences } from "../facts.ts";

const things = {
  constant: "constant",
  row: "table",
  formula: "formula",
  branch: "branch of",
  default: "default of",
  range: "range of",
  rounding: "rounding of",
  condition: "condition",
  cut: "cut of the period at",
  unit: "unit",
  "carrying over": "carrying over in",
  "spreading by days": "spreading by days of",
  "published test": "published test",
};

interface Sourced {
  readonly what: keyof typeof things;
  readonly id: string;
  readonly rows?: number;
}

function subject({ what, id, rows }: Sourced): string {
  if (rows === undefined) return `The ${things[what]} “${id}”`;
  return rows === 1 ? `This row of “${id}”` : `This row of “${id}” and ${rows - 1} more`;
}

function has({ rows = 1 }: Sourced, one: string, several: string): string {
  return rows === 1 ? one : several;
}

function meant(suggestion: string | undefined): string {
  return suggestion === undefined ? "" : ` Did you mean “${suggestion}”?`;
}

function way(route: readonly string[]): string {
  return route.length < 2 ? "" : ` It is reached by ${route.join(" → ")}.`;
}

const expectedForms = {
  flag: "true or false",
  date: "a day such as 2031-03-31",
  year: "a fiscal year such as FY2021",
};

export const coherence: Sentences<CoherenceFacts> = {
  circle: ({ chain }) =>
    chain.length === 2
      ? `“${chain[0]}” reads itself. A formula should stand on what comes before it.`
      : `These read each other in a circle: ${chain.join(" → ")}. A formula should stand on what comes before it; two passes need two names.`,
  unused: ({ kind, id }) =>
    `No output and no condition reads the ${kind} “${id}”. Use it or leave it out.`,
  "too-costly": ({ evaluations, limit, formula, axes }) =>
    `With the longest lists this takes ${evaluations} evaluations; the most is ${limit}. “${formula}” takes most of them (${axes
      .map(({ axis, size }) => `${axis}: ${size}`)
      .join(", ")}). Shorter lists (max_items) or fewer axes would do.`,
  "fractions-grow": ({ formula, list, items }) =>
    `“${formula}” adds up as many as ${items} quotients of “${list}”, each with a divisor of its own. Divisors of three digits always fit. From about 1,000 different divisors of four digits or 500 of five, the sum takes more digits than are allowed: the evaluation then says so and gives no value. A declared rounding inside the item, or a smaller max_items, would prevent that.`,

  "source-missing": (origin) =>
    `${subject(origin)} ${has(origin, "has", "have")} no source. Say the document and the clause or table: source: { document: …, clause: … }.`,
  "provenance-missing": (origin) =>
    `${subject(origin)} ${has(origin, "does", "do")} not say how sure ${has(origin, "it is", "they are")}. Add provenance: confirmed, secondary, derived or unconfirmed.`,
  "confirmed-by-nobody": (origin) =>
    `${subject(origin)} ${has(origin, "is", "are")} marked confirmed, but nobody stands behind “${origin.document}”. A confirmed figure needs a document that was read; without one it is unconfirmed.`,
  "document-unknown": ({ document, suggestion }) =>
    `There is no document “${document}” in this file.${meant(suggestion)}`,
  "document-unused": ({ document }) => `Nothing cites the document “${document}”.`,
  "document-date": ({ word, found }) =>
    word === "date"
      ? `The date of a document should be a year, month or day such as 2024, 2024-04 or 2024-04-01, but it is “${found}”.`
      : `The day on which a document was read should be a day such as 2024-04-01, but it is “${found}”.`,
  "low-confidence": ({ status, ...origin }) =>
    `${subject(origin)} ${has(origin, "is", "are")} of low confidence and can reach a result without any answer choosing it. The edition should stay a draft until the figure has been checked, but its status is ${status}.`,

  "hidden-input-read": ({ name, reader, needs, route }) =>
    `“${reader}” reads “${name}” where it may be hidden or left open. It may be read only where this holds: ${needs}.${way(route)}`,
  "hidden-list-read": ({ name, reader, needs, route }) =>
    `“${reader}” goes through the list “${name}” where it may be hidden. It may be read only where this holds: ${needs}.${way(route)}`,
  "open-cell-read": ({ name, reader, needs, route }) =>
    `“${reader}” reads a cell of “${name}” that the source may leave open (none). It should be read only where this holds: ${needs}.${way(route)}`,
  "relevance-too-involved": ({ name, reader, needs }) =>
    `The conditions around “${name}” in “${reader}” are too involved to show that it is not hidden there. Simpler branches that imply this would do: ${needs}.`,
  "relevance-too-many-ways": ({ formula, limit }) =>
    `Formulas are read in more than ${limit} ways, the last of them “${formula}”, so it cannot be shown that no hidden input is needed. Fewer branches that read the same formulas would do.`,

  "test-without-period": ({ test }) =>
    `The test “${test}” needs a period, such as FY2023 or { from: 2023-04-01, to: 2024-03-31 }.`,
  "test-period": ({ found }) =>
    `The period should be FY2023 or two days, the first before the last, but it is “${found}”.`,
  "test-unknown-name": ({ name, suggestion }) =>
    `There is nothing called “${name}” here.${meant(suggestion)}`,
  "test-index": ({ name, axes, found }) =>
    axes.length === 0
      ? `“${name}” is one value. It should be named without brackets, but it has ${found}.`
      : `“${name}” should be named with its ${axes.join(", ")} in this order, within the period and from item 1, but it has ${found}.`,
  "test-expected": ({ name, expected, unit, found, suggestion }) =>
    `“${name}” should be expected as ${
      expected === "quantity"
        ? `an exact figure with its unit, such as 12.5 ${unit} or 1/3 ${unit}`
        : expected === "unit"
          ? `a figure in ${unit}`
          : expected === "member"
            ? `a member of ${unit}`
            : expectedForms[expected]
    }, but it is “${found}”.${meant(suggestion)}`,
  "test-year-missing": ({ table, years }) =>
    `This period needs “${table}” for ${years.map((year) => `FY${year}`).join(", ")}, and it has no row for ${
      years.length === 1 ? "that year" : "those years"
    }.`,
};
