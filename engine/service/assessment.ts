import type { Assessor } from "../assessment/assessment.ts";
import { createAssessor } from "../assessment/assessor.ts";
import type { Result } from "../issue.ts";
import type { LaneName, Lanes } from "../lanes/lanes.ts";
import type { Guide } from "../methodology/guide-schema.ts";
import { fetchFormat, type LoadEdition } from "./editions.ts";
import { openEdition } from "./open-edition.ts";

export { parseAssessment, readAssessment } from "../assessment/read-assessment.ts";

export interface AssessmentParts {
  readonly guide: Guide;
  readonly load: LoadEdition;
  /** Brings parts of the engine, as for `createService`. */
  readonly bring: (names: readonly LaneName[]) => Promise<Lanes>;
  /** The day that stands in where a record names none. */
  readonly asOf: string;
}

/** What range mode, a reader and answers with ends need, besides what an edition names. */
const lanes: readonly LaneName[] = ["answers", "issues", "range", "words"];

/**
 * Assesses what one applicant has, on a page or in a worker: editions are loaded as the calculators load them, the newest of
 * each, and kept.
 *
 * Errors: `edition-unreachable` and the like are issues of the projects that they concern.
 */
export function createAssessmentService({ guide, load, bring, asOf }: AssessmentParts): Assessor {
  return createAssessor({
    guide,
    asOf,
    open: (id) => openEdition(() => load(id), bring).plan({ lanes, tables: "all", words: true }),
  });
}

/**
 * Loads the guide from where the methodologies are, `…/methodologies/`.
 *
 * Errors: `edition-unreachable`, `edition-too-large` and `edition-changed`, with `assessment.json` for the edition.
 */
export async function loadGuide(base: string): Promise<Result<Guide>> {
  const name = "assessment.json";
  const guide = await fetchFormat(`${base}${name}`, name, "assessment-guide/1");
  return guide as Result<Guide>;
}
