import type { Span, Value } from "../plan.ts";
import { add, compare, divide, type Exact, whole } from "../quantity/exact.ts";
import { isExact, isSeveral, isSpan } from "./absent.ts";
import type { Run } from "./run.ts";
import type { TableCode, TableView } from "./table-view.ts";

/** Keys that are not decided, one combination after another: each member, and points that stand for all of a range. */
export function combinations(
  run: Run,
  code: TableCode,
  values: readonly Value[],
): readonly (readonly Value[])[] {
  if (!values.some((value) => typeof value === "object" && !isExact(value))) return [values];
  let rows: readonly (readonly Value[])[] = [[]];
  values.forEach((value, at) => {
    const choices = isSeveral(value)
      ? value.values
      : isSpan(value)
        ? pointsOf(run, code, at, value)
        : [value];
    rows = rows.flatMap((row) => choices.map((choice) => [...row, choice]));
  });
  return rows;
}

/** Ends of a range, all bounds and printed numbers within it, and a point between each two of these. */
function pointsOf(run: Run, code: TableCode, at: number, { low, high }: Span): readonly Exact[] {
  const view = run.tables[code.position] as TableView;
  const marks: Exact[] = [low, high];
  for (const { keys } of view.rowCodes) {
    const cell = keys[at];
    if (cell?.kind === "number") marks.push(cell.value);
    if (cell?.kind !== "interval") continue;
    if (cell.low !== undefined) marks.push(cell.low);
    if (cell.high !== undefined) marks.push(cell.high);
  }
  const inside = marks
    .filter((mark) => compare(mark, low) >= 0 && compare(mark, high) <= 0)
    .sort(compare)
    .filter((mark, place, all) => place === 0 || compare(mark, all[place - 1] as Exact) !== 0);
  const key = code.keys[at];
  if (key?.kind === "number" && !key.tree.interpolate) return [low, high];
  return inside.flatMap((mark, place) => {
    const next = inside[place + 1];
    return next === undefined ? [mark] : [mark, divide(add(mark, next), whole(2))];
  });
}
