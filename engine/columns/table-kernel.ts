import { type Chunk, leave, lessThanHalf, stepOf, unit } from "./chunk.ts";
import type { Operand, TableStep } from "./step.ts";
import { slotOf, type Tabulation } from "./tabulation.ts";

/** Takes the next key of rows into account: a column of whole numbers. */
function placeByWholes(
  places: Float64Array,
  { low, count: most }: Operand,
  keys: Float64Array,
  count: number,
): void {
  for (let at = 0; at < count; at += 1) {
    const key = (keys[at] as number) - low;
    places[at] = key >= 0 && key < most ? (places[at] as number) * most + key : Number.NaN;
  }
}

/** The same of numbers, where they are whole for certain. */
function placeByNumbers(
  places: Float64Array,
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

/** Where rows stand in a table of some keys. */
export function place(
  { registers, scales }: Chunk,
  to: number,
  operands: readonly Operand[],
  count: number,
): void {
  const places = registers[to] as Float64Array;
  places.fill(0, 0, count);
  for (const operand of operands) {
    const keys = registers[operand.at] as Float64Array;
    const { numbers } = operand;
    if (numbers === undefined) placeByWholes(places, operand, keys, count);
    else {
      const bounds = registers[numbers.bound] as Float64Array;
      const scale = scales[operand.at] as number;
      placeByNumbers(places, operand, numbers, keys, bounds, scale, count);
    }
  }
}

/** Looks up in a table. */
export function tabulate(chunk: Chunk, step: TableStep, count: number): void {
  const { table, low, count: most } = step;
  const out = chunk.registers[step.out] as Float64Array;
  const keys = chunk.registers[step.a] as Float64Array;
  for (let at = 0; at < count; at += 1) {
    const index = (keys[at] as number) - low;
    const value = index >= 0 && index < most ? found(table, index) : Number.POSITIVE_INFINITY;
    if (value === Number.POSITIVE_INFINITY) leave(chunk, at);
    out[at] = value;
  }
}

function found(table: Tabulation, index: number): number {
  const { small } = table;
  if (index < small.length) {
    const known = small[index] as number;
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
