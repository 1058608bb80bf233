import { renderToString } from "preact-render-to-string";
import type { RenderedPage } from "../build/page.ts";
import { wordsEn } from "../pages/words-en.ts";
import { wordsJa } from "../pages/words-ja.ts";
import { AssessmentSite } from "./assessment-site.tsx";
import type { AssessmentPageData } from "./page-data.ts";
import { assessmentWords } from "./words.ts";

/** The page of an assessment as it is first painted: what an applicant may have, to be ticked. */
export function renderAssessment(page: AssessmentPageData): RenderedPage {
  const { title, intro } = assessmentWords[page.language];
  const { name } = page.language === "en" ? wordsEn : wordsJa;
  const body = `<div id="site">${renderToString(<AssessmentSite page={page} />)}</div>`;
  return { title: `${title} | ${name}`, description: intro, body };
}
