import type {
  ArithmeticOperator,
  ComparisonOperator,
  LogicalOperator,
} from "../expression/syntax.ts";
import type { Confidence, Label, Mode, Provenance } from "./schema.ts";

/**
 * The checked tree: a methodology with names resolved, units settled, tables and components inlined. It is plain JSON,
 * has one canonical text (keys sorted), and that text is what a hash names. Pages get this tree, in the parts of
 * `join-parts.ts`, and no YAML.
 *
 * Where order shows (enum members, inputs, fields, table keys, columns, outputs) there are arrays in the written order.
 *
 * Ids: a field of a list is `list.field`; a formula, constant or table of a component is `component.name`, an argument
 * of a component is the formula `component.argument`. Everything else has its own id.
 */
export interface Tree {
  readonly format: "tree/1";
  readonly id: string;
  readonly version: string;
  readonly status: "draft" | "published" | "withdrawn" | "illustrative";
  readonly valid?: { readonly from?: string; readonly to?: string };
  readonly title: Label;
  readonly summary?: Label;
  readonly mode: Mode;
  readonly documents: readonly DocumentTree[];
  /** The shared editions that are inlined, each with the hash of what was read. */
  readonly uses: readonly Use[];
  readonly groups: readonly GroupTree[];
  readonly enums: readonly EnumTree[];
  /** Counted things, for labels; in units they are written by id. */
  readonly things: readonly { readonly id: string; readonly label: Label }[];
  /** Units that the file declares. `factor` in terms of `unit`. */
  readonly units: readonly {
    readonly id: string;
    readonly factor: string;
    readonly unit: string;
  }[];
  /** Absent where a methodology knows no period: then no value has an axis of years or parts. */
  readonly period?: PeriodTree;
  readonly lists: readonly ListTree[];
  /** All inputs and fields in the order of the questions. */
  readonly inputs: readonly InputTree[];
  readonly constants: readonly ConstantTree[];
  readonly tables: readonly TableTree[];
  readonly formulas: readonly FormulaTree[];
  readonly conditions: readonly ConditionTree[];
  readonly outputs: readonly OutputTree[];
  /** Old ids of inputs and members, for saved answers. */
  readonly renamed: Readonly<Record<string, string>>;
  /** On a page, so that no units need to be read there; no tree that is hashed has it. */
  readonly factors?: Factors;
}

/** What plain answers and results are converted by: exact factors by unit as text. */
export interface Factors {
  /** By position of the input; `""` for a bare number, `null` where it hangs on a member or there is nothing to convert. */
  readonly inputs: readonly (Readonly<Record<string, string>> | null)[];
  /** By position of the output, from the unit of the formula to the one shown; `null` for none. */
  readonly outputs: readonly (string | null)[];
}

export interface Use {
  readonly kind: "table" | "component";
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

export interface DocumentTree {
  readonly id: string;
  readonly title: Label;
  readonly edition?: string;
  readonly date?: string;
  readonly url?: string;
  readonly standing: "official" | "copy" | "plan" | "quotation" | "publication" | "none";
  /** A document of a shared edition is `fuels:annex`. */
}

export interface GroupTree {
  readonly id: string;
  readonly label: Label;
  /** Shown unfolded when the form is first seen. */
  readonly open: boolean;
}

export interface SourceTree {
  readonly document: string;
  readonly clause?: string;
  readonly page?: string;
  readonly table?: string;
  readonly note?: string;
}

/** Where a figure or a formula comes from, and how sure it is. */
export interface Origin {
  readonly sources: readonly SourceTree[];
  readonly provenance: Provenance;
  readonly confidence?: Confidence;
  /** The date from which the figure was known, `2024-04-01`. */
  readonly known?: string;
}

export interface EnumTree {
  readonly id: string;
  readonly ordered: boolean;
  /** A part of another enum: its members are members there too, by the same id. */
  readonly of?: string;
  readonly members: readonly { readonly id: string; readonly label: Label }[];
}

/** A list id, an enum id, `years` or `parts`. */
export type Axis = string;

export interface PeriodTree {
  readonly cuts: readonly CutTree[];
}

export type CutTree =
  | { readonly kind: "fiscal_year"; readonly origin?: Origin }
  | {
      readonly kind: "after";
      /** Whole days, months or years after the date, in the order of time. */
      readonly after: readonly { readonly count: number; readonly unit: "day" | "month" | "yr" }[];
      readonly of: Node;
      /** The list whose items are cut each by their own date; absent where the date belongs to no list. */
      readonly list?: string;
      readonly origin?: Origin;
    };

/**
 * A unit as text and as a variable, where the unit depends on a key: `U` stands for the unit that `table` gives the
 * member which `key` names. A quantity in `kL/U` has the text `kL/U`.
 */
export interface UnitTree {
  readonly text: string;
  readonly variables?: Readonly<Record<string, { readonly enum: string; readonly key: Node }>>;
}

export type TypeTree =
  | { readonly kind: "quantity"; readonly unit: UnitTree }
  | { readonly kind: "count"; readonly unit: UnitTree }
  | { readonly kind: "enum"; readonly enum: string }
  | { readonly kind: "item"; readonly list: string }
  | { readonly kind: "boolean" }
  | { readonly kind: "date" }
  | { readonly kind: "fiscal_year" }
  | { readonly kind: "text" };

export interface ListTree {
  readonly id: string;
  readonly label: Label;
  readonly itemLabel?: Label;
  readonly help?: Label;
  readonly group?: string;
  readonly minItems: number;
  readonly maxItems: number;
  /** The full id of the field that gives an item its fiscal year. */
  readonly dated?: string;
  readonly when?: Node;
  readonly fields: readonly string[];
}

export interface InputTree {
  readonly id: string;
  readonly list?: string;
  readonly label: Label;
  readonly help?: Label;
  readonly group?: string;
  readonly symbol?: string;
  readonly type: TypeTree;
  /** Units offered, the first preset; the declared unit alone where the file offers none. */
  readonly units: readonly string[];
  readonly showAs?: string;
  /** Axes besides the list of a field: enums, and `years` or `parts`. */
  readonly per: readonly Axis[];
  /** How one amount of the whole period is used in its pieces: spread by days, or the same in each. */
  readonly time?: "apportion" | "throughout";
  readonly meter?: { readonly between: boolean; readonly turnsAt?: string };
  readonly when?: Node;
  readonly optional: boolean;
  readonly allowed?: {
    readonly min?: string;
    readonly max?: string;
    readonly above?: string;
    readonly below?: string;
    readonly soft: boolean;
  };
  /** Answer texts, as a person would type them. */
  readonly initial?: string;
  readonly default?: { readonly value: string; readonly note?: Label; readonly origin: Origin };
  readonly range?: { readonly low: string; readonly high: string; readonly origin: Origin };
  readonly monitoring?: { readonly class?: string; readonly how?: Label };
  readonly origin?: Origin;
}

/** A cell or constant: decimal text or a fraction (`44/12`), a member, a date `2031-03-31`, a year `2021`, a flag. */
export interface ConstantTree {
  readonly id: string;
  readonly label?: Label;
  readonly symbol?: string;
  readonly type: TypeTree;
  readonly value: string;
  readonly low?: string;
  readonly high?: string;
  readonly origin: Origin;
}

export type KeyTree =
  | { readonly id: string; readonly kind: "enum"; readonly enum: string }
  | { readonly id: string; readonly kind: "fiscal_year" }
  | {
      readonly id: string;
      readonly kind: "interval";
      /** Absent for an interval of dates. */
      readonly unit?: string;
      readonly includes: "lower" | "upper";
      readonly outside: "error" | "clamp";
    }
  | {
      readonly id: string;
      readonly kind: "number";
      readonly unit: string;
      readonly interpolate: boolean;
      readonly outside: "error" | "clamp";
    };

export interface ColumnTree {
  readonly id: string;
  readonly label?: Label;
  readonly symbol?: string;
  readonly type: TypeTree;
  /** Columns that hold the ends of the range which the source gives. */
  readonly low?: string;
  readonly high?: string;
  /** The slope of another column along a number key, from the rows around the key. */
  readonly slope?: {
    readonly of: string;
    readonly along: string;
    readonly includes: "lower" | "upper";
  };
}

/** `none` stands for a cell that the source leaves open. */
export interface TableTree {
  readonly id: string;
  readonly label?: Label;
  /** The edition that it came from, `fuels/1-r1`. */
  readonly edition?: string;
  readonly keys: readonly KeyTree[];
  readonly columns: readonly ColumnTree[];
  /** The unit variable of the table and the key whose members decide it. */
  readonly variable?: { readonly name: string; readonly key: string };
  readonly symmetric?: readonly [string, string];
  readonly inverse: readonly {
    readonly key: string;
    readonly from: string;
    readonly choose: "poorer" | "nearest" | "better";
    readonly beyond: "error" | "end";
  }[];
  /** The origin of the rule that lets the last known year stand in for a missing one in official mode. */
  readonly carryOver?: Origin;
  readonly replaceable: boolean;
  /** On a page, while its rows have not been loaded; no tree that is hashed says so. */
  readonly away?: boolean;
  readonly rows: readonly RowTree[];
  /** Origins that rows point at by position, so that they are written once. */
  readonly origins: readonly Origin[];
}

export interface RowTree {
  /**
   * One cell per key, in their order: members (several where the row names several), `*`, a year or range
   * (`2013..2017`, `2013..`), an interval (`350..450`, `600..`), a number, or dates.
   */
  readonly keys: readonly (string | readonly string[])[];
  /** One cell per column, in their order; empty for a slope column. */
  readonly cells: readonly string[];
  /** The unit that the table's variable has in this row. */
  readonly unit?: string;
  /** Position in `origins`, for the whole row or per column. */
  readonly origin: number | readonly number[];
}

export interface RoundTree {
  readonly mode: "floor" | "ceil" | "half_up" | "half_even" | "toward_zero" | "away_from_zero";
  /** A decimal above zero, in the unit of the value. */
  readonly to?: string;
  readonly digits?: number;
  readonly origin?: Origin;
}

export type Body =
  | { readonly kind: "expr"; readonly value: Node; readonly because?: Label }
  | { readonly kind: "cases"; readonly cases: readonly CaseTree[]; readonly otherwise: Outcome }
  | { readonly kind: "match"; readonly subject: Node; readonly branches: readonly MatchTree[] };

export interface Outcome {
  /** Absent for `stop`: no value, for the reason in `because`. */
  readonly then?: Node;
  /** The text as written, for the explanation. */
  readonly text: string;
  readonly because?: Label;
  readonly origin?: Origin;
}

export interface CaseTree extends Outcome {
  readonly when: Node;
  readonly whenText: string;
}

export interface MatchTree extends Outcome {
  readonly member: string;
}

export interface FormulaTree {
  readonly id: string;
  readonly label?: Label;
  readonly symbol?: string;
  readonly printed?: string;
  readonly note?: string;
  readonly type: TypeTree;
  readonly showAs?: string;
  readonly per: readonly Axis[];
  readonly body: Body;
  /** The expression as written, where the body is one expression. */
  readonly text: string;
  readonly round?: RoundTree;
  readonly origin: Origin;
  /** The component use it came from, for formulas of components and their arguments. */
  readonly component?: string;
  /** An argument of a component: shown as the value it stands for. */
  readonly argument?: boolean;
}

export interface ConditionTree {
  readonly id: string;
  readonly label?: Label;
  readonly per: readonly Axis[];
  readonly effect: "not_applicable" | "refuse" | "warn";
  readonly body: Body;
  readonly text: string;
  readonly origin: Origin;
}

export interface OutputTree {
  /** The id of the formula that is shown. */
  readonly id: string;
  readonly main: boolean;
  readonly label?: Label;
  /** Display digits; `unit` in place of the formula's own. */
  readonly shown: { readonly to?: string; readonly mode: RoundTree["mode"]; readonly unit: string };
  /** Words for a boolean output. */
  readonly words?: { readonly true: Label; readonly false: Label };
  readonly chart?: "bars" | "stacked";
}

/**
 * An expression after checking. Each node's value has a settled type and unit; where two units of one dimension meet,
 * a `convert` stands between them, so an evaluator multiplies plain fractions and knows no unit.
 *
 * `of` tells the type of the operands where an operator serves several: `quantity` values are exact fractions, `date`
 * whole days, `fiscal_year` whole years, `enum` positions of members.
 */
export type Node =
  | { readonly kind: "number"; readonly value: string; readonly unit: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "member"; readonly enum: string; readonly member: string }
  | { readonly kind: "constant"; readonly id: string }
  | { readonly kind: "input"; readonly id: string }
  | { readonly kind: "formula"; readonly id: string }
  /** The item of a list or member of an enum at hand, or `years` for the fiscal year at hand. */
  | { readonly kind: "axis"; readonly axis: Axis }
  | { readonly kind: "part"; readonly of: "start" | "end" | "days" }
  /**
   * Evaluates `value` with the item that `pointer` names at hand in `list`; or, where `list` is an enum, with the member
   * of it that the member of a part of it is.
   */
  | {
      readonly kind: "through";
      readonly list: string;
      readonly pointer: Node;
      readonly value: Node;
    }
  | {
      readonly kind: "lookup";
      readonly table: string;
      /** One per key, in their order; for an inverse look-up the key sought is absent. */
      readonly keys: readonly (Node | null)[];
      readonly column: string;
      /** The column whose value is known, and that value; `column` is then the key sought. */
      readonly inverse?: { readonly column: string; readonly value: Node };
    }
  /** Multiplies by an exact factor, `1/1000`, from one unit to another of its dimension. */
  | {
      readonly kind: "convert";
      readonly factor: string;
      readonly from: string;
      readonly to: string;
      readonly value: Node;
    }
  | { readonly kind: "negation"; readonly value: Node }
  | { readonly kind: "not"; readonly value: Node }
  | {
      readonly kind: "arithmetic";
      readonly operator: ArithmeticOperator;
      readonly left: Node;
      readonly right: Node;
    }
  | {
      readonly kind: "comparison";
      readonly operator: ComparisonOperator;
      readonly of: "quantity" | "date" | "fiscal_year" | "enum" | "boolean" | "item";
      readonly left: Node;
      readonly right: Node;
    }
  | {
      readonly kind: "logical";
      readonly operator: LogicalOperator;
      readonly left: Node;
      readonly right: Node;
    }
  /** `min` and `max`: of an ordered enum the later member is the larger. */
  | {
      readonly kind: "choose";
      readonly function: "min" | "max";
      readonly of: "quantity" | "date" | "fiscal_year" | "enum";
      readonly values: readonly Node[];
    }
  /** Functions of pure numbers, and `abs` and `clamp` of quantities in one unit. */
  | {
      readonly kind: "call";
      readonly function: "abs" | "clamp" | "pow" | "ln" | "log10" | "exp" | "sqrt";
      readonly arguments: readonly Node[];
    }
  /** A date or fiscal year moved by whole days, months or years; `by` is a quantity in `unit`. */
  | {
      readonly kind: "move";
      readonly of: "date" | "fiscal_year";
      readonly operator: "+" | "-";
      readonly unit: "day" | "month" | "yr";
      readonly value: Node;
      readonly by: Node;
    }
  /** `date − date` in days, `fiscal_year − fiscal_year` in years. */
  | {
      readonly kind: "apart";
      readonly of: "date" | "fiscal_year";
      readonly left: Node;
      readonly right: Node;
    }
  | {
      readonly kind: "calendar";
      readonly function: "fiscal_year" | "start_of" | "end_of" | "years_between" | "months_between";
      readonly arguments: readonly Node[];
    }
  | {
      readonly kind: "over";
      readonly function:
        | "sum"
        | "count"
        | "all"
        | "any"
        | "average"
        | "min_of"
        | "max_of"
        | "weighted_average";
      readonly axis: Axis;
      readonly of: "quantity" | "date" | "fiscal_year" | "enum" | "boolean";
      /** Absent for `count(list)`. */
      readonly value?: Node;
      readonly weight?: Node;
      readonly where?: Node;
    }
  /** Whether an input is answered and relevant, or a cell is there. Never unknown for an input. */
  | { readonly kind: "known"; readonly value: Node };
