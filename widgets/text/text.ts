/** The sentences and words that a calculator begins with; a language that lacks one does not compile. */
export interface Text {
  /** What stands between two sentences. */
  readonly space: string;
  readonly yes: string;
  readonly no: string;
  readonly choose: string;
  readonly unanswer: string;
  readonly optional: string;
  readonly assumed: string;
  readonly help: string;
  readonly basics: string;
  readonly entry: string;
  readonly remove: string;
  readonly duplicate: string;
  readonly add: (item: string) => string;
  readonly items: (count: number) => string;
  readonly full: (most: number) => string;
  readonly answered: (count: number) => string;
  readonly unitOf: (question: string) => string;
  readonly usual: (range: string) => string;
  readonly assumedHint: (value: string, note: string | undefined) => string;
  readonly limits: (limits: Limits) => string;
  readonly monitoring: (group: string | undefined) => string;
  readonly partsLater: string;
  readonly partsAfter: (day: string) => string;
  readonly period: string;
  readonly periodByYear: string;
  readonly periodByDates: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly fiscalYear: string;
  readonly yearsHeld: string;
  readonly yearPreset: (year: string) => string;
  readonly yearLacks: (year: string, table: string, isPartly: boolean) => string;
  readonly heldYears: (most: string, some: string) => string;
  readonly questions: string;
  readonly calculate: string;
  readonly sets: string;
  readonly plan: string;
  readonly actual: string;
  readonly setsHelp: string;
  readonly instead: string;
  readonly copyPlan: (set: string) => string;
  readonly look: string;
  readonly errors: (count: number) => string;
  readonly missing: (question: string) => string;
  readonly result: string;
  readonly resultOf: (set: string) => string;
  readonly noResult: string;
  readonly busy: string;
  readonly outdated: string;
  readonly engineFailed: string;
  readonly again: string;
  readonly notCreditable: string;
  readonly undecided: string;
  readonly needsAnswers: (count: number) => string;
  readonly needsHelp: string;
  readonly stopped: string;
  readonly failed: string;
  readonly none: string;
  readonly rangeNote: string;
  readonly looseRange: string;
  readonly digitsNote: (digits: number) => string;
  readonly axes: { readonly years: string; readonly parts: string; readonly members: string };
  readonly units: Readonly<Record<string, string>>;
  readonly bases: Readonly<Record<string, string>>;
}

/** The limits of an answer, each written with its unit. */
export interface Limits {
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly above: string | undefined;
  readonly below: string | undefined;
  readonly isSoft: boolean;
  /** Whether they are days or years. */
  readonly isTime: boolean;
}
