import type { Issue } from "../issue.ts";
import type { IssueCount } from "./types.ts";

/** Counts rows by what is wrong with them, and where. */
export interface IssueTally {
  readonly take: (row: number, issues: readonly Issue[]) => void;
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
  let more = 0;
  return {
    take(row, issues) {
      const told = new Set<string>();
      for (const issue of issues) {
        const column = issue.path[1];
        const place = typeof column === "number" ? column : undefined;
        const kind = `${issue.code} ${place ?? ""}`;
        if (told.has(kind)) continue;
        told.add(kind);
        const known = kinds.get(kind);
        if (known !== undefined) known.rows += 1;
        else if (kinds.size >= mostKinds) more += 1;
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
    counts: () =>
      [...kinds.values()]
        .map((kind) => ({ ...kind }))
        .sort((left, right) => right.rows - left.rows || left.firstRow - right.firstRow),
    more: () => more,
  };
}
