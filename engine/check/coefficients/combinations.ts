import type { TableTree } from "../../methodology/tree.ts";
import { type KeyCell, keyCellsOf, type Range } from "./key-cells.ts";

/**
 * Rows sorted by what they have in common. Of rows that fit the same keys the more explicit one counts, key by key from
 * the left, so only rows with `*` in the same places can be in each other's way; and of those only rows with a member or
 * number in common under each key that has no ranges.
 */
export interface Combination {
  /** Members and numbers, one per key; `undefined` under keys with ranges. */
  readonly members: readonly (string | undefined)[];
  readonly entries: readonly Entry[];
}

export interface Entry {
  /** The position of the row in the table. */
  readonly row: number;
  /** By position of the key; `undefined` for a key without ranges and for `*`. */
  readonly ranges: readonly (Range | undefined)[];
}

/** Lists of members in several keys of a row multiply; a table that spells out more than this is not looked into. */
const mostCombinations = 200_000;

/** The combinations of a table; `undefined` where there are too many. Rows with a cell that cannot be read are left out. */
export function combinationsOf(table: TableTree): readonly Combination[] | undefined {
  const found = new Map<string, { members: readonly (string | undefined)[]; entries: Entry[] }>();
  const pair = table.symmetric?.map((id) => table.keys.findIndex((key) => key.id === id));
  let count = 0;
  for (const [row, tree] of table.rows.entries()) {
    const cells = keyCellsOf(tree, table);
    if (cells === undefined) continue;
    const ranges = cells.map((cell) => (cell.kind === "range" ? cell.range : undefined));
    count += cells.reduce((product, cell) => product * sizeOf(cell), 1);
    if (count > mostCombinations) return undefined;
    const own = new Set<string>();
    for (const members of spelledOut(cells)) {
      const sorted = pair === undefined ? members : sortPair(members, pair);
      const key = JSON.stringify([sorted, ranges.map((range) => range !== undefined)]);
      if (own.has(key)) continue;
      own.add(key);
      const known = found.get(key);
      if (known === undefined) found.set(key, { members: sorted, entries: [{ row, ranges }] });
      else known.entries.push({ row, ranges });
    }
  }
  return [...found.values()];
}

function sizeOf(cell: KeyCell): number {
  return cell.kind === "members" ? cell.members.length : 1;
}

function* spelledOut(
  cells: readonly KeyCell[],
  start = 0,
): Generator<readonly (string | undefined)[]> {
  const cell = cells[start];
  if (cell === undefined) {
    yield [];
    return;
  }
  const members = cell.kind === "members" ? cell.members : [cell.kind === "any" ? "*" : undefined];
  for (const member of members) {
    for (const rest of spelledOut(cells, start + 1)) yield [member, ...rest];
  }
}

/** A pair that counts both ways is one pair, whichever member is written first. */
function sortPair(
  members: readonly (string | undefined)[],
  [first = -1, second = -1]: readonly number[],
): readonly (string | undefined)[] {
  const [left, right] = [members[first] ?? "", members[second] ?? ""];
  if (left <= right) return members;
  return members.map((member, index) =>
    index === first ? right : index === second ? left : member,
  );
}

/** Keys as they are written in a look-up: `kerosene, 2013`. Keys with ranges that make no difference are left out. */
export function keyText(members: readonly (string | undefined)[]): string {
  return members.filter((member) => member !== undefined).join(", ");
}
