import { parseDay, parseFiscalYear } from "../methodology/period.ts";
import type { InputPlan, Plan, Value } from "../plan.ts";
import { compare, type Exact, exact, multiply, sign } from "../quantity/exact.ts";
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
const mostKept = 2_000;

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
  const factors = new Map(Object.entries(own).map(([unit, text]) => [unit, exact(text)]));
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
    const value = exact(match[1] as string);
    const unit = match[2] ?? match[3] ?? "";
    if (unit === "" && where === undefined) return value;
    const factor = factorOf?.(unit, where);
    if (factor === undefined) return undefined;
    if (type.kind === "count" && (value.scale > 0 || sign(value) < 0)) return undefined;
    return factor.numerator === 1 && factor.scale === 0 && factor.divisor === 1
      ? value
      : multiply(value, factor);
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
        return parseDay(text);
      case "fiscal_year":
        return parseFiscalYear(text);
      case "item": {
        const at = /^[1-9]\d{0,5}$/.test(text) ? Number.parseInt(text, 10) - 1 : -1;
        const count = where?.count(plan.at.lists.get(type.list) ?? -1) ?? 0;
        return at >= 0 && at < count ? at : undefined;
      }
      case "text":
        return true;
    }
  };
  const bounds = (["min", "max", "above", "below"] as const).flatMap((kind) => {
    const text = allowed?.[kind];
    return text === undefined ? [] : [{ kind, bound: one(text, undefined) }];
  });
  const isAllowed = (value: Value): boolean =>
    bounds.every(({ kind, bound }) => {
      if (bound === undefined) return false;
      const order =
        typeof value === "number"
          ? value - (bound as number)
          : compare(value as Exact, bound as Exact);
      if (kind === "min") return order >= 0;
      if (kind === "max") return order <= 0;
      return kind === "above" ? order > 0 : order < 0;
    });
  const kept = new Map<string, Value>();
  // What hangs on nothing but the text is read once.
  const isKept = "unit" in type && plan.tree.factors?.inputs[position] !== null;
  return {
    input,
    preset: (text) => one(text, undefined),
    read(answer, where) {
      const known = isKept ? kept.get(answer) : undefined;
      if (known !== undefined) return known;
      if (type.kind !== "text" && answer.length > mostCharacters) return undefined;
      const value = one(answer.trim(), where);
      if (value === undefined || !isAllowed(value)) return undefined;
      if (isKept) {
        if (kept.size >= mostKept) kept.clear();
        kept.set(answer, value);
      }
      return value;
    },
  };
}
