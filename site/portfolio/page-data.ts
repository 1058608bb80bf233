import type { Label } from "../../engine/methodology/schema.ts";
import type { Language } from "../build/page.ts";

/** A methodology whose rows can be calculated. */
export interface PortfolioMethodology {
  readonly id: string;
  /** `FO-001@2022.8-r1`. */
  readonly edition: string;
  readonly title: Label;
  /** Whether a period is asked for. */
  readonly hasPeriod: boolean;
  /** Whether it has lists, so that the rows of a case can be their items. */
  readonly hasLists: boolean;
}

/** What the page holds for its script. */
export interface PortfolioPage {
  readonly language: Language;
  readonly root: string;
  readonly methodologies: readonly PortfolioMethodology[];
}
