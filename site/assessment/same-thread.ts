import { type AssessorService, assessorService } from "../../engine/service/assessor-worker.ts";
import { loadAssessor } from "./load-assessor.ts";

/** The assessor on the page's own thread, for a page whose worker is refused. This script stands in `assets/`, too. */
export function createSameThreadAssessor(): AssessorService {
  return assessorService(loadAssessor(new URL("../methodologies/", import.meta.url).href));
}
