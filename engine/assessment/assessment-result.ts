import type { Issue } from "../issue.ts";
import type { Label, Provenance } from "../methodology/schema.ts";
import type { At, InputPlace, SourceResult } from "../result/result.ts";

/*
 * What an assessment comes to, as plain data for a reader. Figures are exact text: a decimal, else `n/d`.
 */

/** A value of which two ends are known for certain; both are the same where it is known exactly. */
export interface Bounds {
  readonly low: string;
  readonly high: string;
  readonly unit: string;
}

/** One edition that was read. */
export interface Identity {
  /** `EN-S-001@1.0-r1`. */
  readonly edition: string;
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly status: string;
  readonly title: Label;
}

export interface AssessmentResult {
  readonly format: "assessment-result/1";
  readonly engine: string;
  readonly asOf: string;
  /** The guide that led to the methodologies and gave the ends of open answers. */
  readonly guide: { readonly format: string; readonly version: string };
  readonly projects: readonly ProjectResult[];
  readonly totals: Totals;
  /** Effects that two projects of the assessment may count both. */
  readonly overlaps: readonly Overlap[];
  /** STEP 0 to 4 of the scheme. */
  readonly steps: readonly NextStep[];
  /** Every edition that was read, rules of the scheme among them. */
  readonly identities: readonly Identity[];
  /** Of the record as a whole; those of a project stand with it. */
  readonly issues: readonly Issue[];
}

export interface ProjectResult extends VariantResult {
  readonly thing?: string;
  readonly leftOut: boolean;
  /** Each as a whole project of its own, for comparison; none is in the totals. */
  readonly variants: readonly VariantResult[];
}

/**
 * What one project comes to.
 *
 * `ready`: there are figures, perhaps with ends far apart; `needs_answers`: `missing` names what has to be answered
 * first; `does_not_apply`: a condition of the methodology fails, the figures stand for comparison and count nowhere;
 * `failed`: answers could not be read or a figure could not be had, `issues` say why.
 */
export interface VariantResult {
  readonly id: string;
  readonly title?: string;
  readonly status: "ready" | "needs_answers" | "does_not_apply" | "failed";
  readonly methodology?: Identity;
  readonly period?: CreditingPeriod;
  /** One per fiscal year of the crediting period, in order. */
  readonly years: readonly YearResult[];
  /** Absent where there are no figures. */
  readonly sums?: Sums;
  readonly checks: readonly CheckResult[];
  readonly uses: readonly UseResult[];
  readonly money: Money;
  readonly monitoring: readonly MonitoringItem[];
  readonly missing: readonly MissingAnswer[];
  /** Every question that was asked for, answered or not, each once: those that matter now. */
  readonly asked: readonly InputPlace[];
  readonly assumptions: readonly Assumption[];
  readonly unconfirmed: readonly UnconfirmedFigure[];
  readonly sources: readonly SourceResult[];
  readonly issues: readonly Issue[];
}

export interface CreditingPeriod {
  readonly from: string;
  readonly to: string;
  /** `FY2027`, in order. */
  readonly years: readonly string[];
  /** What decided the last day, a member of SCHEME-1 with its label. */
  readonly boundBy?: Label;
}

/** All in t-CO2, of one fiscal year. */
export interface YearResult {
  readonly year: string;
  /** The days of the fiscal year that are in the period. */
  readonly from: string;
  readonly to: string;
  readonly unrounded?: Bounds;
  /** Whole tonnes: cut down once per methodology and fiscal year. */
  readonly whole?: Bounds;
  /** The share held back for forests, and what the holder receives, by SCHEME-3. */
  readonly buffer?: Bounds;
  readonly received?: Bounds;
  /** Yen. Absent without a price. */
  readonly revenue?: Bounds;
  /** Own cost of validation and verification in the year, by SCHEME-2. */
  readonly reviewCost?: Bounds;
  readonly net?: Bounds;
  /** Up to the end of the year, from the first on. */
  readonly cumulated?: Bounds;
}

export interface Sums {
  readonly unrounded: Bounds;
  readonly whole: Bounds;
  readonly buffer: Bounds;
  readonly received: Bounds;
  /** Whole tonnes over the years of the period. */
  readonly yearlyAverage: Bounds;
}

/** A condition of a methodology or of the scheme, or a threshold. */
export interface CheckResult {
  /** `EN-S-001.heat_on_site`, `SCHEME-2.additionality`. */
  readonly id: string;
  readonly label: Label;
  readonly outcome: "holds" | "fails" | "unknown";
  /**
   * `condition`: without it there is no project; `warning`: it should hold; `threshold`: nothing but support depends on
   * it.
   */
  readonly weight: "condition" | "warning" | "threshold";
  /** Why it fails, where the methodology says so. */
  readonly because?: Label;
  /** What has to be answered before it can be said. */
  readonly missing: readonly MissingAnswer[];
  readonly source?: SourceResult;
  readonly provenance: Provenance;
  readonly edition: string;
}

export interface UseResult {
  readonly id: string;
  readonly label: Label;
  readonly open: "open" | "closed" | "unknown";
}

export interface Money {
  readonly price?: Bounds;
  readonly investment?: Bounds;
  readonly subsidy?: Bounds;
  readonly payback?: Bounds;
  /** By review (`validation`, `verification`): what it costs, what support pays, what is left. */
  readonly reviews: readonly ReviewCost[];
  readonly verifications?: Bounds;
  readonly revenue?: Bounds;
  readonly reviewCost?: Bounds;
  readonly net?: Bounds;
  /** The first fiscal year at whose end revenue has paid for the reviews, at the best and at the worst; `null` for none. */
  readonly paidBy?: { readonly earliest: string | null; readonly latest: string | null };
}

export interface ReviewCost {
  readonly id: string;
  readonly label: Label;
  readonly support: Bounds;
  readonly own: Bounds;
}

export interface MonitoringItem {
  readonly input: string;
  readonly label: Label;
  readonly unit: string;
  /** A to C for activity, I to III for coefficients. */
  readonly class?: string;
  readonly how?: Label;
}

/** A question that is still open, with the methodology that asks it. */
export interface MissingAnswer {
  readonly methodology: string;
  readonly input: string;
  readonly at: At;
  readonly label: Label;
  readonly help?: Label;
}

/** What stood in for an answer, or for a fact of the years to come. */
export interface Assumption {
  readonly kind:
    | "answer"
    | "range"
    /** It follows from the crediting period. */
    | "period"
    | "typical_year"
    | "carried_over"
    | "reviews"
    /** A list without items. */
    | "empty"
    | "negative_year";
  readonly methodology: string;
  readonly input?: string;
  readonly at?: At;
  readonly label: Label;
  /** One answer as typed, two ends, or the members that are possible; of members the labels stand beside it. */
  readonly value?: string;
  readonly members?: readonly Label[];
  readonly bounds?: Bounds;
  readonly provenance: Provenance;
  readonly source?: SourceResult;
}

export interface UnconfirmedFigure {
  readonly methodology: string;
  readonly kind: string;
  readonly id: string;
  readonly label?: Label;
  readonly keys?: readonly string[];
  readonly value?: string;
  readonly unit?: string;
  readonly provenance: Provenance;
  readonly source?: SourceResult;
}

/**
 * All projects that count: not left out, and with figures. The amount of a fiscal year is cut down to whole tonnes once
 * per methodology, then the whole tonnes are added. Source: scheme rules 8 (`rule`).
 */
export interface Totals {
  readonly projects: readonly string[];
  readonly years: readonly TotalYear[];
  readonly sums?: Sums;
  readonly revenue?: Bounds;
  readonly reviewCost?: Bounds;
  readonly net?: Bounds;
  readonly rule: {
    readonly label: Label;
    readonly source: SourceResult;
    readonly provenance: Provenance;
  };
}

export interface TotalYear {
  readonly year: string;
  readonly unrounded: Bounds;
  readonly whole: Bounds;
  readonly buffer: Bounds;
  readonly received: Bounds;
  readonly revenue?: Bounds;
  readonly reviewCost?: Bounds;
  readonly net?: Bounds;
  readonly cumulated?: Bounds;
}

export interface Overlap {
  readonly id: string;
  readonly projects: readonly [string, string];
  readonly label: Label;
  readonly because: Label;
  readonly source: SourceResult;
  readonly provenance: Provenance;
}

export interface NextStep {
  readonly id: string;
  readonly label: Label;
  readonly detail: Label;
  readonly source: SourceResult;
  readonly provenance: Provenance;
}
