import type { Node } from "../methodology/tree.ts";
import type { Plan, Read, Value } from "../plan.ts";
import { gatherAbsent, isAbsent } from "./absent.ts";
import { combinations } from "./combinations.ts";
import { isHole } from "./holes.ts";
import { keyTexts, named } from "./key-text.ts";
import type { Evaluate, Run } from "./run.ts";
import { find, type Search, startSearch } from "./search.ts";
import { hullOfValues } from "./several.ts";
import type { Cell, TableCode, TableView } from "./table-view.ts";

/** Looking up cells, and asking whether there is one. */
type Lookup = Extract<Node, { kind: "lookup" }>;

/** A closure that looks a cell up, or fails with an issue. */
export function lookup(
  plan: Plan,
  code: TableCode,
  node: Lookup,
  keys: readonly Evaluate[],
): Evaluate {
  const column = code.columns.get(node.column) as number;
  const slow: Evaluate = (run) =>
    recorded(
      run,
      plan,
      code,
      column,
      keys.map((key) => key(run)),
    );
  return isDirect(code, column) ? directly(plan, code, column, keys, slow) : slow;
}

/** Whether all keys are members or years, so that a cell is found by counting. */
function isDirect(code: TableCode, column: number): boolean {
  if (code.tree.columns[column]?.slope !== undefined) return false;
  return code.keys.every(({ kind }) => kind === "enum" || kind === "fiscal_year");
}

/**
 * The short way to a cell that has been come to before: counting, and nothing else. Whatever is not plain goes the long
 * way.
 */
function directly(
  plan: Plan,
  code: TableCode,
  column: number,
  keys: readonly Evaluate[],
  slow: Evaluate,
): Evaluate {
  const table = code.position;
  // A member is counted from 0 as a year is from the one before its first, so both are counted alike.
  const firsts = code.keys.map((key) => (key.kind === "fiscal_year" ? key.first - 1 : 0));
  const sizes = code.keys.map((key) => ("size" in key ? key.size : 0));
  const values = keys.map(() => 0);
  const [firstKey] = keys as [Evaluate];
  return (run) => {
    const dense = (run.tables[table] as TableView).columns[column]?.dense;
    if (dense === undefined || run.isRanged) return slow(run);
    const { reads } = run;
    const readBefore = reads === null ? 0 : reads.length;
    let index = 0;
    for (let at = 0; at < sizes.length; at += 1) {
      const value = at === 0 ? firstKey(run) : (keys[at] as Evaluate)(run);
      if (typeof value !== "number") {
        if (reads !== null) reads.length = readBefore;
        return slow(run);
      }
      values[at] = value;
      const size = sizes[at] as number;
      const slot = value - (firsts[at] as number);
      index = index * size + (slot < 0 ? 0 : slot < size ? slot : size - 1);
    }
    const cell = dense[index]?.cell;
    if (cell?.value === undefined || (cell.weak !== 0 && !run.seenCells.has(cell))) {
      if (reads !== null) reads.length = readBefore;
      return slow(run);
    }
    run.weak |= cell.weak;
    if (reads !== null) {
      const { row, value } = cell;
      reads.push({
        kind: "cell",
        table,
        row,
        column,
        keys: textsOf(plan, code, cell, values),
        value,
      });
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

/** Whether a look-up would find a cell. */
export function knownCell(code: TableCode, node: Lookup, keys: readonly Evaluate[]): Evaluate {
  const column = code.columns.get(node.column) as number;
  return (run) => {
    const values = keys.map((key) => key(run));
    const absent = values.filter(isAbsent);
    if (absent.length > 0) return gatherAbsent(absent);
    return hullOfValues(
      combinations(run, code, values).map((one) => {
        const found = find(run, startSearch(run, code, column, one));
        return !isHole(found) && !(isAbsent(found) && found.kind === "failed");
      }),
    );
  };
}

function recorded(
  run: Run,
  plan: Plan,
  code: TableCode,
  column: number,
  values: readonly Value[],
): Value {
  const absent = values.filter(isAbsent);
  if (absent.length > 0) return gatherAbsent(absent);
  const combined = combinations(run, code, values);
  if (combined.length === 1) return recordedHull(run, plan, code, column, combined);
  return remembered(run, `${code.position}:${column}:${openText(values)}`, () =>
    recordedHull(run, plan, code, column, combined),
  );
}

/** What a look-up with undecided keys found, and what it left behind. */
interface Found {
  readonly value: Value;
  readonly weak: number;
  readonly reads: readonly Read[];
}

const hulls = new WeakMap<Run, Map<string, Found>>();

/** Five hundred items of which nothing is known look up the same thousand cells: they do it once in a run. */
function remembered(run: Run, key: string, look: () => Value): Value {
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
  const value = look();
  known.set(key, { value, weak: run.weak, reads: run.reads?.slice(readBefore) ?? [] });
  run.weak |= weakBefore;
  return value;
}

function openText(values: readonly Value[]): string {
  return JSON.stringify(values, (_, part) => (typeof part === "bigint" ? `${part}` : part));
}

function recordedHull(
  run: Run,
  plan: Plan,
  code: TableCode,
  column: number,
  combined: readonly (readonly Value[])[],
): Value {
  return hullOfValues(
    combined.map((keys) => {
      const search = startSearch(run, code, column, keys);
      const found = find(run, search);
      const texts = () => keyTexts(plan, code, keys);
      if (isHole(found)) return found.fail(run, named(code, texts()));
      if (isAbsent(found)) return found;
      if (search.carried !== undefined) noteCarried(run, code, column, search, texts(), found);
      if (run.reads !== null) {
        const { row } = search;
        const table = code.position;
        run.reads.push({ kind: "cell", table, row, column, keys: texts(), value: found });
      }
      return found;
    }),
  );
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
