import type { Guide } from "../../engine/methodology/guide-schema.ts";
import type { Language } from "../build/page.ts";

/** What the page of an assessment holds for its script. */
export interface AssessmentPageData {
  readonly language: Language;
  /** Relative link to the root of the site. */
  readonly root: string;
  /** The newest edition by methodology id: `EN-S-001` → `EN-S-001@1.0-r1`. */
  readonly newest: Readonly<Record<string, string>>;
  /** What an applicant may have, and which questions come first. */
  readonly guide: Guide;
}
