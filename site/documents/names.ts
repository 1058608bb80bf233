import type { Label } from "../../engine/methodology/schema.ts";
import type { Axis, TableTree, Tree, TypeTree } from "../../engine/methodology/tree.ts";

/** What stands in an equation for an input, constant or formula, and what a reader is told of it below. */
export interface Name {
  readonly id: string;
  /** The anchor of its own entry on the page. */
  readonly anchor: string;
  readonly symbol?: string;
  readonly label?: Label;
  /** Text of the unit; absent where the value is no quantity. */
  readonly unit?: string;
  /** The closed list that its value is of. */
  readonly enum?: string;
  readonly axes: readonly Axis[];
}

/** The names of a methodology: how its equations are written and read. */
export interface Names {
  readonly of: (id: string) => Name;
  readonly table: (id: string) => TableTree;
  /** A member's label. */
  readonly member: (enumId: string, member: string) => Label;
  /** The letter that runs over an axis: `i` over a list, `y` over fiscal years. */
  readonly letter: (axis: Axis) => string;
  readonly axisLabel: (axis: Axis) => Label;
}

const listLetters = ["i", "j", "l", "q", "r", "s", "u", "v"];
const enumLetters = ["k", "m", "n", "a", "b", "c", "d", "e"];

const timeLabels: Readonly<Record<string, Label>> = {
  years: { ja: "年度", en: "fiscal year" },
  parts: { ja: "期間の区分", en: "part of the period" },
};

/** The unit of a quantity; dates, members and flags have none. */
export function unitOf(type: TypeTree): string | undefined {
  return type.kind === "quantity" || type.kind === "count" ? type.unit.text : undefined;
}

/** A thing that may have a symbol, a label and a unit, as an equation names it. */
function nameOf(
  kind: "input" | "constant" | "formula",
  one: {
    readonly id: string;
    readonly symbol?: string;
    readonly label?: Label;
    readonly type: TypeTree;
  },
  axes: readonly Axis[],
): Name {
  const unit = unitOf(one.type);
  return {
    id: one.id,
    anchor: `${kind}-${one.id}`,
    ...(one.symbol === undefined ? {} : { symbol: one.symbol }),
    ...(one.label === undefined ? {} : { label: one.label }),
    ...(unit === undefined ? {} : { unit }),
    ...(one.type.kind === "enum" ? { enum: one.type.enum } : {}),
    axes,
  };
}

/** A letter of its own for each axis, in the order of the file; after the last letter they are counted. */
function lettersOf(axes: readonly string[], letters: readonly string[]): [string, string][] {
  return axes.map((axis, at) => [axis, letters[at] ?? `${letters.at(-1)}${at}`]);
}

/** Collects what a checked tree names. */
export function namesOf(tree: Tree): Names {
  const names = new Map<string, Name>();
  for (const one of tree.inputs) {
    names.set(
      one.id,
      nameOf("input", one, one.list === undefined ? one.per : [one.list, ...one.per]),
    );
  }
  for (const one of tree.constants) names.set(one.id, nameOf("constant", one, []));
  for (const one of tree.formulas) names.set(one.id, nameOf("formula", one, one.per));
  const tables = new Map(tree.tables.map((table) => [table.id, table]));
  const enums = new Map(tree.enums.map((one) => [one.id, one]));
  const lists = new Map(tree.lists.map((list) => [list.id, list]));
  const axes = new Set([...names.values()].flatMap((name) => name.axes));
  const letters = new Map([
    ["years", "y"],
    ["parts", "p"],
    ...lettersOf([...lists.keys()], listLetters),
    ...lettersOf(
      [...enums.keys()].filter((id) => axes.has(id)),
      enumLetters,
    ),
  ]);
  return {
    of: (id) => names.get(id) ?? { id, anchor: id, axes: [] },
    table: (id) => {
      const table = tables.get(id);
      if (table === undefined) throw new Error(`A checked tree has every table it reads: ${id}`);
      return table;
    },
    member: (enumId, member) =>
      enums.get(enumId)?.members.find(({ id }) => id === member)?.label ?? { ja: member },
    letter: (axis) => letters.get(axis) ?? axis,
    axisLabel: (axis) => {
      const list = lists.get(axis);
      return list?.itemLabel ?? list?.label ?? timeLabels[axis] ?? { ja: axis };
    },
  };
}
