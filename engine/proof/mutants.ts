import { compile } from "../compile.ts";
import { fail, ok, type Result } from "../issue.ts";
import type { MethodologyData } from "../methodology/schema.ts";
import type { Body, Node, Tree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import type { DecimalLane } from "../quantity/decimal.ts";
import { differencesOf } from "./worked-tests.ts";

/** Slips planted one at a time in the formulas, and whether a worked test noticed. */
export interface MutantReport {
  readonly planted: number;
  readonly found: number;
  /** The slips that no test noticed: `reduction: + became -`. */
  readonly survivors: readonly string[];
}

interface Mutant {
  readonly name: string;
  readonly tree: Tree;
}

/**
 * Plants every slip there is and runs the worked tests on each until one fails.
 *
 * Errors: `slips-need-tests` where a test fails already: it would fail with every slip, and each would count as found.
 */
export function plantMutants(
  plan: Plan,
  data: MethodologyData,
  asOf: string,
  decimal: DecimalLane,
): Result<MutantReport> {
  const failing = Object.entries(data.tests ?? {}).filter(
    ([, test]) => differencesOf(plan, test, asOf).length > 0,
  );
  if (failing.length > 0) {
    const facts = { methodology: plan.tree.id, tests: failing.map(([id]) => id) };
    return fail([{ code: "slips-need-tests", severity: "error", path: ["tests"], facts }]);
  }
  const tests = Object.values(data.tests ?? {});
  const survivors: string[] = [];
  let planted = 0;
  for (const { name, tree } of mutantsOf(plan.tree)) {
    planted += 1;
    if (!isFound(tree)) survivors.push(name);
  }
  return ok({ planted, found: planted - survivors.length, survivors });

  function isFound(tree: Tree): boolean {
    const mutant = compile(tree, plan.hash, { decimal });
    return tests.some((test) => differencesOf(mutant, test, asOf).length > 0);
  }
}

const swaps: Readonly<Record<string, string>> = {
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "==": "!=",
  "!=": "==",
  and: "or",
  or: "and",
  min: "max",
  max: "min",
};
const roundingSwaps: Readonly<Record<string, "floor" | "ceil">> = {
  floor: "ceil",
  ceil: "floor",
  half_up: "floor",
  half_even: "floor",
  toward_zero: "ceil",
  away_from_zero: "floor",
};

function* mutantsOf(tree: Tree): Generator<Mutant> {
  for (const [index, formula] of tree.formulas.entries()) {
    if (formula.argument === true) continue;
    const replaced = (changes: Partial<typeof formula>): Tree => ({
      ...tree,
      formulas: tree.formulas.with(index, { ...formula, ...changes }),
    });
    for (const { name, body } of bodySlips(formula.body, tree)) {
      yield { name: `${formula.id}: ${name}`, tree: replaced({ body }) };
    }
    if (formula.round !== undefined) {
      const mode = roundingSwaps[formula.round.mode] as "floor" | "ceil";
      const name = `${formula.id}: ${formula.round.mode} became ${mode}`;
      yield { name, tree: replaced({ round: { ...formula.round, mode } }) };
      const { round: _, ...unrounded } = formula;
      yield {
        name: `${formula.id}: the rounding was lost`,
        tree: { ...tree, formulas: tree.formulas.with(index, unrounded) },
      };
    }
  }
  for (const [index, condition] of tree.conditions.entries()) {
    for (const { name, body } of bodySlips(condition.body, tree)) {
      const conditions = tree.conditions.with(index, { ...condition, body });
      yield { name: `${condition.id}: ${name}`, tree: { ...tree, conditions } };
    }
  }
}

function* bodySlips(body: Body, tree: Tree): Generator<{ name: string; body: Body }> {
  yield* slips(body, (changed) => changed as Body, tree);
}

/** The figure that an expression always is, where the file itself says so. */
function figureOf(node: Node, tree: Tree): string | undefined {
  if (node.kind === "number") return node.value;
  if (node.kind === "convert") return figureOf(node.value, tree) === "0" ? "0" : undefined;
  if (node.kind === "constant") return tree.constants.find(({ id }) => id === node.id)?.value;
  if (node.kind !== "formula") return undefined;
  const body = tree.formulas.find(({ id }) => id === node.id)?.body;
  return body?.kind === "expr" ? figureOf(body.value, tree) : undefined;
}

/** Whether the sign before a neutral figure makes no difference: `x * 1 [t-CO2e/t-CO2]`, `x - 0`. */
function isNeutral(
  { operator, right }: Node & { readonly kind: "arithmetic" },
  tree: Tree,
): boolean {
  const figure = figureOf(right, tree);
  return figure === (operator === "*" || operator === "/" ? "1" : "0");
}

/** Every change of one operator or function below a value, with the whole rebuilt around it. */
function* slips(
  value: unknown,
  rebuild: (changed: unknown) => Body,
  tree: Tree,
): Generator<{ name: string; body: Body }> {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) {
      yield* slips(one, (changed) => rebuild(value.with(index, changed)), tree);
    }
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const node = value as Node;
  const hasSign =
    node.kind === "comparison" ||
    node.kind === "logical" ||
    (node.kind === "arithmetic" && !isNeutral(node, tree));
  if (hasSign) {
    const operator = swaps[node.operator] as string;
    yield { name: `${node.operator} became ${operator}`, body: rebuild({ ...node, operator }) };
  } else if (node.kind === "choose") {
    const other = swaps[node.function] as string;
    yield { name: `${node.function} became ${other}`, body: rebuild({ ...node, function: other }) };
  } else if (node.kind === "not") {
    yield { name: "not was lost", body: rebuild(node.value) };
  } else if (node.kind === "negation") {
    yield { name: "the sign was lost", body: rebuild(node.value) };
  } else if (node.kind === "boolean") {
    yield {
      name: `${node.value} became ${!node.value}`,
      body: rebuild({ ...node, value: !node.value }),
    };
  }
  for (const [key, one] of Object.entries(value)) {
    // Origins, labels and the methodology's own words hold no expression.
    if (key === "origin" || key === "because" || typeof one !== "object") continue;
    yield* slips(one, (changed) => rebuild({ ...value, [key]: changed }), tree);
  }
}
