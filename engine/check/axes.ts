import { nearest } from "../methodology/near.ts";
import type { Axis } from "../methodology/tree.ts";
import type { Checking, Module, Where } from "./scope.ts";
import { report } from "./scope.ts";

/**
 * Axes: the items, members, years and parts that a value is of. A value is read only where its axes are present; a value
 * per year may be read per part, because a part lies in one year.
 *
 * Parts are of two kinds: pieces of the period that all share, and pieces of the items of a list whose dates cut it. A
 * value of the one is not read under the other.
 */
export interface AtHand {
  readonly axes: ReadonlySet<Axis>;
  /** The list that the parts at hand belong to, `*` for those of the whole period, absent without parts. */
  readonly pieces?: string | undefined;
  /** Some axes could not be read, so none is said to be missing. */
  readonly isOpen?: boolean;
}

export const nothingAtHand: AtHand = { axes: new Set() };

/** Whose pieces `parts` means beside these axes. */
function piecesOf(checking: Checking, axes: Iterable<Axis>): string {
  for (const axis of axes) if (checking.ownCuts.has(axis)) return axis;
  return "*";
}

export function atHand(checking: Checking, axes: readonly Axis[]): AtHand {
  return {
    axes: new Set(axes),
    pieces: axes.includes("parts") ? piecesOf(checking, axes) : undefined,
    isOpen: checking.brokenAxes.has(axes),
  };
}

/** The same with one more axis. */
export function withAxis(checking: Checking, at: AtHand, axis: Axis): AtHand {
  const axes = new Set([...at.axes, axis]);
  return { ...at, axes, pieces: axis === "parts" ? piecesOf(checking, at.axes) : at.pieces };
}

/** The axis of a value that is not at hand, if any; `parts` where they are parts of another list. */
export function missingAxis(
  checking: Checking,
  axes: readonly Axis[],
  at: AtHand,
): Axis | undefined {
  if (at.isOpen === true || checking.brokenAxes.has(axes)) return undefined;
  for (const axis of axes) {
    if (axis === "years") {
      if (!at.axes.has("years") && at.pieces === undefined) return axis;
    } else if (axis === "parts") {
      if (at.pieces !== piecesOf(checking, axes)) return axis;
    } else if (!at.axes.has(axis)) return axis;
  }
  return undefined;
}

/**
 * The part of an enum whose member is at hand where one of the whole is wanted as an axis: that member is one of the
 * whole, so what is per member of the whole is read at it. Absent where no part or several of it are at hand.
 */
export function partAtHand(checking: Checking, whole: Axis, at: AtHand): Axis | undefined {
  const parts = [...at.axes].filter((axis) => checking.enums.get(axis)?.of === whole);
  return parts.length === 1 ? parts[0] : undefined;
}

/** The axes named in `per`, in order. Errors: unknown axes, two lists, both years and parts, an axis said twice. */
export function readAxes(
  checking: Checking,
  per: string | readonly string[] | undefined,
  where: Where,
  outer: readonly Axis[] = [],
): readonly Axis[] {
  const named = per === undefined ? [] : typeof per === "string" ? [per] : per;
  const axes: Axis[] = [...outer];
  const before = checking.issues.length;
  named.forEach((axis, index) => {
    const at: Where = typeof per === "string" ? where : { ...where, path: [...where.path, index] };
    if (axes.includes(axis)) {
      if (!outer.includes(axis)) report(checking, at, "axis-twice", { axis });
      return;
    }
    if (!isAxis(checking, axis)) {
      const suggestion = nearest(axis, axisNames(checking));
      report(checking, at, "unknown-name", {
        what: "axis",
        name: axis,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
      return;
    }
    if (!isAxisUsable(checking, axis, at)) return;
    const list = axes.find((other) => checking.lists.has(other));
    if (list !== undefined && checking.lists.has(axis)) {
      report(checking, at, "two-lists", { first: list, second: axis });
      return;
    }
    const time = axes.find((other) => other === "years" || other === "parts");
    if (time !== undefined && (axis === "years" || axis === "parts")) {
      report(checking, at, "years-and-parts", {});
      return;
    }
    const isTime = axis === "years" || axis === "parts" || time !== undefined;
    const dated = [...axes, axis].find((other) => checking.lists.get(other)?.dated !== undefined);
    if (isTime && dated !== undefined) {
      report(checking, at, "dated-per-time", { list: dated });
      return;
    }
    axes.push(axis);
  });
  if (checking.issues.length > before) checking.brokenAxes.add(axes);
  return axes;
}

/** Whether a period gives an axis of time its meaning. Errors: `period-missing`. */
export function isAxisUsable(checking: Checking, axis: Axis, where: Where): boolean {
  if ((axis !== "years" && axis !== "parts") || checking.hasPeriod) return true;
  report(checking, where, "period-missing", { axis });
  return false;
}

export function isAxis(checking: Checking, name: string): boolean {
  return (
    name === "years" || name === "parts" || checking.lists.has(name) || checking.enums.has(name)
  );
}

export function axisNames(checking: Checking): readonly string[] {
  return [...checking.lists.keys(), ...checking.enums.keys(), "years", "parts"];
}

/** An enum that is an axis must not also be the name of a value: the name would be two things inside. */
export function reportAxisNames(
  checking: Checking,
  module: Module,
  axes: readonly string[],
  where: Where,
): void {
  for (const axis of axes) {
    if (!checking.enums.has(axis) || checking.lists.has(axis)) continue;
    const other = module.names.get(axis);
    const isField = axes.some((list) => checking.lists.get(list)?.fields.has(axis) === true);
    const isValue = other !== undefined && other.kind !== "table" && other.kind !== "component";
    if (isValue || isField) {
      report(checking, { ...where, path: [...where.path, "per"] }, "axis-name-taken", { axis });
    }
  }
}
