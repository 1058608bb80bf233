import type { Issue, Severity } from "../issue.ts";
import type { CheckingFacts } from "../locales/facts/checking.ts";
import type { IssueFacts } from "../locales/facts.ts";
import type { Expressions, ParsedMethodology, ReadFile } from "../methodology/file.ts";
import type { Axis, EnumTree, KeyTree, Node, TableTree, TypeTree } from "../methodology/tree.ts";
import type { Unit, UnitScope } from "../quantity/unit.ts";
import type { Type } from "./types.ts";
import { issueAt, type Spot } from "./written.ts";

/**
 * What the checker knows while it resolves names: one module for the methodology and one for each use of a component,
 * and what all of them share. A name means the same wherever it is read; nothing shadows.
 */
export interface Checking {
  readonly parsed: ParsedMethodology;
  readonly issues: Issue[];
  readonly enums: Map<string, EnumTree>;
  readonly lists: Map<string, ListScope>;
  /** Things and units of every file that takes part. */
  readonly units: UnitScope;
  /** The unit that tables give each member, by enum: what a unit variable stands for. */
  readonly memberUnits: Map<string, Map<string, Unit>>;
  /** Lists whose items have parts of their own, because a cut is counted from a date of theirs. */
  readonly ownCuts: Set<string>;
  /** Tables that could not be built; what reads them is not told again. */
  readonly brokenTables: Set<string>;
  /** Axes of which some could not be read; what stands under them is not told that they are missing. */
  readonly brokenAxes: Set<readonly Axis[]>;
  readonly hasPeriod: boolean;
  /** Everything that has a value, by its id in the tree. */
  readonly values: Map<string, ValueScope>;
}

export interface ListScope {
  readonly id: string;
  /** The field that gives an item its fiscal year. */
  readonly dated?: string;
  readonly fields: Map<string, ValueScope>;
}

/** One file's names. `prefix` stands before its ids in the tree: nothing for the methodology, `grid.` for a component. */
export interface Module {
  readonly prefix: string;
  readonly file: ReadFile<unknown>;
  readonly expressions: Expressions;
  readonly names: Map<string, Entity>;
  /** The axes that every formula of a component has, from the place where it is used. */
  readonly axes: readonly Axis[];
  /** Stands before the ids of its documents. */
  readonly documents: string;
  /** The component's id in the tree, for its formulas. */
  readonly component?: string;
}

export type Entity =
  | ValueScope
  | { readonly kind: "list"; readonly name: string }
  | TableScope
  | { readonly kind: "component"; readonly name: string; readonly module: Module };

/** Something that has a value: an input, a constant, a formula, or an argument of a component. */
export interface ValueScope {
  readonly kind: "input" | "constant" | "formula" | "argument";
  readonly name: string;
  /** Its id in the tree. */
  readonly id: string;
  readonly axes: readonly Axis[];
  /** Settled when first asked, because a unit may hang on another value. */
  readonly type: () => SettledType;
  /** What an argument stands for, where that is known. */
  readonly argument?: () => Node | undefined;
}

export interface SettledType {
  readonly type: Type;
  readonly tree: TypeTree;
}

export interface TableScope {
  readonly kind: "table";
  readonly name: string;
  readonly id: string;
  readonly keys: readonly KeyTree[];
  /** The unit variable and the position of the key that decides it. */
  readonly variable?: { readonly name: string; readonly key: number };
  readonly columns: ReadonlyMap<string, ColumnScope>;
  readonly inverse: TableTree["inverse"];
}

/** A column: its type, or the text of its unit where that hangs on a key. */
export type ColumnScope =
  | { readonly kind: "settled"; readonly type: Type }
  | { readonly kind: "variable"; readonly unit: string; readonly where: Where };

/** Where an issue stands: a value of a file, or some characters of it. */
export type Where = Spot;

/** Adds an issue. */
export function report<Code extends keyof CheckingFacts>(
  checking: Checking,
  where: Where,
  code: Code,
  facts: IssueFacts[Code],
  severity: Severity = "error",
): void {
  checking.issues.push(issueAt(where, severity, code, facts));
}
