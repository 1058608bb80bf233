import { type Answer, type Chunk, nearOf, type Result, unit } from "../chunk.ts";
import { noteScale } from "../kernels.ts";
import { isHalf, isMultiplied, roundingOf } from "../round-kernel.ts";
import { readsOf, type Step, type TableStep } from "../step.ts";
import type { Large } from "../tabulation.ts";
import * as codes from "./assembly/codes.ts";

/** What an instruction may be of; steps that are constant are none. */
export type Task = Answer | Exclude<Step, { kernel: "filled" | "filledWhole" }> | Result;

const wordsOf = codes.size / 4;
const numbersOf = codes.size / 8;
/** Where the doubles of an instruction begin, and the words of a hash. */
const firstNumber = 4;
const firstOfHash = 4;

/** A program as bytes, with what is to be done before it is run. */
export interface Text {
  readonly bytes: Uint8Array;
  /** Look-ups by the number of their instruction. */
  readonly lookups: ReadonlyMap<number, TableStep>;
  /**
   * Notes what the registers will hold, and writes what hangs on lattices and on the size of tables; false where these are as
   * they were the time before.
   */
  readonly renew: () => boolean;
}

/**
 * Writes tasks as instructions. Look-ups by the same keys share columns of `indexRoom`; `reached` tells what stands for a hash
 * that the module may not reach.
 */
export function startText(
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
export function registersOf(task: Task): readonly number[] {
  if (task.kernel === "brought") return [task.out];
  return task.kernel === "settled" ? [task.a] : [task.out, ...readsOf(task)];
}

/** The columns that it reads or writes besides. */
export function columnsOf(task: Task): readonly Float64Array[] {
  if (task.kernel === "brought") return [task.from];
  if (task.kernel === "settled") return [task.to];
  return task.kernel === "tabulated" ? [task.table.small] : [];
}

/** How many instructions a task takes; 0 where the module has none for it. */
export function instructionsOf(task: Task): number {
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
): Pick<Text, "renew"> {
  const outs = Int32Array.from(steps, ({ out }) => out);
  const reads = new Set(steps.flatMap(readsOf));
  const inputs = Int32Array.from([...reads].filter((at) => !outs.includes(at)));
  const tables = steps.flatMap((step) => (step.kernel === "tabulated" ? [step.table] : []));
  const scales = new Float64Array(outs.length);
  const seen = new Float64Array(inputs.length + 2 * tables.length).fill(Number.NaN);
  return {
    renew() {
      const { scales: held, filled } = chunk;
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
          const out = outs[at] as number;
          held[out] = scales[at] as number;
          filled[out] = Number.NaN;
        }
        return false;
      }
      for (const [at, step] of steps.entries()) {
        noteScale(chunk, step);
        scales[at] = held[step.out] as number;
        filled[step.out] = Number.NaN;
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
