import { readFileSync } from "node:fs";
import type { AssessmentRecord, Assessor, Given } from "../../engine/assessment/assessment.ts";
import { createAssessor } from "../../engine/assessment/assessor.ts";
import { libraryAt } from "../../engine/cli/load.ts";
import { openMethodology } from "../../engine/cli/open.ts";
import { ok, type Result } from "../../engine/issue.ts";
import type { Guide } from "../../engine/methodology/guide-schema.ts";
import { readGuide } from "../../engine/methodology/read-guide.ts";
import type { Plan } from "../../engine/plan.ts";

const root = "methodologies";

/** The guide of the repository. */
export function guideRead(): Guide {
  const guide = readGuide(readFileSync(`${root}/assessment.yaml`, "utf8"), "assessment.yaml");
  if (!guide.ok) throw new Error(JSON.stringify(guide.issues));
  return guide.value;
}

const opened = new Map<string, Promise<Result<Plan>>>();

/** The newest edition of a methodology of the repository, checked and compiled once. */
export function openPlan(id: string): Promise<Result<Plan>> {
  const known = opened.get(id) ?? openOnce(id);
  opened.set(id, known);
  return known;
}

async function openOnce(id: string): Promise<Result<Plan>> {
  const found = await openMethodology(libraryAt(root), id);
  return found.ok ? ok(found.value.plan) : found;
}

export const asOf = "2026-11-22";

export function assessorHere(guide: Guide = guideRead()): Assessor {
  return createAssessor({ guide, open: openPlan, asOf });
}

/** A record that starts from things, with answers put into its projects by id: top answers, and fields of the first item. */
export async function startedWith(
  assessor: Assessor,
  things: Readonly<Record<string, { readonly top?: Given; readonly item?: Given }>>,
  more: Partial<AssessmentRecord> = {},
): Promise<AssessmentRecord> {
  const started = await assessor.start(Object.keys(things), { asOf });
  if (!started.ok) throw new Error(JSON.stringify(started.issues));
  const projects = started.value.projects.map((project) => {
    const { top = {}, item = {} } = things[project.thing ?? ""] ?? {};
    const given: Record<string, Given[string]> = {
      ...project.answers.sets.plan?.given,
      ...top,
    };
    for (const [id, answer] of Object.entries(given)) {
      if (!Array.isArray(answer) || Object.keys(item).length === 0) continue;
      const [first, ...rest] = answer;
      given[id] = [{ ...(first as Given), ...item }, ...rest];
      break;
    }
    return { ...project, answers: { ...project.answers, sets: { plan: { given } } } };
  });
  return { ...started.value, projects, ...more };
}

/** Every answer of the boiler of the call: 200 thousand m3 of city gas in place of heavy oil. */
export const boiler: Given = {
  fuel: "city_gas",
  baseline_fuel: "heavy_oil_a",
  fuel_use: "200 kNm3",
  used_on_site: "true",
  basis: "hhv",
  baseline_basis: "hhv",
  efficiency_hhv: "90 %",
  old_efficiency_hhv: "80 %",
  standard_efficiency_hhv: "85 %",
  old_installed: "2005-04-01",
  durable_years: "15 yr",
  old_broken: "false",
  old_efficiency_known: "true",
  old_supplies_enough: "true",
  new_capacity: "1000 kW",
  old_capacity: "1000 kW",
};

export const roof: Given = {
  capacity: "100 kW",
  used_on_site: "true",
  has_battery: "false",
  sector: "business",
};

export const cedar: Given = {
  area: "160 ha",
  prefecture: "tochigi",
  register_age: "40 yr",
  worked_since_1990: "true",
};

export const cedarPlan: Given = {
  scope: "all_owned",
  plan_valid: "true",
  permanence_promised: "true",
};

/** The call that the assessment is made for: an old boiler, a roof, 160 ha of cedar. */
export function theCall(
  assessor: Assessor,
  more: Partial<AssessmentRecord> = {},
): Promise<AssessmentRecord> {
  return startedWith(
    assessor,
    {
      boiler: { item: boiler },
      roof: { item: roof },
      cedar_forest: { top: cedarPlan, item: cedar },
    },
    more,
  );
}
