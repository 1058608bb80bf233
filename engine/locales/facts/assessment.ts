/** The facts behind each issue of goal-seek and sensitivity, by code. */
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
}
