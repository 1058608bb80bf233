import type { RangedFigure } from "../plan.ts";

/** The names of unknowns in slopes. */
export function inputUnknown(input: number, index: number): string {
  return `input ${input} ${index}`;
}

export function figureUnknown(figure: RangedFigure): string {
  return figure.kind === "constant"
    ? `constant ${figure.constant}`
    : `cell ${figure.table} ${figure.row} ${figure.column}`;
}
