import { normalise, splitFigure } from "../answers/text.ts";
import { add, type Exact, exact, multiply, print, subtract } from "../quantity/exact.ts";
import type { Slot } from "./slots.ts";

/** An answer at the end of a limit, or just beyond it. */
export interface LimitAnswer {
  /** `min`, `beyond min`, … */
  readonly limit: string;
  readonly text: string;
  readonly isAllowed: boolean;
}

const little = exact("0.001");

/** The answers that try the limits of a question, in the unit in which it was answered where the limit says none. */
export function limitAnswers({ input, text }: Slot): readonly LimitAnswer[] {
  const { allowed, type } = input;
  const given = splitFigure(normalise(text));
  if (allowed === undefined || given.kind !== "figure") return [];
  if (type.kind !== "quantity" && type.kind !== "count") return [];
  // A limit without a unit is in the question's own; a pure number may have to be typed in percent.
  const isPercent = input.showAs === "%";
  const one = type.kind === "count" ? exact("1") : little;
  const answers: LimitAnswer[] = [];
  const limit = (kind: "min" | "max" | "above" | "below", isEnd: boolean, isUpper: boolean) => {
    const bound = allowed[kind];
    const figure = bound === undefined ? undefined : splitFigure(normalise(bound));
    if (figure?.kind !== "figure") return;
    const unit = figure.unit || (type.unit.variables ? given.unit : type.unit.text);
    const isPure = unit === "1" || unit === "";
    const write = (value: Exact): string => {
      if (isPure && isPercent) return `${print(multiply(value, exact("100")))} %`;
      return isPure ? print(value) : `${print(value)} ${unit}`;
    };
    const end = exact(figure.digits);
    const beyond = isUpper ? add(end, one) : subtract(end, one);
    const inside = isUpper ? subtract(end, one) : add(end, one);
    const isRefused = allowed.soft !== true;
    answers.push(
      { limit: kind, text: write(isEnd ? end : inside), isAllowed: true },
      ...(isRefused
        ? [{ limit: `beyond ${kind}`, text: write(isEnd ? beyond : end), isAllowed: false }]
        : []),
    );
  };
  limit("min", true, false);
  limit("max", true, true);
  limit("above", false, false);
  limit("below", false, true);
  return answers;
}
