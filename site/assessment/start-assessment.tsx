import { hydrate } from "preact";
import type { Form } from "../../engine/methodology/form.ts";
import { createAssessorClient } from "../../engine/service/assessor-client.ts";
import { today } from "../../widgets/calculator/today.ts";
import { AssessmentSite } from "./assessment-site.tsx";
import "./assessment.css";
import { AssessorContext } from "./assessor-context.ts";
import { assessorEngine } from "./engine.ts";
import type { AssessmentPageData } from "./page-data.ts";
import { thingField } from "./things.tsx";

/** The things that were ticked before this script came, or that the browser has put back. */
function tickedIn(root: HTMLElement, { guide }: AssessmentPageData): readonly string[] {
  return Object.keys(guide.things).filter((thing) => {
    const box = root.querySelector(`#${thingField(thing)}`);
    return box instanceof HTMLInputElement && box.checked;
  });
}

/** The script of the page of an assessment. */
function start(): void {
  const data = document.getElementById("page")?.textContent;
  const root = document.getElementById("site");
  if (data == null || root === null) return;
  const page: AssessmentPageData = JSON.parse(data);
  const methodologies = new URL(`${page.root}methodologies/`, location.href).href;
  const loadForm = async (methodology: string): Promise<Form | undefined> => {
    const edition = Object.hasOwn(page.newest, methodology) && page.newest[methodology];
    if (!edition) return undefined;
    const answer = await fetch(`${methodologies}${edition}/form.json`, { credentials: "omit" });
    if (!answer.ok) throw new Error(`no form: ${answer.status}`);
    return await answer.json();
  };
  const client = createAssessorClient(assessorEngine);
  hydrate(
    <AssessorContext.Provider value={{ client, loadForm, today: today() }}>
      <AssessmentSite page={page} ticked={tickedIn(root, page)} />
    </AssessorContext.Provider>,
    root,
  );
}

start();
