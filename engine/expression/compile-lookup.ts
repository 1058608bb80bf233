import { positionIn } from "../evaluate/axes.ts";
import { knownCell } from "../evaluate/known-cell.ts";
import { lookup } from "../evaluate/lookup.ts";
import type { Evaluate } from "../evaluate/run.ts";
import type { KeyCode } from "../evaluate/table-keys.ts";
import type { TableCode } from "../evaluate/table-view.ts";
import { laneOf } from "../lanes/lanes.ts";
import { asMemberOf } from "./compile-members.ts";
import type { Compiling, NodeOf, Scope } from "./compile-scope.ts";
import { enumOfType } from "./node-types.ts";

/** A look-up, or the question whether there is a cell. */
export function compileLookup(
  node: NodeOf<"lookup">,
  scope: Scope,
  with_: Compiling,
  isKnown: boolean,
): Evaluate {
  const code = with_.tables[positionIn(with_.plan.at.tables, node.table)] as TableCode;
  const keys = node.keys.map((key, place) => {
    if (key === null) return null;
    const { tree } = code.keys[place] as KeyCode;
    return asMemberOf(key, enumOfType(tree), scope, with_);
  });
  if (node.inverse !== undefined) {
    const sought = with_.compile(node.inverse.value, scope);
    return laneOf(with_.plan, "rare").inverseLookup(code, node, keys, sought, isKnown);
  }
  const find = isKnown ? knownCell : lookup;
  return find(code, node, keys as Evaluate[]);
}
