import type { Body, Node } from "../../methodology/tree.ts";
import { axesOfNode, type Directory } from "../nodes.ts";
import {
  always,
  and,
  type Bound,
  type Logic,
  never,
  not,
  or,
  orderAtom,
  type Relation,
  turn,
} from "./logic.ts";
import { boundOf, deepest, membersOf, resolved } from "./values.ts";

/**
 * Turns conditions into statements. Boolean and enum formulas are opened, so that `kind == kind.renewal` says what must
 * have held for the formula to give `renewal`. What cannot be opened (a sum, a look-up, a figure) is a subject of its own.
 */

/** How a subject is named from outside a pointer: `plot.age` is the age at hand, seen through `plot`. */
type Wrap = (node: Node) => Node;

const bare: Wrap = (node) => node;

/** Statements are met again with every way in which a formula is read; nodes belong to one tree. */
const statements = new WeakMap<Node, Logic>();
const memberships = new WeakMap<Node, Map<string, Logic>>();

/** The statement that a condition holds. */
export function translate(node: Node, directory: Directory): Logic {
  const known = statements.get(node);
  if (known !== undefined) return known;
  const made = statement(node, { directory, wrap: bare, depth: 0 });
  statements.set(node, made);
  return made;
}

interface Place {
  readonly directory: Directory;
  readonly wrap: Wrap;
  readonly depth: number;
}

function flag(node: Node, place: Place): Logic {
  return { kind: "atom", atom: { kind: "flag", subject: place.wrap(node) } };
}

function statement(node: Node, place: Place): Logic {
  switch (node.kind) {
    case "boolean":
      return node.value ? always : never;
    case "constant":
      return place.directory.constants.get(node.id)?.value === "true" ? always : never;
    case "not":
      return not(statement(node.value, place));
    case "logical": {
      const join = node.operator === "and" ? and : or;
      return join(statement(node.left, place), statement(node.right, place));
    }
    case "comparison":
      return comparison(node, place);
    case "formula": {
      const body = bodyToOpen(node.id, place);
      if (body === undefined) return flag(node, place);
      const inner = deeper(place);
      return opened(body, inner, (outcome) => statement(outcome, inner));
    }
    case "through":
      return statement(node.value, inside(node, place));
    case "known": {
      const subject: Node = { kind: "known", value: place.wrap(node.value) };
      return { kind: "atom", atom: { kind: "flag", subject } };
    }
    default:
      return flag(node, place);
  }
}

function deeper(place: Place): Place {
  return { ...place, depth: place.depth + 1 };
}

function inside(node: Extract<Node, { kind: "through" }>, place: Place): Place {
  const wrap: Wrap = (inner) =>
    axesOfNode(inner, place.directory).has(node.list)
      ? place.wrap({ kind: "through", list: node.list, pointer: node.pointer, value: inner })
      : place.wrap(inner);
  return { ...place, wrap };
}

function bodyToOpen(id: string, place: Place): Body | undefined {
  const formula = place.directory.formulas.get(id);
  return place.depth >= deepest || formula?.round !== undefined ? undefined : formula?.body;
}

/** What must hold for a body to have an outcome of which `says` is true. */
function opened(body: Body, place: Place, says: (outcome: Node) => Logic): Logic {
  switch (body.kind) {
    case "expr":
      return says(body.value);
    case "cases": {
      const ways: Logic[] = [];
      let before: Logic = always;
      for (const branch of body.cases) {
        const when = statement(branch.when, place);
        if (branch.then !== undefined) ways.push(and(before, when, says(branch.then)));
        before = and(before, not(when));
      }
      if (body.otherwise.then !== undefined) ways.push(and(before, says(body.otherwise.then)));
      return or(...ways);
    }
    case "match":
      return or(
        ...body.branches.map(({ member, then }) =>
          then === undefined ? never : and(isMember(body.subject, member, place), says(then)),
        ),
      );
  }
}

/** The statement that a value of an enum is this member. */
export function matches(subject: Node, member: string, directory: Directory): Logic {
  const known = memberships.get(subject) ?? new Map<string, Logic>();
  memberships.set(subject, known);
  const made = known.get(member) ?? isMember(subject, member, { directory, wrap: bare, depth: 0 });
  known.set(member, made);
  return made;
}

function isMember(subject: Node, member: string, place: Place): Logic {
  return isAmong(subject, (one) => one === member, place);
}

function isAmong(subject: Node, accepts: (member: string) => boolean, place: Place): Logic {
  switch (subject.kind) {
    case "member":
      return accepts(subject.member) ? always : never;
    case "constant":
      return accepts(place.directory.constants.get(subject.id)?.value ?? "") ? always : never;
    case "through":
      return isAmong(subject.value, accepts, inside(subject, place));
    case "formula": {
      const body = bodyToOpen(subject.id, place);
      if (body === undefined) break;
      const inner = deeper(place);
      return opened(body, inner, (outcome) => isAmong(outcome, accepts, inner));
    }
  }
  const domain = membersOf(subject, place.directory);
  // What is of no enum has been refused where names are checked.
  if (domain === undefined) return never;
  const members = new Set(domain.filter(accepts));
  return { kind: "atom", atom: { kind: "member", subject: place.wrap(subject), members, domain } };
}

const relationsOf: Readonly<Record<string, readonly Relation[]>> = {
  "<": ["<"],
  "<=": ["<", "="],
  ">": [">"],
  ">=": [">", "="],
  "==": ["="],
  "!=": ["<", ">"],
};

function comparison(node: Extract<Node, { kind: "comparison" }>, place: Place): Logic {
  const relations = new Set(relationsOf[node.operator]);
  const back = turn(relations);
  const { left, right } = node;
  if (node.of === "boolean") {
    const same = or(
      and(statement(left, place), statement(right, place)),
      and(not(statement(left, place)), not(statement(right, place))),
    );
    return node.operator === "!=" ? not(same) : same;
  }
  if (node.of === "enum") {
    const fixedRight = fixedMember(right, place);
    if (fixedRight !== undefined) return standsTo(left, relations, fixedRight, place);
    const fixedLeft = fixedMember(left, place);
    if (fixedLeft !== undefined) return standsTo(right, back, fixedLeft, place);
  }
  if (node.of === "quantity" || node.of === "date" || node.of === "fiscal_year") {
    const boundRight = boundOf(right, place.directory);
    if (boundRight !== undefined) return bounded(left, relations, boundRight, place);
    const boundLeft = boundOf(left, place.directory);
    if (boundLeft !== undefined) return bounded(right, back, boundLeft, place);
  }
  const first = place.wrap(resolved(left, place.directory));
  const second = place.wrap(resolved(right, place.directory));
  return { kind: "atom", atom: orderAtom(first, second, relations) };
}

function fixedMember(
  node: Node,
  place: Place,
): { readonly enum: string; readonly member: string } | undefined {
  if (node.kind === "member") return node;
  if (node.kind !== "constant") return undefined;
  const constant = place.directory.constants.get(node.id);
  return constant?.type.kind === "enum"
    ? { enum: constant.type.enum, member: constant.value }
    : undefined;
}

/** Members are in the order of their enum; a part of another enum takes the order of the whole. */
function standsTo(
  subject: Node,
  relations: ReadonlySet<Relation>,
  fixed: { readonly enum: string; readonly member: string },
  place: Place,
): Logic {
  const enums = place.directory.enums;
  const whole = enums.get(enums.get(fixed.enum)?.of ?? fixed.enum) ?? enums.get(fixed.enum);
  const position = (member: string): number =>
    whole?.members.findIndex(({ id }) => id === member) ?? -1;
  const accepts = (member: string): boolean => {
    if (member === fixed.member) return relations.has("=");
    return relations.has(position(member) < position(fixed.member) ? "<" : ">");
  };
  return isAmong(subject, accepts, place);
}

function bounded(
  subject: Node,
  relations: ReadonlySet<Relation>,
  bound: Bound,
  place: Place,
): Logic {
  return {
    kind: "atom",
    atom: {
      kind: "bound",
      subject: place.wrap(resolved(subject, place.directory)),
      relations,
      bound,
    },
  };
}
