import type { Issue } from "../../issue.ts";
import type { Label } from "../../methodology/schema.ts";
import type { TableTree, Tree } from "../../methodology/tree.ts";
import type { Directory } from "../nodes.ts";
import { enumOf } from "../relevance/values.ts";
import { type Home, issueAt, keyOfHome, nameOf } from "../written.ts";
import { combinationsOf, keyText } from "./combinations.ts";
import { readKeyCell } from "./key-cells.ts";
import { type Lookup, lookupsOf } from "./lookups.ts";

/** The fiscal years for which a table has rows, for one combination of its other keys. */
export interface Coverage {
  readonly table: string;
  readonly label?: Label;
  /** The other keys as in a look-up, `kerosene`; empty where the year is the only key. */
  readonly keys: string;
  readonly from: number;
  readonly to: number;
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
}

/** Which fiscal years the tables of a tree cover: tables without a key of years are not in it. */
export function coverage(tree: Tree): readonly Coverage[] {
  return tree.tables.flatMap(coverageOf);
}

function coverageOf(table: TableTree): readonly Coverage[] {
  const key = table.keys.findIndex(({ kind }) => kind === "fiscal_year");
  if (key < 0) return [];
  const years = new Map<string, { readonly from: number; readonly to: number }[]>();
  for (const { members, entries } of combinationsOf(table) ?? []) {
    const keys = keyText(members);
    const known = years.get(keys) ?? [];
    years.set(keys, known);
    for (const { ranges } of entries) {
      const range = ranges[key];
      if (range?.from === undefined || range.to === undefined) continue;
      known.push({ from: Number(range.from.numerator), to: Number(range.to.numerator) - 1 });
    }
  }
  return [...years].flatMap(([keys, ranges]) => {
    const sorted = ranges.sort((left, right) => left.from - right.from);
    const first = sorted[0];
    if (first === undefined) return [];
    const gaps: { from: number; to: number }[] = [];
    let last = first.to;
    for (const { from, to } of sorted) {
      if (from > last + 1) gaps.push({ from: last + 1, to: from - 1 });
      last = Math.max(last, to);
    }
    const label = table.label === undefined ? {} : { label: table.label };
    return [{ table: table.id, ...label, keys, from: first.from, to: last, gaps }];
  });
}

/** Warns of keys whose years end before those of other keys of the same table: a value in use that runs out. */
export function endingIssues(table: TableTree, home: Home): readonly Issue[] {
  const covered = coverageOf(table);
  const others = covered.reduce((last, { to }) => Math.max(last, to), Number.NEGATIVE_INFINITY);
  const ending = covered.filter(({ to }) => to < others);
  if (ending.length === 0) return [];
  const ends = ending.map(({ keys, to }) => ({ keys, last: to }));
  return [issueAt(keyOfHome(home), "warning", "years-end", { table: nameOf(home), ends, others })];
}

/** More combinations of members than this are not gone through. */
const mostCombinations = 20_000;
const mostSteps = 2_000_000;

/**
 * Warns of combinations of members without a row. Only members that a look-up can ask for count. A table about which the
 * methodology asks `known()` may leave out what it likes, and so may a replaceable one: an office brings its own rows.
 */
export function uncoveredIssues(
  table: TableTree,
  home: Home,
  directory: Directory,
): readonly Issue[] {
  if (table.replaceable) return [];
  const lookups = lookupsOf(directory.tree).filter(({ node }) => node.table === table.id);
  if (lookups.length === 0 || lookups.some(({ isAsked }) => isAsked)) return [];
  const wanted = table.keys.map((key, index) =>
    key.kind === "enum" ? membersAsked(lookups, index, key.enum, directory) : undefined,
  );
  const size = wanted.reduce((product, members) => product * (members?.length ?? 1), 1);
  if (size > mostCombinations || wanted.every((members) => members === undefined)) return [];
  const open = new Set(spelledOut(wanted));
  let steps = 0;
  for (const row of table.rows) {
    const members = wanted.map((all, index) => {
      const key = table.keys[index];
      if (all === undefined || key === undefined) return undefined;
      const cell = readKeyCell(row.keys[index] ?? "*", key);
      return cell.kind === "members" ? cell.members : all;
    });
    for (const text of spelledOut(members)) {
      steps += 1;
      open.delete(text);
      for (const other of exchanged(text, table)) open.delete(other);
    }
    if (open.size === 0 || steps > mostSteps) return [];
  }
  if (open.size === 0) return [];
  const facts = { table: nameOf(home), count: open.size, keys: [...open].slice(0, 8) };
  return [issueAt(keyOfHome(home), "warning", "rows-missing", facts)];
}

/** The members that some look-up can give for a key: those of a part of the enum where only a part is asked. */
function membersAsked(
  lookups: readonly Lookup[],
  index: number,
  whole: string,
  directory: Directory,
): readonly string[] {
  const membersOf = (id: string): readonly string[] =>
    directory.enums.get(id)?.members.map((member) => member.id) ?? [];
  const asked = new Set<string>();
  for (const { node } of lookups) {
    const key = node.keys[index];
    const members =
      key?.kind === "member"
        ? [key.member]
        : membersOf((key ? enumOf(key, directory) : undefined) ?? whole);
    for (const member of members) asked.add(member);
  }
  return membersOf(whole).filter((member) => asked.has(member));
}

function* spelledOut(
  members: readonly (readonly string[] | undefined)[],
  start = 0,
): Generator<string> {
  if (start === members.length) {
    yield "";
    return;
  }
  for (const rest of spelledOut(members, start + 1)) {
    for (const member of members[start] ?? [""]) {
      yield member === "" ? rest : rest === "" ? member : `${member}, ${rest}`;
    }
  }
}

/** The same keys with the members of a pair that counts both ways exchanged. */
function exchanged(text: string, table: TableTree): readonly string[] {
  if (table.symmetric === undefined) return [];
  const enums = table.keys.filter(({ kind }) => kind === "enum").map(({ id }) => id);
  const [first, second] = table.symmetric.map((id) => enums.indexOf(id)) as [number, number];
  const members = text.split(", ");
  const other = [...members];
  other[first] = members[second] ?? "";
  other[second] = members[first] ?? "";
  return [other.join(", ")];
}
