/**
 * The syntax tree of an expression, as written: names are not resolved, units are text.
 *
 * A span is a pair of character offsets in the expression's own text.
 */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export type ArithmeticOperator = "+" | "-" | "*" | "/";
export type ComparisonOperator = "<" | "<=" | ">" | ">=" | "==" | "!=";
export type LogicalOperator = "and" | "or";

export type Expression =
  | {
      readonly kind: "number";
      readonly digits: string;
      readonly unit?: UnitText;
      readonly span: TextSpan;
    }
  | { readonly kind: "boolean"; readonly value: boolean; readonly span: TextSpan }
  | { readonly kind: "name"; readonly parts: readonly NamePart[]; readonly span: TextSpan }
  | {
      readonly kind: "lookup";
      readonly table: readonly NamePart[];
      readonly keys: readonly LookupKey[];
      readonly column: NamePart;
      readonly span: TextSpan;
    }
  | {
      readonly kind: "call";
      readonly function: NamePart;
      readonly arguments: readonly Argument[];
      readonly span: TextSpan;
    }
  | { readonly kind: "negation"; readonly operand: Expression; readonly span: TextSpan }
  | { readonly kind: "not"; readonly operand: Expression; readonly span: TextSpan }
  | {
      readonly kind: "arithmetic";
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: TextSpan;
    }
  | {
      readonly kind: "comparison";
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: TextSpan;
    }
  | {
      readonly kind: "logical";
      readonly operator: LogicalOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: TextSpan;
    }
  | { readonly kind: "stop"; readonly span: TextSpan };

export interface NamePart {
  readonly id: string;
  readonly span: TextSpan;
}

export interface UnitText {
  readonly text: string;
  readonly span: TextSpan;
}

/** `key` or `column = key`; the second is an inverse look-up. */
export interface LookupKey {
  readonly column?: NamePart;
  readonly value: Expression;
}

/** `expr` or `expr where expr`. */
export interface Argument {
  readonly value: Expression;
  readonly where?: Expression;
}
