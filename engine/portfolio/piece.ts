import { codeOf, startCodes } from "../batch/cell-codes.ts";
import { startWorkEvaluator } from "../batch/evaluate-works.ts";
import type { Header } from "../batch/header.ts";
import type { Mapping } from "../batch/mapping.ts";
import { hashOf } from "../batch/scan-cells.ts";
import type { Sheets } from "../batch/sheets.ts";
import { viewOf } from "../batch/view-of.ts";
import type { BatchCounts, Position, Work } from "../batch/works.ts";
import type { Mode } from "../methodology/schema.ts";
import type { Plan } from "../plan.ts";
import {
  type GroupColumn,
  type GroupTally,
  type PackedGroups,
  startGroupTally,
} from "./group-tally.ts";
import { startIssueTally } from "./issue-tally.ts";
import { type Line, readLines, startCellIds, textAt } from "./lines.ts";
import { describePortfolioIssue } from "./sentences.ts";
import { listOutputs, type OutputList, type PackedOutputs, startOutputTally } from "./tally.ts";
import type { IssueCount, PortfolioLanguage } from "./types.ts";

/** How the rows of a file are evaluated, as plain data. */
export interface PieceOptions {
  readonly mapping: Mapping;
  readonly mode: Mode;
  readonly asOf: string;
  /** The language of the issues in the files. */
  readonly language: PortfolioLanguage;
  /** The column of the file, from 0, whose cells name the groups. */
  readonly groupBy?: number;
}

/** What a piece of a file came to: the bytes of its files, and what its rows come to together, in columns. */
export interface PieceDone {
  readonly results: Uint8Array;
  readonly rejects: Uint8Array;
  readonly counts: BatchCounts;
  /** Its bytes are no text in the encoding of the file. */
  readonly isUnreadable: boolean;
  /** Where each line of the results begins. */
  readonly starts: Uint32Array;
  /** The group of each line, by its place among the groups of the piece; none without a column of groups. */
  readonly ids: Uint32Array;
  readonly groups?: PackedGroups;
  readonly outputs: PackedOutputs;
  /** By kind, in the order of the rows. */
  readonly issues: readonly IssueCount[];
}

/** Evaluates pieces one after another; what each comes to hangs on none before it. */
export interface Pieces {
  readonly evaluate: (work: Work) => PieceDone;
  /** After the piece that was evaluated last. */
  readonly position: () => Position;
  readonly sheets: Sheets;
  readonly outputs: OutputList;
}

export function startPieces(plan: Plan, header: Header, options: PieceOptions): Pieces {
  const { mapping, mode, asOf, language, groupBy } = options;
  const describe = (issue: Parameters<typeof describePortfolioIssue>[0]) =>
    describePortfolioIssue(issue, language);
  const issues = startIssueTally(header.names, describe);
  const { rows, period } = mapping;
  const evaluator = startWorkEvaluator(plan, header, {
    rows,
    mode,
    asOf,
    describe,
    onIssues: issues.take,
    ...(period === undefined ? {} : { period }),
  });
  const { sheets } = evaluator;
  const outputs = listOutputs(plan, sheets.outputs);
  const firstOutput = firstOutputOf(sheets);
  const column = groupBy === undefined ? undefined : groupColumn(outputs, header.names, groupBy);
  const groupCell = groupBy === undefined ? -1 : resultCellOf(sheets, groupBy);

  /** Gives each line of the results its group: from its own cell, or from the rows of the file where it has none. */
  const idsFor = (work: Work, results: Uint8Array, groups: GroupTally) => {
    if (groupCell >= 0) {
      return startIdsInResults(groupCell, groups.idOf)(results);
    }
    const ids = startCellIds(groupBy as number, groups.idOf)(work);
    return (_: Line, at: number) => ids[at] ?? 0;
  };

  return {
    sheets,
    outputs,
    position: evaluator.position,
    evaluate(work) {
      const done = evaluator.evaluate(work);
      const { results } = done;
      const tally = startOutputTally(outputs);
      const groups = column && startGroupTally(column, Number.POSITIVE_INFINITY);
      const idOf = groups && idsFor(work, results, groups);
      const starts: number[] = [];
      const ids: number[] = [];
      readLines(results, (line) => {
        const figures = tally.take(results, line, firstOutput);
        if (groups !== undefined && idOf !== undefined) {
          const id = idOf(line, starts.length);
          groups.take(id, !isIssue(results, line), figures);
          ids.push(id);
        }
        starts.push(line.start);
      });
      return {
        ...done,
        starts: Uint32Array.from(starts),
        ids: Uint32Array.from(ids),
        ...(groups === undefined ? {} : { groups: groups.packed() }),
        outputs: tally.packed(),
        issues: issues.packed(),
      };
    },
  };
}

/** What is added up by a column. */
export function groupColumn(
  { count, main }: OutputList,
  names: readonly string[],
  column: number,
): GroupColumn {
  return { column, header: names[column] ?? "", outputs: count, main };
}

/** Where the cells of outputs stand in a line of results. */
export function firstOutputOf({ carried }: Sheets): number {
  return 2 + carried.length;
}

/** Where the cell of a column of the file stands in a line of results; -1 where it does not go along. */
export function resultCellOf({ carried }: Sheets, column: number): number {
  const at = carried.indexOf(column);
  return at < 0 ? -1 : 2 + at;
}

/** Whether a row has an issue: no other status is as long. */
export function isIssue(bytes: Uint8Array, line: Line): boolean {
  if (line.cells !== undefined) return line.cells[1] === "issue";
  return (line.ends[1] ?? 0) - (line.starts[1] ?? 0) === 5 && bytes[line.starts[1] ?? 0] === 0x69;
}

/** Gives each line of results the id of its cell at a place. */
export function startIdsInResults(cell: number, idOf: (cell: string) => number) {
  const codes = startCodes(idOf);
  return (bytes: Uint8Array) => {
    const view = viewOf(bytes);
    return (line: Line): number => {
      if (line.cells !== undefined || cell >= line.count) return idOf(textAt(bytes, line, cell));
      const [start, end] = [line.starts[cell] as number, line.ends[cell] as number];
      return codeOf(codes, bytes, view, start, end, hashOf(bytes, start, end));
    };
  };
}
