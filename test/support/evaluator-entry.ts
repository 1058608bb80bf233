/**
 * What is measured as the evaluator: from a checked tree and an answer as a form writes it, with its unit, to recorded
 * steps; without the lanes that a page loads where a methodology or mode needs them. The units that a form offers are in
 * the tree with their exact factors; reading any other unit is part of the lane for answers that are not plain.
 */
export { plainQuestion } from "../../engine/answers/plain-value.ts";
export { compileTree } from "../../engine/compile-tree.ts";
export { evaluate } from "../../engine/evaluate.ts";
