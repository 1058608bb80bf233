import type { IssueFacts } from "./locales/facts.ts";

/** Where something stands in a file: one line of it, counted from 1, columns in characters from 1. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** The whole line as it stands in the file, so that a caret can be drawn without the file. */
  readonly text: string;
}

/** The way from the root of a document to a value in it: keys and, in lists, positions from 0. */
export type Path = readonly (string | number)[];

export type IssueCode = keyof IssueFacts;

export type Severity = "error" | "warning";

/**
 * One problem that an author or a user can mend, as plain data: it crosses the worker boundary and is put into words
 * by `engine/locales`.
 */
export type Issue = {
  readonly [Code in IssueCode]: {
    readonly code: Code;
    readonly severity: Severity;
    readonly file?: string;
    readonly path: Path;
    readonly span?: Span;
    readonly facts: IssueFacts[Code];
  };
}[IssueCode];

/** What a phase returns: the value, possibly with warnings, or every issue that it found. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A success. Errors do not belong among its warnings. */
export function ok<T>(value: T, warnings: readonly Issue[] = []): Result<T> {
  return { ok: true, value, warnings };
}

/** A failure with everything that is wrong, warnings included. */
export function fail<T = never>(issues: readonly Issue[]): Result<T> {
  return { ok: false, issues };
}
