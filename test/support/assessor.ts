import { readFileSync } from "node:fs";
import type { AssessmentRecord, Assessor, Given } from "../../engine/assessment/assessment.ts";
import { createAssessor } from "../../engine/assessment/assessor.ts";
import { compile } from "../../engine/compile.ts";
import { fail, ok, type Result } from "../../engine/issue.ts";
import type { Guide } from "../../engine/methodology/guide-schema.ts";
import { readGuide } from "../../engine/methodology/read-guide.ts";
import type { Tree } from "../../engine/methodology/tree.ts";
import type { Plan } from "../../engine/plan.ts";
import { decimalLane } from "../../engine/quantity/decimal.ts";
import type { Manifest } from "../../engine/service/protocol.ts";
import { readBuilt } from "./built.ts";

/** The guide of the repository. */
export function guideRead(): Guide {
  const text = readFileSync("methodologies/assessment.yaml", "utf8");
  const guide = readGuide(text, "assessment.yaml");
  if (!guide.ok) throw new Error(JSON.stringify(guide.issues));
  return guide.value;
}

const { editions, newest } = JSON.parse(readBuilt("methodologies/manifest.json")) as Manifest;
const opened = new Map<string, Plan>();

/** The newest edition of a methodology as it was built, compiled once with everything that there is. */
export async function openPlan(id: string): Promise<Result<Plan>> {
  const edition = newest[id] ?? "";
  const known = opened.get(edition);
  if (known !== undefined) return ok(known);
  const hash = editions[edition]?.hash;
  if (hash === undefined) {
    const facts = { edition: id };
    return fail([{ code: "edition-unknown", severity: "error", path: [], facts }]);
  }
  const tree = JSON.parse(readBuilt(`methodologies/${edition}/tree.json`)) as Tree;
  const plan = compile(tree, hash, { decimal: decimalLane });
  opened.set(edition, plan);
  return ok(plan);
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
