import type { UnitHint } from "../../check/mismatch.ts";
import type { TypeWords } from "../../check/types.ts";
import type { CheckingFacts, NamedThing } from "../facts/checking.ts";
import type { Sentences } from "../facts.ts";

const things: Readonly<Record<NamedThing, string>> = {
  value: "value",
  input: "input",
  field: "field",
  constant: "constant",
  formula: "formula",
  argument: "argument",
  list: "list",
  table: "table",
  key: "key",
  column: "column",
  component: "component",
  enum: "enum",
  member: "member",
  unit: "unit",
  axis: "axis",
  group: "group",
  function: "function",
};

function meant(suggestion: string | undefined): string {
  return suggestion === undefined ? "" : ` Did you mean ${suggestion}?`;
}

function a(noun: string): string {
  return `${/^[aeiou]/.test(noun) && !noun.startsWith("unit") ? "an" : "a"} ${noun}`;
}

function words(type: TypeWords): string {
  switch (type.kind) {
    case "quantity":
      return type.of === undefined ? "a quantity" : `a quantity in ${unitWords(type.of)}`;
    case "number":
      return "a number without a unit";
    case "enum":
      return type.of === undefined ? "a member of an enum" : `a member of ${type.of}`;
    case "item":
      return `an item of ${type.of}`;
    case "boolean":
      return "true or false";
    case "date":
      return "a date";
    case "fiscal_year":
      return "a fiscal year";
    case "text":
      return "text";
    case "unsettled":
      return "something unknown";
  }
}

/** A unit that hangs on a key is written `U(fuel)`. */
function unitWords(unit: string): string {
  return unit.replace(/U\(([^()]*)\)/g, "[unit of $1]");
}

function inUnit(unit: string): string {
  return unit === "1" ? "a number without a unit" : `in ${unitWords(unit)}`;
}

const hints: Readonly<Record<UnitHint, string>> = {
  carbon: " Carbon becomes CO2 by 44/12 t-CO2/t-C.",
  warming: " A gas becomes CO2e by its global warming potential.",
  heating_value: " Higher and lower heating value and useful heat are different bases.",
  dry: " Dry mass is the mass without its moisture.",
  normal_volume: " Nm3 is a volume at 0 °C and 1 atm, which m3 is not.",
  thing: " Different things are counted.",
};

function times(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export const checking: Sentences<CheckingFacts> = {
  "unknown-name": ({ what, name, of, suggestion }) =>
    `There is no ${things[what]} ${name}${of === undefined ? "" : ` in ${of}`}.${meant(suggestion)}`,
  "unknown-unit": ({ name, suggestion }) => `There is no unit ${name}.${meant(suggestion)}`,
  "unit-syntax": ({ unit, found }) =>
    found === ""
      ? `The unit ${unit} ends too early. A unit is written like kg, t-CO2/GJ.hhv or L/(t*km).`
      : `${found} cannot stand here in the unit ${unit}. A unit is written like kg, t-CO2/GJ.hhv or L/(t*km).`,
  "unknown-type": ({ type, suggestion }) =>
    `${type} is not a type that can stand here.${meant(suggestion)}`,
  "name-taken": ({ name, by }) =>
    `${name} is already the name of ${a(things[by])}. Give this another name.`,
  "name-reserved": ({ name }) => `${name} is a word of the language. Give this another name.`,
  "name-ambiguous": ({ name, ways }) =>
    `${name} could be ${ways.join(" or ")} here. Write which one is meant.`,
  "not-a-value": ({ name, what }) =>
    what === "table"
      ? `${name} is a table. Read a cell of it: ${name}[key].column.`
      : `${name} is a component. Read a formula of it: ${name}.formula.`,
  "enum-as-value": ({ enum: id, member }) =>
    `${id} is an enum. Write one of its members, such as ${id}.${member}, or say per: ${id}.`,
  "not-a-pointer": ({ name }) =>
    `${name} does not point at an item, so nothing can be read through it.`,
  "text-in-formula": ({ name }) => `${name} is text, and text cannot be used in a formula.`,
  "enum-differs": ({ enum: id }) =>
    `This edition brings an enum ${id} that differs from the one that another edition brings.`,
  "part-of-part-enum": ({ enum: id, of }) =>
    `${of} is itself a part. Let ${id} be a part of the whole enum.`,
  "renamed-in-use": ({ name }) => `${name} is still in use, so it cannot be an old name.`,

  "unit-mismatch": ({ expected, actual, hint }) =>
    `This should be ${inUnit(expected)}, but it is ${inUnit(actual)}.${hint === undefined ? "" : hints[hint]}`,
  "term-unit": ({ of, actual }) =>
    `A ${of === "date" ? "date moves by day, month or yr" : "fiscal year moves by yr"}, but this is ${inUnit(actual)}.`,
  "type-mismatch": ({ expected, actual }) =>
    `This should be ${words(expected)}, but it is ${words(actual)}.`,
  "operation-undefined": ({ operator, left, right }) =>
    `${operator} does not work between ${words(left)} and ${words(right)}.`,
  "conversion-typed": () =>
    "Conversions between units are done by the units. Leave this factor out, or write it with its unit or as a constant with a source.",
  "celsius-arithmetic": ({ operator }) =>
    `Temperatures in °C can only be compared and subtracted from each other; ${operator} is not possible.`,
  "not-pure": ({ function: name, actual }) =>
    `${name} takes a number without a unit, but this is ${words(actual)}. Divide it by 1 in its unit first.`,
  "not-ordered": ({ enum: id }) =>
    `The members of ${id} have no order. Say ordered: true if their order means something.`,
  "power-of-quantity": ({ unit }) =>
    `A quantity in ${unit} can only be raised to a whole number that is written out.`,
  "argument-count": ({ function: name, expected, actual, orMore }) =>
    `${name} takes ${times(expected, "argument")}${orMore === true ? " or more" : ""}, but here ${actual === 1 ? "is" : "are"} ${actual}.`,
  "argument-type": ({ function: name, actual }) => `${name} cannot take ${words(actual)}.`,
  "where-of-function": ({ function: name }) =>
    `where belongs to the last argument of a function over an axis, not here in ${name}.`,
  "known-of-other": () => "known() takes an input, a field or a cell of a table.",
  "part-of-part": () => "Of a part there are part.start, part.end and part.days.",
  "unit-of-members": ({ enum: id }) =>
    `No table gives the members of ${id} a unit, so a unit variable cannot hang on it.`,
  "unit-of-member-differs": ({ member, first, second }) =>
    `${member} is in ${first} in another row, but in ${second} here. A member has one unit.`,
  "units-along-axis": ({ function: name, axis }) =>
    `Along ${axis} this is in a different unit each time, so ${name} cannot take it together.`,
  "count-of-thing": ({ unit }) =>
    `A count is of a thing such as person. ${unit} is a unit of measure: write quantity ${unit}.`,
  "quantity-only": ({ word }) => `${word} belongs to quantities only.`,

  "axis-missing": ({ name, axis }) =>
    `${name} is known only per ${axis}. Say per: ${axis}, or use a function such as sum(${axis}, …).`,
  "parts-differ": ({ name, list }) =>
    `Each item of ${list} has parts of its own, and these are others. Take ${name} together with sum(parts, …) inside its item.`,
  "dated-under-parts": ({ list }) =>
    `Items of ${list} are of a year, not of a part. Use them per: years.`,
  "axis-own": ({ function: name, axis }) =>
    `${axis} is at hand here, one at a time, so ${name} cannot run over it.`,
  "axis-expected": ({ function: name }) =>
    `The first argument of ${name} is the name of a list or enum, years or parts.`,
  "axis-twice": ({ axis }) => `${axis} is named twice.`,
  "axis-name-taken": ({ axis }) =>
    `${axis} is both an enum and a value, so as an axis it would be two things. Rename one of them.`,
  "two-lists": ({ first, second }) =>
    `A value is per one list at most, but here are ${first} and ${second}.`,
  "years-and-parts": () => "A value is per years or per parts, not both. A part lies in one year.",
  "dated-per-time": ({ list }) =>
    `Each item of ${list} has a year of its own, so it has no values per year or part.`,
  "dated-by": ({ field }) => `${field} should be a date or a fiscal year to date an item.`,
  "period-missing": ({ axis }) =>
    `${axis} needs a period that is cut. Add period: { cut: [{ at: fiscal_year }] }.`,
  "period-without-years": () =>
    "A part lies in one fiscal year, so a period is cut at fiscal years. Add { at: fiscal_year }.",
  "pointer-to-own": ({ list }) => `An item of ${list} cannot point at another of its list.`,
  "time-missing": ({ name }) =>
    `The period is cut, so ${name} should say per: years, per: parts, apportion: days or holds: throughout.`,
  "time-twice": ({ name, said }) =>
    `${name} says ${said.join(" and ")}; it should say one of them.`,
  "meter-missing": ({ word }) => `${word} belongs to a meter. Add meter: cumulative.`,
  "meter-per-time": ({ name }) =>
    `A meter gives the amount of a piece of time. Add per: parts or per: years to ${name}.`,
  "not-a-term": ({ text }) =>
    `${text} should be a whole number of day, month or yr, such as 30 month.`,
  "cuts-order": ({ text }) => `${text} should come before the longer terms.`,
  "cut-of-argument": () => "A component counts its cuts from one of its arguments.",

  "key-count": ({ table, keys, actual }) =>
    `${table} has ${times(keys.length, "key")} (${keys.join(", ")}), but here ${actual === 1 ? "is" : "are"} ${actual}.`,
  "key-not-number": ({ key, rule }) =>
    `${rule} does not work for ${key}, which is not a key of numbers.`,
  "includes-missing": ({ key }) =>
    `${key} is an interval. Say includes: lower or includes: upper for the ends.`,
  "slope-incomplete": ({ column }) =>
    `The slope ${column} needs along: with a number key, and includes: lower or upper.`,
  "symmetric-pair": () => "symmetric names two keys over the same enum.",
  "one-variable": () => "A table has one unit variable.",
  "cell-list": ({ column }) => `A cell of ${column} holds one value, not a list.`,
  "inverse-undeclared": ({ table, key, column, inverses }) =>
    inverses.length === 0
      ? `${table} is not read backwards. Declare inverse: { ${key}: { from: ${column}, choose: … } }.`
      : `${table} gives no ${key} from ${column}; it gives ${inverses
          .map((one) => `${one.key} from ${one.column}`)
          .join(", ")}, in the place of that key.`,

  "unit-or-type": ({ name }) => `${name} should have one of unit and type.`,
  "formula-type": ({ type }) =>
    `${type} is not a type of a formula. Give a unit, or boolean, date, fiscal_year or an enum.`,
  "body-count": ({ said }) =>
    said.length === 0
      ? "One of expr, cases and match should be here."
      : `Only one of ${said.join(", ")} can be here.`,
  "then-missing": () => "match needs then: with one branch for each member.",
  "then-without-match": () => "then: stands beside match only.",
  "otherwise-missing": () => "cases should end in otherwise, so that one of them always holds.",
  "case-after-otherwise": () => "otherwise is the last case; nothing can follow it.",
  "match-missing": ({ enum: id, members }) =>
    `Each member of ${id} needs a branch. Missing: ${members.join(", ")}.`,
  "stop-without-because": () =>
    "stop needs because, so that a reader learns why there is no value.",
  "round-to": () => "A rounding has one of to and digits.",
  "argument-missing": ({ component, argument }) =>
    `${component} needs the argument ${argument}. Add it under with.`,
  "main-output": ({ outputs }) =>
    outputs.length === 0
      ? "One output should say main: true."
      : `Only one output can say main: true, but here are ${outputs.join(", ")}.`,
  "words-of-boolean": () => "Words for true and false are for an output that is true or false.",

  "not-a-figure": ({ text }) => `${text} should be a number such as 12.5.`,
  "not-above-zero": ({ text }) => `${text} should be a number above zero, such as 0.1.`,
  "not-a-count": ({ text }) => `${text} should be a whole number.`,
  "not-of-type": ({ text, type }) => `${text} should be ${words(type)}.`,
  "ends-reversed": ({ low, high }) =>
    `The upper end should not lie below the lower one, but here are ${low} and ${high}.`,
  "preset-beyond-limit": ({ text, bound }) =>
    `${text} lies beyond ${bound}, which answers may not pass. What stands in for an answer should be one that the question takes.`,
  "list-bounds": ({ min, max }) =>
    `A list of at least ${min} and at most ${max} items cannot be filled in.`,
  "label-without-english": ({ label }) => `The label ${label} has no English.`,
};
