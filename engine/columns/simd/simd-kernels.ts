import type { Chunk, Kernels, Loop } from "../chunk.ts";
import { bring, filling, isConstant, plainKernels, runStep, settle } from "../kernels.ts";
import { startLoops } from "./loops.ts";
import { startPrograms } from "./program.ts";
import type { Task } from "./text.ts";

/**
 * The kernels as a module of WebAssembly, two rows at a time; the plain loops where there is no such module, or where a
 * policy does not allow one. That policy is told of the attempt, so a page does not ask.
 *
 * The room is that of one lane. What has no room in the memory of the module, and roundings that it does not have, run as plain loops.
 */
export function startSimdKernels(): Kernels {
  const started = startLoops();
  if (started === undefined) return plainKernels;
  const { loops, room } = started;
  const programs = startPrograms(loops, room);
  const { buffer } = room.bytes(0);
  const isHere = (array: Float64Array | Int32Array | Uint8Array) => array.buffer === buffer;
  /** Where arrays of the chunk at hand are, because to ask them takes long; nothing where they are out of reach. */
  let known: Chunk | undefined;
  let fixed: { readonly found: number; readonly marks: number } | undefined;
  const columns: number[] = [];
  const reached = (chunk: Chunk) => {
    if (chunk !== known) {
      const { found, undecided, rows, places } = chunk;
      const isReachable = [found, undecided, rows, places].every(isHere);
      fixed = isReachable ? { found: found.byteOffset, marks: undecided.byteOffset } : undefined;
      columns.length = 0;
      known = chunk;
    }
    return fixed;
  };
  /** The address of a register; 0 for none. */
  const columnAt = ({ registers }: Chunk, at: number): number => {
    const column = registers[at] as Float64Array;
    columns[at] ??= isHere(column) ? column.byteOffset : 0;
    return columns[at];
  };
  return {
    room,
    prepare(chunk, { answers, steps, results }) {
      const fill = filling(chunk, steps);
      const runs: Loop[] = [];
      let written: Task[] = [];
      let size = 0;
      const end = () => {
        if (size > 0) runs.push(programs.write(chunk, written));
        written = [];
        size = 0;
      };
      const loopSteps = steps.filter((step) => !isConstant(step));
      for (const task of [...answers, ...loopSteps, ...results]) {
        const own = reached(chunk) === undefined ? 0 : programs.sizeOf(chunk, task);
        if (own === 0 || size + own > programs.most) end();
        if (own === 0) runs.push((count) => runPlainly(chunk, task, count));
        else {
          written.push(task);
          size += own;
        }
      }
      end();
      return (count) => {
        fill();
        for (const run of runs) run(count);
      };
    },
    others(chunk, register, value, count) {
      const own = reached(chunk);
      const column = columnAt(chunk, register);
      return own === undefined || column === 0
        ? plainKernels.others(chunk, register, value, count)
        : loops.others(own.found, column, value, own.marks, 8 * count);
    },
    marked(chunk, elsewhere, count) {
      const own = reached(chunk);
      return own === undefined
        ? plainKernels.marked(chunk, elsewhere, count)
        : loops.marked(own.found, own.marks, elsewhere, count);
    },
  };
}

function runPlainly(chunk: Chunk, task: Task, count: number): void {
  if (task.kernel === "brought") bring(chunk, task, count);
  else if (task.kernel === "settled") settle(chunk, task, count);
  else runStep(chunk, task, count);
}
