/** What is measured as the evaluator: from a checked tree and laid-out inputs to recorded steps, units included. */
export { compile } from "../../engine/compile.ts";
export { evaluate } from "../../engine/evaluate.ts";
export { parseUnit } from "../../engine/quantity/unit.ts";
