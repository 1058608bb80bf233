import type { ColumnUse, MappedColumn, Mapping } from "../../engine/batch/mapping.ts";

/** What a person has decided of columns, by the key of a column; it outlives the file that it was decided for. */
export type Hands = ReadonlyMap<string, ColumnUse>;

/**
 * The key of each column: its header, and which of those with the same header it is. So what was decided by hand is
 * found again in the next file.
 */
export function columnKeys(header: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return header.map((name) => {
    const own = name.trim();
    const before = seen.get(own) ?? 0;
    seen.set(own, before + 1);
    return before === 0 ? own : `${own}\n${before}`;
  });
}

/** Columns as proposed, but for those that a person has decided. */
export function withHands(
  proposed: readonly MappedColumn[],
  hands: Hands,
): readonly MappedColumn[] {
  const keys = columnKeys(proposed.map(({ header }) => header));
  return proposed.map((column, at) => {
    const use = hands.get(keys[at] ?? "");
    return use === undefined ? column : { header: column.header, ...use };
  });
}

/** What was decided, with all that a mapping says. */
export function handsOf({ columns }: Mapping, before: Hands): Hands {
  const keys = columnKeys(columns.map(({ header }) => header));
  return new Map([
    ...before,
    ...columns.map(({ header: _, ...use }, at) => [keys[at] ?? "", use] as const),
  ]);
}
