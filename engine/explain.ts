import { placeOf } from "./evaluate/place-text.ts";
import { conditionIssues } from "./explain/condition-issues.ts";
import { displayOf } from "./explain/display.ts";
import { present } from "./explain/present.ts";
import { typeText, unitText, writeValue } from "./explain/write-value.ts";
import { laneOf } from "./lanes/lanes.ts";
import { printFiscalYear } from "./methodology/period.ts";
import type {
  ConditionOutcome,
  Evaluation,
  Inputs,
  MissingPlace,
  OutputOutcome,
  Place,
  Plan,
} from "./plan.ts";
import type {
  CalculationResult,
  ConditionResult,
  InputPlace,
  MissingResult,
  OutputResult,
} from "./result/result.ts";
import { engineVersion } from "./version.ts";

export interface ExplainOptions {
  /** Answers that were kept and not used before the evaluation saw them. */
  readonly ignored?: readonly InputPlace[];
}

/**
 * Writes a recorded evaluation as plain data for a reader. Nothing is computed here but text.
 *
 * Without the lane `words` it is the figures alone: nothing is named, and what was assumed and what is not confirmed is
 * left out.
 */
export function explain(
  plan: Plan,
  inputs: Inputs,
  evaluation: Evaluation,
  options: ExplainOptions = {},
): CalculationResult {
  const { tree, hash } = plan;
  const { frame, period } = { frame: evaluation.frame, period: evaluation.frame.period };
  const printDay = (day: number) => laneOf(plan, "period").printDay(day);
  const parts = [...frame.parts.start].map((from, index) => ({
    from: printDay(from),
    to: printDay(frame.parts.end[index] ?? from),
    year: printFiscalYear(frame.firstYear + (frame.parts.year[index] ?? 0)),
  }));
  const { weakest } = evaluation;
  const { words } = plan.code.lanes;
  const place = (one: Place) => {
    const known = places.get(one) ?? writePlace(plan, evaluation, one);
    places.set(one, known);
    return known;
  };
  return present({
    format: "result/1" as const,
    methodology: { id: tree.id, version: tree.version, hash, status: tree.status },
    uses: words === undefined ? [] : tree.uses,
    replaced: evaluation.replaced,
    engine: engineVersion,
    as_of: evaluation.asOf,
    mode: evaluation.mode,
    period: period && { from: printDay(period.from), to: printDay(period.to) },
    parts,
    status: evaluation.status,
    conditions: evaluation.conditions.map((outcome) => writeCondition(plan, evaluation, outcome)),
    results: Object.fromEntries(
      evaluation.outputs.map((outcome) => [
        plan.outputs[outcome.output]?.tree.id ?? "",
        writeOutput(plan, inputs, evaluation, outcome),
      ]),
    ),
    assumed:
      words === undefined
        ? []
        : evaluation.assumed.map((one) => words.writeAssumed(plan, inputs, one)),
    unconfirmed: words?.writeFigures(plan, evaluation.figures) ?? [],
    ignored: [...evaluation.ignored.map(place), ...(options.ignored ?? [])],
    missing: evaluation.missing.map((one) => writeMissing(plan, evaluation, one)),
    asked: evaluation.asked.map(place),
    provenance: weakest.provenance,
    confidence: weakest.confidence,
    issues: [...evaluation.issues, ...conditionIssues(plan, evaluation)],
    steps: evaluation.steps?.map((step) => laneOf(plan, "steps").writeStep(plan, inputs, step)),
  });
}

/** Places are the same from one evaluation to the next; each is written once. */
const places = new WeakMap<Place, InputPlace>();

function writePlace(plan: Plan, { frame }: Evaluation, place: Place): InputPlace {
  if (place.kind === "list") return { input: plan.lists[place.list]?.tree.id ?? "", at: {} };
  const input = plan.inputs[place.input];
  if (input === undefined) throw new Error(`there is no input at ${place.input}`);
  return { input: input.tree.id, at: placeOf(plan, input.space, frame, place.index) };
}

function writeMissing(plan: Plan, evaluation: Evaluation, place: MissingPlace): MissingResult {
  const tree =
    place.kind === "list" ? plan.lists[place.list]?.tree : plan.inputs[place.input]?.tree;
  return {
    ...writePlace(plan, evaluation, place),
    label: tree?.label ?? { ja: "" },
    needed_by: place.neededBy.map((id) => {
      const formula = plan.formulas[plan.at.formulas.get(id) ?? -1]?.tree;
      const origin = formula?.origin ?? plan.tree.conditions.find((one) => one.id === id)?.origin;
      return present({ id, clause: plan.code.lanes.words?.clauseOf(origin) });
    }),
  };
}

function writeCondition(
  plan: Plan,
  { frame }: Evaluation,
  outcome: ConditionOutcome,
): ConditionResult {
  const condition = plan.conditions[outcome.condition];
  if (condition === undefined) throw new Error(`there is no condition at ${outcome.condition}`);
  const { id, effect, label } = condition.tree;
  return present({
    id,
    at: placeOf(plan, condition.space, frame, outcome.index),
    effect,
    holds: outcome.holds,
    label,
    because: outcome.because,
  });
}

function writeOutput(
  plan: Plan,
  inputs: Inputs,
  { frame }: Evaluation,
  outcome: OutputOutcome,
): OutputResult {
  const output = plan.outputs[outcome.output]?.tree;
  const formula = plan.formulas[outcome.formula];
  if (output === undefined || formula === undefined) throw new Error("an output has no formula");
  const { type, label: ownLabel } = formula.tree;
  const label = output.label ?? ownLabel;
  const display = displayOf(plan, outcome.output);
  const { length } = outcome.values;
  const units = plan.code.lanes.words?.outputUnits(plan, inputs, outcome.output, length);
  const described = present({
    label,
    main: output.main,
    type: typeText(type),
    unit: unitText(type),
    display_unit: unitText(type) === "" ? "" : output.shown.unit,
    axes: formula.space.axes,
    chart: output.chart,
    provenance: outcome.weakest.provenance,
    ...units?.shared,
  });
  const absent = outcome.absent === undefined ? {} : writeValue(plan, type, outcome.absent);
  if (formula.space.axes.length > 0) {
    const values = outcome.values.map((value, index) => ({
      at: placeOf(plan, formula.space, frame, index),
      ...units?.each[index],
      ...writeValue(plan, type, value),
      ...display(value),
    }));
    return { ...described, ...absent, values };
  }
  const [value] = outcome.values;
  if (value === undefined) return { ...described, ...absent };
  return { ...described, ...writeValue(plan, type, value), ...display(value) };
}
