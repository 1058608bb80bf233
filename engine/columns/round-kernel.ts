import { type Chunk, leave, lessThanHalf, powers, stepOf, unit } from "./chunk.ts";
import type { RoundStep } from "./step.ts";

/**
 * Rounds to a multiple. A value surely on one side of an edge is rounded; one that may be on either side is on the edge
 * where the lattice, which holds the edge too, has no other point so near.
 *
 * Each loop takes the rows that are far from an edge by themselves, and looks closer at the others one by one.
 */
export function round(chunk: Chunk, step: RoundStep, count: number): void {
  const { registers } = chunk;
  const { mode, times } = step;
  const out = registers[step.out] as Float64Array;
  const values = registers[step.a] as Float64Array;
  const bounds = registers[step.bound] as Float64Array;
  const { per, share, near, power } = roundingOf(chunk, step);
  const run = isHalf(mode) ? roundHalf : mode === "floor" ? roundDown : roundAny;
  run(chunk, mode, out, values, bounds, per, share, near, count);
  if (isMultiplied(step)) {
    for (let at = 0; at < count; at += 1) out[at] = ((out[at] as number) * times) / power;
  }
}

export const isHalf = (mode: RoundStep["mode"]) => mode === "half_up" || mode === "half_even";

const isWhole = ({ times, places }: RoundStep) => times === 1 && places === 0;

/** Whether the multiples that have been counted are to be turned into numbers. */
export const isMultiplied = (step: RoundStep) => step.kernel === "rounded" && !isWhole(step);

/** What a rounding of rows at hand is reckoned with. */
export interface RoundTerms {
  /** Multiples in one. */
  readonly per: number;
  readonly power: number;
  /** The error of a multiple by its size. */
  readonly share: number;
  /** Nearer than this to an edge, a multiple is on it. */
  readonly near: number;
}

export function roundingOf({ scales }: Chunk, step: RoundStep): RoundTerms {
  const { mode, times, places, divisor } = step;
  const power = powers[places] as number;
  const apart = Math.max(scales[step.a] as number, places) - places;
  const points = stepOf(apart, divisor * times);
  // Half-way between two multiples there is a point of the lattice, or else right between two points.
  const isPoint = !isHalf(mode) || apart > 0 || (divisor * times) % 2 === 0;
  return {
    per: power / times,
    power,
    share: (step.rounds + (isWhole(step) ? 0 : 2)) * unit,
    near: lessThanHalf * points * (isPoint ? 1 : 0.5),
  };
}

/** Larger whole numbers leave no room for what is behind the point. */
const mostWhole = 2 ** 50;

type Round = (
  chunk: Chunk,
  mode: RoundStep["mode"],
  out: Float64Array,
  values: Float64Array,
  bounds: Float64Array,
  per: number,
  share: number,
  near: number,
  count: number,
) => void;

const roundHalf: Round = (chunk, mode, out, values, bounds, per, share, near, count) => {
  for (let at = 0; at < count; at += 1) {
    const value = (values[at] as number) * per;
    const size = Math.abs(value);
    const error = share * size + (bounds[at] as number) * per * 1.001;
    const below = Math.floor(value);
    const side = value - below - 0.5;
    if (!(Math.abs(side) > error + unit) || !(size < mostWhole)) {
      out[at] = onHalf(chunk, mode, below, error, near, size, at);
    } else out[at] = (side > 0 ? below + 1 : below) + 0;
  }
};

/** A value that may be half-way. */
function onHalf(
  chunk: Chunk,
  mode: RoundStep["mode"],
  below: number,
  error: number,
  near: number,
  size: number,
  at: number,
): number {
  if (!(size < mostWhole) || !(error < near)) return leave(chunk, at);
  const isUp = mode === "half_up" ? below >= 0 : below % 2 !== 0;
  return isUp ? below + 1 + 0 : below + 0;
}

const roundDown: Round = (chunk, _, out, values, bounds, per, share, near, count) => {
  for (let at = 0; at < count; at += 1) {
    const value = (values[at] as number) * per;
    const size = Math.abs(value);
    const error = share * size + (bounds[at] as number) * per * 1.001;
    const edge = Math.round(value);
    const side = value - edge;
    if (!(Math.abs(side) > error) || !(size < mostWhole)) {
      out[at] = !(size < mostWhole) || !(error < near) ? leave(chunk, at) : edge + 0;
    } else out[at] = (side < 0 ? edge - 1 : edge) + 0;
  }
};

const roundAny: Round = (chunk, mode, out, values, bounds, per, share, near, count) => {
  for (let at = 0; at < count; at += 1) {
    const value = (values[at] as number) * per;
    const size = Math.abs(value);
    const error = share * size + (bounds[at] as number) * per * 1.001;
    const edge = Math.round(value);
    const side = value - edge;
    if (!(size < mostWhole)) out[at] = leave(chunk, at);
    else if (Math.abs(side) > error) {
      const isDown =
        mode === "floor" || (mode !== "ceil" && (mode === "toward_zero" ? value > 0 : value < 0));
      out[at] = (isDown ? (side < 0 ? edge - 1 : edge) : side > 0 ? edge + 1 : edge) + 0;
    } else out[at] = error < near ? edge + 0 : leave(chunk, at);
  }
};
