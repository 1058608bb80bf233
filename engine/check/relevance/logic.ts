import type { Node } from "../../methodology/tree.ts";
import type { Exact } from "../../quantity/exact.ts";
import { keyOfNode } from "../nodes.ts";

/**
 * Statements about answers. A statement is made of atoms; each says that a subject (an input, a formula, a look-up) has one
 * of certain values: a flag is true, an enum is one of these members, a figure is below a bound, one is below another.
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
