import { startWorkReader } from "../batch/read-works.ts";
import type { Issue } from "../issue.ts";
import type { Plan } from "../plan.ts";
import { type GroupTally, startGroupTally } from "./group-tally.ts";
import { readLines, startCellIds } from "./lines.ts";
import {
  firstOutputOf,
  isIssue,
  type PieceOptions,
  resultCellOf,
  startIdsInResults,
} from "./piece.ts";
import type { Portfolio } from "./portfolio.ts";
import { startOutputTally } from "./tally.ts";

export interface RegroupRequest {
  readonly plan: Plan;
  readonly options: PieceOptions;
  readonly portfolio: Portfolio;
  /** The column of the file, from 0. */
  readonly column: number;
  readonly header: string;
  /** Reads the file once more, where the results do not hold the column. */
  readonly read: () => AsyncGenerator<Uint8Array, Issue | undefined>;
  /** Which part is done, from 0 to 1; false gives it up. */
  readonly told: (part: number) => boolean;
}

/** Groups that have been found for rows that are computed: for the summary, and for each row in its order. */
export interface Regrouped {
  readonly tally: GroupTally;
  readonly codes: Uint16Array;
}

/**
 * Adds up what has been computed by another column: figures are read in the results, and the cells of the column, too, where
 * it went along; otherwise the file is read once more, but nothing is computed. `undefined` where it was given up.
 *
 * Errors: rejects where the file cannot be read any more, or has fewer rows than it had.
 */
export async function regroup(request: RegroupRequest): Promise<Regrouped | undefined> {
  const { portfolio, column, header, told } = request;
  const { store } = portfolio;
  const pieces = portfolio.pieces();
  const all = store.count();
  const codes = new Uint16Array(all);
  const { sheets, outputs } = pieces ?? { sheets: undefined, outputs: undefined };
  const { count = 0, main = 0 } = outputs ?? {};
  const tally = startGroupTally({ column, header, outputs: count, main });
  if (sheets === undefined || outputs === undefined) return { tally, codes };
  const cell = resultCellOf(sheets, column);
  const idInResults = cell < 0 ? undefined : startIdsInResults(cell, tally.idOf);
  const inFile = cell < 0 ? startIdsInFile(request, tally) : undefined;
  const figures = startOutputTally(outputs);
  const first = firstOutputOf(sheets);
  let row = 0;
  try {
    for await (const { bytes, rows } of store.lines()) {
      if (!told(row / all)) return undefined;
      const ids = await inFile?.next(rows);
      const idInLine = idInResults?.(bytes);
      let at = 0;
      readLines(bytes, (line) => {
        const id = ids?.[at] ?? idInLine?.(line) ?? 0;
        tally.take(id, !isIssue(bytes, line), figures.take(bytes, line, first));
        codes[row] = id;
        row += 1;
        at += 1;
      });
    }
  } finally {
    await inFile?.close();
  }
  return { tally, codes };
}

/** Gives the groups of so many rows of the file at a time, in their order. */
function startIdsInFile({ plan, options, column, read }: RegroupRequest, tally: GroupTally) {
  const { rows, period } = options.mapping;
  const asked = { rows, mapping: options.mapping, isCounted: false };
  const reader = startWorkReader(plan, period === undefined ? asked : { ...asked, period });
  const idsOf = startCellIds(column, tally.idOf);
  const pieces = read();
  let held: number[] = [];
  let hasEnded = false;
  const readOn = async (): Promise<void> => {
    const { done, value } = await pieces.next();
    hasEnded = done === true;
    const { works } = done === true ? reader.end() : reader.take(value);
    for (const work of works) held = held.concat(idsOf(work));
  };
  return {
    async next(wanted: number): Promise<readonly number[]> {
      while (held.length < wanted && !hasEnded) await readOn();
      if (held.length < wanted) throw new Error("the file has fewer rows than it had");
      const own = held.slice(0, wanted);
      held = held.slice(wanted);
      return own;
    },
    close: () => pieces.return(undefined),
  };
}
