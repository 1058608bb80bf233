import type { Issue } from "../../issue.ts";
import type { TableTree } from "../../methodology/tree.ts";
import { compare, type Exact, print, readExact } from "../../quantity/exact.ts";
import type { Directory } from "../nodes.ts";
import { type Home, issueAt } from "../written.ts";

/**
 * Tables that are read along a key: slopes need two rows, and inverse look-ups values that lead back to one key. Along an
 * order they only rise or only fall; where there is no order, no two are equal.
 */
export function curveIssues(table: TableTree, home: Home, directory: Directory): readonly Issue[] {
  return [...slopeIssues(table, home), ...inverseIssues(table, home, directory)];
}

interface Point {
  readonly row: number;
  /** The key cell as written; one of its members where it names several. */
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
    const cell = keys[key] ?? "";
    const value = readExact(cells[position] ?? "");
    for (const at of typeof cell === "string" ? [cell] : cell) {
      const place = placeOf(at);
      if (place !== undefined && value !== undefined) curve.push({ row, at, place, value });
    }
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
    const order = new Map(members?.members.map((member, index) => [member.id, index]));
    const placeOf = (cell: string): Exact | number | undefined =>
      members === undefined ? readExact(cell) : order.get(cell);
    const isOrdered = key?.kind === "number" || members?.ordered === true;
    const issues: Issue[] = [];
    for (const [keys, points] of curvesOf(table, id, from, placeOf)) {
      const equal = equalIn(points);
      if (equal !== undefined) {
        const spot = { file: home.file, path: [...home.path, "rows", equal.row, from] };
        const { at, other } = equal;
        issues.push(
          issueAt(spot, "error", "inverse-tie", { column: from, key: id, keys, at, other }),
        );
        continue;
      }
      const turn = isOrdered ? turnOf(points) : undefined;
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

/** The first point with the value of one before it, and the key of that one. */
function equalIn(points: readonly Point[]): (Point & { readonly other: string }) | undefined {
  const seen = new Map<string, string>();
  for (const point of points) {
    const value = print(point.value);
    const other = seen.get(value);
    if (other !== undefined) return { ...point, other };
    seen.set(value, point.at);
  }
  return undefined;
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
