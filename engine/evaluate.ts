import { isAbsent } from "./evaluate/absent.ts";
import { enter, sizeOf } from "./evaluate/axes.ts";
import { conditionIssues, evaluateConditions, statusOf } from "./evaluate/conditions.ts";
import { askCuts, uncutAlong } from "./evaluate/cuts.ts";
import { evaluateFormula } from "./evaluate/formula.ts";
import { limits } from "./evaluate/limits.ts";
import { listAbsent } from "./evaluate/lists.ts";
import {
  issuesOf,
  placesAsked,
  placesAssumed,
  placesIgnored,
  placesMissing,
} from "./evaluate/places.ts";
import type { FormulaCode, Run } from "./evaluate/run.ts";
import { startRun, valueCount } from "./evaluate/start-run.ts";
import { weakestOf } from "./evaluate/weakness.ts";
import type { Issue } from "./issue.ts";
import { laneOf } from "./lanes/lanes.ts";
import type {
  Absent,
  ConditionOutcome,
  Evaluation,
  EvaluationOptions,
  FormulaPlan,
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
  if (count > limits.values) {
    const facts = { count, most: limits.values };
    const issue: Issue = { code: "too-many-values", severity: "error", path: [], facts };
    return withoutValues(plan, inputs, options, issue);
  }
  const run = startRun(plan, inputs, options);
  try {
    return finish(run, options);
  } catch (error) {
    // Formulas that read each other ten thousand deep overflow the stack; nothing else raises this.
    if (!(error instanceof RangeError)) throw error;
    const facts = { methodology: plan.tree.id };
    const issue: Issue = { code: "formulas-too-deep", severity: "error", path: [], facts };
    return withoutValues(plan, inputs, options, issue);
  }
}

function finish(run: Run, options: EvaluationOptions): Evaluation {
  const { plan, inputs } = run;
  askCuts(run);
  let weak = 0;
  const outputs = plan.outputs.map(({ formula }, output) => {
    run.weak = 0;
    const outcome = evaluateOutput(run, output, formula);
    weak |= run.weak;
    return outcome;
  });
  const conditions = evaluateConditions(run);
  const absents = absentsOf(outputs, conditions);
  const failed = issuesOf(absents);
  const told = conditionIssues(run, conditions);
  // One literal without spreads: those make an object as slow as a map, once for each evaluation.
  const evaluation: Evaluation = {
    mode: options.mode,
    asOf: options.asOf,
    frame: inputs.frame,
    replaced: replacedTables(run, options),
    status: statusOf(plan, conditions),
    conditions,
    outputs,
    assumed: placesAssumed(run),
    figures: run.figures,
    ignored: placesIgnored(run),
    missing: placesMissing(absents),
    asked: placesAsked(run),
    weakest: weakestOf(weak),
    issues: [...run.issues, ...failed, ...told],
    ranged: [...(run.rangedFigures?.values() ?? [])],
  };
  if (run.steps === null) return evaluation;
  const steps = Array.isArray(options.steps)
    ? laneOf(plan, "steps").stepsFor(plan, run.steps, options.steps)
    : run.steps;
  return { ...evaluation, steps };
}

function evaluateOutput(run: Run, output: number, formula: number): OutputOutcome {
  const { space } = run.plan.formulas[formula] as FormulaPlan;
  const code = run.plan.code.formulas[formula] as FormulaCode;
  run.owner = formula;
  run.ownerIndex = -1;
  const absent = space.list < 0 ? undefined : listAbsent(run, space.list);
  if (absent !== undefined) {
    const weakest = weakestOf(run.weak);
    return absent === "hidden"
      ? { output, formula, values: [], weakest }
      : { output, formula, values: [], absent, weakest };
  }
  const size = sizeOf(space, run.frame);
  const values: Value[] = [];
  for (let index = 0; index < size && run.exhausted === undefined; index += 1) {
    enter(run, space, index);
    run.owner = formula;
    run.ownerIndex = index;
    const place = (run.valueBase[formula] as number) + index;
    const known = run.values[place];
    if (known !== undefined) {
      run.weak |= run.weakness[place] as number;
      values.push(known);
    } else values.push(uncutAlong(run, space) ?? evaluateFormula(run, code, index));
  }
  while (values.length < size && run.exhausted !== undefined) values.push(run.exhausted);
  return { output, formula, values, weakest: weakestOf(run.weak) };
}

function absentsOf(
  outputs: readonly OutputOutcome[],
  conditions: readonly ConditionOutcome[],
): readonly Absent[] {
  const absents: Absent[] = [];
  for (const { values, absent } of outputs) {
    if (absent !== undefined) absents.push(absent);
    for (const value of values) if (isAbsent(value)) absents.push(value);
  }
  for (const { value } of conditions) if (isAbsent(value)) absents.push(value);
  return absents;
}

/** Replacements that are in use: those that could be read. */
function replacedTables(run: Run, { replacements }: EvaluationOptions): Evaluation["replaced"] {
  if (replacements === undefined) return [];
  return Object.entries(replacements)
    .filter(([id]) => {
      const table = run.tables[run.plan.at.tables.get(id) ?? -1];
      return table !== undefined && table.rows !== table.code.tree.rows;
    })
    .map(([table, { hash }]) => ({ table, hash }));
}

function withoutValues(
  plan: Plan,
  inputs: Inputs,
  options: EvaluationOptions,
  issue: Issue,
): Evaluation {
  const absent: Absent = { kind: "failed", issue };
  return {
    mode: options.mode,
    asOf: options.asOf,
    frame: inputs.frame,
    replaced: [],
    status: "undecided",
    conditions: [],
    outputs: plan.outputs.map(({ formula }, output) => ({
      output,
      formula,
      values: plan.formulas[formula]?.space.axes.length === 0 ? [absent] : [],
      absent,
      weakest: weakestOf(0),
    })),
    assumed: [],
    figures: [],
    ignored: [],
    missing: [],
    asked: [],
    weakest: weakestOf(0),
    issues: [issue],
    ranged: [],
  };
}
