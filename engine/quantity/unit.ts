import { type Exact, multiply, one, power } from "./exact.ts";
import { knownUnits } from "./unit-registry.ts";

/**
 * Units as text, and what they mean: a factor to base units and a product of dimensions.
 *
 * A dimension is a word: `mass`, `energy.hhv`, `CO2`, `thing:person`, `variable:U`. Carbon, carbon dioxide and the other
 * gases are dimensions of their own, so 44/12 and warming potentials cannot be left out; the bases of heat and of dry
 * mass are too, so an efficiency cannot be put on the wrong one.
 *
 * `unit = product [ "/" ( name | "(" product ")" ) ]`, products with `*` and whole powers `^`; `1` is the pure number.
 */
export interface Unit {
  /** The names it is made of with their powers, in the order of first mention: what `printUnit` writes. */
  readonly parts: ReadonlyMap<string, number>;
  readonly factor: Exact;
  readonly dimensions: ReadonlyMap<string, number>;
}

/** What a file adds to the registry. */
export interface UnitScope {
  /** Counted things by id. */
  readonly things: ReadonlySet<string>;
  readonly units: ReadonlyMap<string, Unit>;
  /** Unit variables: name in the text → dimension, which says what the variable hangs on. */
  readonly variables: ReadonlyMap<string, string>;
}

export const noScope: UnitScope = { things: new Set(), units: new Map(), variables: new Map() };

export type UnitProblem =
  | { readonly kind: "syntax"; readonly at: number; readonly found: string }
  | { readonly kind: "unknown"; readonly at: number; readonly name: string };

export type UnitReading =
  | { readonly ok: true; readonly unit: Unit }
  | { readonly ok: false; readonly problem: UnitProblem };

/** The pure number. */
export const pure: Unit = { parts: new Map(), factor: one, dimensions: new Map() };

const namePattern = /[\p{L}°%][\p{L}\p{N}_.°%-]*/uy;
const powerPattern = /\^(\d{1,2})/y;

/**
 * Reads a unit.
 *
 * Errors: a `UnitProblem` with the place in the text: what cannot be read there, or a name nobody knows.
 *
 * @example
 * const reading = parseUnit("t-CO2/GJ.hhv");
 * reading.ok && printUnit(reading.unit); // "t-CO2/GJ.hhv"
 */
export function parseUnit(text: string, scope: UnitScope = noScope): UnitReading {
  if (text === "1") return { ok: true, unit: pure };
  let at = 0;
  let unit = pure;
  const syntax = (): UnitReading => ({
    ok: false,
    problem: { kind: "syntax", at, found: text.slice(at, at + 1) },
  });

  // One factor, or 1 as the upper side of a quotient.
  const factor = (exponent: 1 | -1): UnitReading | undefined => {
    if (exponent === 1 && text[at] === "1" && text[at + 1] === "/") {
      at += 1;
      return undefined;
    }
    namePattern.lastIndex = at;
    const name = namePattern.exec(text)?.[0];
    if (name === undefined) return syntax();
    const named = unitOf(name, scope);
    if (named === undefined) return { ok: false, problem: { kind: "unknown", at, name } };
    at += name.length;
    powerPattern.lastIndex = at;
    const raised = powerPattern.exec(text);
    if (raised !== null) at += raised[0].length;
    const times = exponent * (raised === null ? 1 : Number.parseInt(raised[1] as string, 10));
    unit = multiplyUnits(unit, powerOfUnit(named, times));
    return undefined;
  };
  const product = (exponent: 1 | -1): UnitReading | undefined => {
    for (;;) {
      const problem = factor(exponent);
      if (problem !== undefined) return problem;
      if (text[at] !== "*") return undefined;
      at += 1;
    }
  };

  if (text.length > 200) return syntax();
  const above = product(1);
  if (above !== undefined) return above;
  if (text[at] === "/") {
    at += 1;
    const isGroup = text[at] === "(";
    if (isGroup) at += 1;
    const below = isGroup ? product(-1) : factor(-1);
    if (below !== undefined) return below;
    if (isGroup) {
      if (text[at] !== ")") return syntax();
      at += 1;
    }
  }
  return at === text.length ? { ok: true, unit } : syntax();
}

/** A unit by one name: of the file, of the registry, a gas, a basis, a thing, or a hyphenated product (`person-km`). */
function unitOf(name: string, scope: UnitScope): Unit | undefined {
  const declared = scope.units.get(name);
  if (declared !== undefined) return declared;
  const variable = scope.variables.get(name);
  if (variable !== undefined) return single(name, one, variable);
  const known = knownUnits.get(name);
  if (known !== undefined) return { parts: new Map([[name, 1]]), ...known };
  if (scope.things.has(name)) return single(name, one, `thing:${name}`);
  return basisUnit(name) ?? gasUnit(name) ?? compoundUnit(name, scope);
}

function single(name: string, factor: Exact, dimension: string): Unit {
  return { parts: new Map([[name, 1]]), factor, dimensions: new Map([[dimension, 1]]) };
}

const bases: ReadonlyMap<string, string> = new Map([
  ["hhv", "energy"],
  ["lhv", "energy"],
  ["dry", "mass"],
]);

function basisUnit(name: string): Unit | undefined {
  const point = name.lastIndexOf(".");
  if (point < 0) return undefined;
  const basis = name.slice(point + 1);
  const plain = knownUnits.get(name.slice(0, point));
  const dimension = bases.get(basis);
  if (plain === undefined || dimension === undefined) return undefined;
  const isPlain = plain.dimensions.size === 1 && plain.dimensions.get(dimension) === 1;
  return isPlain ? single(name, plain.factor, `${dimension}.${basis}`) : undefined;
}

const gasPattern = /^(g|kg|t|kt|Mt)-(CO2e|CO2|CH4|N2O|C)$/;

function gasUnit(name: string): Unit | undefined {
  const match = gasPattern.exec(name);
  const mass = match === null ? undefined : knownUnits.get(match[1] as string);
  return mass === undefined ? undefined : single(name, mass.factor, match?.[2] as string);
}

function compoundUnit(name: string, scope: UnitScope): Unit | undefined {
  const pieces = name.split("-");
  if (pieces.length < 2 || pieces.length > 4) return undefined;
  let unit = pure;
  for (const piece of pieces) {
    const part = piece === "" ? undefined : unitOf(piece, scope);
    if (part === undefined) return undefined;
    unit = multiplyUnits(unit, part);
  }
  return { ...unit, parts: new Map([[name, 1]]) };
}

export function multiplyUnits(left: Unit, right: Unit): Unit {
  return {
    parts: addPowers(left.parts, right.parts),
    factor: multiply(left.factor, right.factor),
    dimensions: addPowers(left.dimensions, right.dimensions),
  };
}

export function divideUnits(left: Unit, right: Unit): Unit {
  return multiplyUnits(left, powerOfUnit(right, -1));
}

export function powerOfUnit(unit: Unit, exponent: number): Unit {
  if (exponent === 1) return unit;
  const raise = (powers: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
    exponent === 0
      ? new Map()
      : new Map([...powers].map(([name, times]) => [name, times * exponent]));
  return {
    parts: raise(unit.parts),
    factor: power(unit.factor, exponent),
    dimensions: raise(unit.dimensions),
  };
}

function addPowers(
  left: ReadonlyMap<string, number>,
  right: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  if (right.size === 0) return left;
  const sum = new Map(left);
  for (const [name, times] of right) {
    const total = (sum.get(name) ?? 0) + times;
    if (total === 0) sum.delete(name);
    else sum.set(name, total);
  }
  return sum;
}

/** Whether values in both can be added and compared once they are in one of the two. */
export function sameDimensions(left: Unit, right: Unit): boolean {
  if (left.dimensions.size !== right.dimensions.size) return false;
  for (const [name, times] of left.dimensions) {
    if (right.dimensions.get(name) !== times) return false;
  }
  return true;
}

/** Whether a unit is a number without dimension, such as `1`, `%` or `kWh/MJ`. */
export function isPure(unit: Unit): boolean {
  return unit.dimensions.size === 0;
}

/** Text in the format's own notation: `t-CO2/(GJ.hhv*kL)`; `1` for the pure number. */
export function printUnit(unit: Unit): string {
  const above: string[] = [];
  const below: string[] = [];
  for (const [name, times] of unit.parts) {
    const size = Math.abs(times);
    (times > 0 ? above : below).push(size === 1 ? name : `${name}^${size}`);
  }
  const upper = above.length === 0 ? "1" : above.join("*");
  if (below.length === 0) return upper;
  return `${upper}/${below.length === 1 ? below[0] : `(${below.join("*")})`}`;
}
