import { laneOf } from "../lanes/lanes.ts";
import type { Node } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import { gatherAbsent, isAbsent, isExact } from "./absent.ts";
import { isHole } from "./holes.ts";
import { keyTexts, named } from "./key-text.ts";
import type { Evaluate, Run } from "./run.ts";
import { find, type Search, startSearch } from "./search.ts";
import type { Cell, TableCode, TableView } from "./table-view.ts";

/** Looking up cells, and asking whether there is one. */
type Lookup = Extract<Node, { kind: "lookup" }>;

/** A closure that looks a cell up, or fails with an issue. */
export function lookup(code: TableCode, node: Lookup, keys: readonly Evaluate[]): Evaluate {
  const column = code.columns.get(node.column) as number;
  const isCounted = code.isCounted && code.tree.columns[column]?.slope === undefined;
  const slow = (run: Run, values: readonly Value[]): Value =>
    atKeys(run, code, `cell ${code.position} ${column}`, values, (one) =>
      recorded(run, code, column, one),
    );
  return isCounted
    ? counted(code, column, keys, slow)
    : (run) =>
        slow(
          run,
          keys.map((key) => key(run)),
        );
}

/**
 * The short way to a cell that has been come to before, by keys that are all members or years: counting, and nothing
 * else. Whatever is not plain goes the long way.
 */
function counted(
  code: TableCode,
  column: number,
  keys: readonly Evaluate[],
  slow: (run: Run, values: readonly Value[]) => Value,
): Evaluate {
  const table = code.position;
  // A member is counted from 0 as a year is from the one before its first, so both are counted alike.
  const firsts = code.keys.map((key) => (key.kind === "fiscal_year" ? key.first - 1 : 0));
  const sizes = code.keys.map((key) => ("size" in key ? key.size : 0));
  const values: Value[] = keys.map(() => 0);
  return (run) => {
    let index = 0;
    for (let at = 0; at < sizes.length; at += 1) {
      const value = (keys[at] as Evaluate)(run);
      values[at] = value;
      const size = sizes[at] as number;
      const slot = (value as number) - (firsts[at] as number);
      // What is no number makes the index none, and finds nothing.
      index = index * size + (slot < 0 ? 0 : slot >= size ? size - 1 : slot);
    }
    const cell = (run.tables[table] as TableView).columns[column]?.places[index]?.cell;
    if (
      cell?.value === undefined ||
      run.isRanged ||
      (cell.weak !== 0 && run.seenCells?.has(cell) !== true)
    ) {
      return slow(run, [...values]);
    }
    run.weak |= cell.weak;
    if (run.reads !== null) {
      const { row, value } = cell;
      const texts = textsOf(run.plan, code, cell, values as readonly number[]);
      run.reads.push({ kind: "cell", table, row, column, keys: texts, value });
    }
    return cell.value;
  };
}

/** The keys of a cell as text, kept while the same cell is looked up by the same keys. */
function textsOf(
  plan: Plan,
  code: TableCode,
  cell: Cell,
  values: readonly number[],
): readonly string[] {
  const { told } = cell;
  if (told?.values.every((value, at) => value === values[at]) === true) return told.texts;
  const texts = keyTexts(plan, code, values);
  cell.told = { values: [...values], texts };
  return texts;
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
  const absent = values.filter(isAbsent);
  if (absent.length > 0) return gatherAbsent(absent);
  const isOpen = values.some((value) => typeof value === "object" && !isExact(value));
  return isOpen
    ? laneOf(run.plan, "range").lookUpEach(run, code, name, values, look)
    : look(values);
}

/** Whether a look-up would find a cell. */
export function knownCell(code: TableCode, node: Lookup, keys: readonly Evaluate[]): Evaluate {
  const column = code.columns.get(node.column) as number;
  return (run) => {
    const values = keys.map((key) => key(run));
    return atKeys(run, code, `known ${code.position} ${column}`, values, (one) => {
      const found = find(run, startSearch(run, code, column, one));
      return !isHole(found) && !(isAbsent(found) && found.kind === "failed");
    });
  };
}

function recorded(run: Run, code: TableCode, column: number, keys: readonly Value[]): Value {
  const search = startSearch(run, code, column, keys);
  const found = find(run, search);
  const texts = () => keyTexts(run.plan, code, keys);
  if (isHole(found)) return found.fail(run, named(code, texts()));
  if (isAbsent(found)) return found;
  if (search.carried !== undefined) noteCarried(run, code, column, search, texts(), found);
  if (run.reads !== null) {
    const { row } = search;
    const table = code.position;
    run.reads.push({ kind: "cell", table, row, column, keys: texts(), value: found });
  }
  return found;
}

function noteCarried(
  run: Run,
  code: TableCode,
  column: number,
  search: Search,
  keys: readonly string[],
  value: Value,
): void {
  const table = code.position;
  const at = code.keys.findIndex(({ kind }) => kind === "fiscal_year");
  const year = search.keys[at] as number;
  const isNoted = run.figures.some(
    (figure) =>
      figure.kind === "carried_over" &&
      figure.table === table &&
      figure.column === column &&
      figure.keys.join() === keys.join(),
  );
  if (isNoted) return;
  const from = search.carried as number;
  const { row } = search;
  run.figures.push({ kind: "carried_over", table, row, column, keys, value, year, from });
}
