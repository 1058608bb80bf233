/**
 * The kernels that most rows go through, two rows at a time: AssemblyScript, of which `module.ts` beside this folder is made.
 *
 * A column is where its doubles begin in memory, `end` how many bytes of it are rows at hand; columns have room for an even
 * number of rows, and what is written behind the last row is never used. Every kernel does what its namesake in
 * `engine/columns/plain-loops.ts` does, so that both come to the same doubles and marks. Kernels that mark rows
 * tell whether they have marked any.
 */
export { countedRows, notedCell, notedSet, readRows } from "./cells.ts";
export { fourUnits, half, infinity, magic, none, one, oneUnit, slightlyMore } from "./common.ts";
export { writtenRows } from "./lines.ts";
export { run } from "./program.ts";
export { marked, others } from "./rows.ts";
