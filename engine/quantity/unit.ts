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

type Captured = readonly [all: string, name: string, times?: string];
const factorPattern = /([\p{L}°%][\p{L}\p{N}_.°%-]*)(?:\^(\d{1,2}))?/uy;

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
  let at = 0;
  let unit = pure;
  let side: 1 | -1 = 1;
  let isGroup = false;
  const syntax = (): UnitReading => ({
    ok: false,
    problem: { kind: "syntax", at, found: text.slice(at, at + 1) },
  });

  if (text === "1") return { ok: true, unit };
  if (text.length > 200) return syntax();
  for (;;) {
    // One factor, or 1 as the upper side of a quotient.
    if (side === 1 && text.startsWith("1/", at)) at += 1;
    else {
      factorPattern.lastIndex = at;
      const found = factorPattern.exec(text) as unknown as Captured | null;
      if (found === null) return syntax();
      const [all, name, times = "1"] = found;
      const named = unitOf(name, scope);
      if (named === undefined) return { ok: false, problem: { kind: "unknown", at, name } };
      unit = multiplyUnits(unit, named, side * Number.parseInt(times, 10));
      at += all.length;
    }
    if (text[at] === "/" && side === 1) {
      side = -1;
      isGroup = text[at + 1] === "(";
      at += isGroup ? 2 : 1;
    } else if (text[at] === "*" && (side === 1 || isGroup)) at += 1;
    else {
      if (isGroup) {
        if (text[at] !== ")") return syntax();
        at += 1;
      }
      return at === text.length ? { ok: true, unit } : syntax();
    }
  }
}

/** A unit of a basis (`GJ.hhv`) or a gas (`t-CO2`): the plain unit, and what makes it another dimension. */
const specialPattern = /^(?:(.+)\.(hhv|lhv|dry)|(g|kg|t|kt|Mt)-(CO2e?|CH4|N2O|C))$/;

/** A unit by one name: of the file, of the registry, a thing, a basis, a gas, or a hyphenated product (`person-km`). */
function unitOf(name: string, scope: UnitScope): Unit | undefined {
  const parts = new Map([[name, 1]]);
  const single = (dimension: string, factor = one): Unit => ({
    parts,
    factor,
    dimensions: new Map([[dimension, 1]]),
  });
  const variable = scope.variables.get(name);
  const known = knownUnits.get(name);
  if (scope.units.has(name)) return scope.units.get(name);
  if (variable !== undefined) return single(variable);
  if (known !== undefined) return { parts, ...known };
  if (scope.things.has(name)) return single(`thing:${name}`);
  const special = specialPattern.exec(name);
  if (special !== null) {
    const [, base, basis, mass = base, gas] = special;
    const plain = knownUnits.get(mass as string);
    const dimension = basis === undefined || basis === "dry" ? "mass" : "energy";
    const isPlain = plain?.dimensions.size === 1 && plain.dimensions.get(dimension) === 1;
    if (isPlain) return single(gas ?? `${dimension}.${basis}`, plain.factor);
  }
  const pieces = name.split("-");
  if (pieces.length < 2 || pieces.length > 4) return undefined;
  let unit = pure;
  for (const piece of pieces) {
    const part = unitOf(piece, scope);
    if (part === undefined) return undefined;
    unit = multiplyUnits(unit, part);
  }
  return { ...unit, parts };
}

/** The product with a unit, or with a power of it. */
export function multiplyUnits(left: Unit, right: Unit, times = 1): Unit {
  return {
    parts: addPowers(left.parts, right.parts, times),
    factor: multiply(left.factor, power(right.factor, times)),
    dimensions: addPowers(left.dimensions, right.dimensions, times),
  };
}

export function divideUnits(left: Unit, right: Unit): Unit {
  return multiplyUnits(left, right, -1);
}

export function powerOfUnit(unit: Unit, exponent: number): Unit {
  return multiplyUnits(pure, unit, exponent);
}

function addPowers(
  left: ReadonlyMap<string, number>,
  right: ReadonlyMap<string, number>,
  times: number,
): ReadonlyMap<string, number> {
  const sum = new Map(left);
  for (const [name, one] of right) {
    const total = (sum.get(name) ?? 0) + one * times;
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
