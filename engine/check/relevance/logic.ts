import type { Node } from "../../methodology/tree.ts";
import { compare, type Exact } from "../../quantity/exact.ts";
import { keyOfNode } from "../nodes.ts";

/**
 * Statements about answers, and whether some of them rule another one out.
 *
 * A statement is made of atoms. Each says that a subject (an input, a formula, a look-up) has one of certain values: a flag
 * is true, an enum is one of these members, a figure is below a bound, one figure is below another. Atoms about one
 * subject share one variable, whose values are the members or the pieces into which the bounds cut the line. A
 * contradiction is found by trying values, and values that no atom tells apart are tried once.
 */
export type Logic =
  | { readonly kind: "constant"; readonly value: boolean }
  | { readonly kind: "atom"; readonly atom: Atom }
  | { readonly kind: "not"; readonly value: Logic }
  | { readonly kind: "and" | "or"; readonly values: readonly Logic[] };

export type Relation = "<" | "=" | ">";

/** A figure, a day `2024-04-01` or a fiscal year `2024`; texts are in the order of time. */
export type Bound = Exact | string;

export type Atom =
  | { readonly kind: "flag"; readonly subject: Node }
  | {
      readonly kind: "member";
      readonly subject: Node;
      readonly members: ReadonlySet<string>;
      readonly domain: readonly string[];
    }
  | {
      readonly kind: "bound";
      readonly subject: Node;
      readonly relations: ReadonlySet<Relation>;
      readonly bound: Bound;
    }
  /** How one subject stands to another; the key of `subject` comes first in the order of texts. */
  | {
      readonly kind: "order";
      readonly subject: Node;
      readonly other: Node;
      readonly relations: ReadonlySet<Relation>;
    };

export const always: Logic = { kind: "constant", value: true };
export const never: Logic = { kind: "constant", value: false };

const negations = new WeakMap<Logic, Logic>();

export function not(value: Logic): Logic {
  if (value.kind === "constant") return value.value ? never : always;
  if (value.kind === "not") return value.value;
  const made = negations.get(value) ?? { kind: "not", value };
  negations.set(value, made);
  return made;
}

export function and(...values: readonly Logic[]): Logic {
  return joined("and", values, never);
}

export function or(...values: readonly Logic[]): Logic {
  return joined("or", values, always);
}

function joined(kind: "and" | "or", values: readonly Logic[], decisive: Logic): Logic {
  const isDecisive = (value: Logic): boolean =>
    value.kind === "constant" && value.value === (decisive === always);
  if (values.some(isDecisive)) return decisive;
  const rest = values.filter((value) => value.kind !== "constant");
  if (rest.length === 0) return decisive === always ? never : always;
  return rest.length === 1 ? (rest[0] as Logic) : { kind, values: rest };
}

/** The atoms of a statement. */
export function* atomsIn(logic: Logic): Generator<Atom> {
  switch (logic.kind) {
    case "constant":
      return;
    case "atom":
      yield logic.atom;
      return;
    case "not":
      yield* atomsIn(logic.value);
      return;
    default:
      for (const value of logic.values) yield* atomsIn(value);
  }
}

/** The same statement about other subjects; `undefined` where one atom has no counterpart. */
export function mapAtoms(
  logic: Logic,
  change: (atom: Atom) => Atom | undefined,
): Logic | undefined {
  switch (logic.kind) {
    case "constant":
      return logic;
    case "atom": {
      const atom = change(logic.atom);
      return atom === undefined ? undefined : { kind: "atom", atom };
    }
    case "not": {
      const value = mapAtoms(logic.value, change);
      return value === undefined ? undefined : { kind: "not", value };
    }
    default: {
      const values: Logic[] = [];
      for (const value of logic.values) {
        const changed = mapAtoms(value, change);
        if (changed === undefined) return undefined;
        values.push(changed);
      }
      return { kind: logic.kind, values };
    }
  }
}

/** Atoms of one variable have the same text. */
function variableOf(atom: Atom): string {
  return atom.kind === "order"
    ? `order ${keyOfNode(atom.subject)} ${keyOfNode(atom.other)}`
    : `value ${keyOfNode(atom.subject)}`;
}

const turned: Readonly<Record<Relation, Relation>> = { "<": ">", "=": "=", ">": "<" };

/** The same relations seen from the other side. */
export function turn(relations: ReadonlySet<Relation>): ReadonlySet<Relation> {
  return new Set([...relations].map((relation) => turned[relation]));
}

/** How two subjects stand to each other, the same atom whichever is named first. */
export function orderAtom(left: Node, right: Node, relations: ReadonlySet<Relation>): Atom {
  return keyOfNode(left) <= keyOfNode(right)
    ? { kind: "order", subject: left, other: right, relations }
    : { kind: "order", subject: right, other: left, relations: turn(relations) };
}

/** The values of a variable at which an atom holds; all of them are `0 … size − 1`. */
interface Variable {
  size: number;
  readonly holds: Map<Atom, ReadonlySet<number>>;
}

function variablesOf(statements: readonly Logic[]): ReadonlyMap<string, Variable> {
  const atoms = new Map<string, Atom[]>();
  for (const statement of statements) {
    for (const atom of atomsIn(statement)) {
      const variable = variableOf(atom);
      const known = atoms.get(variable);
      if (known === undefined) atoms.set(variable, [atom]);
      else known.push(atom);
    }
  }
  return new Map([...atoms].map(([variable, of]) => [variable, settle(of)]));
}

const relations: readonly Relation[] = ["<", "=", ">"];

function settle(atoms: readonly Atom[]): Variable {
  const bounds: Bound[] = [];
  for (const atom of atoms) {
    if (atom.kind === "bound" && !bounds.some((bound) => order(bound, atom.bound) === 0)) {
      bounds.push(atom.bound);
    }
  }
  bounds.sort(order);
  const domain = atoms.find((atom) => atom.kind === "member")?.domain ?? [];
  const size = bounds.length > 0 ? 2 * bounds.length + 1 : sizeOfOther(atoms, domain);
  const holds = new Map<Atom, ReadonlySet<number>>();
  for (const atom of atoms) {
    const values = Array.from({ length: size }, (_, value) => value);
    holds.set(atom, new Set(values.filter((value) => holdsAt(atom, value, bounds, domain))));
  }
  return distinct({ size, holds });
}

function sizeOfOther(atoms: readonly Atom[], domain: readonly string[]): number {
  if (domain.length > 0) return domain.length;
  return atoms.some(({ kind }) => kind === "order") ? 3 : 2;
}

/** Values of a line cut by bounds are, in turn, the piece below the first, the first itself, the piece above it … */
function holdsAt(
  atom: Atom,
  value: number,
  bounds: readonly Bound[],
  domain: readonly string[],
): boolean {
  switch (atom.kind) {
    case "flag":
      return value === 1;
    case "member":
      return atom.members.has(domain[value] as string);
    case "order":
      return atom.relations.has(relations[value] as Relation);
    case "bound": {
      const place = 2 * bounds.findIndex((bound) => order(bound, atom.bound) === 0) + 1;
      return atom.relations.has(value < place ? "<" : value === place ? "=" : ">");
    }
  }
}

function order(left: Bound, right: Bound): number {
  if (typeof left === "string" || typeof right === "string") {
    return left === right ? 0 : String(left) < String(right) ? -1 : 1;
  }
  return compare(left, right);
}

/** Keeps one value of all that the atoms do not tell apart. */
function distinct({ size, holds }: Variable): Variable {
  const places = new Map<string, number>();
  const merged = Array.from({ length: size }, (_, value) => {
    const signature = [...holds.values()].map((set) => (set.has(value) ? "1" : "0")).join("");
    if (!places.has(signature)) places.set(signature, places.size);
    return places.get(signature) as number;
  });
  const changed = new Map<Atom, ReadonlySet<number>>();
  for (const [atom, set] of holds) {
    changed.set(atom, new Set([...set].map((value) => merged[value] as number)));
  }
  return { size: places.size, holds: changed };
}

/** More trials than this and the question stays open. */
export const mostTrials = 20_000;

/**
 * Whether no answers at all make all statements hold.
 *
 * Errors: `undefined` where that takes more than 20,000 trials to find out.
 */
export function contradict(statements: readonly Logic[]): boolean | undefined {
  const variables = variablesOf(statements);
  const chosen = new Map<string, number>();
  let trials = 0;
  const truth = (logic: Logic): boolean | undefined => {
    switch (logic.kind) {
      case "constant":
        return logic.value;
      case "atom": {
        const name = variableOf(logic.atom);
        const value = chosen.get(name);
        if (value === undefined) return undefined;
        return variables.get(name)?.holds.get(logic.atom)?.has(value);
      }
      case "not": {
        const value = truth(logic.value);
        return value === undefined ? undefined : !value;
      }
      default: {
        const decisive = logic.kind === "or";
        let isOpen = false;
        for (const inner of logic.values) {
          const value = truth(inner);
          if (value === decisive) return decisive;
          if (value === undefined) isOpen = true;
        }
        return isOpen ? undefined : !decisive;
      }
    }
  };
  /** Whether the statements that are still open cannot all hold. */
  const fails = (open: readonly Logic[]): boolean | undefined => {
    trials += 1;
    if (trials > mostTrials) return undefined;
    const rest: Logic[] = [];
    for (const statement of open) {
      const value = truth(statement);
      if (value === false) return true;
      if (value === undefined) rest.push(statement);
    }
    const name = firstOpen(rest, chosen);
    if (name === undefined) return false;
    const size = variables.get(name)?.size ?? 0;
    for (let value = 0; value < size; value += 1) {
      chosen.set(name, value);
      const result = fails(rest);
      if (result !== true) {
        chosen.delete(name);
        return result;
      }
    }
    chosen.delete(name);
    return true;
  };
  return fails(statements);
}

/** A variable of the shortest statement that is still open: it decides soonest. */
function firstOpen(
  statements: readonly Logic[],
  chosen: ReadonlyMap<string, number>,
): string | undefined {
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const statement of statements) {
    const open = new Set<string>();
    for (const atom of atomsIn(statement)) {
      const name = variableOf(atom);
      if (!chosen.has(name)) open.add(name);
    }
    if (open.size > 0 && open.size < fewest) {
      fewest = open.size;
      best = [...open][0];
    }
  }
  return best;
}
