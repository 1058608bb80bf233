import type { Issue } from "../issue.ts";
import type { Lanes } from "../lanes/lanes.ts";
import type { ConditionTree, FormulaTree } from "../methodology/tree.ts";
import type {
  Absent,
  Figure,
  Frame,
  Inputs,
  MissingPlace,
  Place,
  Plan,
  RangedFigure,
  Read,
  Space,
  Step,
  Value,
} from "../plan.ts";
import type { Rounding } from "../quantity/rounding.ts";
import type { TableCode, TableView } from "./table-view.ts";

/**
 * What a plan holds for the evaluator and what one evaluation holds while it runs.
 *
 * A compiled expression is a closure of a run. It finds its place on the axes in `at`: one whole number per axis, set
 * by whoever loops over that axis. Nothing is looked up by name and nothing is built while evaluating but numbers.
 */
export type Evaluate = (run: Run) => Value;

/** Slots of `at`: the fiscal year at hand, the part at hand, then every list, then every enum. */
export const yearSlot = 0;
export const partSlot = 1;
export const firstListSlot = 2;

export interface Run {
  readonly plan: Plan;
  readonly inputs: Inputs;
  /** Values and standings of the inputs, which are read more than anything else. */
  readonly given: Inputs["values"];
  readonly standing: Inputs["standing"];
  readonly frame: Frame;
  /** Its number among all runs. */
  readonly number: number;
  readonly isOfficial: boolean;
  readonly isRanged: boolean;
  /** `2026-11-22`: days written so sort as they follow each other. */
  readonly asOf: string;
  readonly end: ((figure: RangedFigure) => "low" | "high" | undefined) | undefined;
  readonly tables: readonly TableView[];

  readonly at: number[];
  /** How many years, parts, items and members there are, by slot. */
  readonly sizes: readonly number[];

  /** Values of formulas and the weakness of what they read, from `valueBase[formula]` on. */
  readonly values: (Value | undefined)[];
  readonly weakness: number[];
  readonly valueBase: readonly number[];
  /** Input places that were touched, from `askedBase[input]` on; lists by position. */
  readonly asked: number[];
  readonly askedBase: readonly number[];
  readonly askedLists: number[];
  /** Places by their number in `asked`, made once for all runs of a frame. */
  readonly places: (Place | undefined)[];
  missing: Map<number, MissingAbsent> | undefined;

  /** What the formula at hand has read so far, as bits; see `weakness.ts`. */
  weak: number;
  /** Position of the formula at hand; conditions follow the formulas. */
  owner: number;
  ownerIndex: number;
  /** The branch that was taken last, or -1: after the body of a formula that has branches, its own. */
  branch: number;
  /** What the step at hand reads; `null` where no steps are asked for. */
  reads: Read[] | null;
  readonly steps: Step[] | null;
  /** Figures marked so far, by number. */
  readonly seen: number[];
  readonly figures: Figure[];
  rangedFigures?: Map<string, RangedFigure> | undefined;
  /** Days or fiscal years of the items of dated lists, found once. */
  readonly itemDays: (Int32Array | Absent | undefined)[];
  /** Why cutting dates are not known: first those that cut the whole period, then by list and item. */
  uncut?: (Absent | undefined)[][] | undefined;
  readonly issues: Issue[];
  /** See `Evaluation`. */
  lacks: boolean;

  /** Node evaluations left. */
  budget: number;
  readonly mostSteps: number;
  readonly mostBits: number;
  readonly largest: bigint;
  /** What every further value is once the budget is used up. */
  exhausted?: Absent | undefined;
  /** Bounds of the loop about to start; read at once. */
  from: number;
  to: number;
}

export type MissingAbsent = Extract<Absent, { kind: "missing" }> & {
  readonly place: MissingPlace;
};

export interface Code {
  /** Formulas, then conditions. */
  readonly formulas: readonly FormulaCode[];
  readonly tables: readonly TableCode[];
  readonly cuts: readonly CutCode[];
  /** By position of the list: whether it is asked at all. */
  readonly listWhen: readonly (Evaluate | undefined)[];
  readonly figureCount: number;
  readonly lanes: Lanes;
}

export interface FormulaCode {
  readonly position: number;
  readonly tree: FormulaTree | ConditionTree;
  readonly space: Space;
  readonly body: Evaluate;
  readonly isQuantity: boolean;
  readonly isBranching: boolean;
  readonly rounding: Rounding | undefined;
  readonly roundingMark: Mark | undefined;
  readonly mark: Mark | undefined;
  /** Weakness of its own origins. */
  readonly weak: number;
  readonly nodes: number;
}

/** A figure that is not confirmed: its number among them, and what is told of it. */
export interface Mark {
  readonly number: number;
  readonly weak: number;
  readonly figure: Figure;
}

export interface CutCode {
  readonly date: Evaluate;
  /** Position of the list whose items are cut, or -1. */
  readonly list: number;
  readonly mark: Mark | undefined;
}
