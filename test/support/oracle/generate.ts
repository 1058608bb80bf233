import type {
  Answers,
  Axis,
  Body,
  Dimension,
  Formula,
  Input,
  Model,
  Row,
  Table,
  Term,
  Type,
} from "./model.ts";
import { type Chance, chanceOf } from "./random.ts";

/**
 * Makes methodologies and answers by chance. Figures come from a small grid of short decimals, so that ties of
 * roundings, equal comparisons, zero divisors and whole tonnes turn up often rather than never.
 */
const kinds = ["alpha", "beta", "gamma"];
const grades = ["low", "high"];
const dimensions: readonly Dimension[] = [
  { mass: 0, energy: 0 },
  { mass: 1, energy: 0 },
  { mass: 0, energy: 1 },
  { mass: 1, energy: -1 },
];
const masses = ["g", "kg", "t"];
const energies = ["MJ", "GJ", "kWh"];
const modes = ["floor", "ceil", "half_up", "half_even", "toward_zero", "away_from_zero"];
const multiples = ["1", "0.1", "0.5", "1000", "0.25"];

function unitFor(chance: Chance, { mass, energy }: Dimension): string | undefined {
  if (mass === 0 && energy === 0) return "1";
  if (mass === 1 && energy === 0) return chance.pick(masses);
  if (mass === 0 && energy === 1) return chance.pick(energies);
  if (mass === 1 && energy === -1) return `${chance.pick(masses)}/${chance.pick(energies)}`;
  if (mass === -1 && energy === 1) return `${chance.pick(energies)}/${chance.pick(masses)}`;
  return undefined;
}

const isSame = (left: Dimension, right: Dimension) =>
  left.mass === right.mass && left.energy === right.energy;

/** A figure of the grid: short, round and sometimes zero or negative. */
function figure(chance: Chance): string {
  const size = chance.pick([
    "0",
    "1",
    "2",
    "3",
    "5",
    "7",
    "12",
    "40",
    "94.6",
    "54.6",
    "0.5",
    "0.25",
    "1.5",
    "2.75",
    "38.9",
    "0.0708",
  ]);
  if (chance.percent(15)) return `${chance.below(1000)}.${chance.below(1000)}`;
  return size !== "0" && chance.percent(10) ? `-${size}` : size;
}

/** A literal in a formula: neither a power of ten nor 3.6, which the units stand for. */
const literal = (chance: Chance) => chance.pick(["2", "3", "7", "0.5", "1.5", "0.25", "12"]);

interface Scope {
  readonly chance: Chance;
  readonly inputs: readonly Input[];
  readonly constants: Model["constants"];
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
        : candidate.kind === "boolean" && type.kind === "boolean";
  const inputs = scope.inputs
    .filter((input) => fits(input.type))
    .filter((input) => !input.isOptional)
    .filter((input) => !input.isField || scope.axes.includes("rows"))
    .filter((input) => !input.perYears || scope.axes.includes("years"));
  const formulas = scope.formulas
    .filter((formula) => fits(formula.type))
    .filter((formula) => formula.per.every((axis) => scope.axes.includes(axis)));
  const constants =
    type.kind === "quantity"
      ? scope.constants.filter((constant) => isSame(constant.dimension, type.dimension))
      : [];
  return [...inputs, ...formulas, ...constants].map(({ id }) => id);
}

function quantity(scope: Scope, dimension: Dimension, depth: number): Term {
  const { chance } = scope;
  const leaf = (): Term => {
    const names = readable(scope, { kind: "quantity", dimension, unit: "" });
    if (names.length > 0 && chance.percent(75)) return { kind: "name", id: chance.pick(names) };
    const tables = scope.tables.filter((table) => isSame(table.dimension, dimension));
    if (tables.length > 0 && chance.percent(60)) {
      const table = chance.pick(tables);
      if (!table.keys.includes("years") || scope.axes.includes("years")) {
        return {
          kind: "lookup",
          table: table.id,
          keys: table.keys.map((key): Term => {
            if (key === "years") return { kind: "axis", axis: "years" };
            if (key === "interval") return quantity(scope, { mass: 1, energy: 0 }, 0);
            return member(scope, key);
          }),
          column: "value",
        };
      }
    }
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
      const free = (["rows", "kind", "years"] as const).filter(
        (axis) => !scope.axes.includes(axis) && !scope.own.includes(axis),
      );
      if (free.length === 0) return leaf();
      const axis = chance.pick(free);
      const inside = { ...scope, axes: [...scope.axes, axis] };
      const body = quantity(inside, dimension, depth - 1);
      const name = chance.pick(["sum", "sum", "sum", "average", "min_of", "max_of"] as const);
      return chance.percent(30)
        ? { kind: "over", function: name, axis, body, where: condition(inside, 1) }
        : { kind: "over", function: name, axis, body };
    }
  }
}

function member(scope: Scope, name: "kind" | "grade"): Term {
  const { chance } = scope;
  if (name === "kind" && scope.axes.includes("kind") && chance.percent(50)) {
    return { kind: "axis", axis: "kind" };
  }
  const names = readable(scope, { kind: "enum", enum: name });
  if (names.length > 0 && chance.percent(70)) return { kind: "name", id: chance.pick(names) };
  return { kind: "member", enum: name, member: chance.pick(name === "kind" ? kinds : grades) };
}

function condition(scope: Scope, depth: number): Term {
  const { chance } = scope;
  const choice = chance.below(depth <= 0 ? 4 : 8);
  if (choice <= 1) {
    const dimension = chance.pick(dimensions);
    return {
      kind: "operation",
      operator: chance.pick(["<", "<=", ">", ">=", "==", "!="] as const),
      left: quantity(scope, dimension, 1),
      right: quantity(scope, dimension, 0),
    };
  }
  if (choice === 2) {
    const name = chance.pick(["kind", "grade"] as const);
    return {
      kind: "operation",
      operator: chance.pick(["==", "!="] as const),
      left: member(scope, name),
      right: member(scope, name),
    };
  }
  if (choice === 3) {
    const names = readable(scope, { kind: "boolean" });
    return names.length > 0
      ? { kind: "name", id: chance.pick(names) }
      : { kind: "boolean", value: chance.percent(50) };
  }
  if (choice === 4) return { kind: "not", operand: condition(scope, depth - 1) };
  const free = (["rows", "years"] as const).filter(
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

function bodyOf(scope: Scope, type: Type, depth: number): Body {
  const { chance } = scope;
  const term = (): Term =>
    type.kind === "quantity"
      ? quantity(scope, type.dimension, depth)
      : type.kind === "boolean"
        ? condition(scope, depth)
        : member(scope, type.enum as "kind" | "grade");
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
    return { kind: "match", subject: member(scope, name), enum: name, branches: members.map(term) };
  }
  // A formula that may ask for an optional input looks whether it is there.
  const optional = scope.inputs.find(
    (input) =>
      input.isOptional &&
      type.kind === "quantity" &&
      input.type.kind === "quantity" &&
      isSame(input.type.dimension, type.dimension) &&
      (!input.isField || scope.axes.includes("rows")),
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
  return { kind: "expr", term: term() };
}

function tableOf(chance: Chance, id: string): Table {
  const dimension = chance.pick(dimensions);
  const unit = unitFor(chance, dimension) ?? "1";
  const keys = chance.pick([["kind"], ["kind", "grade"], ["kind", "years"], ["interval"]] as const);
  const rows: Row[] = [];
  const add = (...cells: readonly string[]) => rows.push({ keys: cells, value: figure(chance) });
  switch (keys.join()) {
    case "kind":
      add("alpha|beta");
      if (chance.percent(80)) add(chance.percent(50) ? "gamma" : "*");
      break;
    case "kind,grade":
      add("alpha", "low");
      add("alpha", "*");
      add("*", "high");
      if (chance.percent(80)) add("beta|gamma", "low");
      break;
    case "kind,years":
      add("alpha", "2020..2021");
      add("alpha", "2022..2023");
      add("beta", "2020..2023");
      if (chance.percent(80)) add("*", "2020..2023");
      break;
    default:
      add("0..2");
      add("2..5.5");
      if (chance.percent(80)) add("5.5..");
  }
  return { id, keys, dimension, unit, rows };
}

/** A methodology by its number. */
export function generateModel(seed: number): Model {
  const chance = chanceOf(seed);
  const typeOf = (): Type => {
    const dimension = chance.pick(dimensions);
    return { kind: "quantity", dimension, unit: unitFor(chance, dimension) ?? "1" };
  };
  const inputs: Input[] = [];
  for (let index = 0; index < 4 + chance.below(3); index += 1) {
    const isField = chance.percent(50);
    const isOptional = chance.percent(12);
    inputs.push({
      id: `q${index}`,
      type: typeOf(),
      isField,
      isOptional,
      perYears: !isOptional && chance.percent(35),
    });
  }
  const plain = (id: string, type: Type, isField: boolean): Input => ({
    id,
    type,
    isField,
    isOptional: false,
    perYears: false,
  });
  inputs.push(plain("first_kind", { kind: "enum", enum: "kind" }, false));
  inputs.push(plain("row_kind", { kind: "enum", enum: "kind" }, true));
  inputs.push(plain("row_grade", { kind: "enum", enum: "grade" }, true));
  inputs.push(plain("flag", { kind: "boolean" }, false));
  inputs.push(plain("row_flag", { kind: "boolean" }, true));
  const tables = Array.from({ length: 1 + chance.below(3) }, (_, index) =>
    tableOf(chance, `t${index}`),
  );
  const constants = Array.from({ length: 2 }, (_, index) => {
    const dimension = chance.pick(dimensions);
    return {
      id: `k${index}`,
      value: chance.percent(25) ? "44/12" : figure(chance),
      unit: unitFor(chance, dimension) ?? "1",
      dimension,
    };
  });
  const formulas: Formula[] = [];
  const count = 3 + chance.below(6);
  for (let index = 0; index < count; index += 1) {
    const per = chance.pick([
      [],
      ["rows"],
      ["years"],
      ["kind"],
      ["rows", "years"],
      ["rows", "kind"],
      ["kind", "years"],
    ] as const);
    const type: Type =
      index === count - 1 || chance.percent(80)
        ? typeOf()
        : chance.percent(60)
          ? { kind: "boolean" }
          : { kind: "enum", enum: chance.pick(["kind", "grade"]) };
    const scope: Scope = { chance, inputs, constants, tables, formulas, axes: per, own: per };
    const body = bodyOf(scope, type, 1 + chance.below(3));
    formulas.push({
      id: `f${index}`,
      type,
      per,
      body,
      ...(type.kind === "quantity" && chance.percent(35)
        ? { round: { mode: chance.pick(modes), to: chance.pick(multiples) } }
        : {}),
    });
  }
  return { enums: { kind: kinds, grade: grades }, constants, tables, inputs, formulas };
}

/** Answers for a methodology by their number; now and then one is left open. */
export function generateAnswers(model: Model, seed: number): Answers {
  const chance = chanceOf(seed ^ 0x5bd1e995);
  const years = 1 + chance.below(2);
  const unanswered = chance.percent(25) ? 6 : 0;
  const answer = (input: Input): string | undefined => {
    if (chance.percent(input.isOptional ? 50 : unanswered)) return undefined;
    switch (input.type.kind) {
      case "boolean":
        return chance.pick(["true", "false"]);
      case "enum":
        return chance.pick(model.enums[input.type.enum] as readonly string[]);
      case "quantity": {
        const unit = unitFor(chance, input.type.dimension) ?? "1";
        return unit === "1" ? figure(chance) : `${figure(chance)} ${unit}`;
      }
    }
  };
  const answered = (isField: boolean) => {
    const own = model.inputs.filter((input) => input.isField === isField);
    return {
      scalars: Object.fromEntries(
        own.filter(({ perYears }) => !perYears).map((input) => [input.id, answer(input)]),
      ),
      perYear: Object.fromEntries(
        own
          .filter(({ perYears }) => perYears)
          .map((input) => [input.id, Array.from({ length: years }, () => answer(input))]),
      ),
    };
  };
  const rows = Array.from({ length: chance.below(4) }, () => answered(true));
  return { firstYear: 2020 + chance.below(5 - years), years, ...answered(false), rows };
}
