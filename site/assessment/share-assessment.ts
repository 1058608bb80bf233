import type { AssessmentRecord } from "../../engine/assessment/assessment.ts";
import type { ShareProblem } from "../../widgets/out/share-code.ts";
import { packText, unpackText } from "../../widgets/out/share-code.ts";
import type { Language } from "../build/page.ts";

/** The start of a fragment that holds an assessment. A fragment is not sent to any server. */
export const assessmentStart = "#assessment=";

/** The fragment of a link that opens with this record. */
export function assessmentFragment(record: AssessmentRecord): string {
  return assessmentStart + packText(JSON.stringify(record));
}

/** The address of the page of an assessment in a language. */
export function assessmentAddress(home: string, language: Language): string {
  return `${home}${language === "en" ? "en/" : ""}assessment/`;
}

export type UnpackedAssessment =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: ShareProblem };

/** The text of the record in a fragment. Errors: why it cannot be unpacked. Nothing in the text is trusted. */
export function textOfFragment(fragment: string): UnpackedAssessment {
  return unpackText(fragment.slice(assessmentStart.length));
}
