/** Columns that are drawn beside those in sight, on each side. */
const columnsBeside = 2;
/** Columns that are drawn before it is known how many are in sight. */
const columnsAtFirst = 8;

/** What a column of the table of rows holds. */
export type ColumnKind = "row" | "state" | "issue" | "cell";

/** How wide columns are in `portfolio.css`, in em. */
const widths: Readonly<Record<ColumnKind, number>> = { row: 7, state: 7, issue: 40, cell: 12 };

/** Columns that are drawn: from one to before another. The first of the table is always drawn and is none of them. */
export interface Across {
  readonly from: number;
  readonly to: number;
}

export function firstAcross(kinds: readonly ColumnKind[]): Across {
  return { from: 1, to: Math.min(kinds.length, 1 + columnsAtFirst) };
}

/** The columns in sight, with some beside them. What is in sight begins and ends at these shares of the whole width. */
export function acrossAt(kinds: readonly ColumnKind[], begin: number, end: number): Across {
  const all = widthOf(kinds);
  let [first, last] = [kinds.length, 1];
  let right = 0;
  for (const [at, kind] of kinds.entries()) {
    const left = right;
    right += widths[kind];
    if (at === 0 || right <= begin * all || left >= end * all) continue;
    first = Math.min(first, at);
    last = at;
  }
  return {
    from: Math.max(1, Math.min(first, last) - columnsBeside),
    to: Math.min(kinds.length, last + 1 + columnsBeside),
  };
}

/** The width of columns together, in em. */
export function widthOf(kinds: readonly ColumnKind[]): number {
  return kinds.reduce((sum, kind) => sum + widths[kind], 0);
}
