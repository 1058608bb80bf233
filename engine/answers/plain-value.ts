import { tests } from "../evaluate/logic.ts";
import { laneOf } from "../lanes/lanes.ts";
import { parseFiscalYear } from "../methodology/period.ts";
import type { InputPlan, Plan, Value } from "../plan.ts";
import { compare, divide, type Exact, exactDecimal, multiply } from "../quantity/exact.ts";
import type { Standpoint } from "./unit-at.ts";

/**
 * Reading one text as a form writes it: plain digits with a unit that is offered, an id, a date. What is plain is read
 * to the same value as `readValue` reads it; for everything else the answer is `undefined`, and `readValue` says why.
 */
export interface PlainQuestion {
  readonly input: InputPlan;
  /** The value of an answer, or `undefined` where it is not plain. Items are counted by list. */
  readonly read: (text: string, where: PlainPlace) => Value | undefined;
  /** The value of a text of the file: a bare number is in the unit of the question. */
  readonly preset: (text: string) => Value | undefined;
}

export interface PlainPlace extends Standpoint {
  readonly values: readonly (readonly (Value | undefined)[])[];
  readonly count: (list: number) => number;
}

const figurePattern = /^(-?\d{1,40}(?:\.\d{1,20})?)(?: ?([^\s\d,.+-]\S*)| (1\/\S+))?$/;
const mostCharacters = 200;

const sides = [
  ["min", tests[">="]],
  ["max", tests["<="]],
  ["above", tests[">"]],
  ["below", tests["<"]],
] as const;

/** Exact factor of a unit at a place, or `undefined`. */
type FactorOf = (unit: string, where: PlainPlace | undefined) => Exact | undefined;

function factorsOf(plan: Plan, position: number): FactorOf | undefined {
  const own = plan.tree.factors?.inputs[position];
  if (own === undefined) return undefined;
  if (own === null) {
    // A unit that hangs on a member needs more of the careful reader; once that is here such answers are plain, too.
    const { answers } = plan.code.lanes;
    return (unit, where) => where && answers?.factorAt(plan, position, unit, where);
  }
  const factors = new Map(
    Object.entries(own).map(([unit, text]) => {
      const [above = "", below = "1"] = text.split("/");
      return [unit, divide(exactDecimal(above), exactDecimal(below))];
    }),
  );
  return (unit) => factors.get(unit);
}

/** Prepares a question for plain reading. */
export function plainQuestion(plan: Plan, position: number): PlainQuestion {
  const input = plan.inputs[position] as InputPlan;
  const { tree } = input;
  const { type, allowed } = tree;
  const factorOf = factorsOf(plan, position);

  const figure = (text: string, where: PlainPlace | undefined): Value | undefined => {
    const match = figurePattern.exec(text);
    if (match === null) return undefined;
    const value = exactDecimal(match[1] as string);
    const unit = match[2] ?? match[3] ?? "";
    if (unit === "" && where === undefined) return value;
    const factor = factorOf?.(unit, where);
    if (factor === undefined) return undefined;
    if (type.kind === "count" && /[.-]/.test(match[1] as string)) return undefined;
    return multiply(value, factor);
  };
  const one = (text: string, where: PlainPlace | undefined): Value | undefined => {
    switch (type.kind) {
      case "quantity":
      case "count":
        return figure(text, where);
      case "enum":
        return plan.enums[plan.at.enums.get(type.enum) ?? -1]?.members.get(text);
      case "boolean":
        return text === "true" ? true : text === "false" ? false : undefined;
      case "date":
        return laneOf(plan, "period").parseDay(text);
      case "fiscal_year":
        return parseFiscalYear(text);
      case "item":
        return laneOf(plan, "rare").readItem(
          text,
          where?.count(plan.at.lists.get(type.list) ?? -1),
        );
      case "text":
        return true;
    }
  };
  const bounds = sides.flatMap(([kind, test]) => {
    const text = allowed?.[kind];
    return text === undefined ? [] : [{ test, bound: one(text, undefined) }];
  });
  const isAllowed = (value: Value): boolean =>
    bounds.every(
      ({ test, bound }) =>
        bound !== undefined &&
        test(
          typeof value === "number"
            ? value - (bound as number)
            : compare(value as Exact, bound as Exact),
        ),
    );
  return {
    input,
    preset: (text) => one(text, undefined),
    read(answer, where) {
      if (type.kind !== "text" && answer.length > mostCharacters) return undefined;
      const value = one(answer.trim(), where);
      return value !== undefined && isAllowed(value) ? value : undefined;
    },
  };
}
