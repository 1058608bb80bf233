import type { Kernels, Loop } from "../chunk.ts";
import { plainKernels } from "../kernels.ts";
import type { Step } from "../step.ts";
import { startLoops } from "./loops.ts";
import { startPrograms } from "./program.ts";

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
  const isHere = (array: { readonly buffer: ArrayBufferLike } | undefined) =>
    array?.buffer === buffer;
  return {
    room,
    cells: { buffer, loops },
    prepare(chunk, steps) {
      const runs: Loop[] = [];
      let plain: Step[] = [];
      let written: Step[] = [];
      let size = 0;
      const endPlain = () => {
        if (plain.length > 0) runs.push(plainKernels.prepare(chunk, plain));
        plain = [];
      };
      const endWritten = () => {
        if (size > 0) runs.push(programs.write(chunk, written));
        written = [];
        size = 0;
      };
      for (const step of [
        ...steps.filter(isConstant),
        ...steps.filter((one) => !isConstant(one)),
      ]) {
        const own = programs.sizeOf(chunk, step);
        if (own === 0 || size + own > programs.most) endWritten();
        if (own === 0) plain.push(step);
        else {
          endPlain();
          written.push(step);
          size += own;
        }
      }
      endPlain();
      endWritten();
      return (count) => {
        for (const run of runs) run(count);
      };
    },
    bring(from, to, rows, count) {
      if (!isHere(from) || !isHere(to) || !isHere(rows)) {
        plainKernels.bring(from, to, rows, count);
      } else loops.brought(to.byteOffset, from.byteOffset, rows.byteOffset, 8 * count);
    },
    others(found, column, value, undecided, count) {
      if (!isHere(found) || !isHere(column) || !isHere(undecided)) {
        return plainKernels.others(found, column, value, undecided, count);
      }
      const { byteOffset } = column;
      return loops.others(found.byteOffset, byteOffset, value, undecided.byteOffset, 8 * count);
    },
    marked(found, undecided, elsewhere, count) {
      return isHere(found) && isHere(undecided)
        ? loops.marked(found.byteOffset, undecided.byteOffset, elsewhere, count)
        : plainKernels.marked(found, undecided, elsewhere, count);
    },
    settle(column, to, places, undecided, count) {
      if (!isHere(column) || !isHere(to) || !isHere(places) || !isHere(undecided)) {
        plainKernels.settle(column, to, places, undecided, count);
        return;
      }
      const from = column.byteOffset;
      loops.settled(to.byteOffset, from, places.byteOffset, undecided.byteOffset, 8 * count);
    },
  };
}

/** Columns that are the same in every row hang on no other, and come first. */
const isConstant = ({ kernel }: Step) => kernel === "filled" || kernel === "filledWhole";
