import type { Answer, AnswerRecord } from "../answers/record.ts";
import type { Result } from "../issue.ts";
import type { AssessmentResult, Assumption, MissingAnswer } from "./assessment-result.ts";
import type { Goal, Sought } from "./seek.ts";
import type { Sensitivity, SensitivityQuestion } from "./sensitivity.ts";

export type * from "./assessment-result.ts";

/*
 * What one applicant's assessment is made of: the record that is saved, shared and sent, and the result that is shown.
 * All of it is plain data and passes through a worker as it is. Figures are exact text: a decimal, else `n/d`.
 */

/** Ids of answers with answers, as in a set of `answers/1`. */
export type Given = Readonly<Record<string, Answer>>;

/** Answers to the rules of the scheme, by methodology id: `{ "SCHEME-1": { applied: "2027-04-01" } }`. */
export type SchemeAnswers = Readonly<Record<string, Given>>;

/** Two ends in place of an answer that is not known exactly, each as a person types it: `20 kL` and `40 kL`. */
export interface AnswerRange {
  readonly low: string;
  readonly high: string;
}

/**
 * The record `assessment/1`: what is saved to a file and carried by a link. A contract of the product.
 *
 * Nothing in it is trusted: `readAssessment` makes one from text.
 */
export interface AssessmentRecord {
  readonly format: "assessment/1";
  /** What the applicant is called; told nowhere but in the report. */
  readonly title?: string;
  /** The day as of which coefficients and rules are read; without it the day that the caller names. */
  readonly as_of?: string;
  /** Ids of things in the guide that the applicant has. */
  readonly has: readonly string[];
  /** Answers that hold for all projects: the day of the application, the attribute of the proponent. */
  readonly scheme?: SchemeAnswers;
  /** Price of a credit, `3000 JPY/t-CO2`; both ends may be the same. Without it there is no revenue. */
  readonly price?: AnswerRange;
  readonly projects: readonly ProjectRecord[];
}

/** One methodology that is applied to what the applicant has. Projects are added up. */
export interface ProjectRecord extends VariantAnswers {
  /** Unique in the record: `[a-z][a-z0-9_]*`. */
  readonly id: string;
  readonly title?: string;
  /** The thing of the guide that it came from. */
  readonly thing?: string;
  /** Left out of the totals and overlaps; it is assessed all the same. */
  readonly left_out?: boolean;
  /** Other ways of the same project: each is compared with it, and none is added. */
  readonly variants?: readonly VariantRecord[];
}

export interface VariantRecord extends VariantAnswers {
  readonly id: string;
  readonly title?: string;
}

export interface VariantAnswers {
  /**
   * Answers for a typical year of the crediting period, as `answers/1` with the one set `plan`. Where a question is asked
   * by fiscal year or by part of the period, one answer stands for each of them (`timeline.ts` says how); a map by
   * fiscal year is taken as it is. The set needs no period: it follows from the rules of the scheme.
   */
  readonly answers: AnswerRecord;
  /** By input id (`boilers.fuel_use`): ends for all of its answers that are open. They come before those of the guide. */
  readonly ranges?: Readonly<Record<string, AnswerRange>>;
  /** Over those of the record. */
  readonly scheme?: SchemeAnswers;
  /** Whether it is one of a program: `plain` projects stand alone. Decides the class of review fees and the checks of SCHEME-5. */
  readonly form?: "plain" | "program";
  /** Years from one verification to the next, `2`; without it anything from every year to once at the end. */
  readonly verify_every?: string;
}

/** An open question, and what an answer to it would do to the range of the project's total. */
export interface NextQuestion extends MissingAnswer {
  /** Where its answer stands in the set of answers: `boilers[1].fuel_use`; for a rule of the scheme within its answers. */
  readonly place: string;
  /** `needed`: without it there are no figures; `range`: it narrows them; `check`: a check waits for it. */
  readonly because: "needed" | "range" | "check";
  /**
   * From the worst to the best amount of the first whole fiscal year of the period, in t-CO2 before it is cut down, while
   * the question is open.
   */
  readonly width?: string;
  /** The same after an answer, the widest of those tried; not above `width`. */
  readonly widthAfter?: string;
  /** What stands in for it now. */
  readonly assumed?: Assumption;
}

export interface AssessOptions {
  /** The day that stands in where a record names none. */
  readonly asOf: string;
}

/** Which part of an assessment is meant: a project, or a variant of it. */
export interface ProjectPlace {
  readonly project: string;
  readonly variant?: string;
}

export interface StartOptions {
  readonly asOf: string;
  readonly title?: string;
}

/**
 * Assesses what one applicant has. All functions take records as plain data and give plain data; none throws for what a
 * person can get wrong.
 */
export interface Assessor {
  /** Every project and variant of a record, and the totals. */
  readonly assess: (record: AssessmentRecord) => Promise<AssessmentResult>;
  /**
   * The open questions of a project: those without which there are no figures first, in the order of the guide; then
   * those that narrow the total most; then those that a check waits for.
   */
  readonly nextQuestions: (
    record: AssessmentRecord,
    place: ProjectPlace,
  ) => Promise<Result<readonly NextQuestion[]>>;
  /** Which answer of a project moves its total most. */
  readonly sensitivity: (
    record: AssessmentRecord,
    place: ProjectPlace,
    question?: Partial<SensitivityQuestion>,
  ) => Promise<Result<Sensitivity>>;
  /** The answers of a project under which an output reaches a figure: by default its total per year of the period. */
  readonly seek: (
    record: AssessmentRecord,
    place: ProjectPlace,
    goal: Omit<Goal, "output" | "atLeast"> & Partial<Pick<Goal, "output" | "atLeast">>,
  ) => Promise<Result<Sought>>;
  /** A record with a project for each methodology that the things lead to, set as the guide says. */
  readonly start: (
    things: readonly string[],
    options: StartOptions,
  ) => Promise<Result<AssessmentRecord>>;
  /** The record with all answers moved to the newest editions, and what was moved. */
  readonly renew: (record: AssessmentRecord) => Promise<Result<AssessmentRecord>>;
}
