import { compileTree } from "./compile-tree.ts";
import { everyLane } from "./lanes/every-lane.ts";
import type { Tree } from "./methodology/tree.ts";
import type { Plan } from "./plan.ts";
import type { DecimalLane } from "./quantity/decimal.ts";

/**
 * Compiles a checked tree to closures, once for all answers, for every mode and with explanations.
 *
 * `decimal` is what computes logarithms and roots; a methodology without them does without.
 *
 * Errors: none on a checked tree; throws where the tree breaks what the checker guarantees.
 *
 * @example
 * const plan = compile(tree, await hashOf(canonicalText(tree)));
 */
export function compile(
  tree: Tree,
  hash: string,
  options: { readonly decimal?: DecimalLane } = {},
): Plan {
  return compileTree(tree, hash, { ...everyLane, ...options });
}
