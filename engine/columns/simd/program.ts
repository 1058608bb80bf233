import {
  type Answer,
  type Chunk,
  type Loop,
  leave,
  nearOf,
  type Result,
  type Room,
  unit,
} from "../chunk.ts";
import { noteScale } from "../kernels.ts";
import { isHalf, isMultiplied, roundingOf } from "../round-kernel.ts";
import { workSize } from "../rows.ts";
import { readsOf, type Step, type TableStep } from "../step.ts";
import type { Large } from "../tabulation.ts";
import * as codes from "./assembly/codes.ts";
import type { Loops } from "./loops.ts";

/** Writes stretches as programs of the module, which runs one after another of their instructions. */
export interface Programs {
  /** How many instructions a task takes; 0 where the module cannot run it. */
  readonly sizeOf: (chunk: Chunk, task: Task) => number;
  /** Tasks that the module can run, of no more than `most` instructions. */
  readonly write: (chunk: Chunk, tasks: readonly Task[]) => Loop;
  readonly most: number;
}

/** What an instruction may be of; steps that are constant are none. */
export type Task = Answer | Exclude<Step, { kernel: "filled" | "filledWhole" }> | Result;

const most = 512;
/** Columns of places in tables that several look-ups share. */
const mostIndexes = 8;
const wordsOf = codes.size / 4;
const numbersOf = codes.size / 8;
/** Where the doubles of an instruction begin, and where the word is that tells a look-up with which row to go on. */
const firstNumber = 4;
const goOnWord = 7;
const firstOfHash = 4;

/** Starts with room for one program, which each is put into to be run. */
export function startPrograms({ run }: Loops, room: Room): Programs {
  const place = room.bytes((most + mostIndexes) * codes.size);
  const state = room.integers(2);
  const { buffer, byteOffset: from } = place;
  const held = new Int32Array(buffer, from, place.length / 4);
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
      const { bytes, outs, lookups } = text;
      const to = from + bytes.length;
      const marks = chunk.undecided.byteOffset;
      const words = state.byteOffset;
      return (count) => {
        const { filled } = chunk;
        for (let at = 0; at < outs.length; at += 1) filled[outs[at] as number] = Number.NaN;
        text.renew();
        place.set(bytes);
        const end = 8 * count;
        for (let at = from; at < to; ) {
          at = run(at, to, words, marks, end);
          if (state[0] !== 0) chunk.isMarked = true;
          if (at === to) return;
          const row = (state[1] as number) / 8;
          lookUp(chunk, lookups.get((at - from) / codes.size) as TableStep, row);
          // The table may have more places now, and numbers of more digits.
          if (text.renew()) place.set(bytes);
          held[((at - from) >> 2) + goOnWord] = 8 * (row + 1);
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

/** A program as bytes, with what is to be done before it is run. */
interface Text {
  readonly bytes: Uint8Array;
  /** The registers that its steps write. */
  readonly outs: Int32Array;
  /** Look-ups by the number of their instruction. */
  readonly lookups: ReadonlyMap<number, TableStep>;
  /**
   * Notes the lattices of what the steps come to, and writes what hangs on them and on the size of tables; false where all is
   * as it was the time before.
   */
  readonly renew: () => boolean;
}

function startText(
  chunk: Chunk,
  tasks: readonly Task[],
  indexRoom: readonly Int32Array[],
  reached: (large: Large) => readonly [Int32Array, Float64Array],
): Text {
  const { registers } = chunk;
  const steps = tasks.filter((task) => task.kernel !== "brought" && task.kernel !== "settled");
  const at = (register: number) => (registers[register] as Float64Array).byteOffset;
  const size = tasks.reduce((sum, task) => sum + instructionsOf(task), indexRoom.length);
  const bytes = new Uint8Array(size * codes.size);
  const words = new Int32Array(bytes.buffer);
  const numbers = new Float64Array(bytes.buffer);
  const lookups = new Map<number, TableStep>();
  const renewals: (() => void)[] = [];
  let next = 0;
  const put = (code: number, operands: readonly number[], values: readonly number[]): void => {
    words.set([code, ...operands], next * wordsOf);
    numbers.set(values, next * numbersOf + firstNumber);
    next += 1;
  };
  /** Writes numbers of the instruction that comes next each time before it is run. */
  const renewed = (from: number, values: () => readonly number[]): void => {
    const first = next * numbersOf + firstNumber + from;
    renewals.push(() => numbers.set(values(), first));
  };

  const shared = sharedKeys(steps);
  const indexes = new Map<string, number>();
  /** Where the places of the keys of a look-up are kept, if another look-up has the same. */
  const indexOf = (step: TableStep): number | undefined => {
    const key = keysOf(step);
    const known = indexes.get(key);
    if (known !== undefined || !shared.has(key)) return known;
    const index = indexRoom[indexes.size]?.byteOffset;
    if (index === undefined) return undefined;
    indexes.set(key, index);
    put(codes.indexed, [index, at(step.a)], [step.low, step.count]);
    return index;
  };

  const write = (step: Task): void => {
    if (step.kernel === "settled") {
      put(codes.settled, [step.to.byteOffset, at(step.a), chunk.places.byteOffset], []);
      return;
    }
    const out = at(step.out);
    switch (step.kernel) {
      case "brought":
        put(codes.brought, [out, step.from.byteOffset, chunk.rows.byteOffset], []);
        return;
      case "scaled":
        put(codes.scaled, [out, at(step.a)], [step.value]);
        return;
      case "absolute":
        put(codes.absolute, [out, at(step.a)], []);
        return;
      case "quotient": {
        const places = [out, at(step.a), at(step.b), at(step.rightBound)];
        put(codes.quotient, places, [1 - 2 * step.rightRounds * unit]);
        return;
      }
      case "scaledBound":
      case "sumBound":
      case "productBound":
      case "quotientBound":
      case "widerBound": {
        const bounds = [at(step.leftBound), at(step.rightBound), at(step.of)];
        const shares = [step.leftRounds * unit, step.rightRounds * unit];
        put(
          boundCodes[step.kernel],
          [out, at(step.a), at(step.b), ...bounds],
          [...shares, step.value],
        );
        return;
      }
      case "compared": {
        const isBound = step.leftBound > 0 || step.rightBound > 0;
        const bounds = isBound ? [at(step.leftBound), at(step.rightBound)] : [];
        const places = [out, at(step.a), at(step.b), ...bounds];
        const shares = [step.leftRounds * unit, step.rightRounds * unit];
        renewed(2, () => [nearOf(chunk, step.a, step.b, step.divisor)]);
        put(codes.compared, places, [...shares, 0, ...outcomesOf(step.test)]);
        return;
      }
      case "comparedWholes": {
        const places = [out, at(step.a), at(step.b)];
        put(codes.comparedWholes, places, [0, 0, 0, ...outcomesOf(step.test)]);
        return;
      }
      case "rounded":
      case "counted": {
        const { mode, times } = step;
        const code = mode === "floor" ? codes.roundedDown : codes.roundedHalf;
        renewed(0, () => {
          const { per, share, near } = roundingOf(chunk, step);
          return [per, share, near];
        });
        const bounds = step.bound > 0 ? at(step.bound) : 0;
        put(code, [out, at(step.a), bounds, mode === "half_even" ? 1 : 0], []);
        if (isMultiplied(step)) {
          put(codes.multiplied, [out], [times, roundingOf(chunk, step).power]);
        }
        return;
      }
      case "placed": {
        put(codes.zeroed, [out], []);
        for (const { at: key, low, count, numbers: own } of step.operands) {
          if (own === undefined) put(codes.placed, [out, at(key)], [low, count]);
          else {
            renewed(3, () => [nearOf(chunk, key, key, own.divisor)]);
            const values = [low, count, own.rounds * unit];
            put(codes.placedByNumbers, [out, at(key), at(own.bound)], values);
          }
        }
        return;
      }
      case "tabulated": {
        const { table, low, count } = step;
        const { small, large } = table;
        if (small.length === count) {
          const index = indexOf(step);
          lookups.set(next, step);
          if (index === undefined) {
            put(codes.foundByKey, [out, at(step.a), small.byteOffset], [low, count]);
          } else put(codes.taken, [out, index, small.byteOffset], []);
          return;
        }
        const first = next * wordsOf + firstOfHash;
        renewals.push(() => {
          const [keys, values] = reached(large);
          words.set([keys.byteOffset, values.byteOffset, keys.length - 1], first);
        });
        lookups.set(next, step);
        put(codes.foundByHash, [out, at(step.a), small.byteOffset], [low, count, small.length]);
        return;
      }
      default:
        put(combines[step.kernel], [out, at(step.a), at(step.b)], []);
    }
  };
  for (const task of tasks) write(task);
  return {
    bytes: bytes.subarray(0, next * codes.size),
    lookups,
    ...startRenewing(chunk, steps, renewals),
  };
}

const keysOf = ({ a, low, count }: TableStep) => `${a} ${low} ${count}`;

/** The keys of which several look-ups find their places at once. */
function sharedKeys(steps: readonly Step[]): ReadonlySet<string> {
  const keys = steps.flatMap((step) =>
    step.kernel === "tabulated" && step.table.small.length === step.count ? [keysOf(step)] : [],
  );
  return new Set(keys.filter((key, at) => keys.indexOf(key) !== at));
}

/** The registers that a task reads and writes. */
function registersOf(task: Task): readonly number[] {
  if (task.kernel === "brought") return [task.out];
  return task.kernel === "settled" ? [task.a] : [task.out, ...readsOf(task)];
}

/** The columns that it reads or writes besides. */
function columnsOf(task: Task): readonly Float64Array[] {
  if (task.kernel === "brought") return [task.from];
  if (task.kernel === "settled") return [task.to];
  return task.kernel === "tabulated" ? [task.table.small] : [];
}

function instructionsOf(task: Task): number {
  switch (task.kernel) {
    case "rounded":
    case "counted":
      if (!isHalf(task.mode) && task.mode !== "floor") return 0;
      return isMultiplied(task) ? 2 : 1;
    case "placed":
      return 1 + task.operands.length;
    default:
      return 1;
  }
}

/** Lattices and tables are mostly those of the rows before. */
function startRenewing(
  chunk: Chunk,
  steps: readonly Step[],
  renewals: readonly (() => void)[],
): Pick<Text, "outs" | "renew"> {
  const outs = Int32Array.from(steps, ({ out }) => out);
  const reads = new Set(steps.flatMap(readsOf));
  const inputs = Int32Array.from([...reads].filter((at) => !outs.includes(at)));
  const tables = steps.flatMap((step) => (step.kernel === "tabulated" ? [step.table] : []));
  const scales = new Float64Array(outs.length);
  const seen = new Float64Array(inputs.length + 2 * tables.length).fill(Number.NaN);
  return {
    outs,
    renew() {
      const { scales: held } = chunk;
      let isSame = true;
      let next = 0;
      for (; next < inputs.length; next += 1) {
        const scale = held[inputs[next] as number] as number;
        if (seen[next] !== scale) isSame = false;
        seen[next] = scale;
      }
      for (const { scale, large } of tables) {
        const own = scale();
        if (seen[next] !== own || seen[next + 1] !== large.keys.length) isSame = false;
        seen[next] = own;
        seen[next + 1] = large.keys.length;
        next += 2;
      }
      if (isSame) {
        for (let at = 0; at < outs.length; at += 1) {
          held[outs[at] as number] = scales[at] as number;
        }
        return false;
      }
      for (const [at, step] of steps.entries()) {
        noteScale(chunk, step);
        scales[at] = chunk.scales[step.out] as number;
      }
      for (const renewal of renewals) renewal();
      return true;
    },
  };
}

const combines = {
  sum: codes.sum,
  difference: codes.difference,
  product: codes.product,
  least: codes.least,
  greatest: codes.greatest,
  both: codes.product,
  either: codes.greatest,
} as const;

const boundCodes = {
  sumBound: codes.sumBound,
  productBound: codes.productBound,
  quotientBound: codes.quotientBound,
  widerBound: codes.widerBound,
  scaledBound: codes.scaledBound,
} as const;

/** What a comparison comes to below, at and above. */
const outcomesOf = (test: number) => [test & 1, (test >> 1) & 1, (test >> 2) & 1] as const;
