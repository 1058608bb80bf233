import { type Chunk, type Loop, leave, type Room } from "../chunk.ts";
import { workSize } from "../rows.ts";
import type { TableStep } from "../step.ts";
import * as codes from "./assembly/codes.ts";
import type { Loops } from "./loops.ts";
import { columnsOf, instructionsOf, registersOf, startText, type Task } from "./text.ts";

/** Writes stretches as programs of the module, which runs one after another of their instructions. */
export interface Programs {
  /** How many instructions a task takes; 0 where the module cannot run it. */
  readonly sizeOf: (chunk: Chunk, task: Task) => number;
  /** Tasks that the module can run, of no more than `most` instructions. */
  readonly write: (chunk: Chunk, tasks: readonly Task[]) => Loop;
  readonly most: number;
}

const most = 512;
/** Columns of places in tables that several look-ups share. */
const mostIndexes = 8;
/** The word of an instruction that tells a look-up with which row to go on. */
const goOnWord = 7;

/** Bytes of programs that stay where they are run; others are put into a place of their own each time. */
const mostKept = 8 << 20;

/** Starts with no program. */
export function startPrograms({ run }: Loops, room: Room): Programs {
  const place = room.bytes((most + mostIndexes) * codes.size);
  const state = room.integers(2);
  const { buffer } = place;
  let kept = 0;
  const isHere = (array: Float64Array | Int32Array | undefined) => array?.buffer === buffer;
  const indexRoom = Array.from({ length: mostIndexes }, () => room.integers(workSize));
  /** Stands for what is out of reach of the module, so that it is looked up one by one. */
  const nothing = [room.integers(1).fill(-1), room.doubles(1)] as const;

  return {
    most,
    sizeOf({ registers }, task) {
      const isReachable = registersOf(task).every((at) => isHere(registers[at]));
      return isReachable && columnsOf(task).every(isHere) ? instructionsOf(task) : 0;
    },
    write(chunk, tasks) {
      const text = startText(chunk, tasks, indexRoom, ({ keys, values }) =>
        isHere(keys) && isHere(values) ? [keys, values] : nothing,
      );
      const { bytes, lookups } = text;
      let home = place;
      if (kept + bytes.length <= mostKept) {
        const own = room.bytes(bytes.length);
        if (own.buffer === buffer) home = own;
        kept += bytes.length;
      }
      const { byteOffset: from } = home;
      const to = from + bytes.length;
      const held = new Int32Array(buffer, from, bytes.length / 4);
      const marks = chunk.undecided.byteOffset;
      const words = state.byteOffset;
      let isGoneOn = true;
      return (count) => {
        // A look-up that has been gone on with says so, and the place of all may hold another program.
        if (text.renew() || isGoneOn || home === place) home.set(bytes);
        isGoneOn = false;
        const end = 8 * count;
        for (let at = from; at < to; ) {
          at = run(at, to, words, marks, end);
          if (state[0] !== 0) chunk.isMarked = true;
          if (at === to) return;
          const row = (state[1] as number) / 8;
          lookUp(chunk, lookups.get((at - from) / codes.size) as TableStep, row);
          // The table may have more places now, and numbers of more digits.
          text.renew();
          home.set(bytes);
          held[((at - from) >> 2) + goOnWord] = 8 * (row + 1);
          isGoneOn = true;
        }
      };
    },
  };
}

/** Looks up for a row what the module has not found. */
function lookUp(chunk: Chunk, { table, low, count, a, out }: TableStep, row: number): void {
  const index = ((chunk.registers[a] as Float64Array)[row] as number) - low;
  const value = index >= 0 && index < count ? table.at(index) : Number.POSITIVE_INFINITY;
  if (value === Number.POSITIVE_INFINITY) leave(chunk, row);
  (chunk.registers[out] as Float64Array)[row] = value;
}
