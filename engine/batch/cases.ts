import type { Issue } from "../issue.ts";
import type { Plan } from "../plan.ts";
import { asTyped } from "./csv.ts";
import type { Header } from "./header.ts";
import { issueOf } from "./issue-of.ts";
import { type BatchRow, isBlankCell, short } from "./rows.ts";

/** Rows that are evaluated together, or come back with issues, by row. */
export interface CaseGroup {
  readonly rows: readonly BatchRow[];
  readonly issues?: readonly (readonly Issue[])[];
}

/** Gathers the rows of a case, which stand one after another, so that only one case is held at a time. */
export interface Cases {
  /** The groups that this row completes, in the order of the rows. */
  readonly take: (
    plan: Plan,
    header: Header,
    row: BatchRow,
    kind: "projects" | "items",
  ) => readonly CaseGroup[];
  readonly end: () => readonly CaseGroup[];
}

/** Starts gathering. The names of cases that are done are kept, so that a row which comes too late is told. */
export function startCases(): Cases {
  let open: BatchRow[] = [];
  let broken: (readonly Issue[])[] = [];
  let name: string | undefined;
  let isTooLong = false;
  const seen = new Set<string>();

  const close = (): readonly CaseGroup[] => {
    const rows = open;
    const issues = broken;
    open = [];
    broken = [];
    name = undefined;
    isTooLong = false;
    if (rows.length === 0) return [];
    if (issues.every((own) => own.length === 0)) return [{ rows }];
    const guilty = rows.filter((_, at) => (issues[at] ?? []).length > 0).map(({ row }) => row);
    const waits = issueOf("batch-case-waits", { rows: guilty.slice(0, 5) });
    return [{ rows, issues: issues.map((own) => (own.length > 0 ? own : [waits])) }];
  };

  return {
    take(plan, header, row, kind) {
      const faults = cellIssues(header, row);
      if (kind === "projects") {
        return [faults.length === 0 ? { rows: [row] } : { rows: [row], issues: [faults] }];
      }
      const at = header.columns.findIndex((column) => column.kind === "case");
      const cell = row.cells[at];
      if (cell === undefined || isBlankCell(cell)) {
        const blank = issueOf("batch-case-blank", { row: row.row });
        return [...close(), { rows: [row], issues: [[...faults, blank]] }];
      }
      const own = asTyped(cell).trim();
      const done: CaseGroup[] = [];
      if (own !== name) {
        done.push(...close());
        if (seen.has(own)) {
          const again = issueOf("batch-case-again", { row: row.row, case: short(own) });
          return [...done, { rows: [row], issues: [[...faults, again]] }];
        }
        seen.add(own);
        name = own;
      }
      const most = plan.lists[plan.at.lists.get(header.lists[0] ?? "") ?? -1]?.tree.maxItems ?? 0;
      if (isTooLong || open.length >= most) {
        // A case beyond any limit is not held: each of its rows comes back.
        const long = issueOf("batch-case-too-long", { case: short(own), most });
        isTooLong = true;
        const rows = [...open, row];
        open = [];
        broken = [];
        return [...done, { rows, issues: rows.map(() => [long]) }];
      }
      open.push(row);
      broken.push(faults);
      return done;
    },
    end: close,
  };
}

function cellIssues({ columns }: Header, { row, cells }: BatchRow): readonly Issue[] {
  const expected = columns.length;
  const isLonger = cells.length > expected && !cells.slice(expected).every(isBlankCell);
  return cells.length < expected || isLonger
    ? [issueOf("batch-cells", { row, found: cells.length, expected })]
    : [];
}
