import { isAbsent } from "./evaluate/absent.ts";
import { evaluateConditions, statusOf } from "./evaluate/conditions.ts";
import { evaluateAlong } from "./evaluate/formula.ts";
import { limits } from "./evaluate/limits.ts";
import { gather, placesOf } from "./evaluate/places.ts";
import type { Run } from "./evaluate/run.ts";
import { startRun, valueCount } from "./evaluate/start-run.ts";
import { weakestOf } from "./evaluate/weakness.ts";
import { laneOf } from "./lanes/lanes.ts";
import type {
  Absent,
  Evaluation,
  EvaluationOptions,
  Inputs,
  OutputOutcome,
  Plan,
  Value,
} from "./plan.ts";

/**
 * Evaluates a plan with one set of answers: outputs and conditions at every place on their axes, and by need whatever
 * they read. Nothing else is evaluated, so a branch not taken asks nothing, misses nothing and divides nothing.
 *
 * Errors: none are thrown for answers. What goes wrong is a value that says so, and an issue.
 *
 * @example
 * evaluate(plan, inputs, { mode: "official", asOf: "2026-04-01" }).outputs[0].values;
 */
export function evaluate(plan: Plan, inputs: Inputs, options: EvaluationOptions): Evaluation {
  const count = valueCount(plan, inputs.frame);
  try {
    if (count <= limits.values) return finish(startRun(plan, inputs, options), options);
  } catch (error) {
    // Formulas that read each other ten thousand deep overflow the stack; nothing else raises this.
    if (!(error instanceof RangeError)) throw error;
  }
  const { issues } = plan.code.lanes;
  return issues?.withoutValues(plan, inputs, options, count) ?? ({ lacks: true } as Evaluation);
}

function finish(run: Run, options: EvaluationOptions): Evaluation {
  const { plan, inputs } = run;
  const { replacements } = options;
  if (plan.code.cuts.length > 0) laneOf(plan, "period").askCuts(run);
  let weak = 0;
  const absents: Absent[] = [];
  const outputs = plan.outputs.map(({ formula }, output): OutputOutcome => {
    const values: Value[] = [];
    run.weak = 0;
    const absent = evaluateAlong(run, formula, (value) => {
      values.push(value);
      if (isAbsent(value)) absents.push(value);
    });
    weak |= run.weak;
    const weakest = weakestOf(run.weak);
    const outcome = { output, formula, values, weakest };
    if (absent === undefined || absent === "hidden") return outcome;
    absents.push(absent);
    return { ...outcome, absent };
  });
  const conditions = evaluateConditions(run);
  for (const { value } of conditions) if (isAbsent(value)) absents.push(value);
  const { missing, failed } = gather(absents);
  const { asked, assumed, ignored } = placesOf(run);
  // One literal without spreads: those make an object as slow as a map, once for each evaluation.
  const evaluation: Evaluation = {
    mode: options.mode,
    asOf: options.asOf,
    frame: inputs.frame,
    replaced: replacements ? laneOf(plan, "rare").replacedTables(run, replacements) : [],
    status: statusOf(run, conditions),
    conditions,
    outputs,
    assumed,
    figures: run.figures,
    ignored,
    missing,
    asked,
    weakest: weakestOf(weak),
    issues: [...run.issues, ...failed],
    ranged: [...(run.rangedFigures?.values() ?? [])],
    lacks: run.lacks,
  };
  if (run.steps === null) return evaluation;
  const steps = Array.isArray(options.steps)
    ? laneOf(plan, "steps").stepsFor(plan, run.steps, options.steps)
    : run.steps;
  return { ...evaluation, steps };
}
