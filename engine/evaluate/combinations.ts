import type { Read, Span, Value } from "../plan.ts";
import { add, compare, divide, type Exact, whole } from "../quantity/exact.ts";
import { isSeveral, isSpan } from "./absent.ts";
import { boundsIn } from "./key-cells.ts";
import type { Run } from "./run.ts";
import { hullOfValues } from "./several.ts";
import type { KeyCode } from "./table-keys.ts";
import { rowsOf, type TableCode, type TableView } from "./table-view.ts";

/** Keys that are not decided, one combination after another: each member, and points that stand for all of a range. */
function combinations(
  run: Run,
  code: TableCode,
  values: readonly Value[],
): readonly (readonly Value[])[] {
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
  const key = code.keys[at] as KeyCode;
  for (const row of rowsOf(view)) {
    const bounds = boundsIn(row, at, key);
    for (const bound of [bounds?.low, bounds?.high]) if (bound !== undefined) marks.push(bound);
  }
  const inside = marks
    .filter((mark) => compare(mark, low) >= 0 && compare(mark, high) <= 0)
    .sort(compare)
    .filter((mark, place, all) => place === 0 || compare(mark, all[place - 1] as Exact) !== 0);
  if (key.tree.kind === "number" && !key.tree.interpolate) return [low, high];
  return inside.flatMap((mark, place) => {
    const next = inside[place + 1];
    return next === undefined ? [mark] : [mark, divide(add(mark, next), whole(2))];
  });
}

/** What a look-up with undecided keys found, and what it left behind. */
interface Found {
  readonly value: Value;
  readonly weak: number;
  readonly reads: readonly Read[];
}

const hulls = new WeakMap<Run, Map<string, Found>>();

/**
 * Looks up by every combination of keys that are not decided, and holds together what is found. Five hundred items of
 * which nothing is known look up the same thousand cells: they do it once in a run.
 */
export function lookUpEach(
  run: Run,
  code: TableCode,
  name: string | undefined,
  values: readonly Value[],
  look: (keys: readonly Value[]) => Value,
): Value {
  const lookUp = () => hullOfValues(combinations(run, code, values).map(look));
  if (name === undefined) return lookUp();
  const key = `${name} ${JSON.stringify(values, plainly)}`;
  const known = hulls.get(run) ?? new Map<string, Found>();
  hulls.set(run, known);
  const found = known.get(key);
  if (found !== undefined) {
    run.weak |= found.weak;
    run.reads?.push(...found.reads);
    return found.value;
  }
  const weakBefore = run.weak;
  const readBefore = run.reads?.length ?? 0;
  run.weak = 0;
  const value = lookUp();
  known.set(key, { value, weak: run.weak, reads: run.reads?.slice(readBefore) ?? [] });
  run.weak |= weakBefore;
  return value;
}

const plainly = (_: string, part: unknown) => (typeof part === "bigint" ? `${part}` : part);
