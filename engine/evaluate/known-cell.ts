import type { Node } from "../methodology/tree.ts";
import { isAbsent } from "./absent.ts";
import { atKeys } from "./lookup.ts";
import type { Evaluate } from "./run.ts";
import { find, isHole, startSearch } from "./search.ts";
import type { TableCode } from "./table-view.ts";

/** Whether a look-up would find a cell. */
export function knownCell(
  code: TableCode,
  node: Extract<Node, { kind: "lookup" }>,
  keys: readonly Evaluate[],
): Evaluate {
  const column = code.columns.get(node.column) as number;
  return (run) => {
    const values = keys.map((key) => key(run));
    return atKeys(run, code, `known ${code.position} ${column}`, values, (one) => {
      const found = find(run, startSearch(run, code, column, one));
      return !isHole(found) && !(isAbsent(found) && found.kind === "failed");
    });
  };
}
