import { positionIn } from "../evaluate/axes.ts";
import type { CutCode } from "../evaluate/run.ts";
import type { CutTree, Node } from "../methodology/tree.ts";
import type { FormulaPlan, Plan } from "../plan.ts";
import type { Compiling, Scope } from "./compile-scope.ts";

type After = Extract<CutTree, { kind: "after" }>;

/** The cuts that count from a date. */
export function compileCuts(cuts: readonly CutTree[], compiling: Compiling): readonly CutCode[] {
  return cuts.flatMap((cut, position) =>
    cut.kind === "after" ? [compileCut(cut, position, compiling)] : [],
  );
}

/** The date that a cut counts from; of an argument of a component, what it stands for. */
function compileCut(cut: After, position: number, compiling: Compiling): CutCode {
  const { plan } = compiling;
  const list = cut.list === undefined ? -1 : positionIn(plan.at.lists, cut.list);
  const scope: Scope = { lists: list < 0 ? [] : [list], time: { kind: "none", own: -1 } };
  return {
    date: compiling.compile(standingFor(cut.of, plan), scope),
    list,
    mark: compiling.mark(cut.origin, { kind: "cut", cut: position }),
  };
}

function standingFor(node: Node, plan: Plan): Node {
  if (node.kind !== "formula") return node;
  const { body } = (plan.formulas[positionIn(plan.at.formulas, node.id)] as FormulaPlan).tree;
  return body.kind === "expr" ? standingFor(body.value, plan) : node;
}
