import type { RoundTree } from "../methodology/tree.ts";
import type { Evaluation, Plan, Value } from "../plan.ts";
import { compare, divide, type Exact, exact, print, sign, subtract } from "../quantity/exact.ts";
import type { Observation } from "./observe.ts";

/**
 * What must hold of every evaluation, whatever was answered: no value is absent without a word why, and every rounding
 * is the one that is declared. Told as text; nothing where all holds.
 */
export function faultsOf(plan: Plan, { evaluation }: Observation): readonly string[] {
  return [...absentFaults(plan, evaluation), ...roundingFaults(plan, evaluation)];
}

function absentFaults(plan: Plan, evaluation: Evaluation): readonly string[] {
  const hasError = evaluation.issues.some(({ severity }) => severity === "error");
  return evaluation.outputs.flatMap(({ output, values }) => {
    const id = plan.tree.outputs[output]?.id ?? "";
    return values.flatMap((value) => {
      if (typeof value !== "object" || !("kind" in value)) return [];
      const isTold =
        value.kind === "failed"
          ? hasError
          : value.kind === "missing"
            ? evaluation.missing.length > 0
            : true;
      return isTold ? [] : [`${id} is ${value.kind}, and nothing says why`];
    });
  });
}

function roundingFaults(plan: Plan, { steps }: Evaluation): readonly string[] {
  return (steps ?? []).flatMap(({ formula, before, value }) => {
    const tree = plan.tree.formulas[formula];
    const to = tree?.round?.to;
    if (tree?.round === undefined || to === undefined || !isExact(before) || !isExact(value)) {
      return [];
    }
    const holds = isRounded(before, value, { ...tree.round, to });
    return holds ? [] : [`${tree.id}: ${print(before)} was rounded to ${print(value)}`];
  });
}

const zero = exact("0");
const half = exact("0.5");

function isRounded(before: Exact, after: Exact, { mode, to }: RoundTree & { to: string }): boolean {
  const step = exact(to);
  const steps = print(divide(after, step));
  if (/[./]/.test(steps)) return false;
  // How far the value lies above what it was rounded to, in steps.
  const rest = divide(subtract(before, after), step);
  const size = sign(rest) < 0 ? subtract(zero, rest) : rest;
  const isBelowOne = compare(size, exact("1")) < 0;
  const side = compare(size, half);
  switch (mode) {
    case "floor":
      return sign(rest) >= 0 && isBelowOne;
    case "ceil":
      return sign(rest) <= 0 && isBelowOne;
    case "toward_zero":
      return isBelowOne && sign(rest) * sign(before) >= 0;
    case "away_from_zero":
      return isBelowOne && sign(rest) * sign(before) <= 0;
    case "half_up":
      // A half goes away from zero.
      return side < 0 || (side === 0 && sign(rest) * sign(before) <= 0);
    case "half_even":
      return side < 0 || (side === 0 && /[02468]$/.test(steps));
  }
}

export function isExact(value: Value | undefined): value is Exact {
  return typeof value === "object" && "numerator" in value;
}
