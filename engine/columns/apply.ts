import { isExact } from "../evaluate/absent.ts";
import type { Evaluate } from "../evaluate/run.ts";
import type { TypeTree } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import { type Exact, print, whole } from "../quantity/exact.ts";
import type { Scene } from "./scene.ts";
import type { Operand } from "./step.ts";
import { isColumn, isStopped, type Sign, type Symbolic, stopped, unsupported } from "./symbol.ts";

type Constant = Exact | number | boolean;

/** A function of the exact lane, made of closures for its arguments. */
export type Made = (values: readonly Evaluate[]) => Evaluate;

/** What a function gives. */
export type Given =
  | { readonly kind: "numbers"; readonly sign: Sign; readonly isPlain: boolean }
  | { readonly kind: "wholes"; readonly low: number; readonly count: number }
  | { readonly kind: "flags" };

/** Days that a plan counts on: from 1778 to 2188. */
const days = { low: -70_000, count: 150_000 };
const years = { low: 1700, count: 600 };
/** Whole numbers that stand as keys in columns of numbers: ages, terms. */
const terms = { low: -24, count: 1048 };

/** The whole numbers of a type. */
export function domainOf(
  plan: Plan,
  type: TypeTree,
): { readonly low: number; readonly count: number } {
  switch (type.kind) {
    case "enum":
      return { low: 0, count: plan.enums[plan.at.enums.get(type.enum) ?? -1]?.members.size ?? 0 };
    case "date":
      return days;
    case "fiscal_year":
      return years;
    case "item":
      return { low: 0, count: 64 };
    default:
      return unsupported("a type without whole numbers");
  }
}

/** What a function gives whose values are of a type. */
export function givenOf(plan: Plan, type: TypeTree, sign: Sign, isPlain: boolean): Given {
  if (type.kind === "quantity" || type.kind === "count") return { kind: "numbers", sign, isPlain };
  return type.kind === "boolean" ? { kind: "flags" } : { kind: "wholes", ...domainOf(plan, type) };
}

/**
 * Applies a function of the exact lane: at once where its arguments are the same in every row, else as a table over the
 * columns among them.
 */
export function apply(
  scene: Scene,
  name: string,
  values: readonly Symbolic[],
  given: Given,
  make: Made,
): Symbolic {
  if (values.some(isStopped)) return stopped;
  const { run, recorder } = scene;
  const held: Value[] = values.map((value) => (isColumn(value) ? 0 : (value as Value)));
  const evaluate = make(held.map((_, at) => () => held[at] as Value));
  const found = (): Value | undefined => {
    const value = evaluate(run);
    // What it notes for a reader is not told in a batch.
    run.figures.length = 0;
    return isPlainValue(value) ? value : undefined;
  };
  const operands: Operand[] = [];
  const places: number[] = [];
  for (const [place, value] of values.entries()) {
    if (!isColumn(value)) continue;
    places.push(place);
    const { at } = value;
    if (value.kind === "flags") operands.push({ at, low: 0, count: 2 });
    else if (value.kind === "wholes") operands.push({ at, low: value.low, count: value.count });
    else {
      const { rounds, bound, divisor } = value;
      operands.push({ at, ...terms, numbers: { rounds, bound, divisor } });
    }
  }
  if (operands.length === 0)
    return (found() as Constant | undefined) ?? unsupported(`no value of ${name}`);
  if (operands.reduce((size, { count }) => size * count, 1) >= 2 ** 31) {
    unsupported("a table of so many keys");
  }
  const kinds = operands.map(({ numbers }, at) => {
    const value = values[places[at] as number];
    if (numbers !== undefined) return "number" as const;
    return (value as { kind: string }).kind === "flags" ? ("flag" as const) : ("whole" as const);
  });
  const constants = values.map((value) => (isColumn(value) ? "·" : textOf(value as Value)));
  const table = scene.tabulation(`${name} ${constants.join()}`, (index) => {
    let rest = index;
    for (let at = operands.length - 1; at >= 0; at -= 1) {
      const { low, count } = operands[at] as Operand;
      const key = (rest % count) + low;
      rest = Math.floor(rest / count);
      const kind = kinds[at];
      held[places[at] as number] =
        kind === "number" ? whole(key) : kind === "flag" ? key === 1 : key;
    }
    return found();
  });
  const out = recorder.register();
  recorder.add({ kernel: "tabulated", out, table, operands });
  switch (given.kind) {
    case "flags":
      return { kind: "flags", at: out };
    case "wholes":
      return { kind: "wholes", at: out, low: given.low, count: given.count };
    case "numbers": {
      const { sign, isPlain } = given;
      const under = isPlain ? new Map<string, number>() : new Map([[`table ${out}`, 100]]);
      const size = { low: -16, high: 16, grain: -33, places: 30, under };
      return { kind: "numbers", at: out, sign, rounds: 1, bound: 0, divisor: 1, size };
    }
  }
}

function isPlainValue(value: Value): boolean {
  return typeof value !== "object" || isExact(value);
}

function textOf(value: Value): string {
  return typeof value === "object" ? print(value as Exact) : String(value);
}
