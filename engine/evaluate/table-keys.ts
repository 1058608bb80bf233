import { laneOf } from "../lanes/lanes.ts";
import { parseFiscalYear, printFiscalYear } from "../methodology/period.ts";
import type { EnumTree, KeyTree, RowTree, TableTree } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import type { Run } from "./run.ts";

/** A key of a table. Members and years are counted; what is no member or year is come to by comparing. */
export interface KeyCode {
  readonly kind: KeyTree["kind"];
  readonly tree: KeyTree;
  readonly members: EnumTree["members"];
  /** What is counted as 0: the first member, or the year before the first that a row names. */
  readonly first: number;
  /** How many are counted: of years one more before and after those that are named; 1 for other keys. */
  readonly size: number;
}

/** A key cell as it is written: several members, or a text. */
type KeyCell = string | readonly string[];

/** A row, or the same with its keys exchanged where a table is symmetric. */
export interface RowCode {
  readonly row: number;
  readonly keys: readonly KeyCell[];
  /** One bit per key that is explicit, the leftmost highest. */
  readonly explicit: number;
}

/** A key, with how many members or years it counts. */
export function keyCode(
  plan: Pick<Plan, "at" | "enums">,
  rows: readonly RowTree[],
  tree: KeyTree,
  place: number,
): KeyCode {
  const { kind } = tree;
  const { members = [] } =
    (kind === "enum" && plan.enums[plan.at.enums.get(tree.enum) ?? -1]?.tree) || {};
  if (kind !== "fiscal_year") return { kind, tree, members, first: 0, size: members.length || 1 };
  const years = rows.flatMap(({ keys }) => yearsOf(keys[place] ?? "*")).filter(Number.isFinite);
  const first = years.reduce((least, year) => Math.min(least, year), years[0] ?? 0) - 1;
  const last = years.reduce((most, year) => Math.max(most, year), first);
  return { kind, tree, members, first, size: last - first + 2 };
}

/** The first and last year of a key cell; without end where it names none. */
function yearsOf(cell: KeyCell): readonly [number, number] {
  const [from = "", to = from] = String(cell).split("..");
  return [
    parseFiscalYear(from) ?? Number.NEGATIVE_INFINITY,
    parseFiscalYear(to) ?? Number.POSITIVE_INFINITY,
  ];
}

/** The number that a member or year is counted as; what is none is 0. */
export function slotIn({ first, size }: KeyCode, value: Value | undefined): number {
  return size === 1 ? 0 : Math.min(Math.max((value as number) - first, 0), size - 1);
}

/** Whether a cell names a member or year; `*` and cells of other keys hold everything. */
export function holds(
  { kind, members }: KeyCode,
  cell: KeyCell,
  value: Value | undefined,
): boolean {
  if (cell === "*") return true;
  if (kind === "enum") {
    const id = members[value as number]?.id ?? "";
    return typeof cell === "string" ? cell === id : cell.includes(id);
  }
  if (kind !== "fiscal_year") return true;
  const [from, to] = yearsOf(cell);
  return from <= (value as number) && (value as number) <= to;
}

/** A row, and the row with its keys exchanged where a table is symmetric. */
export function rowCodes(
  {
    keys: codes,
    tree: { symmetric },
  }: { readonly keys: readonly KeyCode[]; readonly tree: TableTree },
  { keys }: RowTree,
  row: number,
): readonly RowCode[] {
  const explicit = keys.reduce((bits, cell) => bits * 2 + (cell === "*" ? 0 : 1), 0);
  const own = { row, keys, explicit };
  if (symmetric === undefined) return [own];
  const [one = 0, other = 0] = symmetric.map((id) => codes.findIndex(({ tree }) => tree.id === id));
  const exchanged = keys.with(one, keys[other] ?? "*").with(other, keys[one] ?? "*");
  return [own, { row, keys: exchanged, explicit }];
}

/** What a table is looked up by, as text in the order of its keys. */
export function keyTexts(
  { plan }: Run,
  { keys }: { readonly keys: readonly KeyCode[] },
  values: readonly Value[],
): readonly string[] {
  return keys.map((key, at) => {
    const value = values[at] as number;
    if (key.kind === "enum") return key.members[value]?.id ?? "";
    return key.kind === "fiscal_year"
      ? printFiscalYear(value)
      : laneOf(plan, "rare").keyText(key, value);
  });
}
