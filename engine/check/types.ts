import type { TypeTree } from "../methodology/tree.ts";
import { printUnit, type Unit } from "../quantity/unit.ts";

/** The type of a value while it is checked. `unsettled` stands where an issue has been reported: nothing follows from it. */
export type Type =
  | { readonly kind: "quantity"; readonly unit: Unit }
  | { readonly kind: "enum"; readonly enum: string }
  | { readonly kind: "item"; readonly list: string }
  | { readonly kind: "boolean" }
  | { readonly kind: "date" }
  | { readonly kind: "fiscal_year" }
  | { readonly kind: "text" }
  | { readonly kind: "unsettled" };

/** A type for a sentence: the kind, and the unit, enum or list that belongs to it. */
export interface TypeWords {
  readonly kind: Type["kind"] | "number";
  readonly of?: string;
}

export const booleanType: Type = { kind: "boolean" };
export const dateType: Type = { kind: "date" };
export const fiscalYearType: Type = { kind: "fiscal_year" };
export const unsettled: Type = { kind: "unsettled" };

export function quantityType(unit: Unit): Type {
  return { kind: "quantity", unit };
}

/** A type in words. */
export function wordsOf(type: Type): TypeWords {
  switch (type.kind) {
    case "quantity":
      return type.unit.dimensions.size === 0 && type.unit.parts.size === 0
        ? { kind: "number" }
        : { kind: "quantity", of: printUnit(type.unit) };
    case "enum":
      return { kind: "enum", of: type.enum };
    case "item":
      return { kind: "item", of: type.list };
    default:
      return { kind: type.kind };
  }
}

/** What a declared type says, before its unit, enum or list is looked up. */
export type TypeText =
  | { readonly kind: "quantity" | "count" | "enum" | "item"; readonly of: string }
  | { readonly kind: "boolean" | "date" | "fiscal_year" | "text" };

const typePattern = /^(quantity|count|enum|item) (\S+)$/;

/** Reads `quantity kWh`, `enum fuel`, `date` and so on. Errors: `undefined` for other text. */
export function parseType(text: string): TypeText | undefined {
  switch (text) {
    case "boolean":
    case "date":
    case "fiscal_year":
    case "text":
      return { kind: text };
  }
  const match = typePattern.exec(text);
  if (match === null) return undefined;
  return { kind: match[1] as "quantity" | "count" | "enum" | "item", of: match[2] as string };
}

/** The type of the tree as the checker sees it; units are settled elsewhere. */
export function plainTypeTree(
  type: Exclude<Type, { kind: "quantity" | "unsettled" }>,
): Exclude<TypeTree, { kind: "quantity" | "count" }> {
  return type;
}
