import { layFrame } from "../../engine/answers/frame.ts";
import { compile } from "../../engine/compile.ts";
import { isAbsent, isExact } from "../../engine/evaluate/absent.ts";
import { sizeOf } from "../../engine/evaluate/axes.ts";
import { readConstant } from "../../engine/evaluate/constants.ts";
import { writeIrrational } from "../../engine/evaluate/irrational.ts";
import { evaluate } from "../../engine/evaluate.ts";
import type {
  ArithmeticOperator,
  ComparisonOperator,
  LogicalOperator,
} from "../../engine/expression/syntax.ts";
import { parseDay, parsePeriod, printDay } from "../../engine/methodology/period.ts";
import type {
  ConditionTree,
  ConstantTree,
  EnumTree,
  FormulaTree,
  InputTree,
  ListTree,
  Node,
  Origin,
  RowTree,
  TableTree,
  Tree,
  TypeTree,
} from "../../engine/methodology/tree.ts";
import type {
  Evaluation,
  EvaluationOptions,
  Inputs,
  Plan,
  Standing,
  Value,
} from "../../engine/plan.ts";
import { decimalLane } from "../../engine/quantity/decimal.ts";
import { exact, print } from "../../engine/quantity/exact.ts";

/**
 * Small checked trees written by hand, and answers laid out by hand, for tests of what evaluates them. Names of inputs,
 * formulas and constants in an expression are told apart by the tree that it is put into.
 */
export const confirmed: Origin = { sources: [], provenance: "confirmed" };
export const unconfirmed: Origin = { sources: [], provenance: "unconfirmed" };

export const quantityType: TypeTree = { kind: "quantity", unit: { text: "1" } };
export const booleanType: TypeTree = { kind: "boolean" };
export const dateType: TypeTree = { kind: "date" };
export const yearType: TypeTree = { kind: "fiscal_year" };
export const enumType = (id: string): TypeTree => ({ kind: "enum", enum: id });
export const itemType = (list: string): TypeTree => ({ kind: "item", list });

const label = (id: string) => ({ ja: id, en: id });

export function input(
  id: string,
  type: TypeTree = quantityType,
  more: Partial<InputTree> = {},
): InputTree {
  const list = id.includes(".") ? { list: id.slice(0, id.indexOf(".")) } : {};
  return { id, label: label(id), type, units: [], per: [], optional: false, ...list, ...more };
}

export function formula(
  id: string,
  body: Node | FormulaTree["body"],
  more: Partial<FormulaTree> = {},
): FormulaTree {
  return {
    id,
    type: quantityType,
    per: [],
    body: "cases" in body || "subject" in body ? body : { kind: "expr", value: body as Node },
    text: id,
    origin: confirmed,
    ...more,
  };
}

export function condition(
  id: string,
  body: Node | FormulaTree["body"],
  more: Partial<ConditionTree> = {},
): ConditionTree {
  const { type: _, ...rest } = formula(id, body);
  return { ...rest, effect: "not_applicable", ...more };
}

export function constant(
  id: string,
  value: string,
  type: TypeTree = quantityType,
  more: Partial<ConstantTree> = {},
): ConstantTree {
  return { id, type, value, origin: confirmed, ...more };
}

export function enumeration(
  id: string,
  members: readonly string[],
  more: Partial<EnumTree> = {},
): EnumTree {
  return {
    id,
    ordered: false,
    members: members.map((member) => ({ id: member, label: label(member) })),
    ...more,
  };
}

export function list(
  id: string,
  fields: readonly string[],
  more: Partial<ListTree> = {},
): ListTree {
  return {
    id,
    label: label(id),
    minItems: 0,
    maxItems: 10_000,
    fields: fields.map((field) => `${id}.${field}`),
    ...more,
  };
}

/** Rows as `key key | cell cell`, keys that name several members with `+`. */
export function table(
  id: string,
  keys: TableTree["keys"],
  columns: readonly (string | TableTree["columns"][number])[],
  rows: readonly (string | RowTree)[],
  more: Partial<TableTree> = {},
): TableTree {
  return {
    id,
    keys,
    columns: columns.map((column) =>
      typeof column === "string" ? { id: column, type: quantityType } : column,
    ),
    inverse: [],
    replaceable: false,
    rows: rows.map((row) => {
      if (typeof row !== "string") return row;
      const [before = "", after = ""] = row.split("|");
      const words = before.trim().split(/\s+/);
      return {
        keys: words.map((word) => (word.includes("+") ? word.split("+") : word)),
        cells: after
          .trim()
          .split(/\s+/)
          .filter((cell) => cell !== ""),
        origin: 0,
      };
    }),
    origins: [confirmed],
    ...more,
  };
}

/** A tree of these parts; every formula without axes of a list is an output unless `outputs` are named. */
export function tree(
  parts: Partial<Omit<Tree, "outputs">> & { readonly outputs?: readonly string[] },
): Tree {
  const { outputs, ...rest } = parts;
  const formulas = parts.formulas ?? [];
  return {
    format: "tree/1",
    id: "TEST",
    version: "1-r1",
    status: "published",
    title: { ja: "試験" },
    mode: "official",
    documents: [],
    uses: [],
    groups: [],
    enums: [],
    things: [],
    units: [],
    lists: [],
    inputs: [],
    constants: [],
    tables: [],
    conditions: [],
    renamed: {},
    ...rest,
    formulas,
    outputs: (outputs ?? formulas.map(({ id }) => id)).map((id, position) => ({
      id,
      main: position === 0,
      shown: { mode: "half_up", unit: "1" },
    })),
  };
}

/* Nodes. */
export const number = (value: string): Node => ({ kind: "number", value, unit: "1" });
export const yes: Node = { kind: "boolean", value: true };
export const no: Node = { kind: "boolean", value: false };
export const read = (id: string): Node => ({ kind: "input", id });
export const use = (id: string): Node => ({ kind: "formula", id });
export const constantOf = (id: string): Node => ({ kind: "constant", id });
export const member = (id: string): Node => ({
  kind: "member",
  enum: id.split(".")[0] as string,
  member: id.split(".")[1] as string,
});
export const axis = (id: string): Node => ({ kind: "axis", axis: id });
export const part = (of: "start" | "end" | "days"): Node => ({ kind: "part", of });
export const arithmetic = (left: Node, operator: ArithmeticOperator, right: Node): Node => ({
  kind: "arithmetic",
  operator,
  left,
  right,
});
export const compared = (
  left: Node,
  operator: ComparisonOperator,
  right: Node,
  of: Extract<Node, { kind: "comparison" }>["of"] = "quantity",
): Node => ({ kind: "comparison", operator, of, left, right });
export const logical = (left: Node, operator: LogicalOperator, right: Node): Node => ({
  kind: "logical",
  operator,
  left,
  right,
});
export const not = (value: Node): Node => ({ kind: "not", value });
export const known = (value: Node): Node => ({ kind: "known", value });
export const call = (
  name: Extract<Node, { kind: "call" }>["function"],
  ...values: readonly Node[]
): Node => ({ kind: "call", function: name, arguments: values });
export const over = (
  name: Extract<Node, { kind: "over" }>["function"],
  along: string,
  value?: Node,
  more: { readonly where?: Node; readonly weight?: Node; readonly of?: "date" | "enum" } = {},
): Node => ({
  kind: "over",
  function: name,
  axis: along,
  of: name === "all" || name === "any" ? "boolean" : (more.of ?? "quantity"),
  ...(value === undefined ? {} : { value }),
  ...(more.where === undefined ? {} : { where: more.where }),
  ...(more.weight === undefined ? {} : { weight: more.weight }),
});
export const looked = (
  tableAndColumn: string,
  keys: readonly (Node | null)[],
  inverse?: { readonly column: string; readonly value: Node },
): Node => ({
  kind: "lookup",
  table: tableAndColumn.split(".")[0] as string,
  column: tableAndColumn.split(".")[1] as string,
  keys,
  ...(inverse === undefined ? {} : { inverse }),
});
export const through = (to: string, pointer: Node, value: Node): Node => ({
  kind: "through",
  list: to,
  pointer,
  value,
});
export const cases = (
  branches: readonly (readonly [Node, Node | "stop"])[],
  otherwise: Node | "stop",
): FormulaTree["body"] => ({
  kind: "cases",
  cases: branches.map(([when, then]) => ({ when, whenText: "when", ...outcome(then) })),
  otherwise: outcome(otherwise),
});
export const match = (
  subject: Node,
  branches: Readonly<Record<string, Node | "stop">>,
): FormulaTree["body"] => ({
  kind: "match",
  subject,
  branches: Object.entries(branches).map(([one, then]) => ({ member: one, ...outcome(then) })),
});
const outcome = (then: Node | "stop") =>
  then === "stop" ? { text: "stop", because: { ja: "止める" } } : { text: "then", then };

/** Answers laid out: values by index in the space of their input, `-` for one that is not answered. */
export interface Laid {
  readonly period?: string | { readonly from: string; readonly to: string };
  readonly items?: Readonly<Record<string, number>>;
  readonly given?: Readonly<Record<string, string | readonly (string | Value)[]>>;
  readonly standing?: Readonly<Record<string, readonly (Standing | undefined)[]>>;
  /** Readings by day, per index of the meter's own axes. */
  readonly readings?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

export function lay(plan: Plan, laid: Laid): Inputs {
  const period = laid.period === undefined ? undefined : parsePeriod(laid.period);
  const lists = plan.lists.map(({ tree: one }) => ({
    count: laid.items?.[one.id] ?? 0,
    answered: laid.items?.[one.id] !== undefined || one.minItems === 0,
  }));
  const values = plan.inputs.map(({ tree: one }) => {
    const given = laid.given?.[one.id];
    const texts = given === undefined ? [] : typeof given === "string" ? [given] : given;
    return texts.map((text) => (typeof text === "string" ? answerOf(plan, one.type, text) : text));
  });
  const frame = layFrame(plan, period, lists, values);
  plan.inputs.forEach(({ tree: one, space }, position) => {
    const size = sizeOf(space, frame);
    const found = values[position]?.length ?? 0;
    if (found > size) throw new Error(`${one.id} has ${size} places, not ${found}`);
  });
  return {
    frame,
    values,
    standing: plan.inputs.map(({ tree: one }) => laid.standing?.[one.id]),
    readings: plan.inputs.map(({ tree: one }) =>
      laid.readings?.[one.id]?.map((readings) =>
        Object.entries(readings).map(([day, value]) => ({
          day: parseDay(day) as number,
          value: exact(value),
        })),
      ),
    ),
  };
}

function answerOf(plan: Plan, type: TypeTree, text: string): Value | undefined {
  if (text === "-") return undefined;
  if (type.kind === "item") return Number.parseInt(text, 10) - 1;
  return readConstant(plan, type, text);
}

export function planOf(parts: Parameters<typeof tree>[0]): Plan {
  return compile(tree(parts), "hash", { decimal: decimalLane });
}

/** Compiles a tree of these parts and evaluates it. */
export function evaluated(
  parts: Parameters<typeof tree>[0],
  laid: Laid = {},
  options: Partial<EvaluationOptions> = {},
): { readonly plan: Plan; readonly evaluation: Evaluation } {
  const plan = planOf(parts);
  const evaluation = evaluate(plan, lay(plan, laid), {
    mode: "official",
    asOf: "2026-04-01",
    ...options,
  });
  return { plan, evaluation };
}

/** A value as text: exact text, a date, a range `1..2`, or why there is none: `missing`, `stopped`, an issue's code. */
export function textOf(value: Value, type: TypeTree = quantityType, plan?: Plan): string {
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (type.kind === "date") return printDay(value);
    if (type.kind === "enum") {
      const members = plan?.enums[plan.at.enums.get(type.enum) ?? -1]?.tree.members;
      return members?.[value]?.id ?? String(value);
    }
    return String(value);
  }
  if (isExact(value)) return print(value);
  if (isAbsent(value)) return value.kind === "failed" ? value.issue.code : value.kind;
  switch (value.kind) {
    case "irrational":
      return `~${writeIrrational(value).value}`;
    case "span":
      return `${print(value.low)}..${print(value.high)}`;
    case "several":
      return value.values.map((one) => textOf(one, type, plan)).join("|");
  }
}

/** The values of every output, as text. */
export function outputsOf(
  parts: Parameters<typeof tree>[0],
  laid: Laid = {},
  options: Partial<EvaluationOptions> = {},
): Readonly<Record<string, string>> {
  const { plan, evaluation } = evaluated(parts, laid, options);
  return Object.fromEntries(
    evaluation.outputs.map(({ formula: position, values, absent }) => {
      const one = plan.formulas[position]?.tree as FormulaTree;
      const texts = values.map((value) => textOf(value, one.type, plan));
      return [one.id, absent === undefined ? texts.join(" ") : textOf(absent)];
    }),
  );
}

/** The value of one expression of these parts. */
export function valueOfNode(
  node: Node,
  parts: Parameters<typeof tree>[0] = {},
  laid: Laid = {},
  options: Partial<EvaluationOptions> & { readonly type?: TypeTree } = {},
): string {
  const { type = quantityType, ...rest } = options;
  const all = { ...parts, formulas: [...(parts.formulas ?? []), formula("x", node, { type })] };
  return outputsOf({ ...all, outputs: ["x"] }, laid, rest).x as string;
}
