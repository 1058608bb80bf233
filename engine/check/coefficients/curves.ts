import type { Issue } from "../../issue.ts";
import type { TableTree } from "../../methodology/tree.ts";
import { compare, type Exact, readExact } from "../../quantity/exact.ts";
import type { Directory } from "../nodes.ts";
import { type Home, issueAt } from "../written.ts";

/** Tables that are read along a key: slopes need two rows, and inverse look-ups values that only rise or only fall. */
export function curveIssues(table: TableTree, home: Home, directory: Directory): readonly Issue[] {
  return [...slopeIssues(table, home), ...inverseIssues(table, home, directory)];
}

interface Point {
  readonly row: number;
  /** The key cell as written. */
  readonly at: string;
  readonly place: Exact | number;
  readonly value: Exact;
}

/** The points of a column along a key, for each combination of the other keys, in the order of the key. */
function curvesOf(
  table: TableTree,
  along: string,
  column: string,
  placeOf: (cell: string) => Exact | number | undefined,
): ReadonlyMap<string, readonly Point[]> {
  const key = table.keys.findIndex(({ id }) => id === along);
  const position = table.columns.findIndex(({ id }) => id === column);
  const curves = new Map<string, Point[]>();
  for (const [row, { keys, cells }] of table.rows.entries()) {
    const others = keys
      .filter((_, index) => index !== key)
      .map(String)
      .join(", ");
    const curve = curves.get(others) ?? [];
    curves.set(others, curve);
    const cell = keys[key];
    const at = typeof cell === "string" ? cell : "";
    const place = placeOf(at);
    const value = readExact(cells[position] ?? "");
    if (place !== undefined && value !== undefined) curve.push({ row, at, place, value });
  }
  for (const curve of curves.values()) curve.sort((left, right) => comparePlaces(left, right));
  return curves;
}

function comparePlaces({ place: left }: Point, { place: right }: Point): number {
  if (typeof left === "number" || typeof right === "number") return Number(left) - Number(right);
  return compare(left, right);
}

function slopeIssues(table: TableTree, home: Home): readonly Issue[] {
  return table.columns.flatMap(({ id, slope }) => {
    if (slope === undefined) return [];
    const spot = { file: home.file, path: [...home.path, "columns", id] };
    const curves = curvesOf(table, slope.along, slope.of, readExact);
    return [...curves].flatMap(([keys, points]) =>
      points.length >= 2
        ? []
        : [
            issueAt(spot, "error", "slope-needs-rows", {
              column: id,
              along: slope.along,
              keys,
              rows: points.length,
            }),
          ],
    );
  });
}

function inverseIssues(table: TableTree, home: Home, directory: Directory): readonly Issue[] {
  return table.inverse.flatMap(({ key: id, from }) => {
    const key = table.keys.find((one) => one.id === id);
    const members = key?.kind === "enum" ? directory.enums.get(key.enum) : undefined;
    if (key?.kind !== "number" && members?.ordered !== true) return [];
    const order = new Map(members?.members.map((member, index) => [member.id, index]));
    const placeOf = (cell: string): Exact | number | undefined =>
      members === undefined ? readExact(cell) : order.get(cell);
    const issues: Issue[] = [];
    for (const [keys, points] of curvesOf(table, id, from, placeOf)) {
      const turn = turnOf(points);
      if (turn === undefined) continue;
      const spot = { file: home.file, path: [...home.path, "rows", turn.row, from] };
      issues.push(
        issueAt(spot, "error", "inverse-not-monotone", {
          column: from,
          key: id,
          keys,
          at: turn.at,
        }),
      );
    }
    return issues;
  });
}

/** The first point at which a curve does not go on as it began. */
function turnOf(points: readonly Point[]): Point | undefined {
  let direction = 0;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined) continue;
    const step = compare(point.value, before.value);
    if (step === 0 || (direction !== 0 && step !== direction)) return point;
    direction = step;
  }
  return undefined;
}
