import { issueOf } from "../batch/issue-of.ts";
import { compareFigures, type FigureSum, startSum } from "./figure.ts";
import type { RowFigures } from "./tally.ts";
import { type GroupSummary, type Groups, mostGroups } from "./types.ts";

/** Adds up rows by what a column of theirs says. */
export interface GroupTally {
  /** The id of the group of a cell. Beyond the most that are told apart, there is one for all others. */
  readonly idOf: (cell: string) => number;
  readonly take: (id: number, isResult: boolean, figures: RowFigures) => void;
  readonly groups: () => Groups;
}

interface Group {
  readonly name: string;
  rows: number;
  results: number;
  issues: number;
  readonly sums: (FigureSum | undefined)[];
}

const mostOfName = 200;

export function startGroupTally(
  column: number,
  header: string,
  outputs: number,
  main: number,
): GroupTally {
  const ids = new Map<string, number>();
  const groups: Group[] = [];
  const groupOf = (name: string): Group => ({
    name,
    rows: 0,
    results: 0,
    issues: 0,
    sums: new Array<FigureSum | undefined>(outputs).fill(undefined),
  });
  const others = groupOf("");
  const told = (id: number, { rows, results, issues, sums, name }: Group): GroupSummary => ({
    id,
    name,
    rows,
    results,
    issues,
    sums: sums.map((sum) => sum?.print()),
  });
  return {
    idOf(cell) {
      const name = cell.trim().slice(0, mostOfName);
      const known = ids.get(name);
      if (known !== undefined) return known;
      if (groups.length >= mostGroups) return mostGroups;
      ids.set(name, groups.length);
      groups.push(groupOf(name));
      return groups.length - 1;
    },
    take(id, isResult, figures) {
      const group = groups[id] ?? others;
      group.rows += 1;
      if (isResult) group.results += 1;
      else group.issues += 1;
      for (const [at, figure] of figures.entries()) {
        if (figure === undefined) continue;
        let sum = group.sums[at];
        if (sum === undefined) {
          sum = startSum();
          group.sums[at] = sum;
        }
        sum.add(figure);
      }
    },
    groups() {
      const order = groups.map((group, id) => ({ group, id }));
      const size = ({ group }: (typeof order)[number]) => group.sums[main]?.figure();
      order.sort((left, right) => {
        const [one, other] = [size(left), size(right)];
        if (one === undefined || other === undefined) {
          return one === other ? left.id - right.id : one === undefined ? 1 : -1;
        }
        return compareFigures(other, one) || left.id - right.id;
      });
      const issue = {
        ...issueOf("portfolio-too-many-groups", { header, most: mostGroups }),
        severity: "warning",
      } as const;
      const { name: _, id: __, ...rest } = told(mostGroups, others);
      return {
        column,
        header,
        groups: order.map(({ group, id }) => told(id, group)),
        ...(others.rows === 0 ? {} : { others: rest, issue }),
      };
    },
  };
}
