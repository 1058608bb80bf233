import { check } from "../../../engine/check.ts";
import { compile } from "../../../engine/compile.ts";
import type { Tree } from "../../../engine/methodology/tree.ts";
import type { Plan } from "../../../engine/plan.ts";
import { decimalLane } from "../../../engine/quantity/decimal.ts";
import { type Files, parseFiles } from "../../support/load.ts";

/** The checked tree of a methodology; throws with the issues of one that does not pass. */
export async function treeOf(files: string | Files): Promise<Tree> {
  const parsed = await parseFiles(files);
  const checked = parsed.ok ? check(parsed.value) : parsed;
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues.slice(0, 5), null, 1));
  return checked.value.tree;
}

/** A methodology ready to run. Its hash is `test`. */
export async function planOf(files: string | Files): Promise<Plan> {
  return compile(await treeOf(files), "test", { decimal: decimalLane });
}
