import { span } from "../evaluate/enclosure.ts";
import type { Run } from "../evaluate/run.ts";
import type { RangedFigure, Span, Value } from "../plan.ts";
import type { Exact } from "../quantity/exact.ts";
import { ownSlope } from "./slopes.ts";

/** The names of unknowns in slopes. */
export function inputUnknown(input: number, index: number): string {
  return `input ${input} ${index}`;
}

export function figureUnknown(figure: RangedFigure): string {
  return figure.kind === "constant"
    ? `constant ${figure.constant}`
    : `cell ${figure.table} ${figure.row} ${figure.column}`;
}

/** A figure with a range: all of it, or the end at which it is held. */
export function figureSpan(run: Run, figure: RangedFigure, low: Exact, high: Exact): Value {
  const name = figureUnknown(figure);
  run.rangedFigures ??= new Map();
  run.rangedFigures.set(name, figure);
  const end = run.end?.(figure);
  if (end !== undefined) return end === "low" ? low : high;
  return span(low, high, true, ownSlope(name));
}

/** The range of an input that is not answered, as an unknown of its own. */
export function inputSpan(range: Span, input: number, index: number): Span {
  return { ...range, slopes: ownSlope(inputUnknown(input, index)) };
}
