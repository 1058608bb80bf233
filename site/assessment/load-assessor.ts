import type { Assessor } from "../../engine/assessment/assessment.ts";
import type { Result } from "../../engine/issue.ts";
import { createAssessmentService, loadGuide } from "../../engine/service/assessment.ts";
import { loadEditionsFrom } from "../../engine/service/editions.ts";
import { today } from "../../widgets/calculator/today.ts";
import { bringLanes } from "../lanes.ts";

/**
 * An assessor with the guide and the editions at an address, `…/methodologies/`. The guide is loaded with the first call.
 *
 * Errors: `assess` rejects while the guide cannot be had; other calls tell why. The next call tries again.
 */
export function loadAssessor(address: string): Assessor {
  const load = loadEditionsFrom(address);
  let made: Promise<Result<Assessor>> | undefined;
  const make = async (): Promise<Result<Assessor>> => {
    const guide = await loadGuide(address);
    if (!guide.ok) return guide;
    const parts = { guide: guide.value, load, bring: bringLanes, asOf: today() };
    return { ...guide, value: createAssessmentService(parts) };
  };
  const assessor = async (): Promise<Result<Assessor>> => {
    made ??= make();
    const found = await made;
    if (!found.ok) made = undefined;
    return found;
  };
  const ask = async <T>(work: (own: Assessor) => Promise<Result<T>>): Promise<Result<T>> => {
    const own = await assessor();
    return own.ok ? work(own.value) : own;
  };
  return {
    async assess(record) {
      const own = await assessor();
      if (!own.ok) throw new Error("the guide of the assessment could not be loaded");
      return own.value.assess(record);
    },
    nextQuestions: (...given) => ask((own) => own.nextQuestions(...given)),
    sensitivity: (...given) => ask((own) => own.sensitivity(...given)),
    seek: (...given) => ask((own) => own.seek(...given)),
    start: (...given) => ask((own) => own.start(...given)),
    renew: (...given) => ask((own) => own.renew(...given)),
  };
}
