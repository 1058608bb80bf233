import { stopped } from "./evaluate/absent.ts";
import { spaceOf } from "./evaluate/axes.ts";
import { figure } from "./evaluate/constants.ts";
import { casesOf, matchOf, type OutcomeCode } from "./evaluate/formula.ts";
import type { InputMarks } from "./evaluate/read-input.ts";
import type { CutCode, Evaluate, FormulaCode } from "./evaluate/run.ts";
import { tableCode } from "./evaluate/table-view.ts";
import { markOf, weaknessOf } from "./evaluate/weakness.ts";
import { compileExpression } from "./expression/compile-expression.ts";
import { asMemberOf } from "./expression/compile-members.ts";
import { type Compiling, type Scope, scopeOf } from "./expression/compile-scope.ts";
import { countNodes, enumOf } from "./expression/node-types.ts";
import { type Lanes, laneOf } from "./lanes/lanes.ts";
import type {
  ConditionTree,
  FormulaTree,
  Node,
  Outcome,
  RoundTree,
  Tree,
} from "./methodology/tree.ts";
import type {
  ConditionPlan,
  EnumPlan,
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
  const named = sections.map((section) => [section, positions(tree[section])] as const);
  const at = Object.fromEntries(named) as Record<(typeof sections)[number], Positions>;
  const cuts = tree.period?.cuts ?? [];
  const enums = tree.enums.map((one): EnumPlan => ({ tree: one, members: positions(one.members) }));
  const lists = tree.lists.map((list): ListPlan => {
    const cutsItems = cuts.some((cut) => cut.kind === "after" && cut.list === list.id);
    return { tree: list, cutsItems };
  });
  const spaces = { at, lists, enums };
  const along = <T extends { readonly per: readonly string[] }>(one: T) => ({
    tree: one,
    space: spaceOf(spaces, one.per),
  });
  const tables = tree.tables.map((table, position) => tableCode(spaces, table, position));
  const code = {
    formulas: [] as FormulaCode[],
    tables,
    cuts: [] as readonly CutCode[],
    listWhen: [] as readonly (Evaluate | undefined)[],
    figureCount: 0,
    lanes,
  };
  const plan: Plan = {
    tree,
    hash,
    at,
    enums,
    lists,
    inputs: tree.inputs.map((input): InputPlan => {
      const { per, list, meter } = input;
      const own = { tree: input, space: spaceOf(spaces, per, list) };
      if (meter === undefined) return own;
      const shown = per.filter((axis) => axis !== "years" && axis !== "parts");
      return { ...own, readings: spaceOf(spaces, shown, list) };
    }),
    formulas: tree.formulas.map(along),
    conditions: tree.conditions.map(along),
    outputs: tree.outputs.map((one) => ({ tree: one, formula: at.formulas.get(one.id) ?? -1 })),
    code,
  };
  const mark: Compiling["mark"] = (origin, figure) => {
    const made = markOf(code.figureCount, origin, figure);
    if (made !== undefined) code.figureCount += 1;
    return made;
  };
  const compiling: Compiling = {
    compile: (node, scope) => compileExpression(node, scope, compiling),
    mark,
    plan,
    formulas: code.formulas,
    tables,
    inputMarks: tree.inputs.map(
      (one, input): InputMarks => ({
        default: mark(one.default?.origin, { kind: "default", input }),
        range: mark(one.range?.origin, { kind: "range", input }),
      }),
    ),
    constantMarks: tree.constants.map(({ origin }, constant) =>
      mark(origin, { kind: "constant", constant }),
    ),
  };
  for (const one of plan.formulas) code.formulas.push(compileFormula(one, one.tree, compiling));
  for (const one of plan.conditions) code.formulas.push(compileFormula(one, {}, compiling));
  code.listWhen = tree.lists.map(({ when }) => when && compileExpression(when, nowhere, compiling));
  if (cuts.length > 0) code.cuts = laneOf(plan, "period").compileCuts(cuts, compiling);
  return plan;
}

const sections = ["inputs", "lists", "enums", "formulas", "constants", "tables"] as const;
type Positions = ReadonlyMap<string, number>;
const nowhere: Scope = { lists: [], time: { kind: "none", own: -1 } };

function positions(things: readonly { readonly id: string }[]): Positions {
  return new Map(things.map(({ id }, position) => [id, position]));
}

/** A formula, or a condition, which has neither type nor rounding: these follow the formulas. */
function compileFormula(
  { tree, space }: FormulaPlan | ConditionPlan,
  { type, round }: Partial<Pick<FormulaTree, "type" | "round">>,
  compiling: Compiling,
): FormulaCode {
  const { plan, mark } = compiling;
  const formula = compiling.formulas.length;
  const condition = formula - plan.formulas.length;
  return {
    position: formula,
    tree,
    space,
    body: compileBody(tree, space, type?.kind === "enum" ? type.enum : undefined, compiling),
    isQuantity: type?.kind === "quantity" || type?.kind === "count",
    isBranching: tree.body.kind !== "expr",
    mark: mark(
      tree.origin,
      condition < 0 ? { kind: "formula", formula } : { kind: "condition", condition },
    ),
    rounding: round && roundingOf(plan, round),
    roundingMark: mark(round?.origin, { kind: "rounding", formula }),
    weak: weaknessOf(tree.origin),
    nodes: countNodes(tree.body),
  };
}

function compileBody(
  { body, id }: FormulaTree | ConditionTree,
  space: Space,
  wanted: string | undefined,
  compiling: Compiling,
): Evaluate {
  const { plan } = compiling;
  const formula = compiling.formulas.length;
  const scope = scopeOf(plan, space);
  const value = (node: Node) => asMemberOf(node, wanted, scope, compiling);
  const outcome = ({ then, because, origin }: Outcome, branch: number): OutcomeCode => {
    const absent = stopped(id, because);
    return {
      evaluate: then === undefined ? () => absent : value(then),
      mark: compiling.mark(origin, { kind: "branch", formula, branch }),
    };
  };
  switch (body.kind) {
    case "expr":
      return value(body.value);
    case "cases": {
      const whens = body.cases.map(({ when }) => compileExpression(when, scope, compiling));
      return casesOf(whens, [...body.cases, body.otherwise].map(outcome));
    }
    case "match": {
      const subject = plan.enums[plan.at.enums.get(enumOf(body.subject, plan) ?? "") ?? -1];
      const places = (subject?.tree.members ?? []).map(({ id: member }) =>
        body.branches.findIndex((one) => one.member === member),
      );
      const of = compileExpression(body.subject, scope, compiling);
      return matchOf(of, body.branches.map(outcome), places);
    }
  }
}

function roundingOf(plan: Plan, { mode, digits, to = "1" }: RoundTree): Rounding {
  return digits === undefined ? { mode, to: figure(plan, to) } : { mode, digits };
}
