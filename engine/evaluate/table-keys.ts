import { parseDay, parseFiscalYear } from "../methodology/period.ts";
import type { KeyTree, RowTree, TableTree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import { type Exact, readExact, whole } from "../quantity/exact.ts";

/** Keys of tables and what the key cells of a row hold, read once. */
export type KeyCode =
  | {
      readonly kind: "enum";
      readonly tree: KeyTree;
      readonly members: ReadonlyMap<string, number>;
      readonly size: number;
    }
  /** Slot 0 stands for all years before the first that is named, the last slot for all after the last. */
  | {
      readonly kind: "fiscal_year";
      readonly tree: KeyTree;
      readonly first: number;
      readonly size: number;
    }
  | {
      readonly kind: "interval";
      readonly tree: Extract<KeyTree, { kind: "interval" }>;
    }
  | { readonly kind: "number"; readonly tree: Extract<KeyTree, { kind: "number" }> };

/** What a key cell holds; absent for `*`. */
type KeyCell =
  | { readonly kind: "members"; readonly positions: readonly number[] }
  | { readonly kind: "years"; readonly from: number; readonly to: number }
  | { readonly kind: "interval"; readonly low?: Exact; readonly high?: Exact }
  | { readonly kind: "number"; readonly value: Exact };

export interface RowCode {
  readonly row: number;
  readonly keys: readonly (KeyCell | undefined)[];
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
  switch (tree.kind) {
    case "enum": {
      const members = plan.enums[plan.at.enums.get(tree.enum) ?? -1]?.members ?? new Map();
      return { kind: "enum", tree, members, size: members.size };
    }
    case "fiscal_year": {
      let first = Number.POSITIVE_INFINITY;
      let last = Number.NEGATIVE_INFINITY;
      for (const { keys } of rows) {
        const cell = yearsOf(keys[place]);
        for (const year of cell === undefined ? [] : [cell.from, cell.to]) {
          if (!Number.isFinite(year)) continue;
          first = Math.min(first, year);
          last = Math.max(last, year);
        }
      }
      if (first > last) return { kind: "fiscal_year", tree, first: 0, size: 2 };
      return { kind: "fiscal_year", tree, first, size: last - first + 3 };
    }
    case "interval":
      return { kind: "interval", tree };
    case "number":
      return { kind: "number", tree };
  }
}

function yearsOf(
  cell: string | readonly string[] | undefined,
): { readonly from: number; readonly to: number } | undefined {
  if (typeof cell !== "string" || cell === "*") return undefined;
  const [from = "", to] = cell.split("..");
  const first = parseFiscalYear(from);
  const last = to === undefined ? first : parseFiscalYear(to);
  return { from: first ?? Number.NEGATIVE_INFINITY, to: last ?? Number.POSITIVE_INFINITY };
}

function keyCell(key: KeyCode, cell: string | readonly string[]): KeyCell | undefined {
  if (cell === "*") return undefined;
  switch (key.kind) {
    case "enum": {
      const named = typeof cell === "string" ? [cell] : cell;
      return { kind: "members", positions: named.map((id) => key.members.get(id) ?? -1) };
    }
    case "fiscal_year": {
      const years = yearsOf(cell);
      return years === undefined ? undefined : { kind: "years", ...years };
    }
    case "interval": {
      const [low = "", high = ""] = String(cell).split("..");
      const from = bound(low);
      const to = bound(high);
      return {
        kind: "interval",
        ...(from === undefined ? {} : { low: from }),
        ...(to === undefined ? {} : { high: to }),
      };
    }
    case "number":
      return { kind: "number", value: bound(String(cell)) ?? whole(0) };
  }
}

/** A number or a date, as a number. */
function bound(text: string): Exact | undefined {
  const day = parseDay(text.trim());
  return day === undefined ? readExact(text.trim()) : whole(day);
}

/** A row, and the row with its keys exchanged where a table is symmetric. */
export function rowCodes(
  codes: readonly KeyCode[],
  symmetric: TableTree["symmetric"],
  row: RowTree,
  position: number,
): readonly RowCode[] {
  const keys = codes.map((key, place) => keyCell(key, row.keys[place] ?? "*"));
  const explicit = keys.reduce((bits, key) => bits * 2 + (key === undefined ? 0 : 1), 0);
  const own: RowCode = { row: position, keys, explicit };
  if (symmetric === undefined) return [own];
  const [first, second] = symmetric.map((id) => codes.findIndex(({ tree }) => tree.id === id)) as [
    number,
    number,
  ];
  const swapped = [...keys];
  swapped[first] = keys[second];
  swapped[second] = keys[first];
  return [own, { row: position, keys: swapped, explicit }];
}

/** Whether a member or year is among those that a cell names; `*` and other keys hold everything. */
export function holds(cell: KeyCell | undefined, key: number | undefined): boolean {
  if (cell === undefined || key === undefined) return true;
  if (cell.kind === "members") return cell.positions.includes(key);
  return cell.kind === "years" && cell.from <= key && key <= cell.to;
}
