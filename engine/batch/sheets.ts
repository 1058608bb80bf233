import type { Issue } from "../issue.ts";
import type { Mode } from "../methodology/schema.ts";
import type { Plan } from "../plan.ts";
import type { CalculationResult } from "../result/result.ts";
import type { BatchOptions } from "./batch-options.ts";
import { asTyped, csvLine } from "./csv.ts";
import type { Column, Header } from "./header.ts";
import { ownPrefix } from "./match-header.ts";
import { type OutputColumn, outputColumns } from "./outputs.ts";
import type { BatchRow } from "./rows.ts";

/** The two files that a batch writes: one line for each row in the results, and the rows with issues once more as they were. */
export interface Sheets {
  readonly outputs: readonly OutputColumn[];
  /** Positions of the columns that go along to the results. */
  readonly carried: readonly number[];
  /** Positions in a line of results whose cells are figures. */
  readonly figures: readonly number[];
  readonly resultHeader: string;
  readonly rejectHeader: string;
  /** Lines for rows that came to a result together. */
  readonly results: (
    rows: readonly BatchRow[],
    result: CalculationResult,
    unused: readonly string[],
  ) => readonly [results: string, rejects: string];
  /** Lines for rows with issues, by row. */
  readonly issues: (
    rows: readonly BatchRow[],
    issues: readonly (readonly Issue[])[],
  ) => readonly [results: string, rejects: string];
}

interface SheetOptions {
  readonly mode: Mode;
  readonly years: readonly number[] | undefined;
  readonly describe: (issue: Issue) => string;
  readonly onIssues?: BatchOptions["onIssues"];
}

/** Positions of the columns that go along to the results, in their order. */
export function carriedColumns({ columns }: Header): readonly number[] {
  return [...columns.keys()].filter(
    (at) => columns[at]?.kind !== "ours" && columns[at]?.kind !== "answer",
  );
}

/** The mark of UTF-8, without which a spreadsheet takes Japanese for something else. */
const byteOrderMark = "\uFEFF";

const mostIssuesTold = 10;

export function startSheets(
  plan: Plan,
  header: Header,
  { mode, years, describe, onIssues }: SheetOptions,
): Sheets {
  const outputs = outputColumns(plan, mode, years, header.lists);
  const places = [...header.columns.keys()];
  const columnAt = (at: number) => header.columns[at] as Column;
  const kept = places.filter((at) => {
    const column = columnAt(at);
    return column.kind !== "ours" || column.isIgnored === true;
  });
  const carried = carriedColumns(header);
  const own = (name: string) => `${ownPrefix}${name}`;
  const cellsAt = (places: readonly number[], { cells }: BatchRow) =>
    places.map((at) => asTyped(cells[at] ?? ""));
  const toldOf = (issue: Issue) => {
    const at = issue.path[1];
    const isAnswer = !issue.code.startsWith("batch-") && typeof at === "number";
    const column = isAnswer ? header.names[at] : undefined;
    return column === undefined ? describe(issue) : `${column}: ${describe(issue)}`;
  };
  const told = (issues: readonly Issue[]) => issues.slice(0, mostIssuesTold).map(toldOf).join(" ");
  const namesAt = (places: readonly number[]) => places.map((at) => header.names[at] ?? "");
  return {
    outputs,
    carried,
    figures: [0, ...outputs.map((_, at) => 2 + carried.length + at)],
    resultHeader:
      byteOrderMark +
      csvLine([
        own("row"),
        own("status"),
        ...namesAt(carried),
        ...outputs.map((output) => output.header),
        own("unused"),
        own("issue"),
      ]),
    rejectHeader: byteOrderMark + csvLine([own("row"), own("issue"), ...namesAt(kept)]),
    results(rows, result, unused) {
      const lines = rows.map((row, item) =>
        csvLine([
          row.row.toString(),
          result.status,
          ...cellsAt(carried, row),
          // What belongs to the whole case stands once, so that a column can be added up.
          ...outputs.map(({ isOfItem, cell }) =>
            isOfItem || item === 0 ? cell(result, item + 1) : "",
          ),
          item === 0 ? unused.join(" ") : "",
          "",
        ]),
      );
      return [lines.join(""), ""];
    },
    issues(rows, issues) {
      if (onIssues !== undefined) {
        for (const [at, { row }] of rows.entries()) onIssues(row, issues[at] ?? []);
      }
      const lines = rows.map((row, at) =>
        csvLine([
          row.row.toString(),
          "issue",
          ...cellsAt(carried, row),
          ...outputs.map(() => ""),
          "",
          told(issues[at] ?? []),
        ]),
      );
      const rejects = rows.map((row, at) => {
        const beyond = row.cells.slice(header.columns.length).map(asTyped);
        const cells = [
          ...cellsAt(
            kept.filter((place) => place < row.cells.length),
            row,
          ),
          ...beyond,
        ];
        return csvLine([row.row.toString(), told(issues[at] ?? []), ...cells]);
      });
      return [lines.join(""), rejects.join("")];
    },
  };
}
