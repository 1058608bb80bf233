import type { Mode } from "../methodology/schema.ts";

/**
 * Answers as a person, file or page gives them: text with units, lists of items, maps by enum member, fiscal year
 * (`FY2023`) or first day of a part (`2023-04-01`). Nothing in it is trusted.
 */
export type Answer = string | readonly Answer[] | { readonly [id: string]: Answer };

export type Period = string | { readonly from: string; readonly to: string };

export interface AnswerSet {
  readonly period?: Period;
  readonly given: Readonly<Record<string, Answer>>;
}

/** The record `answers/1`: what is saved, shared, prefilled and tested. A contract of the product. */
export interface AnswerRecord {
  readonly format: "answers/1";
  readonly methodology: string;
  readonly version?: string;
  readonly hash?: string;
  readonly as_of?: string;
  readonly sets: Readonly<Record<string, AnswerSet>>;
}

export interface EvaluateOptions {
  readonly mode: Mode;
  /** The day as of which coefficients are read, `2026-11-22`; figures known later do not exist. */
  readonly asOf: string;
  /** Record steps: all of them, or only those of these formulas and what they read. */
  readonly steps?: boolean | readonly string[];
  /** Tables of an office in place of replaceable ones, by table id, as rows of text. */
  readonly replacements?: Readonly<Record<string, TableReplacement>>;
  readonly limits?: { readonly steps?: number; readonly bits?: number };
}

export interface TableReplacement {
  readonly hash: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
}
