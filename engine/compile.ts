import { spaceOf } from "./evaluate/axes.ts";
import { figure } from "./evaluate/constants.ts";
import { bodyOf, type OutcomeCode, outcome } from "./evaluate/formula.ts";
import type { InputMarks } from "./evaluate/read-input.ts";
import { type CutCode, type Evaluate, type FormulaCode, firstListSlot } from "./evaluate/run.ts";
import { tableCode } from "./evaluate/table-view.ts";
import { type Marker, markOf, weaknessOf } from "./evaluate/weakness.ts";
import { compileExpression } from "./expression/compile-expression.ts";
import { asMemberOf } from "./expression/compile-members.ts";
import { type Compiling, type Scope, scopeOf } from "./expression/compile-scope.ts";
import { countNodes, enumOf } from "./expression/node-types.ts";
import type { Body, CutTree, Node, Origin, RoundTree, Tree } from "./methodology/tree.ts";
import type { EnumPlan, FormulaPlan, InputPlan, ListPlan, Plan, Space } from "./plan.ts";
import type { DecimalLane } from "./quantity/decimal.ts";
import type { Rounding } from "./quantity/rounding.ts";

/**
 * Compiles a checked tree to closures, once for all answers: one per node, formulas by position, figures as exact
 * numbers.
 *
 * `decimal` is what computes logarithms and roots; a methodology without them does without.
 *
 * Errors: none on a checked tree; throws where the tree breaks what the checker guarantees.
 *
 * @example
 * const plan = compile(tree, await hashOf(canonicalText(tree)));
 */
export function compile(
  tree: Tree,
  hash: string,
  options: { readonly decimal?: DecimalLane } = {},
): Plan {
  const at: Plan["at"] = {
    inputs: positions(tree.inputs),
    lists: positions(tree.lists),
    enums: positions(tree.enums),
    formulas: positions(tree.formulas),
    constants: positions(tree.constants),
    tables: positions(tree.tables),
  };
  const enums: readonly EnumPlan[] = tree.enums.map((one) => ({
    tree: one,
    members: positions(one.members),
  }));
  const cuts = tree.period?.cuts ?? [];
  const lists: readonly ListPlan[] = tree.lists.map((list) => ({
    tree: list,
    cutsItems: cuts.some((cut) => cut.kind === "after" && cut.list === list.id),
  }));
  const spaces = { at, lists, enums };
  const formulas: FormulaCode[] = [];
  const conditions: FormulaCode[] = [];
  const cutCodes: CutCode[] = [];
  const listWhen: (Evaluate | undefined)[] = [];
  const marker: Marker = { count: 0 };
  const tables = tree.tables.map((table, position) => tableCode({ at, enums }, table, position));
  const plan: Plan = {
    tree,
    hash,
    at,
    enums,
    lists,
    inputs: tree.inputs.map((input): InputPlan => {
      const space = spaceOf(spaces, input.per, input.list);
      if (input.meter === undefined) return { tree: input, space };
      const shown = input.per.filter((axis) => axis !== "years" && axis !== "parts");
      return { tree: input, space, readings: spaceOf(spaces, shown, input.list) };
    }),
    formulas: tree.formulas.map((one) => ({ tree: one, space: spaceOf(spaces, one.per) })),
    conditions: tree.conditions.map((one) => ({ tree: one, space: spaceOf(spaces, one.per) })),
    outputs: tree.outputs.map((one) => ({ tree: one, formula: at.formulas.get(one.id) ?? -1 })),
    code: {
      formulas,
      conditions,
      tables,
      cuts: cutCodes,
      listWhen,
      slots: firstListSlot + tree.lists.length + tree.enums.length,
      get figureCount() {
        return marker.count;
      },
      decimal: options.decimal,
    },
  };
  const compiling: Compiling = {
    compile: (node, scope) => compileExpression(node, scope, compiling),
    plan,
    formulas,
    tables,
    inputMarks: tree.inputs.map(
      (input, position): InputMarks => ({
        default: markOf(marker, input.default?.origin, { kind: "default", input: position }),
        range: markOf(marker, input.range?.origin, { kind: "range", input: position }),
      }),
    ),
    constantMarks: tree.constants.map((constant, position) =>
      markOf(marker, constant.origin, { kind: "constant", constant: position }),
    ),
  };
  plan.formulas.forEach((formula, position) => {
    formulas.push(compileFormula(formula, position, compiling, marker));
  });
  plan.conditions.forEach((condition, position) => {
    conditions.push(compileCondition(condition, position, compiling, marker));
  });
  for (const list of tree.lists) {
    listWhen.push(
      list.when === undefined ? undefined : compileExpression(list.when, nowhere, compiling),
    );
  }
  cuts.forEach((cut, position) => {
    if (cut.kind === "after") cutCodes.push(compileCut(cut, position, compiling, marker));
  });
  return plan;
}

const nowhere: Scope = { lists: [], time: { kind: "none", own: -1 } };

function positions(things: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(things.map(({ id }, position) => [id, position]));
}

function compileFormula(
  { tree, space }: FormulaPlan,
  position: number,
  compiling: Compiling,
  marker: Marker,
): FormulaCode {
  const mark = markOf(marker, tree.origin, { kind: "formula", formula: position });
  const rounding = roundingOf(tree.round);
  const wanted = tree.type.kind === "enum" ? tree.type.enum : undefined;
  return {
    position,
    body: compileBody(tree.body, tree.id, position, space, wanted, compiling, marker),
    isQuantity: tree.type.kind === "quantity" || tree.type.kind === "count",
    rounding,
    roundingMark: markOf(marker, tree.round?.origin, { kind: "rounding", formula: position }),
    mark,
    weak: weaknessOf(tree.origin),
    nodes: nodesOf(tree.body),
  };
}

function compileCondition(
  { tree, space }: Plan["conditions"][number],
  position: number,
  compiling: Compiling,
  marker: Marker,
): FormulaCode {
  const owner = compiling.plan.formulas.length + position;
  return {
    position: owner,
    body: compileBody(tree.body, tree.id, owner, space, undefined, compiling, marker),
    isQuantity: false,
    rounding: undefined,
    roundingMark: undefined,
    mark: markOf(marker, tree.origin, { kind: "condition", condition: position }),
    weak: weaknessOf(tree.origin),
    nodes: nodesOf(tree.body),
  };
}

function compileBody(
  body: Body,
  id: string,
  position: number,
  space: Space,
  wanted: string | undefined,
  compiling: Compiling,
  marker: Marker,
): Evaluate {
  const scope = scopeOf(compiling.plan, space);
  const value = (node: Node) => asMemberOf(node, wanted, scope, compiling);
  const branch = (tree: Parameters<typeof outcome>[0], place: number): OutcomeCode => ({
    evaluate: outcome(tree, id, tree.then === undefined ? undefined : value(tree.then)),
    mark: markOf(marker, tree.origin as Origin | undefined, {
      kind: "branch",
      formula: position,
      branch: place,
    }),
  });
  switch (body.kind) {
    case "expr":
      return bodyOf(body, value(body.value), [], [], []);
    case "cases": {
      const whens = body.cases.map(({ when }) => compileExpression(when, scope, compiling));
      const outcomes = [...body.cases, body.otherwise].map(branch);
      return bodyOf(body, undefined, whens, outcomes, []);
    }
    case "match": {
      const { plan } = compiling;
      const subject = plan.enums[plan.at.enums.get(enumOf(body.subject, plan) ?? "") ?? -1];
      const members = subject?.tree.members ?? [];
      const places = members.map((member) =>
        body.branches.findIndex((one) => one.member === member.id),
      );
      const of = compileExpression(body.subject, scope, compiling);
      return bodyOf(body, of, [], body.branches.map(branch), places);
    }
  }
}

function nodesOf(body: Body): number {
  switch (body.kind) {
    case "expr":
      return 1 + countNodes(body.value);
    case "cases":
      return [...body.cases.flatMap(({ when, then }) => [when, then]), body.otherwise.then].reduce(
        (nodes, one) => nodes + (one === undefined ? 0 : countNodes(one)),
        1,
      );
    case "match":
      return body.branches.reduce(
        (nodes, { then }) => nodes + (then === undefined ? 0 : countNodes(then)),
        1 + countNodes(body.subject),
      );
  }
}

function roundingOf(round: RoundTree | undefined): Rounding | undefined {
  if (round === undefined) return undefined;
  return round.digits === undefined
    ? { mode: round.mode, to: figure(round.to ?? "1") }
    : { mode: round.mode, digits: round.digits };
}

type After = Extract<CutTree, { kind: "after" }>;

/** The date that a cut counts from; of an argument of a component, what it stands for. */
function compileCut(cut: After, position: number, compiling: Compiling, marker: Marker): CutCode {
  const { plan } = compiling;
  const list = cut.list === undefined ? -1 : (plan.at.lists.get(cut.list) ?? -1);
  const scope: Scope = { ...nowhere, lists: list < 0 ? [] : [list] };
  return {
    date: compileExpression(standingFor(cut.of, plan), scope, compiling),
    list,
    mark: markOf(marker, cut.origin, { kind: "cut", cut: position }),
  };
}

function standingFor(node: Node, plan: Plan): Node {
  if (node.kind !== "formula") return node;
  const formula = plan.formulas[plan.at.formulas.get(node.id) ?? -1]?.tree;
  return formula?.body.kind === "expr" ? standingFor(formula.body.value, plan) : node;
}
