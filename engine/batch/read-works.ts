import type { Issue } from "../issue.ts";
import type { Plan } from "../plan.ts";
import type { BatchOptions } from "./batch-options.ts";
import { mostBytesOfRow, type RoomFor, startBlocks } from "./bytes.ts";
import { type CaseGroup, startCases } from "./cases.ts";
import { splitRows } from "./csv.ts";
import { decodeText, type EncodedText, startText } from "./encoding.ts";
import { type Header, readHeader } from "./header.ts";
import { issueOf } from "./issue-of.ts";
import { isBlankCell } from "./rows.ts";
import { cellsOf, countRows, isBlankRow, scanRows } from "./scan-rows.ts";
import type { Position, Work } from "./works.ts";

/** What some bytes of a file come to: work to be done in its order, then, if it came to that, what stops the reading. */
export interface ReadWorks {
  readonly works: readonly Work[];
  /** Warnings about the header, or why it cannot be used. */
  readonly issues: readonly Issue[];
  readonly stop?: StopReason;
}

/** Why a file cannot be read on. The place is known once the work before it is done. */
export type StopReason =
  /** Told by the issues. */
  "header" | "encoding" | "row-too-long" | "quote-open" | "empty";

/** Reads a file up to the cells: finds rows, the encoding and the header, and gathers cases. Nothing is evaluated. */
export interface WorkReader {
  readonly take: (bytes: Uint8Array) => ReadWorks;
  readonly end: () => ReadWorks;
  readonly header: () => Header | undefined;
  /** What has been read, where the reader counts it: cases, or rows that it was told to count. */
  readonly position: () => Position | undefined;
  /** The cells of the header as they were read, from which another place can make the same header. */
  readonly headerCells: () => readonly string[];
}

export interface WorkReaderOptions
  extends Pick<BatchOptions, "rows" | "caseColumn" | "mapping" | "period"> {
  /** Rows are counted, so that pieces can be evaluated out of their order. */
  readonly isCounted: boolean;
  /** Counts the rows of a block quickly, where it is ASCII without quotes and blank lines; `undefined` where it cannot. */
  readonly countQuickly?: (block: Uint8Array) => number | undefined;
  /** Where the bytes of works are; each has memory of its own without it. */
  readonly roomFor?: RoomFor;
}

/** Cases that are sent together. */
const mostRowsOfGroups = 512;

export function startWorkReader(plan: Plan, options: WorkReaderOptions): WorkReader {
  const blocks = startBlocks(mostBytesOfRow, options.roomFor);
  const text = startText();
  const cases = startCases();
  let header: Header | undefined;
  let headerCells: readonly string[] = [];
  let position: Position = { row: 0, lines: 0 };
  let blankBefore = 0;
  let isStopped = false;

  const stopped = (issues: readonly Issue[], stop: StopReason, works: readonly Work[] = []) => {
    isStopped = true;
    return { works, issues, stop };
  };

  const begin = (cells: readonly string[]): readonly Issue[] => {
    const { caseColumn, mapping } = options;
    const named = caseColumn === undefined ? {} : { caseColumn };
    const read = readHeader(plan, cells, mapping === undefined ? named : { mapping });
    if (!read.ok) return read.issues;
    const issues = [...read.warnings, ...shapeIssues(plan, read.value, options)];
    if (issues.some(({ severity }) => severity === "error")) return issues;
    header = read.value;
    headerCells = cells;
    return issues;
  };

  /** Reads the header in a block, and tells what stands behind it. */
  const readBegin = ({ bytes, encoding }: EncodedText) => {
    for (const row of scanRows(bytes, encoding)) {
      position = { row: 0, lines: position.lines + row.lines };
      if (isBlankRow(bytes, encoding, row)) {
        blankBefore += 1;
        continue;
      }
      if (decodeText({ bytes: bytes.subarray(row.start, row.end), encoding }) === undefined) {
        return { issues: [], rest: undefined };
      }
      return { issues: begin(cellsOf(bytes, encoding, row)), rest: bytes.subarray(row.next) };
    }
    return { issues: [], rest: bytes.subarray(bytes.length) };
  };

  const rowsWork = (
    { bytes, encoding, isAscii }: EncodedText,
    isFirst: boolean,
    rows: number | undefined,
  ): readonly Work[] => {
    if (bytes.length === 0 && blankBefore === 0) return [];
    const before = blankBefore;
    blankBefore = 0;
    const own = { kind: "rows", bytes, encoding, blankBefore: before } as const;
    const at = position;
    if (!options.isCounted) {
      const isPlain = rows !== undefined;
      return [isFirst ? { ...own, at } : { ...own, isPlain }];
    }
    const counted =
      rows === undefined
        ? countRows(bytes, encoding)
        : { rows, blank: 0, lines: rows, isPlain: true };
    position = { row: at.row + counted.rows, lines: at.lines + counted.lines };
    const isPlain = (isAscii === true || rows !== undefined) && counted.isPlain;
    return [{ ...own, isPlain, at, rows: counted.rows, blank: counted.blank }];
  };

  const groupWorks = (groups: readonly CaseGroup[]): readonly Work[] => {
    const works: Work[] = [];
    let held: CaseGroup[] = [];
    let rows = 0;
    const put = () => {
      works.push({ kind: "groups", groups: held, blankBefore });
      blankBefore = 0;
      held = [];
      rows = 0;
    };
    for (const group of groups) {
      held.push(group);
      rows += group.rows.length;
      if (rows >= mostRowsOfGroups) put();
    }
    if (held.length > 0) put();
    return works;
  };

  const readCases = (known: Header, read: EncodedText, isEnd: boolean) => {
    const decoded = decodeText(read);
    if (decoded === undefined) return undefined;
    const groups: CaseGroup[] = [];
    const split = splitRows(decoded);
    let { row } = position;
    for (const { cells, line } of split.rows) {
      if (cells.every(isBlankCell)) {
        blankBefore += 1;
        continue;
      }
      row += 1;
      const own = { row, line: position.lines + line + 1, cells };
      groups.push(...cases.take(plan, known, own, options.rows));
    }
    position = { row, lines: position.lines + split.lines };
    if (isEnd) groups.push(...cases.end());
    return groupWorks(groups);
  };

  const read = (block: Uint8Array, isEnd: boolean): ReadWorks => {
    const isFirst = header === undefined;
    const rows = isFirst ? undefined : options.countQuickly?.(block);
    const opened = text.open(block, rows !== undefined);
    if (opened === undefined) return stopped([], "encoding");
    let { bytes } = opened;
    const issues: Issue[] = [];
    if (isFirst) {
      const begun = readBegin(opened);
      issues.push(...begun.issues);
      if (begun.rest === undefined) return stopped(issues, "encoding");
      if (header === undefined) {
        if (begun.issues.length > 0) return stopped(issues, "header");
        return isEnd ? stopped(issues, "empty") : { works: [], issues };
      }
      bytes = begun.rest;
    }
    const own = { ...opened, bytes };
    if (options.rows === "projects") return { works: rowsWork(own, isFirst, rows), issues };
    const works = readCases(header as Header, own, isEnd);
    return works === undefined ? stopped(issues, "encoding") : { works, issues };
  };

  /** A row that does not end stops the reading; what stood before it is done first. */
  const checked = (found: ReadWorks): ReadWorks => {
    const fault = blocks.fault();
    if (fault === undefined || isStopped) return found;
    const open = options.rows === "items" ? groupWorks(cases.end()) : [];
    return stopped(found.issues, fault, [...found.works, ...open]);
  };

  return {
    take(bytes) {
      if (isStopped) return nothing;
      const block = blocks.take(bytes);
      return checked(block.length === 0 ? nothing : read(block, false));
    },
    end() {
      if (isStopped) return nothing;
      const block = blocks.end();
      return checked(blocks.fault() === undefined ? read(block, true) : nothing);
    },
    header: () => header,
    position: () =>
      options.isCounted || options.rows === "items" || header === undefined ? position : undefined,
    headerCells: () => headerCells,
  };
}

const nothing: ReadWorks = { works: [], issues: [] };

/** Why the reading stopped, in an issue; for a header, its own issues tell it. */
export function stopIssues(reason: StopReason, { row, lines }: Position): readonly Issue[] {
  const at = { row: row + 1, line: lines + 1 };
  switch (reason) {
    case "header":
      return [];
    case "encoding":
      return [issueOf("batch-encoding", { row })];
    case "row-too-long":
      return [issueOf("batch-row-too-long", { ...at, most: mostBytesOfRow })];
    case "quote-open":
      return [issueOf("batch-quote-open", at)];
    case "empty":
      return [issueOf("batch-empty", {})];
  }
}

/** What the columns must have together. */
export function shapeIssues(
  plan: Plan,
  { columns, lists }: Header,
  options: WorkReaderOptions,
): readonly Issue[] {
  const issues: Issue[] = [];
  const has = (kind: string) => columns.some((column) => column.kind === kind);
  if (options.rows === "items") {
    if (!has("case")) issues.push(issueOf("batch-case-wanted", {}));
    if (lists.length !== 1) issues.push(issueOf("batch-one-list-wanted", { lists }));
  }
  if (plan.tree.period !== undefined && options.period === undefined && !has("period")) {
    issues.push(issueOf("answers-without-period", {}));
  }
  return issues;
}
