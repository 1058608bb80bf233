import { ok } from "../../engine/issue.ts";
import { splitParts } from "../../engine/methodology/split-parts.ts";
import type { Tree } from "../../engine/methodology/tree.ts";
import type { LoadedEdition } from "../../engine/service/editions.ts";

/** An edition as it is loaded from such files, without a server and under a hash of one's own. */
export async function heldEdition(tree: Tree, hash: string): Promise<LoadedEdition> {
  const { figures, words, tables } = await splitParts(tree);
  return {
    figures: { ...JSON.parse(figures), hash },
    part: async (table) => ok(JSON.parse(table === undefined ? words : (tables[table] ?? ""))),
  };
}
