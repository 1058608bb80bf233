import type { Issue } from "../issue.ts";
import type { IssueCount } from "./types.ts";

/** Counts the rows of one piece by what is wrong with them, and where. */
export interface IssueTally {
  readonly take: (row: number, issues: readonly Issue[]) => void;
  /** In the order in which they came; begins anew. */
  readonly packed: () => readonly IssueCount[];
}

/** The counts of all pieces together, merged in the order of the rows. */
export interface IssueTotals {
  readonly merge: (kinds: readonly IssueCount[]) => void;
  readonly counts: () => readonly IssueCount[];
  readonly more: () => number;
}

type Counted = { -readonly [Name in keyof IssueCount]: IssueCount[Name] };

const mostKinds = 500;

export function startIssueTally(
  headers: readonly string[],
  describe: (issue: Issue) => string,
): IssueTally {
  const kinds = new Map<string, Counted>();
  return {
    take(row, issues) {
      const told = new Set<string>();
      for (const issue of issues) {
        const column = issue.path[1];
        const place = typeof column === "number" ? column : undefined;
        const kind = keyOf(issue.code, place);
        if (told.has(kind)) continue;
        told.add(kind);
        const known = kinds.get(kind);
        if (known !== undefined) known.rows += 1;
        else {
          kinds.set(kind, {
            code: issue.code,
            ...(place === undefined ? {} : { column: place, header: headers[place] ?? "" }),
            rows: 1,
            firstRow: row,
            example: describe(issue),
          });
        }
      }
    },
    packed() {
      const own = [...kinds.values()];
      kinds.clear();
      return own;
    },
  };
}

export function startIssueTotals(): IssueTotals {
  const kinds = new Map<string, Counted>();
  let more = 0;
  return {
    merge(found) {
      for (const kind of found) {
        const key = keyOf(kind.code, kind.column);
        const known = kinds.get(key);
        if (known !== undefined) known.rows += kind.rows;
        else if (kinds.size >= mostKinds) more += kind.rows;
        else kinds.set(key, { ...kind });
      }
    },
    counts: () =>
      [...kinds.values()]
        .map((kind) => ({ ...kind }))
        .sort((left, right) => right.rows - left.rows || left.firstRow - right.firstRow),
    more: () => more,
  };
}

function keyOf(code: string, column: number | undefined): string {
  return `${code} ${column ?? ""}`;
}
