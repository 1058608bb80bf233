import { compileTree } from "../compile-tree.ts";
import type { FormulaTree, Tree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";

/*
 * Plans of the very edition that was opened, altered in what is asked of them and in nothing that they say: an amount
 * before it is cut down is made an output of its own, pre-filled answers are opened, outputs that are not looked at are
 * left out. The hash stays that of the edition.
 */

/** The plan with the amount of a formula before its rounding as an output; the plan itself where it has no rounding. */
export function withUnrounded(plan: Plan, formula: string): { plan: Plan; output: string } {
  const { tree } = plan;
  const found = tree.formulas.find(({ id }) => id === formula);
  if (found?.round === undefined) return { plan, output: formula };
  const output = `${formula}_unrounded`;
  const { round, ...rest } = found;
  const bare: FormulaTree = { ...rest, id: output };
  const shown = tree.outputs.find(({ id }) => id === formula)?.shown;
  if (shown === undefined) return { plan, output: formula };
  return {
    output,
    plan: recompile(plan, {
      ...tree,
      formulas: [...tree.formulas, bare],
      outputs: [...tree.outputs, { id: output, main: false, shown }],
      ...(tree.factors && {
        factors: { ...tree.factors, outputs: [...tree.factors.outputs, null] },
      }),
    }),
  };
}

/** The plan with these outputs alone and no conditions: what is quick to evaluate again and again. */
export function onlyOutputs(plan: Plan, outputs: readonly string[]): Plan {
  const { tree } = plan;
  const kept = tree.outputs.filter(({ id }) => outputs.includes(id));
  const factors = tree.factors && {
    ...tree.factors,
    outputs: tree.outputs.flatMap(({ id }, at) =>
      outputs.includes(id) ? [tree.factors?.outputs[at] ?? null] : [],
    ),
  };
  return recompile(plan, { ...tree, outputs: kept, conditions: [], ...(factors && { factors }) });
}

/** The plan in which pre-filled answers of these questions are open. */
export function withOpened(plan: Plan, inputs: readonly string[]): Plan {
  const { tree } = plan;
  if (inputs.length === 0) return plan;
  return recompile(plan, {
    ...tree,
    inputs: tree.inputs.map((input) => {
      if (!inputs.includes(input.id)) return input;
      const { initial, ...open } = input;
      return open;
    }),
  });
}

function recompile(plan: Plan, tree: Tree): Plan {
  return compileTree(tree, plan.hash, plan.code.lanes);
}

const behind = new WeakMap<Tree, Map<string, ReadonlySet<string>>>();

/** The inputs that a formula or condition may read, itself or through others. */
export function inputsBehind(tree: Tree, id: string): ReadonlySet<string> {
  const known = behind.get(tree) ?? new Map<string, ReadonlySet<string>>();
  behind.set(tree, known);
  const held = known.get(id);
  if (held !== undefined) return held;
  const formulas = new Map(tree.formulas.map((one) => [one.id, one]));
  const start =
    formulas.get(id) ?? tree.conditions.find((condition) => condition.id === id) ?? undefined;
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const node = value as { readonly kind?: unknown; readonly id?: unknown };
    if (typeof node.id === "string" && node.kind === "input") {
      if (found.has(node.id)) return;
      found.add(node.id);
      visit(tree.inputs.find((input) => input.id === node.id)?.when);
      return;
    }
    if (typeof node.id === "string" && node.kind === "formula") {
      if (seen.has(node.id)) return;
      seen.add(node.id);
      visit(formulas.get(node.id)?.body);
      return;
    }
    for (const one of Object.values(value)) visit(one);
  };
  visit(start?.body);
  known.set(id, found);
  return found;
}
