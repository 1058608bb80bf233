import type { Plan, Read, Step } from "../plan.ts";

/** The steps that were asked for: those of some formulas and whatever these read, in the order of evaluation. */
export function stepsFor(
  plan: Plan,
  steps: readonly Step[],
  wanted: readonly string[],
): readonly Step[] {
  const formulas = new Set(wanted.map((id) => plan.at.formulas.get(id)));
  const kept = new Set<Step>();
  const places = new Set<string>();
  // A step stands after all that it reads, so going backwards meets each reader first.
  for (let place = steps.length - 1; place >= 0; place -= 1) {
    const step = steps[place] as Step;
    if (!formulas.has(step.formula) && !places.has(`${step.formula} ${step.index}`)) continue;
    kept.add(step);
    for (const read of step.reads) if (isFormula(read)) places.add(`${read.formula} ${read.index}`);
  }
  return steps.filter((step) => kept.has(step));
}

function isFormula(read: Read): read is Extract<Read, { kind: "formula" }> {
  return read.kind === "formula";
}
