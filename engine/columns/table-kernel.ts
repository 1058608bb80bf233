import { type Chunk, leave, lessThanHalf, stepOf, unit } from "./chunk.ts";
import type { Operand } from "./step.ts";
import { slotOf, smallSize, type Tabulation } from "./tabulation.ts";

/** Where rows stand in a table; not a number for none of its places. */
const places = new Float64Array(1 << 14);

/** Takes the next key of rows into account: a column of whole numbers. */
function placeByWholes({ low, count: most }: Operand, keys: Float64Array, count: number): void {
  for (let at = 0; at < count; at += 1) {
    const key = (keys[at] as number) - low;
    places[at] = key >= 0 && key < most ? (places[at] as number) * most + key : Number.NaN;
  }
}

/** The same of numbers, where they are whole for certain. */
function placeByNumbers(
  { low, count: most }: Operand,
  { rounds, divisor }: NonNullable<Operand["numbers"]>,
  keys: Float64Array,
  bounds: Float64Array,
  scale: number,
  count: number,
): void {
  const share = rounds * unit;
  const near = lessThanHalf * stepOf(scale, divisor);
  for (let at = 0; at < count; at += 1) {
    const value = keys[at] as number;
    const error = share * Math.abs(value) + (bounds[at] as number);
    const whole = Math.round(value);
    const key = whole - low;
    // Off the whole number by less than its bound, and no other point of the lattice so near.
    const isKey = Math.abs(value - whole) <= error && error < near && key >= 0 && key < most;
    places[at] = isKey ? (places[at] as number) * most + key : Number.NaN;
  }
}

/** Looks up in a table by one or more columns. */
export function tabulate(
  chunk: Chunk,
  to: number,
  table: Tabulation,
  operands: readonly Operand[],
  count: number,
): void {
  const { registers, scales } = chunk;
  const out = registers[to] as Float64Array;
  const [only] = operands;
  const isSmall = operands.length === 1 && only?.numbers === undefined;
  if (only !== undefined && isSmall && only.count <= smallSize) {
    const { small } = table;
    const keys = registers[only.at] as Float64Array;
    const { low, count: most } = only;
    for (let at = 0; at < count; at += 1) {
      const index = (keys[at] as number) - low;
      let value = small[index] as number;
      if (!(value < Infinity)) {
        value = index >= 0 && index < most ? table.at(index) : Infinity;
        if (value === Infinity) leave(chunk, at);
      }
      out[at] = value;
    }
  } else {
    places.fill(0, 0, count);
    for (const operand of operands) {
      const keys = registers[operand.at] as Float64Array;
      const { numbers } = operand;
      if (numbers === undefined) placeByWholes(operand, keys, count);
      else {
        const bounds = registers[numbers.bound] as Float64Array;
        placeByNumbers(operand, numbers, keys, bounds, scales[operand.at] as number, count);
      }
    }
    for (let at = 0; at < count; at += 1) {
      const index = places[at] as number;
      const value = index >= 0 ? found(table, index) : Infinity;
      if (value === Infinity) leave(chunk, at);
      out[at] = value;
    }
  }
}

function found(table: Tabulation, index: number): number {
  if (index < smallSize) {
    const known = table.small[index] as number;
    return Number.isNaN(known) ? table.at(index) : known;
  }
  const { keys, values } = table.large;
  let slot = slotOf(index, keys.length);
  while (keys[slot] !== index) {
    if (keys[slot] === -1) return table.at(index);
    slot = (slot + 1) & (keys.length - 1);
  }
  return values[slot] as number;
}
