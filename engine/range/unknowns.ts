import { isExact } from "../evaluate/absent.ts";
import { figure as figureOf } from "../evaluate/constants.ts";
import { span } from "../evaluate/enclosure.ts";
import type { Run } from "../evaluate/run.ts";
import type { TableView } from "../evaluate/table-view.ts";
import type { RangedFigure, Span, Value } from "../plan.ts";
import { type Exact, readExact } from "../quantity/exact.ts";
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

/** The ends that the source of a figure gives; one that it does not give is the figure itself. */
function endsGiven({ plan, tables }: Run, figure: RangedFigure): readonly (Exact | undefined)[] {
  if (figure.kind === "constant") {
    const { low = "", high = "" } = plan.tree.constants[figure.constant] ?? {};
    return [low, high].map((text) => (text === "" ? undefined : figureOf(plan, text)));
  }
  const { rows, code } = tables[figure.table] as TableView;
  const { low = "", high = "" } = code.tree.columns[figure.column] ?? {};
  const cells = rows[figure.row]?.cells ?? [];
  return [low, high].map((id) => readExact(cells[code.columns.get(id) ?? -1] ?? ""));
}

/** A figure with a range: all of it, or the end at which it is held. */
export function figureSpan(run: Run, figure: RangedFigure, value: Value): Value {
  if (!isExact(value)) return value;
  const [low, high] = endsGiven(run, figure);
  if (low === undefined && high === undefined) return value;
  const name = figureUnknown(figure);
  run.rangedFigures ??= new Map();
  run.rangedFigures.set(name, figure);
  const end = run.end?.(figure);
  if (end !== undefined) return (end === "low" ? low : high) ?? value;
  return span(low ?? value, high ?? value, true, ownSlope(name));
}

/** The range of an input that is not answered, as an unknown of its own. */
export function inputSpan(range: Span, input: number, index: number): Span {
  return { ...range, slopes: ownSlope(inputUnknown(input, index)) };
}
