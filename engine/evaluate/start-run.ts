import type { Issue } from "../issue.ts";
import { laneOf } from "../lanes/lanes.ts";
import type { EvaluationOptions, Frame, Inputs, Place, Plan, Space } from "../plan.ts";
import { sizeOf } from "./axes.ts";
import { limits } from "./limits.ts";
import type { Run } from "./run.ts";
import { type TableView, viewOf } from "./table-view.ts";

/** Where each formula's and input's values begin in the arrays of a run; the same for all runs of a frame. */
interface Bases {
  readonly plan: Plan;
  /** Of formulas, then conditions. */
  readonly values: readonly number[];
  readonly valueCount: number;
  readonly asked: readonly number[];
  readonly askedCount: number;
  /** How many years, parts, items and members there are, by slot. */
  readonly sizes: readonly number[];
  readonly places: (Place | undefined)[];
}

const basesByFrame = new WeakMap<Frame, Bases>();

function basesOf(plan: Plan, frame: Frame): Bases {
  let bases = basesByFrame.get(frame);
  if (bases?.plan !== plan) {
    const begin = (spaces: readonly { readonly space: Space }[]) => {
      let count = 0;
      const base = spaces.map(({ space }) => {
        count += sizeOf(space, frame);
        return count - sizeOf(space, frame);
      });
      return [base, count] as const;
    };
    const [values, valueCount] = begin([...plan.formulas, ...plan.conditions]);
    const [asked, askedCount] = begin(plan.inputs);
    const sizes = [
      frame.years.start.length,
      frame.parts.start.length,
      ...plan.lists.map((_, list) => frame.lists[list]?.count ?? 0),
      ...plan.enums.map(({ members }) => members.size),
    ];
    bases = { plan, values, valueCount, asked, askedCount, sizes, places: [] };
    basesByFrame.set(frame, bases);
  }
  return bases;
}

/** How many values an evaluation may have to keep. */
export function valueCount(plan: Plan, frame: Frame): number {
  return basesOf(plan, frame).valueCount;
}

const largestByDefault = 1n << BigInt(limits.bits);

interface Tables {
  readonly asOf: string;
  readonly tables: readonly TableView[];
}

const tablesByPlan = new WeakMap<Plan, Tables>();

/** The tables as of a day; the last ones are kept, because one day serves many evaluations. */
function tablesOf(
  plan: Plan,
  { asOf, replacements }: EvaluationOptions,
  issues: Issue[],
): readonly TableView[] {
  const known = tablesByPlan.get(plan);
  if (known?.asOf === asOf && replacements === undefined) return known.tables;
  const tables = plan.code.tables.map((code) => viewOf(code, asOf));
  if (replacements !== undefined) {
    return laneOf(plan, "rare").replacedViews(plan, tables, asOf, replacements, issues);
  }
  tablesByPlan.set(plan, { asOf, tables });
  return tables;
}

/** Small typed arrays cost more to make than they save, and copying zeros less than writing them. */
const noughts: number[] = new Array<number>(4096).fill(0);

function zeros(count: number): number[] {
  return count <= noughts.length ? noughts.slice(0, count) : new Array<number>(count).fill(0);
}

let runs = 0;

/** A run with nothing evaluated yet. */
export function startRun(plan: Plan, inputs: Inputs, options: EvaluationOptions): Run {
  const { frame } = inputs;
  const { mode, asOf, end, steps = false } = options;
  const bases = basesOf(plan, frame);
  const mostSteps = options.limits?.steps ?? limits.steps;
  const mostBits = options.limits?.bits ?? limits.bits;
  const issues: Issue[] = [];
  runs += 1;
  return {
    plan,
    inputs,
    given: inputs.values,
    standing: inputs.standing,
    frame,
    number: runs,
    isOfficial: mode === "official",
    isRanged: mode === "range",
    asOf,
    end,
    tables: tablesOf(plan, options, issues),
    at: zeros(bases.sizes.length),
    sizes: bases.sizes,
    values: new Array(bases.valueCount),
    weakness: new Array(bases.valueCount),
    valueBase: bases.values,
    asked: zeros(bases.askedCount),
    askedBase: bases.asked,
    askedLists: zeros(plan.lists.length),
    places: bases.places,
    missing: undefined,
    weak: 0,
    owner: -1,
    ownerIndex: 0,
    branch: -1,
    reads: steps === false ? null : [],
    steps: steps === false ? null : [],
    seen: zeros(plan.code.figureCount),
    figures: [],
    itemDays: [],
    issues,
    lacks: false,
    budget: mostSteps,
    mostSteps,
    mostBits,
    largest: mostBits === limits.bits ? largestByDefault : 1n << BigInt(mostBits),
    from: 0,
    to: 0,
  };
}
