import { type Chunk, type Loop, leave, nearOf, type Room, unit } from "../chunk.ts";
import { noteScale } from "../kernels.ts";
import { isHalf, isMultiplied, roundingOf } from "../round-kernel.ts";
import { workSize } from "../rows.ts";
import { readsOf, type Step, type TableStep } from "../step.ts";
import type { Large } from "../tabulation.ts";
import * as codes from "./assembly/codes.ts";
import type { Loops } from "./loops.ts";

/** Writes steps as programs of the module, which runs one after another of their instructions. */
export interface Programs {
  /** How many instructions a step takes; 0 where the module cannot run it. */
  readonly sizeOf: (chunk: Chunk, step: Step) => number;
  /** Steps that the module can run, of no more than `most` instructions. */
  readonly write: (chunk: Chunk, steps: readonly Step[]) => Loop;
  readonly most: number;
}

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
  const isHere = (array: { readonly buffer: ArrayBufferLike } | undefined) =>
    array?.buffer === buffer;
  const indexRoom = Array.from({ length: mostIndexes }, () => room.integers(workSize));
  /** Stands for what is out of reach of the module, so that it is looked up one by one. */
  const nothing = [room.integers(1).fill(-1), room.doubles(1)] as const;

  return {
    most,
    sizeOf(chunk, step) {
      const isReachable = [step.out, ...readsOf(step)].every((at) => isHere(chunk.registers[at]));
      const isTableHere = step.kernel !== "tabulated" || isHere(step.table.small);
      return isReachable && isTableHere ? instructionsOf(step) : 0;
    },
    write(chunk, steps) {
      const text = startText(chunk, steps, indexRoom, ({ keys, values }) =>
        isHere(keys) && isHere(values) ? [keys, values] : nothing,
      );
      const { bytes, outs, lookups } = text;
      const to = from + bytes.length;
      const marks = chunk.undecided.byteOffset;
      return (count) => {
        for (const out of outs) chunk.filled[out] = Number.NaN;
        text.renew();
        place.set(bytes);
        const end = 8 * count;
        for (let at = from; at < to; ) {
          at = run(at, to, state.byteOffset, marks, end);
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
  /** The registers that it writes. */
  readonly outs: readonly number[];
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
  steps: readonly Step[],
  indexRoom: readonly Int32Array[],
  reached: (large: Large) => readonly [Int32Array, Float64Array],
): Text {
  const { registers } = chunk;
  const at = (register: number) => (registers[register] as Float64Array).byteOffset;
  const size = steps.reduce((sum, step) => sum + instructionsOf(step), indexRoom.length);
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

  const write = (step: Step): void => {
    const out = at(step.out);
    switch (step.kernel) {
      case "filled":
      case "filledWhole":
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
        put(codes[step.kernel], [out, at(step.a), at(step.b), ...bounds], [...shares, step.value]);
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
        put(codes[combines[step.kernel]], [out, at(step.a), at(step.b)], []);
    }
  };
  for (const step of steps) write(step);
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

function instructionsOf(step: Step): number {
  switch (step.kernel) {
    case "filled":
    case "filledWhole":
      return 0;
    case "rounded":
    case "counted":
      if (!isHalf(step.mode) && step.mode !== "floor") return 0;
      return isMultiplied(step) ? 2 : 1;
    case "placed":
      return 1 + step.operands.length;
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
  const outs = steps.map(({ out }) => out);
  const inputs = [...new Set(steps.flatMap(readsOf))].filter((at) => !outs.includes(at));
  const tables = steps.flatMap((step) => (step.kernel === "tabulated" ? [step.table] : []));
  const scales = new Float64Array(outs.length);
  const seen = new Float64Array(inputs.length + 2 * tables.length).fill(Number.NaN);
  let isSame = true;
  const see = (at: number, value: number): void => {
    if (seen[at] !== value) isSame = false;
    seen[at] = value;
  };
  return {
    outs,
    renew() {
      isSame = true;
      let next = 0;
      for (const at of inputs) see(next++, chunk.scales[at] as number);
      for (const { scale, large } of tables) {
        see(next++, scale());
        see(next++, large.keys.length);
      }
      if (isSame) {
        for (let at = 0; at < outs.length; at += 1) {
          chunk.scales[outs[at] as number] = scales[at] as number;
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
  sum: "sum",
  difference: "difference",
  product: "product",
  least: "least",
  greatest: "greatest",
  both: "product",
  either: "greatest",
} as const;

/** What a comparison comes to below, at and above. */
const outcomesOf = (test: number) => [test & 1, (test >> 1) & 1, (test >> 2) & 1] as const;
