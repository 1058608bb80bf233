import { enter, sizeOf } from "../evaluate/axes.ts";
import { figure } from "../evaluate/constants.ts";
import { scopeOf } from "../expression/compile-scope.ts";
import { enumOf } from "../expression/node-types.ts";
import type { Body, Outcome } from "../methodology/tree.ts";
import type { ConditionPlan, FormulaPlan, Plan, Space } from "../plan.ts";
import { joined, rounded, roundedConstant } from "./build-arithmetic.ts";
import { isHidden, memberIn, type Scene } from "./scene.ts";
import {
  type Flags,
  isColumn,
  isConstant,
  isStopped,
  type Symbolic,
  stopped,
  unsupported,
} from "./symbol.ts";

/** What an answer set comes to. */
export interface Traced {
  readonly status: "applies" | "does_not_apply" | "undecided";
  /** Where the status holds; elsewhere the methodology does not apply. */
  readonly holds?: Flags;
  /** By output: values by index of its formula's space; none where its list is hidden. */
  readonly outputs: readonly (readonly Symbolic[])[];
}

/**
 * Follows what the exact lane would do with an answer set whose figures are columns: the same nodes, the same branches,
 * the same answers asked. A branch that hangs on a column is asked for with `decide`, which tells how it goes for the
 * rows at hand; so one trace is one path through the methodology, without a branch in it.
 *
 * Errors: throws `Unsupported` for what columns do not know, and for whatever would be an issue.
 */
export function trace(scene: Scene): Traced {
  const { plan } = scene;
  const outputs = plan.outputs.map(({ formula }) => {
    const { space } = plan.formulas[formula] as FormulaPlan;
    const values: Symbolic[] = [];
    along(scene, formula, space, (value) => values.push(value));
    return values;
  });
  return { outputs, ...judge(scene) };
}

function judge(scene: Scene): Omit<Traced, "outputs"> {
  const { plan, decide, recorder } = scene;
  let status: Traced["status"] = "applies";
  let holds: Flags | undefined;
  plan.conditions.forEach(({ space, tree: { effect } }, condition) => {
    along(scene, plan.formulas.length + condition, space, (value) => {
      // A warning is told of one result, not in a batch.
      if (effect === "warn") return;
      if (effect === "not_applicable" && isColumn(value) && value.kind === "flags") {
        holds = holds === undefined ? value : joined(recorder, "both", holds, value);
        return;
      }
      const isHeld = isStopped(value) ? undefined : decide(value) === 1;
      if (isHeld === false && effect === "refuse") unsupported("a condition that refuses");
      if (isHeld === false && effect === "not_applicable") status = "does_not_apply";
      else if (isHeld === undefined && status === "applies") {
        status = "undecided";
      }
    });
  });
  return holds === undefined ? { status } : { status, holds };
}

/** A formula or condition at every place on its axes; along a hidden list there is none. */
function along(scene: Scene, position: number, space: Space, use: (value: Symbolic) => void): void {
  const { run } = scene;
  if (space.list >= 0 && isHidden(scene, space.list)) return;
  const size = sizeOf(space, run.frame);
  for (let index = 0; index < size; index += 1) {
    enter(run, space, index);
    use(scene.formula(position, index));
  }
}

/** A formula, or a condition behind them, at the axes at hand. */
export function traceFormula(scene: Scene, position: number): Symbolic {
  const { plan, recorder } = scene;
  const formula = plan.formulas[position];
  const own = formula ?? (plan.conditions[position - plan.formulas.length] as ConditionPlan);
  const type = formula?.tree.type;
  const wanted = type?.kind === "enum" ? type.enum : undefined;
  const before = traceBody(scene, own.tree.body, own.space, wanted);
  const round = formula?.tree.round;
  if (round === undefined || isStopped(before)) return before;
  if (round.digits !== undefined) return unsupported("significant digits");
  const rounding = { mode: round.mode, to: figure(plan, round.to ?? "1") };
  if (isConstant(before)) return roundedConstant(before, rounding);
  return typeof before === "object" && before.kind === "numbers"
    ? rounded(recorder, before, rounding)
    : unsupported("a rounding of what is no number");
}

function traceBody(scene: Scene, body: Body, space: Space, wanted: string | undefined): Symbolic {
  const { plan, decide } = scene;
  const scope = scopeOf(plan, space);
  const outcome = ({ then }: Outcome): Symbolic =>
    then === undefined ? stopped : memberIn(scene, then, wanted, scope);
  switch (body.kind) {
    case "expr":
      return memberIn(scene, body.value, wanted, scope);
    case "cases": {
      for (const one of body.cases) {
        const holds = scene.node(one.when, scope);
        if (isStopped(holds)) return stopped;
        if (decide(holds) === 1) return outcome(one);
      }
      return outcome(body.otherwise);
    }
    case "match": {
      const member = scene.node(body.subject, scope);
      if (isStopped(member)) return stopped;
      const subject = enumIn(plan, enumOf(body.subject, plan));
      const id = subject?.tree.members[decide(member)]?.id;
      const branch = body.branches.find((one) => one.member === id);
      return branch === undefined ? unsupported("a member without a branch") : outcome(branch);
    }
  }
}

function enumIn(plan: Plan, id: string | undefined): Plan["enums"][number] | undefined {
  return plan.enums[plan.at.enums.get(id ?? "") ?? -1];
}
