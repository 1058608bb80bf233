/**
 * The oracle's own picture of a methodology: a small typed language of its own, from which both the engine's file and
 * the oracle's result are made.
 *
 * A dimension is the pair of the powers of mass and energy. A value of the oracle is always in kg and MJ.
 */
export interface Dimension {
  readonly mass: number;
  readonly energy: number;
}

export type Type =
  | { readonly kind: "quantity"; readonly dimension: Dimension; readonly unit: string }
  | { readonly kind: "boolean" }
  | { readonly kind: "enum"; readonly enum: string }
  | { readonly kind: "date" }
  /** Points at an item of `plots`. */
  | { readonly kind: "item" };

/** Two lists, an enum, a part of it, and the fiscal years. */
export type Axis = "rows" | "plots" | "kind" | "few" | "years";

export type Term =
  | { readonly kind: "number"; readonly digits: string; readonly unit: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "member"; readonly enum: string; readonly member: string }
  /** An input, field, constant or formula by its id. */
  | { readonly kind: "name"; readonly id: string }
  | { readonly kind: "axis"; readonly axis: Axis }
  | {
      readonly kind: "lookup";
      readonly table: string;
      readonly keys: readonly Term[];
      readonly column: string;
    }
  | { readonly kind: "negation" | "not"; readonly operand: Term }
  | {
      readonly kind: "operation";
      readonly operator:
        | "+"
        | "-"
        | "*"
        | "/"
        | "<"
        | "<="
        | ">"
        | ">="
        | "=="
        | "!="
        | "and"
        | "or";
      readonly left: Term;
      readonly right: Term;
    }
  | {
      readonly kind: "call";
      readonly function: "min" | "max" | "abs" | "clamp";
      readonly terms: readonly Term[];
    }
  | {
      readonly kind: "over";
      readonly function:
        | "sum"
        | "average"
        | "min_of"
        | "max_of"
        | "all"
        | "any"
        | "count"
        | "weighted_average";
      readonly axis: Axis;
      /** Absent for a count. */
      readonly body?: Term;
      readonly weight?: Term;
      readonly where?: Term;
    }
  /** What is per item of `plots`, at the item that the pointer of a row names. */
  | { readonly kind: "through"; readonly pointer: string; readonly id: string }
  | {
      readonly kind: "move";
      readonly of: Term;
      readonly count: number;
      readonly unit: "day" | "month" | "yr";
    }
  /** Days between two dates, or whole months or years and 0 where there are none, as a pure number. */
  | {
      readonly kind: "apart" | "months_between" | "years_between";
      readonly left: Term;
      readonly right: Term;
    }
  | { readonly kind: "fiscal_year"; readonly of: Term }
  | { readonly kind: "known"; readonly id: string }
  /** Whether a look-up finds a cell that is not left open. */
  | { readonly kind: "known_cell"; readonly lookup: Extract<Term, { kind: "lookup" }> };

export type Body =
  | { readonly kind: "expr"; readonly term: Term }
  | {
      readonly kind: "cases";
      readonly cases: readonly { readonly when: Term; readonly then: Term | "stop" }[];
      readonly otherwise: Term;
    }
  | {
      readonly kind: "match";
      readonly subject: Term;
      readonly enum: string;
      readonly branches: readonly Term[];
    };

export interface Formula {
  readonly id: string;
  readonly type: Type;
  readonly per: readonly Axis[];
  readonly body: Body;
  readonly round?:
    | { readonly mode: string; readonly to: string }
    | { readonly mode: string; readonly digits: string };
}

export interface Input {
  readonly id: string;
  readonly type: Type;
  /** The list whose field it is. */
  readonly list?: "rows" | "plots";
  readonly perYears: boolean;
  /** One answer for each member of `kind`. */
  readonly perKind: boolean;
  readonly isOptional: boolean;
}

export interface Row {
  readonly keys: readonly string[];
  readonly value: string;
}

export interface Table {
  readonly id: string;
  readonly keys: readonly ("kind" | "grade" | "years" | "interval")[];
  readonly dimension: Dimension;
  readonly unit: string;
  readonly rows: readonly Row[];
  /** Some cells are `none`, so it is only read where it is known. */
  readonly isOpen: boolean;
}

/** Answers of one item, or of the whole but its items. */
export interface Holder {
  readonly scalars: Readonly<Record<string, string | undefined>>;
  readonly perYear: Readonly<Record<string, readonly (string | undefined)[]>>;
  readonly perKind: Readonly<Record<string, readonly (string | undefined)[]>>;
}

export interface Model {
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** The enum that another is a part of. */
  readonly parts: Readonly<Record<string, string>>;
  readonly constants: readonly {
    readonly id: string;
    readonly value: string;
    readonly unit: string;
    readonly dimension: Dimension;
  }[];
  /** Constants that are fiscal years. */
  readonly years: readonly { readonly id: string; readonly year: number }[];
  /** Constants that are dates. */
  readonly days: readonly { readonly id: string; readonly day: string }[];
  readonly tables: readonly Table[];
  readonly inputs: readonly Input[];
  readonly formulas: readonly Formula[];
}

/** Answers as the engine gets them, and the same for the oracle: text with a unit, or nothing. */
export interface Answers extends Holder {
  readonly firstYear: number;
  readonly years: number;
  readonly rows: readonly Holder[];
  readonly plots: readonly Holder[];
}
