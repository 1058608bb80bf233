import type { Tree } from "../methodology/tree.ts";

/**
 * Where an old id went. `renamed` of a methodology maps ids of inputs and lists (`fuel_use`), of fields
 * (`boilers.use`, to a field's name alone or in full) and of members (`fuel.oil`, likewise).
 */
export function movedId(tree: Pick<Tree, "renamed">, id: string): string | undefined {
  return Object.hasOwn(tree.renamed, id) ? tree.renamed[id] : undefined;
}

/** The new name of a field or member within its list or enum. */
export function movedWithin(
  tree: Pick<Tree, "renamed">,
  of: string,
  id: string,
): string | undefined {
  const moved = movedId(tree, `${of}.${id}`) ?? movedId(tree, id);
  return moved?.startsWith(`${of}.`) === true ? moved.slice(of.length + 1) : moved;
}
