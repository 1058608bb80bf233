import type { Words } from "./join-parts.ts";
import type { Tree } from "./tree.ts";

/** Two parts of one value: what both hold is joined, what one holds is taken. */
function merge(value: unknown, words: unknown): unknown {
  if (typeof words !== "object" || words === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((one, at) => merge(one, Reflect.get(words, at)));
  const merged: Record<string, unknown> = { ...value };
  for (const [key, more] of Object.entries(words)) {
    merged[key] = key in merged ? merge(merged[key], more) : more;
  }
  return merged;
}

/** A tree of figures with its words put in where they belong. */
export function joinWords(tree: Tree, words: Words): Tree {
  return merge(tree, words) as Tree;
}
