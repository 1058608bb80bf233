import type { Issue } from "../issue.ts";
import { laneOf } from "../lanes/lanes.ts";
import { parseDay } from "../methodology/period.ts";
import type { EvaluationOptions, Frame, Inputs, Place, Plan } from "../plan.ts";
import { sizeOf } from "./axes.ts";
import { limits } from "./limits.ts";
import type { Run } from "./run.ts";
import { type TableView, viewOf } from "./table-view.ts";

/** Where each formula's and input's values begin in the arrays of a run; the same for all runs of a frame. */
interface Bases {
  readonly values: readonly number[];
  readonly valueCount: number;
  readonly asked: readonly number[];
  readonly askedCount: number;
  /** Values of formulas and conditions. */
  readonly countAll: number;
  readonly places: (Place | undefined)[];
}

const basesByFrame = new WeakMap<Frame, { readonly plan: Plan; readonly bases: Bases }>();

function basesOf(plan: Plan, frame: Frame): Bases {
  const known = basesByFrame.get(frame);
  if (known?.plan === plan) return known.bases;
  const [values, valueCount] = accumulate(plan.formulas.map(({ space }) => sizeOf(space, frame)));
  const [asked, askedCount] = accumulate(plan.inputs.map(({ space }) => sizeOf(space, frame)));
  let countAll = valueCount;
  for (const { space } of plan.conditions) countAll += sizeOf(space, frame);
  const bases: Bases = { values, valueCount, asked, askedCount, countAll, places: [] };
  basesByFrame.set(frame, { plan, bases });
  return bases;
}

function accumulate(sizes: readonly number[]): readonly [readonly number[], number] {
  const bases: number[] = [];
  let total = 0;
  sizes.forEach((size, position) => {
    bases[position] = total;
    total += size;
  });
  return [bases, total];
}

/** How many values an evaluation may have to keep. */
export function valueCount(plan: Plan, frame: Frame): number {
  return basesOf(plan, frame).countAll;
}

const largestByDefault = 1n << BigInt(limits.bits);

const tablesByPlan = new WeakMap<
  Plan,
  { readonly asOf: string; readonly tables: readonly TableView[] }
>();

/** The tables as of a day; the last ones are kept, because one day serves many evaluations. */
function tablesOf(
  plan: Plan,
  { asOf, replacements }: EvaluationOptions,
  issues: Issue[],
): readonly TableView[] {
  const known = tablesByPlan.get(plan);
  if (known?.asOf === asOf && replacements === undefined) return known.tables;
  const day = parseDay(asOf);
  if (day === undefined) throw new Error(`the as-of date is no date: ${asOf}`);
  const tables = plan.code.tables.map((code) => {
    const replacement = replacements?.[code.tree.id];
    return replacement === undefined
      ? viewOf(code, day)
      : laneOf(plan, "rare").replacedView(plan, code, day, replacement, issues);
  });
  for (const table of Object.keys(replacements ?? {})) {
    if (plan.at.tables.has(table)) continue;
    issues.push({ code: "table-not-replaceable", severity: "error", path: [], facts: { table } });
  }
  if (replacements === undefined) tablesByPlan.set(plan, { asOf, tables });
  return tables;
}

/** Small typed arrays cost more to make than they save, and copying zeros less than writing them. */
const noughts: number[] = new Array<number>(4096).fill(0);

function zeros(count: number): number[] {
  return count <= noughts.length ? noughts.slice(0, count) : new Array<number>(count).fill(0);
}

/** A run with nothing evaluated yet. */
export function startRun(plan: Plan, inputs: Inputs, options: EvaluationOptions): Run {
  const { frame } = inputs;
  const bases = basesOf(plan, frame);
  const records = options.steps !== undefined && options.steps !== false;
  const mostSteps = options.limits?.steps ?? limits.steps;
  const mostBits = options.limits?.bits ?? limits.bits;
  const largest = mostBits === limits.bits ? largestByDefault : 1n << BigInt(mostBits);
  const issues: Run["issues"] = [];
  return {
    plan,
    inputs,
    frame,
    mode: options.mode,
    isOfficial: options.mode === "official",
    isRanged: options.mode === "range",
    asOf: options.asOf,
    end: options.end,
    tables: tablesOf(plan, options, issues),
    at: zeros(plan.code.slots),
    yearCount: frame.years.start.length,
    partCount: frame.parts.start.length,
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
    reads: records ? [] : null,
    steps: records ? [] : null,
    seen: zeros(plan.code.figureCount),
    seenCells: undefined,
    figures: [],
    rangedFigures: undefined,
    itemDays: [],
    uncut: undefined,
    issues,
    budget: mostSteps,
    mostSteps,
    mostBits,
    largest,
    smallest: -largest,
    exhausted: undefined,
    from: 0,
    to: 0,
  };
}
