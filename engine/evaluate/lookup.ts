import { laneOf } from "../lanes/lanes.ts";
import type { Node } from "../methodology/tree.ts";
import type { Value } from "../plan.ts";
import { absentAmong, isAbsent, isExact } from "./absent.ts";
import type { Evaluate, Run } from "./run.ts";
import { find, isHole, startSearch } from "./search.ts";
import { keyTexts, slotIn } from "./table-keys.ts";
import type { Place, TableCode, TableView } from "./table-view.ts";

/** Looking up cells. */
type Lookup = Extract<Node, { kind: "lookup" }>;

/**
 * A closure that looks a cell up, or fails with an issue. To a cell that has been come to before, by keys that are all
 * members or years, there is a short way: counting, and nothing else. Whatever is not plain goes the long way.
 */
export function lookup(code: TableCode, node: Lookup, keys: readonly Evaluate[]): Evaluate {
  const { position: table, keys: codes, isCounted } = code;
  const column = code.columns.get(node.column) as number;
  const name = `cell ${table} ${column}`;
  // One array for all calls: the long way copies it before anything else is looked up.
  const values: Value[] = keys.map(() => 0);
  return (run) => {
    let index = 0;
    for (let at = 0; at < keys.length; at += 1) {
      const value = (keys[at] as Evaluate)(run);
      values[at] = value;
      const key = codes[at] as (typeof codes)[number];
      // What is no number makes the index none, and finds nothing.
      index = index * key.size + slotIn(key, value);
    }
    const place = isCounted ? (run.tables[table] as TableView).places[column]?.[index] : null;
    const cell = place?.cell;
    if (
      cell?.value === undefined ||
      run.isRanged ||
      (cell.weak !== 0 && cell.notedBy !== run.number)
    ) {
      return atKeys(run, code, name, [...values], (one) => recorded(run, code, column, one));
    }
    run.weak |= cell.weak;
    if (run.reads !== null) {
      const { row, value } = cell;
      const texts = textsOf(run, code, place as Place, values);
      run.reads.push({ kind: "cell", table, row, column, keys: texts, value });
    }
    return cell.value;
  };
}

/** The keys of a cell as text, kept while the same place is looked up by the same keys. */
function textsOf(
  run: Run,
  code: TableCode,
  place: Place,
  values: readonly Value[],
): readonly string[] {
  if (!place.told?.values.every((value, at) => value === values[at])) {
    place.told = { values: [...values], texts: keyTexts(run, code, values) };
  }
  return (place.told as NonNullable<Place["told"]>).texts;
}

/**
 * Looks up by keys that are there; where some are not decided, by each that they may be. What is found then is
 * remembered under a name, if it has one.
 */
export function atKeys(
  run: Run,
  code: TableCode,
  name: string | undefined,
  values: readonly Value[],
  look: (keys: readonly Value[]) => Value,
): Value {
  const absent = absentAmong(values);
  if (absent !== undefined) return absent;
  const isOpen = values.some((value) => typeof value === "object" && !isExact(value));
  return isOpen
    ? laneOf(run.plan, "range").lookUpEach(run, code, name, values, look)
    : look(values);
}

function recorded(run: Run, code: TableCode, column: number, keys: readonly Value[]): Value {
  const search = startSearch(run, code, column, keys);
  const found = find(run, search);
  if (isHole(found)) return found.fail(run, keys);
  if (isAbsent(found)) return found;
  const { row, carried } = search;
  if (carried !== undefined || run.reads !== null) {
    const read = {
      table: code.position,
      row,
      column,
      keys: keyTexts(run, code, keys),
      value: found,
    };
    if (carried !== undefined) laneOf(run.plan, "issues").noteCarried(run, search, carried, read);
    run.reads?.push({ kind: "cell", ...read });
  }
  return found;
}
