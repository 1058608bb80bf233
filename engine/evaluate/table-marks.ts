import { keyTexts } from "./key-text.ts";
import type { Run } from "./run.ts";
import type { Search } from "./search.ts";
import type { Cell } from "./table-view.ts";

/** Notes that a cell that is not confirmed reached the value at hand; once for each cell. */
export function markCell(run: Run, search: Search, cell: Cell): void {
  run.seenCells ??= new Set();
  if (run.seenCells.has(cell)) return;
  run.seenCells.add(cell);
  const { code } = search.view;
  const table = code.position;
  const { column } = search.column;
  const isNoted = run.figures.some(
    (figure) =>
      figure.kind === "cell" &&
      figure.table === table &&
      figure.row === cell.row &&
      figure.column === column,
  );
  if (isNoted || cell.value === undefined) return;
  const keys = keyTexts(run.plan, code, search.keys);
  run.figures.push({ kind: "cell", table, row: cell.row, column, keys, value: cell.value });
}
