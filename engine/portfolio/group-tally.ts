import { asTyped } from "../batch/csv.ts";
import { issueOf } from "../batch/issue-of.ts";
import { compareFigures, type Figure } from "./figure.ts";
import { type PackedSums, startSums } from "./sums.ts";
import type { RowFigures } from "./tally.ts";
import { type GroupSummary, type Groups, mostGroups } from "./types.ts";

/** Adds up rows by what a column of theirs says. */
export interface GroupTally {
  /** The id of the group of a cell. Beyond the most that are told apart, there is one for all others. */
  readonly idOf: (cell: string) => number;
  readonly take: (id: number, isResult: boolean, figures: RowFigures) => void;
  /** Adds a piece that was added up elsewhere, behind those before it; gives the ids of its groups here. */
  readonly merge: (packed: PackedGroups) => readonly number[];
  readonly packed: () => PackedGroups;
  readonly groups: () => Groups;
}

/** Groups as they cross to another worker, in columns. */
export interface PackedGroups {
  readonly names: readonly string[];
  readonly rows: Uint32Array;
  readonly issues: Uint32Array;
  /** One for each output, group by group. */
  readonly sums: PackedSums;
}

export interface GroupColumn {
  /** From 0. */
  readonly column: number;
  readonly header: string;
  /** How many outputs there are; the one whose sum orders groups. */
  readonly outputs: number;
  readonly main: number;
}

const mostOfName = 200;

/** Starts adding up. A piece, whose rows are few, has no `most`: so pieces come to the same as all rows at once. */
export function startGroupTally(of: GroupColumn, most = mostGroups): GroupTally {
  const { column, header, outputs, main } = of;
  const ids = new Map<string, number>();
  const names: string[] = [];
  const rows: number[] = [];
  const issues: number[] = [];
  const sums = startSums();

  const idOfName = (name: string): number => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    if (names.length >= most) return most;
    ids.set(name, names.length);
    names.push(name);
    return names.length - 1;
  };

  const told = (id: number): GroupSummary => {
    const all = rows[id] ?? 0;
    const wrong = issues[id] ?? 0;
    return {
      id,
      name: names[id] ?? "",
      rows: all,
      results: all - wrong,
      issues: wrong,
      sums: Array.from({ length: outputs }, (_, at) => sums.print(id * outputs + at)),
    };
  };

  return {
    idOf: (cell) => idOfName(asTyped(cell).trim().slice(0, mostOfName)),
    take(id, isResult, figures) {
      rows[id] = (rows[id] ?? 0) + 1;
      if (!isResult) issues[id] = (issues[id] ?? 0) + 1;
      for (let at = 0; at < outputs; at += 1) {
        const figure = figures[at];
        if (figure !== undefined) sums.add(id * outputs + at, figure.digits, figure.places);
      }
    },
    merge(packed) {
      const own = packed.names.map(idOfName);
      for (const [from, id] of own.entries()) {
        rows[id] = (rows[id] ?? 0) + (packed.rows[from] ?? 0);
        issues[id] = (issues[id] ?? 0) + (packed.issues[from] ?? 0);
        for (let at = 0; at < outputs; at += 1) {
          sums.merge(id * outputs + at, packed.sums, from * outputs + at);
        }
      }
      return own;
    },
    packed: () => ({
      names,
      rows: Uint32Array.from(names, (_, id) => rows[id] ?? 0),
      issues: Uint32Array.from(names, (_, id) => issues[id] ?? 0),
      sums: sums.packed(),
    }),
    groups() {
      const order = [...names.keys()].map((id) => ({ id, sum: sums.figure(id * outputs + main) }));
      order.sort((left, right) => compareSums(left.sum, right.sum) || left.id - right.id);
      const groups = order.map(({ id }) => told(id));
      if (rows[most] === undefined) return { column, header, groups };
      const { name: _, id: __, ...others } = told(most);
      const issue = {
        ...issueOf("portfolio-too-many-groups", { header, most }),
        severity: "warning",
      } as const;
      return { column, header, groups, others, issue };
    },
  };
}

/** The greatest first; those without a sum last. */
function compareSums(left: Figure | undefined, right: Figure | undefined): number {
  if (left !== undefined && right !== undefined) return compareFigures(right, left);
  return left === right ? 0 : left === undefined ? 1 : -1;
}
