import type { ConstantTree } from "../methodology/tree.ts";
import type { Plan, Value } from "../plan.ts";
import { ownSlope } from "../range/slopes.ts";
import { figureUnknown } from "../range/unknowns.ts";
import { isExact } from "./absent.ts";
import { figure, readConstant } from "./constants.ts";
import { span } from "./enclosure.ts";
import type { Evaluate, Mark, Run } from "./run.ts";
import { touch } from "./weakness.ts";

/** Reads a constant; in range mode from the lower to the upper end that its source gives. */
export function constantReader(
  plan: Plan,
  position: number,
  tree: ConstantTree,
  mark: Mark | undefined,
): Evaluate {
  const value = readConstant(plan, tree.type, tree.value);
  const low = tree.low === undefined ? undefined : figure(tree.low);
  const high = tree.high === undefined ? undefined : figure(tree.high);
  const isRanged = low !== undefined || high !== undefined;
  const ranged = (run: Run): Value => {
    if (!isExact(value)) return value;
    const name = { kind: "constant", constant: position } as const;
    run.rangedFigures.set(`${position}`, name);
    const end = run.end?.(name);
    const lower = low ?? value;
    const upper = high ?? value;
    if (end !== undefined) return end === "low" ? lower : upper;
    return span(lower, upper, true, ownSlope(figureUnknown(name)));
  };
  return (run) => {
    const read = isRanged && run.isRanged ? ranged(run) : value;
    if (mark !== undefined) touch(run, mark);
    if (run.reads !== null) run.reads.push({ kind: "constant", constant: position, value: read });
    return read;
  };
}
