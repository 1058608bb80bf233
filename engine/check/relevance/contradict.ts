import { compare } from "../../quantity/exact.ts";
import { keyOfNode } from "../nodes.ts";
import { type Atom, atomsIn, type Bound, type Logic, type Relation } from "./logic.ts";

/**
 * Whether statements rule each other out.
 *
 * Atoms about one subject share one variable, whose values are the members of its enum or the pieces into which the
 * bounds cut the line. A contradiction is found by trying values; values that no atom tells apart are tried once.
 */

/** Atoms of one variable have the same text. */
function variableOf(atom: Atom): string {
  return atom.kind === "order"
    ? `order ${keyOfNode(atom.subject)} ${keyOfNode(atom.other)}`
    : `value ${keyOfNode(atom.subject)}`;
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
