/**
 * What is measured as the evaluator: from a checked tree and laid-out inputs to recorded steps, units included; without
 * the lanes that a page loads where a methodology or mode needs them.
 */
export { compileTree } from "../../engine/compile-tree.ts";
export { evaluate } from "../../engine/evaluate.ts";
export { parseUnit } from "../../engine/quantity/unit.ts";
