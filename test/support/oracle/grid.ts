import type { Dimension } from "./model.ts";
import type { Chance } from "./random.ts";

/**
 * What made methodologies are made of. Figures come from a small grid of short decimals, so that ties of roundings,
 * equal comparisons, zero divisors and whole tonnes turn up often rather than never.
 */
export const kinds = ["alpha", "beta", "gamma"];
export const grades = ["low", "high"];
/** A part of the kinds, in an order of its own. */
export const few = ["gamma", "alpha"];
/** Days at the ends of months, leap years and fiscal years. */
export const days = [
  "2019-12-31",
  "2020-01-31",
  "2020-02-29",
  "2020-03-31",
  "2020-04-01",
  "2021-02-28",
  "2021-03-30",
  "2022-10-15",
];
export const dimensions: readonly Dimension[] = [
  { mass: 0, energy: 0 },
  { mass: 1, energy: 0 },
  { mass: 0, energy: 1 },
  { mass: 1, energy: -1 },
];
const masses = ["g", "kg", "t"];
const energies = ["MJ", "GJ", "kWh"];
export const modes = ["floor", "ceil", "half_up", "half_even", "toward_zero", "away_from_zero"];
export const multiples = ["1", "0.1", "0.5", "1000", "0.25"];

export function unitFor(chance: Chance, { mass, energy }: Dimension): string | undefined {
  if (mass === 0 && energy === 0) return "1";
  if (mass === 1 && energy === 0) return chance.pick(masses);
  if (mass === 0 && energy === 1) return chance.pick(energies);
  if (mass === 1 && energy === -1) return `${chance.pick(masses)}/${chance.pick(energies)}`;
  if (mass === -1 && energy === 1) return `${chance.pick(energies)}/${chance.pick(masses)}`;
  return undefined;
}

export const isSame = (left: Dimension, right: Dimension) =>
  left.mass === right.mass && left.energy === right.energy;

/** A figure of the grid: short, round and sometimes zero or negative. */
export function figure(chance: Chance): string {
  const size = chance.pick([
    "0",
    "1",
    "2",
    "3",
    "5",
    "7",
    "12",
    "40",
    "94.6",
    "54.6",
    "0.5",
    "0.25",
    "1.5",
    "2.75",
    "38.9",
    "0.0708",
  ]);
  if (chance.percent(15)) return `${chance.below(1000)}.${chance.below(1000)}`;
  return size !== "0" && chance.percent(10) ? `-${size}` : size;
}

/** A literal in a formula: neither a power of ten nor 3.6, which the units stand for. */
export const literal = (chance: Chance) => chance.pick(["2", "3", "7", "0.5", "1.5", "0.25", "12"]);
