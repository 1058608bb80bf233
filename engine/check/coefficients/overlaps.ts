import type { Issue } from "../../issue.ts";
import { printDay } from "../../methodology/period.ts";
import type { KeyTree, TableTree } from "../../methodology/tree.ts";
import { compare, type Exact, one, print, subtract } from "../../quantity/exact.ts";
import { type Home, issueAt, nameOf, type Spot } from "../written.ts";
import { type Combination, combinationsOf, type Entry, keyText } from "./combinations.ts";
import { byLowerEnd, keyCellsOf, overlaps, type Range } from "./key-cells.ts";

/** Rows that fit the same keys, and gaps between rows along a key with ranges. */
export function overlapIssues(
  table: TableTree,
  home: Home,
  yearGaps: "error" | "warning" | "none",
): readonly Issue[] {
  const combinations = combinationsOf(table);
  if (combinations === undefined) {
    return [
      issueAt({ ...home, path: [...home.path, "rows"] }, "error", "table-too-wide", {
        table: nameOf(home),
      }),
    ];
  }
  const isWhole = table.rows.every((row) => keyCellsOf(row, table) !== undefined);
  return combinations.flatMap((combination) => [
    ...overlapsIn(combination, table, home),
    // A cell that cannot be read may fill the gap.
    ...(isWhole ? gapsIn(combination, table, home, yearGaps) : []),
  ]);
}

function spotOfRow(home: Home, row: number, key?: string): Spot {
  const path = [...home.path, "rows", row];
  return { file: home.file, path: key === undefined ? path : [...path, key] };
}

function lineOf(home: Home, row: number): string {
  const place = home.file.place([...home.path, "rows", row]);
  return place === undefined ? "" : `${place.file}:${place.span.line}`;
}

/** Each row with the nearest one before it, in the order of the first key with ranges, that it has something in common with. */
function overlapsIn(
  { members, entries }: Combination,
  table: TableTree,
  home: Home,
): readonly Issue[] {
  if (entries.length < 2) return [];
  const issues: Issue[] = [];
  const first = entries[0]?.ranges.findIndex((range) => range !== undefined) ?? -1;
  const sorted =
    first < 0 ? entries : [...entries].sort((left, right) => byStart(left, right, first));
  let open: Entry[] = [];
  for (const entry of sorted) {
    if (first >= 0) open = open.filter((one) => meets(one, entry, first));
    const other = open.find((one) => entry.ranges.every((_, key) => meets(one, entry, key)));
    if (other !== undefined) {
      const [earlier, later] = [Math.min(other.row, entry.row), Math.max(other.row, entry.row)];
      const at = first < 0 ? undefined : table.keys[first]?.id;
      issues.push(
        issueAt(spotOfRow(home, later, at), "error", "rows-overlap", {
          table: nameOf(home),
          keys: keyText(members),
          common: commonText(other, entry, table),
          other: lineOf(home, earlier),
        }),
      );
    }
    open.push(entry);
  }
  return issues;
}

function meets(left: Entry, right: Entry, key: number): boolean {
  const [one, two] = [left.ranges[key], right.ranges[key]];
  return one === undefined || two === undefined || overlaps(one, two);
}

function byStart(left: Entry, right: Entry, key: number): number {
  const [one, two] = [left.ranges[key], right.ranges[key]];
  return one === undefined || two === undefined ? 0 : byLowerEnd(one, two);
}

function commonText(left: Entry, right: Entry, table: TableTree): string {
  return table.keys
    .flatMap((key, index) => {
      const [one, two] = [left.ranges[index], right.ranges[index]];
      return one === undefined || two === undefined ? [] : [rangeText(common(one, two), key)];
    })
    .join(", ");
}

function common(left: Range, right: Range): Range {
  const { from } = byLowerEnd(left, right) > 0 ? left : right;
  const ends = [left.to, right.to].filter((end) => end !== undefined).sort(compare);
  return {
    ...(from === undefined ? {} : { from }),
    ...(ends[0] === undefined ? {} : { to: ends[0] }),
  };
}

/** A range as it is written in a cell of the key: `2013..2017`, `350..450`. */
export function rangeText({ from, to }: Range, key: KeyTree): string {
  if (key.kind !== "fiscal_year") {
    const text = (end: Exact | undefined): string =>
      end === undefined
        ? ""
        : key.kind === "interval" && key.unit === undefined
          ? printDay(Number(end.numerator))
          : print(end);
    return `${text(from)}..${text(to)}`;
  }
  if (from === undefined || to === undefined) {
    throw new Error("a range of years without an end has been read");
  }
  const first = print(from);
  const last = print(subtract(to, one));
  return first === last ? first : `${first}..${last}`;
}

/** What lies between rows that follow each other along one key and are the same in all others. */
function gapsIn(
  { members, entries }: Combination,
  table: TableTree,
  home: Home,
  yearGaps: "error" | "warning" | "none",
): readonly Issue[] {
  const issues: Issue[] = [];
  for (const [index, key] of table.keys.entries()) {
    if (entries[0]?.ranges[index] === undefined) continue;
    for (const row of rowsAlong(entries, index, table)) {
      const gap = row.gap;
      if (key.kind === "fiscal_year" && yearGaps === "none") continue;
      if (isFilled(gap, index, members, table)) continue;
      const spot = spotOfRow(home, row.entry.row, key.id);
      const facts = { table: nameOf(home), keys: keyText(members), gap: rangeText(gap, key) };
      issues.push(
        key.kind === "fiscal_year"
          ? issueAt(spot, yearGaps === "warning" ? "warning" : "error", "year-gap", facts)
          : issueAt(spot, "error", "interval-gap", facts),
      );
    }
  }
  return issues;
}

function rowsAlong(
  entries: readonly Entry[],
  index: number,
  table: TableTree,
): readonly { readonly entry: Entry; readonly gap: Range }[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const others = entry.ranges.map((range, key) =>
      range === undefined || key === index ? "" : rangeText(range, table.keys[key] as KeyTree),
    );
    const group = groups.get(others.join(" "));
    if (group === undefined) groups.set(others.join(" "), [entry]);
    else group.push(entry);
  }
  const gaps: { readonly entry: Entry; readonly gap: Range }[] = [];
  for (const group of groups.values()) {
    let end: Exact | undefined;
    let isFirst = true;
    for (const entry of group.sort((left, right) => byStart(left, right, index))) {
      const { from, to } = entry.ranges[index] as Range;
      if (!isFirst && end === undefined) break;
      if (end !== undefined && from !== undefined && compare(end, from) < 0)
        gaps.push({ entry, gap: { from: end, to: from } });
      end = to === undefined ? undefined : end === undefined || compare(end, to) < 0 ? to : end;
      isFirst = false;
    }
  }
  return gaps;
}

/** Whether one row with `*` stands in for all of a gap. */
function isFilled(
  gap: Range,
  index: number,
  members: readonly (string | undefined)[],
  table: TableTree,
): boolean {
  return table.rows.some((row) => {
    if (!row.keys.includes("*")) return false;
    return (
      keyCellsOf(row, table)?.every((cell, key) => {
        if (cell.kind === "any") return true;
        if (cell.kind === "members") return cell.members.includes(members[key] ?? "");
        if (key !== index) return true;
        const { from, to } = cell.range;
        const isLate = to === undefined || (gap.to !== undefined && compare(gap.to, to) <= 0);
        return (from === undefined || byLowerEnd(cell.range, gap) <= 0) && isLate;
      }) === true
    );
  });
}
