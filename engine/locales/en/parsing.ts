import type { ParsingFacts } from "../facts/parsing.ts";
import type { Sentences } from "../facts.ts";

export const parsing: Sentences<ParsingFacts> = {
  "expression-empty": () => "There is no expression here. Write a value, a name or a formula.",
  "expression-too-long": ({ limit, length }) =>
    `This expression has ${length} characters; at most ${limit} are read. Split it into several formulas.`,
  "expression-too-deep": ({ limit }) =>
    `Brackets are nested more than ${limit} deep. Split the expression into several formulas.`,
  "expression-too-large": ({ limit }) =>
    `This expression has more than ${limit} parts. Split it into several formulas.`,
  "number-too-long": ({ limit, digits }) =>
    `This number has ${digits} digits; at most ${limit} are read.`,
  "number-incomplete": ({ found, write }) =>
    `A decimal point has digits on both sides: write ${write} for ${found}.`,
  "exponent-form": ({ found, write }) =>
    write === ""
      ? `${found} is in exponent form. Write all its digits, or choose a larger or smaller unit.`
      : `${found} is in exponent form. Write all its digits: ${write}.`,
  "digits-grouped": ({ found, write }) => `Digits are not grouped: write ${write} for ${found}.`,
  "date-in-expression": ({ found }) =>
    `A date cannot be written in an expression. Declare ${found} as a constant of type date and use its name.`,
  "text-in-expression": ({ found }) =>
    `Text in quotes (${found}) cannot be used in an expression. A member of an enum is written enum.member.`,
  "percent-in-expression": ({ write }) =>
    `% is a unit, not an operator. ${write === "" ? "Write the share as a decimal" : `Write ${write}`}, or declare a constant with the unit "%".`,
  "power-sign": ({ found }) =>
    `${found} cannot be used here. Write pow(x, 2) for a power; powers of ten that only convert units are left out.`,
  "single-equals": () =>
    "= does not compare. Write == to compare; = stands only between the brackets of a look-up, as in curves[height = top_height].class.",
  "equals-in-key": () =>
    "Between the brackets of a look-up a column is given with =, as in curves[height = top_height].class, not with ==.",
  "other-operator": ({ found, write }) => `${found} is not used here. Write ${write}.`,
  "printed-sign": ({ found, write }) => `${found} is a sign of print. Write ${write}.`,
  "full-width": ({ found, write }) =>
    write.trim() === ""
      ? "This is a full-width space. Write an ordinary space."
      : `${found} is in full-width characters. Write ${write}.`,
  "not-an-id": ({ found, write }) =>
    `${found} cannot be a name: names have small letters, digits and _ and begin with a letter.${write === "" ? "" : ` Did you mean ${write}?`}`,
  "unknown-character": ({ found }) => `${found} has no meaning in an expression.`,
  "unit-not-closed": () => "The bracket of this unit is not closed. Write ] after the unit.",
  "unit-empty": () =>
    "There is no unit between these brackets. Write one, as in 20 [yr], or leave the brackets out.",
  "unit-without-number": ({ found }) =>
    `A unit in brackets follows a number only, as in 20 [yr]; here it follows ${found}.`,
  "bracket-not-closed": ({ open, close }) => `This ${open} is not closed. A ${close} is missing.`,
  "bracket-not-opened": ({ close, open }) =>
    `This ${close} closes nothing. Leave it out or write the ${open} that it closes.`,
  "value-missing": ({ found }) =>
    found === ""
      ? "The expression stops where a value should follow: a number, a name or a bracket."
      : `A value should stand here (a number, a name or a bracket), but there is ${found}.`,
  "operator-missing": ({ before, found }) =>
    `Between ${before} and ${found} an operator is missing. A product is written with *.`,
  "comma-misplaced": () =>
    "A comma stands only between the arguments of a function or the keys of a look-up.",
  "dot-misplaced": () =>
    "A dot stands only within a name, as in members.started, or before the column of a look-up.",
  "part-missing": ({ before }) => `After ${before} a name should follow, as in members.started.`,
  "column-missing": ({ table }) =>
    `A look-up ends in the column that is wanted, as in ${table}[key].column. (A unit in brackets follows a number only.)`,
  "comparison-chained": () => "Comparisons cannot be chained. Write a < b and b < c for a < b < c.",
  "logic-mixed": () =>
    "and and or stand side by side here. Put brackets around the pair that belongs together.",
  "not-needs-brackets": () => "Put brackets around this not and what it denies: a == (not b).",
  "where-misplaced": () =>
    "where stands only in the argument of a list function, after a value, as in sum(legs, cost where chosen).",
  "none-misplaced": () =>
    "none stands only in the cells of a table. Ask known(table[key].column) whether a cell is there.",
  "stop-misplaced": () =>
    "stop can only stand alone, in the place of a whole expression of a branch, with a reason in because.",
  "not-a-reference": ({ found }) =>
    `A name should stand here, as in members.started, but ${found} is an expression.`,
};
