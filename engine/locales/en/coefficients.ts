import type { CoefficientFacts } from "../facts/coefficients.ts";
import type { Sentences } from "../facts.ts";

const keyForms = {
  year: "a fiscal year such as 2013, or years such as 2013..2017 with both ends named",
  interval: "an interval such as 350..450, ..0 or 600..",
  dates: "an interval of days such as 2013-04-01..2014-04-01, ..2013-04-01 or 2013-04-01..",
  number: "one printed number such as 40",
};

const cellForms = {
  flag: "true or false",
  date: "a day such as 2031-03-31",
  year: "a fiscal year such as 2021",
};

function forKeys(keys: string): string {
  return keys === "" ? "" : ` for ${keys}`;
}

export const coefficients: Sentences<CoefficientFacts> = {
  "key-not-read": ({ key, expected, found }) =>
    `The key “${key}” should be ${keyForms[expected]}, but it is “${found}”.`,
  "range-reversed": ({ low, high }) =>
    `A range should begin before it ends, but ${low} does not lie before ${high}.`,
  "rows-overlap": ({ table, keys, common, other }) =>
    `This row of “${table}” and the one at ${other} both hold${forKeys(
      [keys, common].filter((text) => text !== "").join(", "),
    )}. One key should have one row.`,
  "interval-gap": ({ table, keys, gap }) =>
    `“${table}” has no row for ${gap}${forKeys(keys)}. Each interval should begin where the one before it ends.`,
  "year-gap": ({ table, keys, gap }) =>
    `“${table}” has no row for ${gap}${forKeys(keys)}, though it has rows before and after. Add the years, or say “on_missing_year: error” if no source at hand gives them.`,
  "table-too-wide": ({ table }) =>
    `The lists of members in “${table}” spell out too many combinations. Use “*” for all members, or split the table.`,
  "rows-missing": ({ table, count, keys }) =>
    `“${table}” has no row for ${keys.join("; ")}${
      count > keys.length ? ` and ${count - keys.length} more` : ""
    }. Add rows, or ask known() before reading it.`,
  "years-end": ({ table, ends, others }) =>
    `Some values of “${table}” run out earlier than others, which go on to FY${others}: ${listOf(ends.map(({ keys, last }) => `${keys} after FY${last}`))}.`,
  "cell-not-read": ({ column, expected, unit, found }) =>
    `“${column}” should hold ${
      expected === "figure"
        ? `a figure such as 0.0708 or 44/12 (its unit, ${unit}, stands with the column)`
        : cellForms[expected]
    }, but this is “${found}”. A cell that the source leaves open is “none”.`,
  "figure-too-long": ({ column, digits, limit }) =>
    `A figure of “${column}” has ${digits} digits. It should have at most ${limit}.`,
  "value-outside-range": ({ id, low, value, high }) =>
    `“${id}” should lie within the range of its source, ${low}–${high}, but it is ${value}.`,
  "source-range-reversed": ({ id, low, high }) =>
    `The range beside “${id}” should go from the lower to the higher value, but it goes from ${low} to ${high}.`,
  "slope-needs-rows": ({ column, along, keys, rows }) =>
    `The slope “${column}” needs at least two rows along “${along}”${forKeys(keys)}, but there ${
      rows === 1 ? "is 1" : `are ${rows}`
    }.`,
  "inverse-not-monotone": ({ column, key, keys, at }) =>
    `“${column}” should only rise or only fall along “${key}”${forKeys(keys)}, so that one value leads back to one key. It turns at ${at}.`,
  "inverse-tie": ({ column, key, keys, at, other }) =>
    `“${column}” should have different values for ${other} and ${at}${forKeys(keys)}, because “${key}” is looked up by it: one value leads back to one key.`,
  "known-not-a-day": ({ found }) =>
    `This should be a day such as 2024-04-01, but it is “${found}”.`,
};

function listOf(words: readonly string[]): string {
  const shown = words.slice(0, 8).join(", ");
  return words.length > 8 ? `${shown} and ${words.length - 8} more` : shown;
}
