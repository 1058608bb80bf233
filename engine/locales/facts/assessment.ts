/** What should stand at a place of an assessment. */
export type AssessmentPart =
  | "map"
  | "day"
  | "thing"
  | "text"
  | "list"
  | "answer"
  | "rules"
  | "given"
  | "ends"
  | "ranges"
  | "answers"
  | "methodology"
  | "set"
  | "form"
  | "flag"
  | "project"
  | "variant";

/** The facts behind each issue of goal-seek, sensitivity and assessments, by code. */
export interface AssessmentFacts {
  readonly "answer-place-unknown": { readonly place: string };
  readonly "output-unknown": { readonly output: string; readonly known: readonly string[] };
  /** `missing`: the questions that wait for an answer. */
  readonly "output-without-value": {
    readonly output: string;
    readonly missing: readonly string[];
  };
  readonly "goal-figure": { readonly found: string; readonly unit: string };
  /** `count` is empty where the figures make no grid at all. */
  readonly "grid-of-answers": {
    readonly from: string;
    readonly to: string;
    readonly step: string;
    readonly count: string;
    readonly most: string;
  };
  readonly "assessment-not-read": { readonly reason: "json" | "depth" };
  readonly "assessment-too-large": { readonly measure: string; readonly limit: string };
  readonly "assessment-format": { readonly found: string };
  readonly "assessment-shape": { readonly expected: AssessmentPart; readonly found: string };
  readonly "assessment-key-unknown": { readonly found: string; readonly known: readonly string[] };
  readonly "assessment-id": { readonly found: string; readonly isTwice: boolean };
  readonly "assessment-thing-unknown": {
    readonly found: string;
    readonly known: readonly string[];
  };
  readonly "assessment-methodology-unknown": {
    readonly found: string;
    readonly known: readonly string[];
  };
  readonly "assessment-project-unknown": {
    readonly found: string;
    readonly known: readonly string[];
  };
  readonly "assessment-figure": { readonly found: string; readonly example: string };
}
