import { dimensions, grades, isSame, kinds, literal, unitFor } from "./grid.ts";
import type { Axis, Body, Dimension, Formula, Input, Model, Table, Term, Type } from "./model.ts";
import type { Chance } from "./random.ts";

/** Expressions by chance: every one has the dimension that is asked for, so that none is refused. */
/** What an expression can read where it stands. */
export interface Scope {
  readonly chance: Chance;
  readonly inputs: readonly Input[];
  readonly constants: Model["constants"];
  readonly years: Model["years"];
  readonly days: Model["days"];
  readonly tables: readonly Table[];
  readonly formulas: readonly Formula[];
  readonly axes: readonly Axis[];
  /** Axes that the formula has of its own: no list function runs over them. */
  readonly own: readonly Axis[];
}

function readable(scope: Scope, type: Type): readonly string[] {
  const fits = (candidate: Type): boolean =>
    candidate.kind === "quantity" && type.kind === "quantity"
      ? isSame(candidate.dimension, type.dimension)
      : candidate.kind === "enum" && type.kind === "enum"
        ? candidate.enum === type.enum
        : candidate.kind === type.kind && type.kind !== "quantity" && type.kind !== "enum";
  const inputs = scope.inputs
    .filter((input) => fits(input.type))
    .filter((input) => !input.isOptional)
    .filter((input) => input.list === undefined || scope.axes.includes(input.list))
    .filter((input) => !input.perYears || scope.axes.includes("years"))
    .filter((input) => !input.perKind || isAtHand(scope, "kind"));
  const formulas = scope.formulas
    .filter((formula) => fits(formula.type))
    .filter((formula) => formula.per.every((axis) => isAtHand(scope, axis)));
  const constants =
    type.kind === "quantity"
      ? scope.constants.filter((constant) => isSame(constant.dimension, type.dimension))
      : type.kind === "date"
        ? scope.days
        : [];
  return [...inputs, ...formulas, ...constants].map(({ id }) => id);
}

/** Whether there is a member or item of an axis: a member of the part is one of the whole. */
function isAtHand(scope: Scope, axis: Axis): boolean {
  return scope.axes.includes(axis) || (axis === "kind" && scope.axes.includes("few"));
}

/** What can be read of the plot that the pointer of a row names. */
function pointed(scope: Scope, type: Type): readonly Term[] {
  if (!scope.axes.includes("rows")) return [];
  const atPlot: Scope = {
    ...scope,
    axes: [...scope.axes.filter((axis) => axis !== "rows" && axis !== "plots"), "plots"],
  };
  const ofPlots = new Set([
    ...scope.inputs.filter(({ list }) => list === "plots").map(({ id }) => id),
    ...scope.formulas.filter(({ per }) => per.includes("plots")).map(({ id }) => id),
  ]);
  return readable(atPlot, type)
    .filter((id) => ofPlots.has(id))
    .map((id) => ({ kind: "through", pointer: "spot", id }));
}

function date(scope: Scope, depth: number): Term {
  const { chance } = scope;
  const through = pointed(scope, { kind: "date" });
  if (through.length > 0 && chance.percent(15)) return chance.pick(through);
  if (depth > 0 && chance.percent(50)) {
    const unit = chance.pick(["day", "month", "yr"] as const);
    const count = chance.pick([1, 2, 11, 30, -1, -12]);
    return { kind: "move", of: date(scope, depth - 1), count, unit };
  }
  if (depth > 0 && chance.percent(25)) {
    const terms = [date(scope, depth - 1), date(scope, depth - 1)];
    return { kind: "call", function: chance.pick(["min", "max"] as const), terms };
  }
  return { kind: "name", id: chance.pick(readable(scope, { kind: "date" })) };
}

function quantity(scope: Scope, dimension: Dimension, depth: number): Term {
  const { chance } = scope;
  const leaf = (): Term => {
    const names = readable(scope, { kind: "quantity", dimension, unit: "" });
    const through = pointed(scope, { kind: "quantity", dimension, unit: "" });
    if (through.length > 0 && chance.percent(30)) return chance.pick(through);
    const isPure = dimension.mass === 0 && dimension.energy === 0;
    if (isPure && chance.percent(15)) {
      const kind = chance.pick(["apart", "months_between", "years_between"] as const);
      return { kind, left: date(scope, 1), right: date(scope, 1) };
    }
    if (names.length > 0 && chance.percent(75)) return { kind: "name", id: chance.pick(names) };
    const tables = lookable(scope, dimension, false);
    if (tables.length > 0 && chance.percent(60)) return lookupOf(scope, chance.pick(tables));
    return { kind: "number", digits: literal(chance), unit: unitFor(chance, dimension) ?? "1" };
  };
  if (depth <= 0) return leaf();
  const same = () => quantity(scope, dimension, depth - 1);
  switch (chance.below(12)) {
    case 0:
    case 1:
      return { kind: "operation", operator: "+", left: same(), right: same() };
    case 2:
    case 3:
      return { kind: "operation", operator: "-", left: same(), right: same() };
    case 4:
    case 5: {
      const other = chance.pick(dimensions);
      const rest = { mass: dimension.mass - other.mass, energy: dimension.energy - other.energy };
      if (unitFor(chance, rest) === undefined) return same();
      return {
        kind: "operation",
        operator: "*",
        left: quantity(scope, other, depth - 1),
        right: quantity(scope, rest, depth - 1),
      };
    }
    case 6:
    case 7: {
      const below = chance.pick(dimensions);
      const above = { mass: dimension.mass + below.mass, energy: dimension.energy + below.energy };
      if (unitFor(chance, above) === undefined) return same();
      return {
        kind: "operation",
        operator: "/",
        left: quantity(scope, above, depth - 1),
        right: quantity(scope, below, depth - 1),
      };
    }
    case 8:
      return { kind: "negation", operand: same() };
    case 9: {
      const name = chance.pick(["min", "max", "abs", "clamp"] as const);
      const count = { min: 2, max: 3, abs: 1, clamp: 3 }[name];
      return { kind: "call", function: name, terms: Array.from({ length: count }, same) };
    }
    default: {
      const free = (["rows", "plots", "kind", "few", "years"] as const).filter(
        (axis) => !scope.axes.includes(axis) && !scope.own.includes(axis),
      );
      if (free.length === 0) return leaf();
      const axis = chance.pick(free);
      const inside = { ...scope, axes: [...scope.axes, axis] };
      const where = chance.percent(30) ? { where: condition(inside, 1) } : {};
      const isPure = dimension.mass === 0 && dimension.energy === 0;
      if (isPure && chance.percent(30)) return { kind: "over", function: "count", axis, ...where };
      const body = quantity(inside, dimension, depth - 1);
      const name = chance.pick(overs);
      const weight =
        name === "weighted_average" ? { weight: quantity(inside, chance.pick(dimensions), 0) } : {};
      return { kind: "over", function: name, axis, body, ...weight, ...where };
    }
  }
}

const overs = ["sum", "sum", "sum", "average", "min_of", "max_of", "weighted_average"] as const;

/** Tables of a dimension that can be looked up here; those with open cells only under `known`. */
function lookable(scope: Scope, dimension: Dimension, isOpen: boolean): readonly Table[] {
  return scope.tables
    .filter((table) => table.isOpen === isOpen && isSame(table.dimension, dimension))
    .filter((table) => !table.keys.includes("years") || scope.axes.includes("years"));
}

function lookupOf(scope: Scope, table: Table): Extract<Term, { kind: "lookup" }> {
  const keys = table.keys.map((key): Term => {
    if (key === "years") return { kind: "axis", axis: "years" };
    if (key === "interval") return quantity(scope, { mass: 1, energy: 0 }, 0);
    return chosen(scope, key);
  });
  return { kind: "lookup", table: table.id, keys, column: "value" };
}

/**
 * Two members in an order by chance, one of them of the enum itself: so they are ordered as its members are, whatever
 * the order of its part.
 */
function pair(scope: Scope, name: "kind" | "grade"): readonly [Term, Term] {
  const [one, other] = [member(scope, name, true), member(scope, name)];
  return scope.chance.percent(50) ? [one, other] : [other, one];
}

/** A member, or the first or last of two. */
function chosen(scope: Scope, name: "kind" | "grade", isExact = false): Term {
  const { chance } = scope;
  if (chance.percent(70)) return member(scope, name, isExact);
  return { kind: "call", function: chance.pick(["min", "max"] as const), terms: pair(scope, name) };
}

/** A member; where `isExact`, of the enum itself and not of its part. */
function member(scope: Scope, name: "kind" | "grade", isExact = false): Term {
  const { chance } = scope;
  if (name === "kind" && scope.axes.includes("kind") && chance.percent(50)) {
    return { kind: "axis", axis: "kind" };
  }
  if (name === "kind" && !isExact && chance.percent(30)) {
    if (scope.axes.includes("few")) return { kind: "axis", axis: "few" };
    return { kind: "name", id: "first_few" };
  }
  const through = pointed(scope, { kind: "enum", enum: name });
  if (through.length > 0 && chance.percent(20)) return chance.pick(through);
  const names = readable(scope, { kind: "enum", enum: name });
  if (names.length > 0 && chance.percent(70)) return { kind: "name", id: chance.pick(names) };
  return { kind: "member", enum: name, member: chance.pick(name === "kind" ? kinds : grades) };
}

function condition(scope: Scope, depth: number): Term {
  const { chance } = scope;
  const choice = chance.below(depth <= 0 ? 4 : 8);
  if (choice === 0 || (choice === 1 && !scope.axes.includes("years"))) {
    const dimension = chance.pick(dimensions);
    return {
      kind: "operation",
      operator: chance.pick(["<", "<=", ">", ">=", "==", "!="] as const),
      left: quantity(scope, dimension, 1),
      right: quantity(scope, dimension, 0),
    };
  }
  if (choice === 1 && chance.percent(40)) {
    const operator = chance.pick(["<", "<=", ">", ">=", "==", "!="] as const);
    if (chance.percent(50)) {
      return { kind: "operation", operator, left: date(scope, 1), right: date(scope, 1) };
    }
    const right: Term = { kind: "axis", axis: "years" };
    return {
      kind: "operation",
      operator,
      left: { kind: "fiscal_year", of: date(scope, 1) },
      right,
    };
  }
  if (choice === 1 && scope.axes.includes("years") && chance.percent(60)) {
    return {
      kind: "operation",
      operator: chance.pick(["<", "<=", ">", ">=", "==", "!="] as const),
      left: { kind: "axis", axis: "years" },
      right: { kind: "name", id: chance.pick(scope.years).id },
    };
  }
  if (choice === 2) {
    const name = chance.pick(["kind", "grade"] as const);
    if (chance.percent(50)) {
      const operator = chance.pick(["==", "!="] as const);
      return { kind: "operation", operator, left: chosen(scope, name), right: chosen(scope, name) };
    }
    const [left, right] = pair(scope, name);
    const operator = chance.pick(["<", "<=", ">", ">="] as const);
    return { kind: "operation", operator, left, right };
  }
  if (choice === 3) {
    const names = readable(scope, { kind: "boolean" });
    return names.length > 0
      ? { kind: "name", id: chance.pick(names) }
      : { kind: "boolean", value: chance.percent(50) };
  }
  if (choice === 4) return { kind: "not", operand: condition(scope, depth - 1) };
  const free = (["rows", "plots", "few", "years"] as const).filter(
    (axis) => !scope.axes.includes(axis) && !scope.own.includes(axis),
  );
  if (choice === 5 && free.length > 0) {
    const axis = chance.pick(free);
    const inside = { ...scope, axes: [...scope.axes, axis] };
    return {
      kind: "over",
      function: chance.pick(["all", "any"] as const),
      axis,
      body: condition(inside, depth - 1),
    };
  }
  return {
    kind: "operation",
    operator: chance.pick(["and", "or"] as const),
    left: condition(scope, depth - 1),
    right: condition(scope, depth - 1),
  };
}

/** The body of a formula: an expression, cases or a match. */
export function bodyOf(scope: Scope, type: Type, depth: number): Body {
  const { chance } = scope;
  const term = (): Term =>
    type.kind === "quantity"
      ? quantity(scope, type.dimension, depth)
      : type.kind === "boolean"
        ? condition(scope, depth)
        : type.kind === "date"
          ? date(scope, depth)
          : chosen(scope, type.kind === "enum" && type.enum === "grade" ? "grade" : "kind");
  const choice = chance.below(10);
  if (choice < 2) {
    return {
      kind: "cases",
      cases: Array.from({ length: 1 + chance.below(2) }, () => ({
        when: condition(scope, 1),
        then: chance.percent(8) ? ("stop" as const) : term(),
      })),
      otherwise: term(),
    };
  }
  if (choice === 2) {
    const name = chance.pick(["kind", "grade"] as const);
    const members = name === "kind" ? kinds : grades;
    return {
      kind: "match",
      subject: chosen(scope, name, true),
      enum: name,
      branches: members.map(term),
    };
  }
  // A formula that may ask for an optional input looks whether it is there.
  const optional = scope.inputs.find(
    (input) =>
      input.isOptional &&
      type.kind === "quantity" &&
      input.type.kind === "quantity" &&
      isSame(input.type.dimension, type.dimension) &&
      (input.list === undefined || scope.axes.includes(input.list)),
  );
  if (choice === 3 && optional !== undefined) {
    return {
      kind: "cases",
      cases: [
        { when: { kind: "known", id: optional.id }, then: { kind: "name", id: optional.id } },
      ],
      otherwise: term(),
    };
  }
  const open = type.kind === "quantity" ? lookable(scope, type.dimension, true) : [];
  if (open.length > 0 && chance.percent(50)) {
    const lookup = lookupOf(scope, chance.pick(open));
    const when: Term = { kind: "known_cell", lookup };
    return { kind: "cases", cases: [{ when, then: lookup }], otherwise: term() };
  }
  return { kind: "expr", term: term() };
}
