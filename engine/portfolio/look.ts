import { questionsOf } from "../answers/question.ts";
import { startBlocks } from "../batch/bytes.ts";
import { asTyped, splitRows } from "../batch/csv.ts";
import { startText } from "../batch/encoding.ts";
import type { FileRows } from "../batch/file-rows.ts";
import { readHeader } from "../batch/header.ts";
import type { Mapping } from "../batch/mapping.ts";
import { isNeeded, unmappedInputs } from "../batch/propose-mapping.ts";
import { shapeIssues, stopIssues } from "../batch/read-works.ts";
import { isBlankCell } from "../batch/rows.ts";
import type { Issue } from "../issue.ts";
import type { Plan } from "../plan.ts";
import { type ColumnChoice, mostPreviewRows } from "./types.ts";

/** The first rows of a file, its header first, and why there are no more where something is wrong. */
export interface FirstRows {
  readonly rows: readonly (readonly string[])[];
  readonly issues: readonly Issue[];
}

/** Looks at the beginning of a file. */
export async function readFirstRows(file: FileRows, sheet: string | undefined): Promise<FirstRows> {
  const rows: (readonly string[])[] = [];
  const blocks = startBlocks();
  const text = startText();
  const pieces = file.read(sheet);
  const most = 1 + mostPreviewRows;
  const read = (block: Uint8Array): boolean => {
    const found = text.read(block);
    if (found === undefined) return false;
    for (const { cells } of splitRows(found).rows) {
      if (rows.length < most && !cells.every(isBlankCell)) rows.push(cells);
    }
    return true;
  };
  const place = { row: 0, lines: 0 };
  for (;;) {
    const { done, value } = await pieces.next();
    const block = done === true ? blocks.end() : blocks.take(value);
    if (!read(block)) return { rows, issues: stopIssues("encoding", place) };
    const fault = blocks.fault();
    if (fault !== undefined && rows.length < most) {
      const at = { row: Math.max(0, rows.length - 1), lines: rows.length };
      return { rows, issues: stopIssues(fault, at) };
    }
    if (done === true) {
      const issues = value === undefined ? [] : [value];
      return {
        rows,
        issues: rows.length === 0 ? [...issues, ...stopIssues("empty", place)] : issues,
      };
    }
    if (rows.length >= most) {
      await pieces.return(undefined);
      return { rows, issues: [] };
    }
  }
}

/** What is wrong with a mapping for a header, and what it leaves unanswered. */
export function mappingIssues(
  plan: Plan,
  header: readonly string[],
  mapping: Mapping,
): readonly Issue[] {
  const read = readHeader(plan, header, { mapping });
  if (!read.ok) return read.issues;
  const { rows, period } = mapping;
  const asked = { rows, isCounted: false, ...(period === undefined ? {} : { period }) };
  const shape = shapeIssues(plan, read.value, asked);
  return [...read.warnings, ...shape, ...unmappedInputs(plan, mapping)];
}

/** Everything a column can answer, in the order of the methodology. */
export function columnChoices(plan: Plan): readonly ColumnChoice[] {
  return questionsOf(plan.tree).inputs.map(({ input, scales }): ColumnChoice => {
    const list = plan.lists[plan.at.lists.get(input.list ?? "") ?? -1]?.tree;
    const units = [...new Set([...scales.values()].flatMap(({ offered }) => offered))];
    return {
      input: input.id,
      ...(input.list === undefined ? {} : { list: input.list }),
      label: input.label,
      ...(list === undefined ? {} : { listLabel: list.label }),
      units: units.filter((unit) => unit !== "" && unit !== "1"),
      isNeeded: isNeeded(plan, input, plan.tree.mode),
      axes: input.per.map((axis) => ({
        id: axis,
        isTime: axis === "years" || axis === "parts",
        keys: plan.enums[plan.at.enums.get(axis) ?? -1]?.tree.members.map(({ id }) => id) ?? [],
      })),
    };
  });
}

/** A header as it is shown. */
export function shownHeader(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => asTyped(cell).trim());
}
