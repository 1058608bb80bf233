import { type Chunk, type Loop, leave, nearOf, unit } from "../chunk.ts";
import type { Operand, TableStep } from "../step.ts";
import type { Loops } from "./loops.ts";

/** A look-up as calls of the module; what has not been asked for yet is looked up by the table itself. */
export function tabulated(loops: Loops, chunk: Chunk, step: TableStep): Loop | undefined {
  const { table, low, count: most } = step;
  const { small, large } = table;
  const out = chunk.registers[step.out] as Float64Array;
  const keys = chunk.registers[step.a] as Float64Array;
  const { buffer } = out;
  const isHere = (array: Float64Array | Int32Array) => array.buffer === buffer;
  if (!isHere(small)) return undefined;
  const [outAt, keysAt, smallAt] = [out.byteOffset, keys.byteOffset, small.byteOffset];
  const isSmall = small.length === most;

  /** The first row from one on that is not found. */
  const find = (from: number, end: number): number => {
    if (isSmall) return loops.foundByKey(outAt, keysAt, low, most, smallAt, from, end);
    if (!isHere(large.keys) || !isHere(large.values)) return from;
    const [slots, values] = [large.keys.byteOffset, large.values.byteOffset];
    const own = [smallAt, small.length, slots, values, large.keys.length - 1] as const;
    return loops.foundByHash(outAt, keysAt, low, most, ...own, from, end);
  };

  return (count) => {
    const end = 8 * count;
    for (let at = find(0, end); at < end; at = find(at + 8, end)) {
      const row = at / 8;
      const index = (keys[row] as number) - low;
      const value = index >= 0 && index < most ? table.at(index) : Number.POSITIVE_INFINITY;
      if (value === Number.POSITIVE_INFINITY) leave(chunk, row);
      out[row] = value;
    }
  };
}

/** Where rows stand in a table of some keys, as calls of the module. */
export function placed(loops: Loops, chunk: Chunk, to: number, operands: readonly Operand[]): Loop {
  const { registers } = chunk;
  const places = registers[to] as Float64Array;
  const out = places.byteOffset;
  const steps = operands.map(({ at, low, count: most, numbers }): Loop => {
    const keys = (registers[at] as Float64Array).byteOffset;
    if (numbers === undefined) return (count) => loops.placed(out, keys, low, most, 8 * count);
    const { rounds, bound, divisor } = numbers;
    const bounds = (registers[bound] as Float64Array).byteOffset;
    const share = rounds * unit;
    return (count) => {
      const near = nearOf(chunk, at, at, divisor);
      loops.placedByNumbers(out, keys, bounds, low, most, share, near, 8 * count);
    };
  });
  return (count) => {
    places.fill(0, 0, count);
    for (const step of steps) step(count);
  };
}
