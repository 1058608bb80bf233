import { divideUnits, printUnit, type Unit } from "../quantity/unit.ts";

/** What two units have apart, where the rule that is probably missing can be named. */
export type UnitHint = "carbon" | "warming" | "heating_value" | "dry" | "normal_volume" | "thing";

export interface UnitMismatch {
  readonly expected: string;
  readonly actual: string;
  readonly hint?: UnitHint;
}

/** The facts of two units that do not agree. */
export function mismatchOf(expected: Unit, actual: Unit): UnitMismatch {
  const hint = hintOf([...divideUnits(actual, expected).dimensions.keys()]);
  return {
    expected: printUnit(expected),
    actual: printUnit(actual),
    ...(hint === undefined ? {} : { hint }),
  };
}

const gases = ["CO2", "CH4", "N2O", "C"];

function hintOf(apart: readonly string[]): UnitHint | undefined {
  const are = (...names: readonly string[]): boolean =>
    apart.length === names.length && names.every((name) => apart.includes(name));
  if (are("C", "CO2")) return "carbon";
  if (gases.some((gas) => are(gas, "CO2e"))) return "warming";
  if (are("energy", "energy.hhv") || are("energy", "energy.lhv")) return "heating_value";
  if (are("energy.hhv", "energy.lhv")) return "heating_value";
  if (are("mass", "mass.dry")) return "dry";
  if (are("length", "volume.normal")) return "normal_volume";
  if (apart.length > 0 && apart.every((name) => name.startsWith("thing:"))) return "thing";
  return undefined;
}

/** Whether a unit is a quotient of like by like, so that it may be shown in %: `GJ/GJ.hhv` and `t-C/t.dry` are. */
export function isShare(unit: Unit): boolean {
  const sums = new Map<string, number>();
  for (const [name, times] of unit.dimensions) {
    const like = gases.includes(name) || name === "CO2e" ? "mass" : (name.split(".")[0] as string);
    sums.set(like, (sums.get(like) ?? 0) + times);
  }
  return [...sums.values()].every((times) => times === 0);
}
