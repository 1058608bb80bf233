import { print } from "../quantity/exact.ts";
import type { Step } from "./step.ts";

/** A branch that hangs on one column of whole numbers alone: the steps from it, and a name for what they do. */
export interface Source {
  /** The register of the answers. */
  readonly at: number;
  readonly name: string;
  readonly steps: readonly Step[];
}

/**
 * What a register hangs on, if it is one column of whole numbers; `undefined` where it is more, or a figure. `definition`
 * tells the step that a register beyond the answers is from.
 */
export function sourceOf(
  register: number,
  first: number,
  isWhole: (at: number) => boolean,
  definition: (at: number) => Step | undefined,
): Source | undefined {
  const steps: Step[] = [];
  const numbers = new Map<number, number>();
  let source: number | undefined;
  let isOne = true;
  const visit = (at: number): void => {
    if (!isOne || numbers.has(at)) return;
    if (at < first) {
      if (!isWhole(at) || (source !== undefined && source !== at)) isOne = false;
      source = at;
      numbers.set(at, 0);
      return;
    }
    const step = definition(at);
    if (step === undefined) {
      isOne = false;
      return;
    }
    for (const read of operandsOf(step)) visit(read);
    steps.push(step);
    numbers.set(at, steps.length);
  };
  visit(register);
  if (!isOne || source === undefined) return undefined;
  const texts = steps.map((step) => {
    const reads = operandsOf(step).map((at) => numbers.get(at));
    return `${step.kernel} ${reads.join()} ${constantsOf(step)}`;
  });
  return { at: source, name: texts.join("; "), steps };
}

/** What a step reads when it is run with exact numbers: bounds are none of it. */
function operandsOf(step: Step): readonly number[] {
  switch (step.kernel) {
    case "filled":
    case "filledWhole":
      return [];
    case "scaled":
    case "absolute":
    case "rounded":
    case "counted":
    case "tabulated":
      return [step.a];
    case "placed":
      return step.operands.map(({ at }) => at);
    default:
      return [step.a, step.b];
  }
}

function constantsOf(step: Step): string {
  switch (step.kernel) {
    case "filled":
    case "scaled":
      return print(step.exact);
    case "filledWhole":
      return step.value.toString();
    case "rounded":
    case "counted":
      return `${step.mode} ${print(step.to)}`;
    case "compared":
    case "comparedWholes":
      return step.test.toString();
    case "placed":
      return step.operands.map(({ low, count }) => `${low}+${count}`).join();
    case "tabulated":
      return `${step.table.name} ${step.low}+${step.count}`;
    default:
      return "";
  }
}
