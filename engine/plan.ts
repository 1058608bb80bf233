import type { EvaluateOptions } from "./answers/record.ts";
import type { Code } from "./evaluate/run.ts";
import type { Issue } from "./issue.ts";
import type { Confidence, Label, Mode, Provenance } from "./methodology/schema.ts";
import type {
  ConditionTree,
  EnumTree,
  FormulaTree,
  InputTree,
  ListTree,
  OutputTree,
  Tree,
} from "./methodology/tree.ts";
import type { Exact } from "./quantity/exact.ts";
import type { Slopes } from "./range/slopes.ts";

/**
 * What passes between the phases that run for each set of answers: `compile` makes a plan, `readAnswers` lays answers
 * out as inputs, `evaluate` turns both into an evaluation, and `explain` writes that for a reader.
 *
 * Everything is addressed by position: an input, formula, list or enum by its place in the tree's array, a value along
 * its axes by one index. `evaluate/axes.ts` counts those indices and writes them as text.
 */
export interface Plan {
  readonly tree: Tree;
  readonly hash: string;
  /** In the order of the tree. */
  readonly inputs: readonly InputPlan[];
  readonly formulas: readonly FormulaPlan[];
  readonly conditions: readonly ConditionPlan[];
  readonly outputs: readonly OutputPlan[];
  readonly lists: readonly ListPlan[];
  readonly enums: readonly EnumPlan[];
  /** Positions by id. */
  readonly at: {
    readonly inputs: ReadonlyMap<string, number>;
    readonly lists: ReadonlyMap<string, number>;
    readonly enums: ReadonlyMap<string, number>;
    readonly formulas: ReadonlyMap<string, number>;
    readonly constants: ReadonlyMap<string, number>;
    readonly tables: ReadonlyMap<string, number>;
  };
  /** Closures and prepared tables; of no concern to other phases. */
  readonly code: Code;
}

export interface InputPlan {
  readonly tree: InputTree;
  readonly space: Space;
  /** Of a cumulative meter: the axes along which there are readings, its own without the parts. */
  readonly readings?: Space;
}

export interface FormulaPlan {
  readonly tree: FormulaTree;
  readonly space: Space;
}

export interface ConditionPlan {
  readonly tree: ConditionTree;
  readonly space: Space;
}

export interface OutputPlan {
  readonly tree: OutputTree;
  readonly formula: number;
}

export interface ListPlan {
  readonly tree: ListTree;
  /** Its items have parts of their own, cut by a date of each item. */
  readonly cutsItems: boolean;
}

export interface EnumPlan {
  readonly tree: EnumTree;
  /** Position of each member by id. */
  readonly members: ReadonlyMap<string, number>;
}

/**
 * The axes of a value. Its index counts, outermost first: items, then years or parts, then the enums as written.
 * Positions of lists and enums; -1 for no list.
 */
export interface Space {
  /** As written in `per`, the list of a field first. */
  readonly axes: readonly string[];
  /** The axes in one text. */
  readonly name: string;
  readonly list: number;
  readonly time: "none" | "years" | "parts";
  /** The parts are those of the list's items, each with its own. */
  readonly ownParts: boolean;
  readonly enums: readonly number[];
  /** Number of members of each, in the same order. */
  readonly sizes: readonly number[];
  /** Where a run keeps its place on each of these axes, outermost first; parts of items tell the item too. */
  readonly slots: readonly number[];
}

/** Consecutive pieces of a period. Days are whole numbers, both ends belong to a piece. */
export interface Parts {
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Position of the fiscal year that a piece lies in, from the frame's first year. */
  readonly year: Int32Array;
}

/** How long every axis is in one set of answers: the period and its pieces, and the lists' items. */
export interface Frame {
  readonly period?: { readonly from: number; readonly to: number };
  /** The fiscal year at position 0, `2023`; 0 where there is no period. */
  readonly firstYear: number;
  /** The fiscal years of the period, the first and last perhaps not whole. */
  readonly years: Parts;
  readonly parts: Parts;
  /** By position of the list. */
  readonly lists: readonly ListFrame[];
}

export interface ListFrame {
  readonly count: number;
  /** False where the list was not answered and must have items: then what runs over it is missing. */
  readonly answered: boolean;
  /** Where items have parts of their own: all of them one after another; item i has those from `first[i]` to before `first[i + 1]`. */
  readonly own?: { readonly parts: Parts; readonly first: Int32Array };
}

/**
 * A value of any type: an exact number or, where it left the fractions or is a range, an enclosure; a date as a day
 * number, a fiscal year, the position of an enum member or item; a boolean; or none, and why.
 */
export type Value = Exact | Irrational | Span | Several | Absent | number | boolean;

/**
 * A number that has no fraction (`ln 2`): ends that hold it for certain, narrowed when a rounding or comparison asks.
 * `evaluate/irrational.ts` narrows, rounds and writes it.
 */
export interface Irrational {
  readonly kind: "irrational";
  readonly low: Exact;
  readonly high: Exact;
  readonly recipe: Recipe;
}

/** What an irrational number was made from, so that it can be made again with more digits. */
export interface Recipe {
  /** Makes the ends anew, computed with so many digits. */
  readonly narrow: (digits: number) => { readonly low: Exact; readonly high: Exact };
  readonly digits: number;
}

/** In range mode: somewhere between two ends, both included. `tight` where both ends are reached. */
export interface Span {
  readonly kind: "span";
  readonly low: Exact;
  readonly high: Exact;
  readonly tight: boolean;
  /** How it moves with each unknown; absent where that was not followed. */
  readonly slopes?: Slopes;
}

/** In range mode: one of several dates, years, members or items, or either of both booleans. */
export interface Several {
  readonly kind: "several";
  readonly values: readonly (number | boolean)[];
}

/** No value. Where several meet, `failed` is told first, then `missing`, then `stopped`. */
export type Absent =
  | {
      readonly kind: "missing";
      /** One place, or what several absent values miss together. */
      readonly place?: MissingPlace;
      readonly of?: readonly Absent[];
    }
  | { readonly kind: "stopped"; readonly formula?: string; readonly because?: Label }
  | { readonly kind: "failed"; readonly issue: Issue };

/** An input at an index of its space, or a list that has not been answered. */
export type Place =
  | { readonly kind: "input"; readonly input: number; readonly index: number }
  | { readonly kind: "list"; readonly list: number };

export type MissingPlace = Place & {
  /** Formulas and conditions that read it, by id; filled while evaluating. */
  readonly neededBy: string[];
};

/** How a value came to an input. */
export type Standing = "given" | "initial" | "default" | "range";

/** Answers laid out for evaluating. Made by `readAnswers`; `evaluate` trusts it. */
export interface Inputs {
  readonly frame: Frame;
  /**
   * By position of the input, then by index in its space; `undefined` where nothing was answered. Quantities are in the
   * input's declared unit (with a unit variable: in the member's own unit). Of a cumulative meter the array is empty.
   * In range mode an unanswered input with a range is a `Span`, an unanswered enum or boolean `Several`.
   */
  readonly values: readonly (readonly (Value | undefined)[])[];
  /** By position of the input: standing by index where not all were given; absent where all were. */
  readonly standing: readonly (readonly (Standing | undefined)[] | undefined)[];
  /** By position of the input, for cumulative meters: by index in its space of readings, in the order of days. */
  readonly readings: readonly (readonly (readonly Reading[])[] | undefined)[];
}

/** What a meter showed at the start of a day. */
export interface Reading {
  readonly day: number;
  readonly value: Exact;
}

/** Options of `evaluate`, and what range mode adds. */
export interface EvaluationOptions extends EvaluateOptions {
  /**
   * In range mode, the end at which a figure with a range is held; `undefined` spans it. So the ends of a result that
   * only rises or falls with each unknown are evaluated exactly.
   */
  readonly end?: (figure: RangedFigure) => "low" | "high" | undefined;
}

/** A figure whose source gives a range: a constant, or a cell of a column. Positions in the tree. */
export type RangedFigure =
  | { readonly kind: "constant"; readonly constant: number }
  | {
      readonly kind: "cell";
      readonly table: number;
      readonly row: number;
      readonly column: number;
    };

/** Everything that a result tells, with nothing left to compute but text. */
export interface Evaluation {
  readonly mode: Mode;
  readonly asOf: string;
  readonly frame: Frame;
  readonly replaced: readonly { readonly table: string; readonly hash: string }[];
  readonly status: "applies" | "does_not_apply" | "undecided";
  readonly conditions: readonly ConditionOutcome[];
  /** In the order of the tree. */
  readonly outputs: readonly OutputOutcome[];
  readonly assumed: readonly AssumedPlace[];
  /** Figures that are not confirmed, or of low confidence, and reached a result. */
  readonly figures: readonly Figure[];
  /** Answers that nothing asked for. */
  readonly ignored: readonly Place[];
  readonly missing: readonly MissingPlace[];
  readonly asked: readonly Place[];
  /** The weakest that reached an output. */
  readonly weakest: Weakest;
  /** What went wrong; that a condition does not hold is told by its outcome. */
  readonly issues: readonly Issue[];
  /** In the order in which they were finished: a step stands after all that it read. */
  readonly steps?: readonly Step[];
  readonly ranged: readonly RangedFigure[];
  /** What went wrong can only be told with the lane `issues`, which is not here: nothing else is to be read. */
  readonly lacks: boolean;
}

export interface Weakest {
  readonly provenance: Provenance;
  readonly confidence?: Confidence;
}

export interface OutputOutcome {
  readonly output: number;
  readonly formula: number;
  /** By index in the formula's space; one value where it has no axes. */
  readonly values: readonly Value[];
  /** Where the list of its axes is not answered or hidden, so that there are no values: why. */
  readonly absent?: Absent;
  readonly weakest: Weakest;
}

export interface ConditionOutcome {
  readonly condition: number;
  readonly index: number;
  /** `null` where it cannot be decided. */
  readonly holds: boolean | null;
  readonly value: Value;
  readonly branch?: number;
  readonly because?: Label;
  readonly reads?: readonly Read[];
}

export interface AssumedPlace {
  readonly input: number;
  readonly index: number;
  readonly value: Value;
  readonly standing: "default" | "range";
}

/** A figure by its place in the tree. */
export type Figure =
  | { readonly kind: "constant"; readonly constant: number }
  | {
      readonly kind: "cell";
      readonly table: number;
      readonly row: number;
      readonly column: number;
      /** Keys as they were looked up, as text. */
      readonly keys: readonly string[];
      readonly value: Value;
    }
  | {
      readonly kind: "carried_over";
      readonly table: number;
      readonly row: number;
      readonly column: number;
      readonly keys: readonly string[];
      readonly value: Value;
      /** The year that was asked for and the one that stood in for it. */
      readonly year: number;
      readonly from: number;
    }
  | { readonly kind: "formula" | "rounding"; readonly formula: number }
  /** An outcome of a formula's or condition's branches with an origin of its own. */
  | { readonly kind: "branch"; readonly formula: number; readonly branch: number }
  | { readonly kind: "condition"; readonly condition: number }
  | { readonly kind: "default" | "range"; readonly input: number }
  | { readonly kind: "cut"; readonly cut: number };

/** One formula at one index. */
export interface Step {
  readonly formula: number;
  readonly index: number;
  readonly value: Value;
  /** Where a rounding is declared. */
  readonly before?: Value;
  /** Position of the case or match taken; the number of cases stands for `otherwise`. */
  readonly branch?: number;
  readonly reads: readonly Read[];
  readonly weakest: Weakest;
}

export type Read =
  | {
      readonly kind: "formula";
      readonly formula: number;
      readonly index: number;
      readonly value: Value;
    }
  | {
      readonly kind: "input";
      readonly input: number;
      /** In the input's space; of a meter the index of the part. */
      readonly index: number;
      /** The share of the piece at hand where the amount is spread by days. */
      readonly value: Value;
      readonly standing: Standing | "missing";
    }
  | { readonly kind: "constant"; readonly constant: number; readonly value: Value }
  | {
      readonly kind: "cell";
      readonly table: number;
      /** -1 where the value was interpolated or is a slope. */
      readonly row: number;
      readonly column: number;
      readonly keys: readonly string[];
      readonly value: Value;
    };
