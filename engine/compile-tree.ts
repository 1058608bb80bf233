import { stopped } from "./evaluate/absent.ts";
import { spaceOf } from "./evaluate/axes.ts";
import { figure } from "./evaluate/constants.ts";
import { casesOf, matchOf, type OutcomeCode } from "./evaluate/formula.ts";
import type { InputMarks } from "./evaluate/read-input.ts";
import { type CutCode, type Evaluate, type FormulaCode, firstListSlot } from "./evaluate/run.ts";
import { tableCode } from "./evaluate/table-view.ts";
import { type Marker, markOf, weaknessOf } from "./evaluate/weakness.ts";
import { compileExpression } from "./expression/compile-expression.ts";
import { asMemberOf } from "./expression/compile-members.ts";
import { type Compiling, type Scope, scopeOf } from "./expression/compile-scope.ts";
import { countNodes, enumOf } from "./expression/node-types.ts";
import type { Lanes } from "./lanes/lanes.ts";
import type {
  Body,
  CutTree,
  FormulaTree,
  Node,
  Outcome,
  RoundTree,
  Tree,
} from "./methodology/tree.ts";
import type {
  ConditionPlan,
  EnumPlan,
  Figure,
  FormulaPlan,
  InputPlan,
  ListPlan,
  Plan,
  Space,
} from "./plan.ts";
import type { Rounding } from "./quantity/rounding.ts";

/**
 * Compiles a checked tree with the lanes that are handed in: closures, one per node, formulas by position, figures as
 * exact numbers.
 *
 * Errors: none on a checked tree with the lanes that `lanesOf` names; throws where the tree breaks what the checker
 * guarantees.
 */
export function compileTree(tree: Tree, hash: string, lanes: Lanes): Plan {
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
      lanes,
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
  for (const formula of plan.formulas) {
    formulas.push(compileFormula(formula, formulas.length, compiling, marker));
  }
  for (const condition of plan.conditions) {
    const position = formulas.length + conditions.length;
    conditions.push(compileFormula(condition, position, compiling, marker));
  }
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

/** A formula, or a condition: these follow the formulas. */
function compileFormula(
  { tree, space }: FormulaPlan | ConditionPlan,
  position: number,
  compiling: Compiling,
  marker: Marker,
): FormulaCode {
  const { formulas } = compiling.plan;
  const isFormula = position < formulas.length;
  const { type, round } = tree as Partial<FormulaTree>;
  const wanted = type?.kind === "enum" ? type.enum : undefined;
  const figure: Figure = isFormula
    ? { kind: "formula", formula: position }
    : { kind: "condition", condition: position - formulas.length };
  return {
    position,
    body: compileBody(tree.body, tree.id, position, space, wanted, compiling, marker),
    isQuantity: type?.kind === "quantity" || type?.kind === "count",
    rounding: roundingOf(round),
    roundingMark: markOf(marker, round?.origin, { kind: "rounding", formula: position }),
    mark: markOf(marker, tree.origin, figure),
    weak: weaknessOf(tree.origin),
    nodes: countNodes(tree.body),
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
  const { plan } = compiling;
  const scope = scopeOf(plan, space);
  const value = (node: Node) => asMemberOf(node, wanted, scope, compiling);
  const branch = ({ then, because, origin }: Outcome, place: number): OutcomeCode => {
    const absent = stopped(id, because);
    return {
      evaluate: then === undefined ? () => absent : value(then),
      mark: markOf(marker, origin, { kind: "branch", formula: position, branch: place }),
    };
  };
  switch (body.kind) {
    case "expr":
      return value(body.value);
    case "cases": {
      const whens = body.cases.map(({ when }) => compileExpression(when, scope, compiling));
      return casesOf(whens, [...body.cases, body.otherwise].map(branch));
    }
    case "match": {
      const subject = plan.enums[plan.at.enums.get(enumOf(body.subject, plan) ?? "") ?? -1];
      const places = (subject?.tree.members ?? []).map(({ id: member }) =>
        body.branches.findIndex((one) => one.member === member),
      );
      const of = compileExpression(body.subject, scope, compiling);
      return matchOf(of, body.branches.map(branch), places);
    }
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
