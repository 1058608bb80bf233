import { type Chunk, type Loop, leave, nearOf, unit } from "../chunk.ts";
import type { Operand, Step } from "../step.ts";
import { smallSize } from "../tabulation.ts";
import type { Loops } from "./loops.ts";

/** A look-up as calls of the module; what has not been asked for yet is looked up by the table itself. */
export function tabulated(
  loops: Loops,
  rows: Float64Array,
  chunk: Chunk,
  { out: to, table, operands }: Extract<Step, { kernel: "tabulated" }>,
): Loop | undefined {
  const { registers } = chunk;
  const { small, large } = table;
  const { buffer } = rows;
  const isHere = () => large.keys.buffer === buffer && large.values.buffer === buffer;
  if (small.buffer !== buffer) return undefined;
  const out = registers[to] as Float64Array;
  const [only] = operands;
  const isByKey = operands.length === 1 && only?.numbers === undefined;
  const byKey = isByKey && only !== undefined && only.count <= smallSize ? only : undefined;
  const keys = byKey === undefined ? rows : (registers[byKey.at] as Float64Array);
  const { low, count: most } = byKey ?? { low: 0, count: Number.POSITIVE_INFINITY };
  const [outAt, keysAt, smallAt] = [out.byteOffset, keys.byteOffset, small.byteOffset];

  /** The first row from one on that is not found. */
  const find = (from: number, end: number): number => {
    if (byKey !== undefined) return loops.foundByKey(outAt, keysAt, low, most, smallAt, from, end);
    if (!isHere()) return from;
    const [slots, values] = [large.keys.byteOffset, large.values.byteOffset];
    const mask = large.keys.length - 1;
    return loops.foundByPlace(outAt, keysAt, smallAt, smallSize, slots, values, mask, from, end);
  };

  return (count) => {
    const end = 8 * count;
    if (byKey === undefined) {
      rows.fill(0, 0, count);
      for (const operand of operands) place(loops, rows, chunk, operand, end);
    }
    for (let at = find(0, end); at < end; at = find(at + 8, end)) {
      const row = at / 8;
      const index = (keys[row] as number) - low;
      const value = index >= 0 && index < most ? table.at(index) : Number.POSITIVE_INFINITY;
      if (value === Number.POSITIVE_INFINITY) leave(chunk, row);
      out[row] = value;
    }
  };
}

/** Takes a key into account in where rows stand in a table. */
function place(
  loops: Loops,
  rows: Float64Array,
  chunk: Chunk,
  { at, low, count, numbers }: Operand,
  end: number,
): void {
  const { registers } = chunk;
  const keys = (registers[at] as Float64Array).byteOffset;
  if (numbers === undefined) {
    loops.placed(rows.byteOffset, keys, low, count, end);
    return;
  }
  const { rounds, bound, divisor } = numbers;
  const bounds = (registers[bound] as Float64Array).byteOffset;
  const [share, near] = [rounds * unit, nearOf(chunk, at, at, divisor)];
  loops.placedByNumbers(rows.byteOffset, keys, bounds, low, count, share, near, end);
}
