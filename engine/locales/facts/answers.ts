import type { Label } from "../../methodology/schema.ts";

/** The question that an answer belongs to: its label, and its id for those who write answers by hand. */
interface Asked {
  readonly input: string;
  readonly label: Label;
}

interface Typed extends Asked {
  /** What was typed, shortened. */
  readonly found: string;
}

/** The facts behind each issue of reading answers, by code. */
export interface AnswerFacts {
  /** The record itself cannot be read: what stands where what should stand. */
  readonly "answers-shape": {
    readonly expected: "record" | "text" | "map" | "set" | "period";
    readonly found: string;
  };
  readonly "answers-format": { readonly found: string };
  readonly "answers-for-another-methodology": { readonly found: string; readonly expected: string };
  readonly "answers-for-another-version": {
    readonly found: string;
    readonly used: string;
    readonly moved: readonly string[];
  };
  readonly "answers-for-another-text": { readonly used: string };
  readonly "as-of-date": { readonly found: string };
  readonly "more-answer-issues": { readonly count: number };
  readonly "answer-renamed": { readonly from: string; readonly to: string };
  readonly "answer-unknown": {
    readonly id: string;
    readonly list?: string;
    readonly suggestion?: string;
  };
  readonly "answer-shape": Asked & {
    readonly expected: "text" | "map";
    readonly found: string;
    /** One of the keys that a map should have. */
    readonly example?: string;
  };
  readonly "list-shape": Asked & { readonly part: "list" | "item" };
  readonly "too-few-items": Asked & { readonly count: number; readonly least: number };
  readonly "too-many-items": Asked & { readonly count: number; readonly most: number };
  readonly "answer-too-long": Asked & {
    readonly most: number;
    readonly of: "digits" | "characters";
  };
  readonly "answer-not-a-figure": Typed & { readonly example: string };
  readonly "answer-separators": Typed;
  readonly "answer-without-unit": Typed & { readonly units: readonly string[] };
  readonly "answer-unit-unknown": Typed & {
    readonly unit: string;
    readonly units: readonly string[];
  };
  readonly "answer-unit-mismatch": Typed & {
    readonly unit: string;
    readonly units: readonly string[];
  };
  readonly "answer-unit-open": Asked & { readonly key: string; readonly keyLabel: Label };
  readonly "answer-not-a-count": Typed;
  readonly "answer-not-a-flag": Typed;
  readonly "answer-not-a-member": Typed & {
    readonly members: readonly string[];
    readonly suggestion?: string;
  };
  readonly "answer-not-a-date": Typed;
  readonly "answer-not-a-year": Typed;
  readonly "answer-not-an-item": Typed & { readonly list: Label; readonly count: number };
  readonly "answer-beyond-limit": Typed & {
    readonly limit: "min" | "max" | "above" | "below";
    readonly bound: string;
  };
  readonly "answer-key-unknown": Typed & {
    readonly axis: "enum" | "years" | "parts";
    readonly known: readonly string[];
    readonly suggestion?: string;
  };
  readonly "readings-too-few": Asked;
  readonly "answer-key-twice": Typed;
  readonly "reading-date": Typed;
  readonly "answers-without-period": Record<never, never>;
  readonly "period-not-read": { readonly found: string };
  readonly "period-order": { readonly from: string; readonly to: string };
  readonly "period-too-long": { readonly years: number };
  readonly "period-not-used": Record<never, never>;
}
