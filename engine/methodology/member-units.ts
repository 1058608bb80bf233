import type { Tree } from "./tree.ts";

/** The enum that a part is taken from, or the enum itself. */
export function rootEnum(tree: Tree, id: string): string {
  return tree.enums.find((one) => one.id === id)?.of ?? id;
}

/**
 * The unit that stands for a unit variable, by member of the enum that decides it: what the rows of the tables keyed by
 * that enum say.
 */
export function memberUnits(tree: Tree, enumId: string): ReadonlyMap<string, string> {
  const root = rootEnum(tree, enumId);
  const members = new Set(tree.enums.find((one) => one.id === enumId)?.members.map(({ id }) => id));
  const units = new Map<string, string>();
  for (const table of tree.tables) {
    const position = table.keys.findIndex(
      (key) =>
        key.kind === "enum" && key.id === table.variable?.key && rootEnum(tree, key.enum) === root,
    );
    if (position < 0) continue;
    for (const row of table.rows) {
      const cell = row.keys[position];
      if (row.unit === undefined || cell === undefined) continue;
      const named = cell === "*" ? [...members] : typeof cell === "string" ? [cell] : cell;
      for (const member of named) {
        if (members.has(member) && !units.has(member)) units.set(member, row.unit);
      }
    }
  }
  return units;
}

const wordPattern = /[\p{L}°%][\p{L}\p{N}_.°%-]*/gu;

/** A unit with the name of its variable replaced: `kL/U` where `U` is `kL`. */
export function substituteUnit(text: string, variable: string, unit: string): string {
  const isPlain = /^[^*/]+$/.test(unit);
  return text === variable
    ? unit
    : text.replace(wordPattern, (word) => (word === variable && isPlain ? unit : word));
}
