import { describe, expect, it, vi } from "vitest";
import type { Issue } from "../../../engine/issue.ts";
import { fail, ok } from "../../../engine/issue.ts";
import { answersLane } from "../../../engine/lanes/answers.ts";
import { everyLane } from "../../../engine/lanes/every-lane.ts";
import { assessment as easy } from "../../../engine/locales/ja-easy/assessment.ts";
import type { Figures } from "../../../engine/methodology/join-parts.ts";
import { decimalLane } from "../../../engine/quantity/decimal.ts";
import { createAssessmentService, loadGuide } from "../../../engine/service/assessment.ts";
import { describeAssessmentIssue } from "../../../engine/service/assessment-sentences.ts";
import type { LoadEdition } from "../../../engine/service/editions.ts";
import type { Manifest } from "../../../engine/service/protocol.ts";
import { asOf, assessorHere, guideRead, theCall } from "../../support/assessor.ts";
import { readBuilt } from "../../support/built.ts";
import { faultsOfEasy } from "../../support/easy-japanese.ts";

const built = (path: string) => JSON.parse(readBuilt(`methodologies/${path}`));

/** Editions as pages load them, in parts. */
const load: LoadEdition = async (id) => {
  const edition = (built("manifest.json") as Manifest).newest[id];
  if (edition === undefined) {
    const facts = { edition: id };
    return fail([{ code: "edition-unknown", severity: "error", path: [], facts }]);
  }
  return ok({
    figures: built(`${edition}/figures.json`) as Figures,
    part: async (table) =>
      ok(built(table === undefined ? `${edition}/words.json` : `${edition}/tables/${table}.json`)),
  });
};

const bring = async () => ({ ...everyLane, answers: answersLane, decimal: decimalLane });

describe("the assessment of a page", () => {
  it("comes to the same from the parts that pages load", async () => {
    const here = assessorHere();
    const there = createAssessmentService({ guide: guideRead(), load, bring, asOf });
    const record = await theCall(here, { price: { low: "1000", high: "2000" } });
    const [mine, other] = [await here.assess(record), await there.assess(record)];
    expect(other.totals).toEqual(mine.totals);
    expect(other.identities.map(({ hash }) => hash)).toEqual(
      mine.identities.map(({ hash }) => hash),
    );
    expect(other.projects.map(({ years, status }) => [status, years])).toEqual(
      mine.projects.map(({ years, status }) => [status, years]),
    );
    expect(
      other.projects.map(({ checks }) => checks.map(({ id, outcome }) => [id, outcome])),
    ).toEqual(mine.projects.map(({ checks }) => checks.map(({ id, outcome }) => [id, outcome])));
    const questions = await there.nextQuestions(record, { project: "roof" });
    expect(questions.ok ? questions.value[0] : questions).toMatchObject({
      place: "members[1].self_amount",
      label: { en: "Metered self-consumption" },
    });
  }, 120_000);

  it("tells of an edition that cannot be had, with the project that it concerns", async () => {
    const record = await theCall(assessorHere());
    const away: LoadEdition = async (id) =>
      id === "EN-R-002"
        ? fail([
            {
              code: "edition-unreachable",
              severity: "error",
              path: [],
              facts: { edition: id, reason: "network" },
            },
          ])
        : load(id);
    const service = createAssessmentService({ guide: guideRead(), load: away, bring, asOf });
    const { projects, totals } = await service.assess(record);
    expect(projects.map(({ id, status }) => [id, status])).toEqual([
      ["boiler", "ready"],
      ["roof", "failed"],
      ["cedar_forest", "ready"],
    ]);
    expect(projects[1]?.issues[0]?.code).toBe("edition-unreachable");
    expect(totals.projects).toEqual(["boiler", "cedar_forest"]);
  }, 120_000);

  it("takes the guide from beside the methodologies", async () => {
    const text = readBuilt("methodologies/assessment.json");
    vi.stubGlobal("fetch", async (address: string) =>
      address === "https://x.test/m/assessment.json"
        ? new Response(text)
        : new Response("", { status: 404 }),
    );
    expect(await loadGuide("https://x.test/m/")).toEqual({
      ok: true,
      value: guideRead(),
      warnings: [],
    });
    expect(await loadGuide("https://x.test/")).toMatchObject({
      ok: false,
      issues: [{ code: "edition-unreachable" }],
    });
    vi.unstubAllGlobals();
  });
});

const issues: readonly Issue[] = (
  [
    ["answer-place-unknown", { place: "x" }],
    ["output-unknown", { output: "x", known: ["y"] }],
    ["output-without-value", { output: "x", missing: ["y"] }],
    ["output-without-value", { output: "x", missing: [] }],
    ["goal-figure", { found: "x", unit: "t" }],
    ["grid-of-answers", { from: "1", to: "2", step: "3", count: "", most: "9" }],
    ["assessment-not-read", { reason: "json" }],
    ["assessment-not-read", { reason: "depth" }],
    ["assessment-too-large", { measure: "projects", limit: "20" }],
    ["assessment-format", { found: "x" }],
    ["assessment-shape", { expected: "ends", found: "x" }],
    ["assessment-key-unknown", { found: "x", known: ["y"] }],
    ["assessment-id", { found: "x", isTwice: true }],
    ["assessment-id", { found: "X", isTwice: false }],
    ["assessment-thing-unknown", { found: "x", known: ["y"] }],
    ["assessment-methodology-unknown", { found: "x", known: ["y"] }],
    ["assessment-project-unknown", { found: "x", known: [] }],
    ["assessment-project-unknown", { found: "x", known: ["y"] }],
    ["assessment-figure", { found: "x", example: "2" }],
  ] as const
).map(([code, facts]) => ({ code, severity: "error", path: [], facts }) as Issue);

describe("sentences of an assessment", () => {
  it.each(issues)("has one for $code in every language", (issue) => {
    const told = (["en", "ja", "ja_easy"] as const).map((one) =>
      describeAssessmentIssue(issue, one),
    );
    expect(told.join(" ")).not.toMatch(/undefined|\[object/);
    expect(new Set(told).size).toBe(3);
    expect(faultsOfEasy(told[2] ?? "")).toEqual([]);
  });

  it("are there for all of its codes", () => {
    const codes = new Set(issues.map(({ code }) => code));
    expect(Object.keys(easy).filter((code) => !codes.has(code as Issue["code"]))).toEqual([]);
  });

  it("leaves others to the calculators", () => {
    const issue: Issue = { code: "aborted", severity: "error", path: [], facts: {} };
    expect(describeAssessmentIssue(issue, "en")).toContain("called off");
    expect(describeAssessmentIssue(issue, "ja_easy")).toContain("《");
  });
});
