import { memberUnits, substituteUnit } from "../methodology/member-units.ts";
import { parseDay, parseFiscalYear } from "../methodology/period.ts";
import type { InputTree, Node, Tree } from "../methodology/tree.ts";
import { divide, type Exact, exact, multiply, print, readExact } from "../quantity/exact.ts";
import { parseUnit, sameDimensions, type Unit, type UnitScope } from "../quantity/unit.ts";
import { splitFigure } from "./text.ts";

/**
 * What reading an answer needs to know of a question, prepared once per methodology: units with their factors, members
 * by id, limits.
 */
export interface Question {
  readonly input: InputTree;
  /** The id within its list, else the whole id. */
  readonly name: string;
  readonly members?: ReadonlyMap<string, number>;
  readonly limits: readonly Limit[];
  /** Units by the member that decides them; under `""` where none does. */
  readonly scales: ReadonlyMap<string, Scale>;
  readonly key?: UnitKey;
}

export interface Limit {
  readonly kind: "min" | "max" | "above" | "below";
  readonly text: string;
  readonly value: Exact | number;
}

/** Where the member that decides a unit comes from. */
export type UnitKey =
  | { readonly kind: "input"; readonly id: string; readonly through?: string }
  | { readonly kind: "axis"; readonly axis: string }
  | { readonly kind: "member"; readonly member: string };

/** A unit that answers are converted to, with the factors of the units met so far. */
export interface Scale {
  readonly unit: Unit;
  /** The unit as text, a variable replaced by the unit that it stands for. */
  readonly text: string;
  /** Text of the units to offer, the first preset. */
  readonly offered: readonly string[];
  /** `undefined` for a unit nobody knows, `null` for one of another dimension. */
  factor(text: string): Exact | null | undefined;
}

export interface Questions {
  readonly tree: Tree;
  /** In the order of the tree. */
  readonly inputs: readonly Question[];
}

const prepared = new WeakMap<Tree, Questions>();

/** The questions of a tree, prepared at the first call. */
export function questionsOf(tree: Tree): Questions {
  const known = prepared.get(tree);
  if (known !== undefined) return known;
  const members = new Map(
    tree.enums.map((one) => [one.id, new Map(one.members.map(({ id }, index) => [id, index]))]),
  );
  const scope = scopeOf(tree);
  const questions: Questions = {
    tree,
    inputs: tree.inputs.map((input) => questionOf(tree, input, scope, members)),
  };
  prepared.set(tree, questions);
  return questions;
}

/** The units that a methodology adds to the registry. */
export function scopeOf(tree: Tree): UnitScope {
  const units = new Map<string, Unit>();
  const scope = {
    things: new Set(tree.things.map(({ id }) => id)),
    units,
    variables: new Map<string, string>(),
  };
  for (const { id, factor, unit } of tree.units) {
    const reading = parseUnit(unit, scope);
    if (!reading.ok) throw new Error(`the unit ${id} of a checked tree cannot be read`);
    const { dimensions } = reading.unit;
    units.set(id, {
      parts: new Map([[id, 1]]),
      factor: multiply(reading.unit.factor, exact(factor)),
      dimensions,
    });
  }
  return scope;
}

function questionOf(
  tree: Tree,
  input: InputTree,
  scope: UnitScope,
  members: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Question {
  const { type } = input;
  const name = input.list === undefined ? input.id : input.id.slice(input.list.length + 1);
  const scales = new Map<string, Scale>();
  let key: UnitKey | undefined;
  if (type.kind === "quantity" || type.kind === "count") {
    const [variable] = Object.entries(type.unit.variables ?? {});
    if (variable === undefined) {
      const { text } = type.unit;
      scales.set("", scaleOf(parsed(text, scope), text, input, scope));
    } else {
      const [id, { enum: of, key: node }] = variable;
      key = unitKey(node);
      for (const [member, unitText] of memberUnits(tree, of)) {
        const inner = { ...scope, units: new Map([...scope.units, [id, parsed(unitText, scope)]]) };
        const write = (text: string) => substituteUnit(text, id, unitText);
        const unit = parsed(type.unit.text, inner);
        scales.set(member, scaleOf(unit, type.unit.text, input, scope, write));
      }
    }
  }
  const limits = limitsOf(input, scales.get(""));
  return {
    input,
    name,
    limits,
    scales,
    ...(type.kind === "enum" ? { members: members.get(type.enum) ?? new Map() } : {}),
    ...(key === undefined ? {} : { key }),
  };
}

function parsed(text: string, scope: UnitScope): Unit {
  const reading = parseUnit(text, scope);
  if (!reading.ok) throw new Error(`the unit ${text} of a checked tree cannot be read`);
  return reading.unit;
}

function unitKey(node: Node): UnitKey | undefined {
  switch (node.kind) {
    case "input":
      return { kind: "input", id: node.id };
    case "axis":
      return { kind: "axis", axis: node.axis };
    case "member":
      return { kind: "member", member: node.member };
    case "through": {
      const inner = unitKey(node.value);
      return inner?.kind === "input" && node.pointer.kind === "input"
        ? { ...inner, through: node.pointer.id }
        : undefined;
    }
    default:
      return undefined;
  }
}

const mostUnitsKept = 100;

/** Answers are read in the units that everybody knows: the name of a variable is none of them. */
function scaleOf(
  unit: Unit,
  text: string,
  input: InputTree,
  scope: UnitScope,
  write: (unit: string) => string = (unit) => unit,
): Scale {
  const factors = new Map<string, Exact | null | undefined>();
  const offered = input.showAs === undefined ? input.units.map(write) : [input.showAs];
  return {
    unit,
    text: write(text),
    offered: offered.length === 0 ? [write(text)] : offered,
    factor(name) {
      if (factors.has(name)) return factors.get(name);
      const reading = parseUnit(name, scope);
      let factor: Exact | null | undefined;
      if (!reading.ok) factor = undefined;
      else if (name === input.showAs) factor = tidy(reading.unit.factor);
      else if (!sameDimensions(reading.unit, unit)) factor = null;
      else factor = tidy(divide(reading.unit.factor, unit.factor));
      if (factors.size < mostUnitsKept) factors.set(name, factor);
      return factor;
    },
  };
}

/** The same factor with as few digits as it can be written with. */
function tidy(factor: Exact): Exact {
  return exact(print(factor));
}

function limitsOf({ allowed, type }: InputTree, scale: Scale | undefined): readonly Limit[] {
  if (allowed === undefined) return [];
  const limits: Limit[] = [];
  for (const kind of ["min", "max", "above", "below"] as const) {
    const text = allowed[kind];
    if (text === undefined) continue;
    const value =
      type.kind === "date"
        ? parseDay(text)
        : type.kind === "fiscal_year"
          ? parseFiscalYear(text)
          : plainFigure(text, scale);
    if (value !== undefined) limits.push({ kind, text, value });
  }
  return limits;
}

/** A figure of a file: bare, it is in the unit of the question. */
export function plainFigure(text: string, scale: Scale | undefined): Exact | undefined {
  const figure = splitFigure(text);
  if (figure.kind !== "figure") return undefined;
  const value = readExact(figure.digits);
  const factor = figure.unit === "" ? undefined : scale?.factor(figure.unit);
  return value === undefined || factor === undefined || factor === null
    ? value
    : multiply(value, factor);
}
