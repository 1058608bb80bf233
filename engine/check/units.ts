import { nearest } from "../methodology/near.ts";
import type { Node, UnitTree } from "../methodology/tree.ts";
import { divide, one, print } from "../quantity/exact.ts";
import {
  noScope,
  parseUnit,
  printUnit,
  sameDimensions,
  type Unit,
  type UnitScope,
} from "../quantity/unit.ts";
import { knownUnits } from "../quantity/unit-registry.ts";
import type { Checking, Where } from "./scope.ts";
import { report } from "./scope.ts";

/**
 * Units in the checker: reading them where they stand in a file, unit variables, and the conversions between units of
 * one dimension. A conversion is a node of its own, so an evaluator multiplies plain fractions and knows no unit.
 */

/** Unit variables that a unit text may use: each stands for a concrete unit or hangs on a key. */
export type Variables = ReadonlyMap<string, Variable>;

export type Variable =
  | { readonly kind: "settled"; readonly unit: Unit }
  | { readonly kind: "open"; readonly unit: Unit; readonly enum: string; readonly key: Node };

export const noVariables: Variables = new Map();

/** The registry with what the files declare and these variables. */
function scopeWith(checking: Checking, variables: Variables): UnitScope {
  if (variables.size === 0) return checking.units;
  const units = new Map(checking.units.units);
  for (const [name, variable] of variables) units.set(name, variable.unit);
  return { ...checking.units, units };
}

/** Reads a unit. Errors: `unit-syntax` or `unknown-unit` at its place, and `undefined`. */
export function readUnit(
  checking: Checking,
  text: string,
  where: Where,
  variables: Variables = noVariables,
  offset = where.within?.start ?? 0,
): Unit | undefined {
  const reading = parseUnit(text, scopeWith(checking, variables));
  if (reading.ok) return reading.unit;
  const { problem } = reading;
  if (problem.kind === "syntax") {
    const start = offset + Math.min(problem.at, Math.max(0, text.length - 1));
    report(checking, { ...where, within: { start, end: start + 1 } }, "unit-syntax", {
      unit: text,
      found: problem.found,
    });
    return undefined;
  }
  const start = offset + problem.at;
  const within = { start, end: start + problem.name.length };
  const candidates = [
    ...variables.keys(),
    ...checking.units.units.keys(),
    ...checking.units.things,
    ...knownUnits.keys(),
    ...gases,
  ];
  // `kw` is kW rather than kg, however near.
  const inOtherCase = candidates.find((one) => one.toLowerCase() === problem.name.toLowerCase());
  const suggestion = inOtherCase ?? nearest(problem.name, candidates);
  report(checking, { ...where, within }, "unknown-unit", {
    name: problem.name,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  return undefined;
}

const gases = ["g", "kg", "t"].flatMap((mass) =>
  ["CO2", "CO2e", "CH4", "N2O", "C"].map((gas) => `${mass}-${gas}`),
);

/** A declared unit for the tree: settled variables are written out, open ones are listed with their keys. */
export function unitTree(text: string, unit: Unit, variables: Variables): UnitTree {
  const used = [...variables].filter(([name]) => mentions(text, name));
  const open = used.filter(([, variable]) => variable.kind === "open");
  if (used.length > 0 && open.length === 0) return { text: printUnit(unit) };
  if (open.length === 0) return { text };
  return {
    text,
    variables: Object.fromEntries(
      open.map(([name, variable]) => [
        name,
        variable.kind === "open"
          ? { enum: variable.enum, key: variable.key }
          : { enum: "", key: { kind: "boolean", value: false } },
      ]),
    ),
  };
}

/** Whether a unit text uses a name. */
function mentions(text: string, name: string): boolean {
  return text.split(/[*/()^]/).includes(name);
}

const variablePrefix = "variable:";

/** The unit that a member of an enum has in its tables, where that hangs on a key. */
export function openUnit(enumId: string, key: Node): Unit {
  const name = `U(${shortName(key)})`;
  return {
    parts: new Map([[name, 1]]),
    factor: one,
    dimensions: new Map([[`${variablePrefix}${enumId}:${JSON.stringify(key)}`, 1]]),
  };
}

/** A few letters for a key, for sentences. */
function shortName(key: Node): string {
  switch (key.kind) {
    case "input":
    case "constant":
    case "formula":
      return key.id;
    case "axis":
      return key.axis;
    case "through":
      return `${shortName(key.pointer)}.${shortName(key.value).replace(/^.*\./, "")}`;
    case "member":
      return `${key.enum}.${key.member}`;
    case "lookup":
      return `${key.table}.${key.column}`;
    default:
      return "…";
  }
}

/** The keys that the open variables of a unit hang on. */
export function keysOf(unit: Unit): readonly Node[] {
  const keys: Node[] = [];
  for (const name of unit.dimensions.keys()) {
    if (!name.startsWith(variablePrefix)) continue;
    const rest = name.slice(variablePrefix.length);
    keys.push(JSON.parse(rest.slice(rest.indexOf(":") + 1)) as Node);
  }
  return keys;
}

/** The same unit with every open key seen through another node, such as a pointer. */
export function mapKeys(unit: Unit, change: (key: Node) => Node): Unit {
  if (keysOf(unit).length === 0) return unit;
  const dimensions = new Map<string, number>();
  const parts = new Map(unit.parts);
  for (const [name, times] of unit.dimensions) {
    if (!name.startsWith(variablePrefix)) {
      dimensions.set(name, times);
      continue;
    }
    const rest = name.slice(variablePrefix.length);
    const enumId = rest.slice(0, rest.indexOf(":"));
    const key = JSON.parse(rest.slice(enumId.length + 1)) as Node;
    const open = openUnit(enumId, change(key));
    for (const dimension of open.dimensions.keys()) dimensions.set(dimension, times);
    parts.delete(`U(${shortName(key)})`);
    for (const part of open.parts.keys()) parts.set(part, times);
  }
  return { ...unit, parts, dimensions };
}

/** A value moved from one unit to another of its dimension; the node itself where both have one factor. */
export function converted(value: Node, from: Unit, to: Unit): Node {
  const factor = print(divide(from.factor, to.factor));
  if (factor === "1") return value;
  return { kind: "convert", factor, from: printUnit(from), to: printUnit(to), value };
}

/** Whether a value is a point on the Celsius scale, or was made from one by arithmetic. */
export function isCelsius(unit: Unit): boolean {
  return unit.dimensions.has("celsius");
}

/** The unit of a difference of two temperatures. */
export const kelvin: Unit = unitNamed("K");
export const day: Unit = unitNamed("day");
export const month: Unit = unitNamed("month");
export const year: Unit = unitNamed("yr");

function unitNamed(name: string): Unit {
  const reading = parseUnit(name, noScope);
  if (!reading.ok) throw new Error(`the registry lacks ${name}`);
  return reading.unit;
}

/** Whether both units measure one thing. */
export const agree = sameDimensions;
