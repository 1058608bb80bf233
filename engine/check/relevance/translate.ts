import type { Body, Node } from "../../methodology/tree.ts";
import { type Exact, multiply, negate, one, readExact } from "../../quantity/exact.ts";
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

/**
 * Turns conditions into statements. Boolean and enum formulas are opened, so that `kind == kind.renewal` says what must
 * have held for the formula to give `renewal`. What cannot be opened (a sum, a look-up, a figure) is a subject of its own.
 */

/** How a subject is named from outside a pointer: `plot.age` is the age at hand, seen through `plot`. */
type Wrap = (node: Node) => Node;

const bare: Wrap = (node) => node;
/** Formulas within formulas are opened this deep; deeper ones stay subjects. */
const deepest = 12;

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

/** The enum of a value, where its kind tells. */
export function enumOf(node: Node, directory: Directory): string | undefined {
  switch (node.kind) {
    case "member":
      return node.enum;
    case "input":
    case "constant":
    case "formula": {
      const thing =
        node.kind === "input"
          ? directory.inputs.get(node.id)
          : node.kind === "constant"
            ? directory.constants.get(node.id)
            : directory.formulas.get(node.id);
      return thing?.type.kind === "enum" ? thing.type.enum : undefined;
    }
    case "axis":
      return directory.enums.has(node.axis) ? node.axis : undefined;
    case "through":
      return enumOf(node.value, directory);
    case "lookup": {
      const table = directory.tables.get(node.table);
      const column = table?.columns.find(({ id }) => id === node.column);
      if (column !== undefined) return column.type.kind === "enum" ? column.type.enum : undefined;
      const key = table?.keys.find(({ id }) => id === node.column);
      return key?.kind === "enum" ? key.enum : undefined;
    }
    case "choose":
      return node.values.map((value) => enumOf(value, directory)).find((one) => one !== undefined);
    case "over":
      return node.value === undefined ? undefined : enumOf(node.value, directory);
    default:
      return undefined;
  }
}

function membersOf(node: Node, directory: Directory): readonly string[] | undefined {
  const id = enumOf(node, directory);
  return id === undefined ? undefined : directory.enums.get(id)?.members.map((member) => member.id);
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
    const boundRight = boundOf(right, place);
    if (boundRight !== undefined) return bounded(left, relations, boundRight, place);
    const boundLeft = boundOf(left, place);
    if (boundLeft !== undefined) return bounded(right, back, boundLeft, place);
  }
  const first = place.wrap(resolved(left, place));
  const second = place.wrap(resolved(right, place));
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
    atom: { kind: "bound", subject: place.wrap(resolved(subject, place)), relations, bound },
  };
}

/** A formula that only stands for another value, as an argument of a component does, is that value. */
function resolved(node: Node, place: Place, depth = 0): Node {
  if (node.kind !== "formula" || depth >= deepest) return node;
  const formula = place.directory.formulas.get(node.id);
  if (formula?.body.kind !== "expr" || formula.round !== undefined) return node;
  const { value } = formula.body;
  const isName = ["input", "formula", "constant", "axis", "part", "through"].includes(value.kind);
  return isName ? resolved(value, place, depth + 1) : node;
}

/** The value of what is the same for all answers. */
function boundOf(node: Node, place: Place): Bound | undefined {
  const resolvedNode = resolved(node, place);
  if (resolvedNode.kind === "constant") {
    const constant = place.directory.constants.get(resolvedNode.id);
    const kind = constant?.type.kind;
    if (kind === "date" || kind === "fiscal_year") return constant?.value;
    const isPercent = constant?.type.kind === "quantity" && constant.type.unit.text === "%";
    return constant === undefined || isPercent ? undefined : readExact(constant.value);
  }
  return figureOf(resolvedNode, place);
}

function figureOf(node: Node, place: Place): Exact | undefined {
  switch (node.kind) {
    case "number":
      return node.unit === "%" ? undefined : readExact(node.value);
    case "constant": {
      const bound = boundOf(node, place);
      return typeof bound === "string" ? undefined : bound;
    }
    case "negation": {
      const value = figureOf(node.value, place);
      return value === undefined ? undefined : negate(value);
    }
    case "convert": {
      const value = figureOf(node.value, place);
      return value === undefined ? undefined : multiply(value, readExact(node.factor) ?? one);
    }
    default:
      return undefined;
  }
}
