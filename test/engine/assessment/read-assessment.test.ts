import { describe, expect, it } from "vitest";
import {
  assessmentLimits,
  parseAssessment,
  readAssessment,
} from "../../../engine/assessment/read-assessment.ts";

const answers = {
  format: "answers/1",
  methodology: "EN-S-001",
  sets: { plan: { given: { boilers: [{ fuel: "coke" }] } } },
};
const record = {
  format: "assessment/1",
  title: "見本",
  as_of: "2026-11-22",
  has: ["boiler"],
  scheme: { "SCHEME-1": { applied: "2027-04-01" } },
  price: { low: "1000", high: "3000" },
  projects: [
    {
      id: "boiler",
      thing: "boiler",
      answers,
      ranges: { "boilers.fuel_use": { low: "10 t", high: "20 t" } },
      form: "program",
      verify_every: "2",
      variants: [{ id: "other", answers }],
    },
  ],
};

/** The codes and places of what is wrong. */
function faults(data: unknown): readonly string[] {
  const read = readAssessment(data);
  return read.ok ? [] : read.issues.map(({ code, path }) => `${code} ${path.join(".")}`.trim());
}

describe("a record of an assessment", () => {
  it("comes back as it was saved", () => {
    expect(parseAssessment(JSON.stringify(record))).toEqual({
      ok: true,
      value: record,
      warnings: [],
    });
  });

  it("takes flags as text, one price for both ends, and blanks for nothing", () => {
    const [project] = record.projects;
    const read = readAssessment({
      ...record,
      title: "",
      price: "2000",
      projects: [{ ...project, left_out: "true" }],
    });
    expect(read.ok && read.value.price).toEqual({ low: "2000", high: "2000" });
    expect(read.ok && read.value.projects[0]?.left_out).toBe(true);
    expect(read.ok && "title" in read.value).toBe(false);
  });

  it.each([
    ["assessment-not-read", "{"],
    ["assessment-not-read", "["],
    ["assessment-too-large", `"${"x".repeat(assessmentLimits.characters)}"`],
  ])("is refused as %s", (code, text) => {
    const read = parseAssessment(text);
    expect(read.ok ? [] : read.issues.map((issue) => issue.code)).toEqual([code]);
  });

  it.each([
    [null, "assessment-shape"],
    [[], "assessment-shape"],
    [{ format: "assessment/2" }, "assessment-format format"],
    [{}, "assessment-format format"],
    [{ ...record, as_of: "soon" }, "assessment-shape as_of"],
    [{ ...record, has: "boiler" }, "assessment-shape has"],
    [{ ...record, has: [1] }, "assessment-shape has.0"],
    [{ ...record, has: new Array(51).fill("boiler") }, "assessment-too-large has"],
    [{ ...record, price: { low: "1" } }, "assessment-shape price"],
    [{ ...record, price: 3000 }, "assessment-shape price"],
    [{ ...record, colour: "red" }, "assessment-key-unknown colour"],
    [{ ...record, scheme: "x" }, "assessment-shape scheme"],
    [{ ...record, projects: [7] }, "assessment-shape projects.0"],
    [{ ...record, projects: [{ id: "Boiler", answers }] }, "assessment-id projects.0.id"],
    [
      {
        ...record,
        projects: [
          { id: "a", answers },
          { id: "a", answers },
        ],
      },
      "assessment-id projects.1.id",
    ],
    [{ ...record, projects: [{ id: "a" }] }, "assessment-shape projects.0.answers"],
    [
      { ...record, projects: [{ id: "a", answers: { ...answers, methodology: "../x" } }] },
      "assessment-shape projects.0.answers.methodology",
    ],
    [
      { ...record, projects: [{ id: "a", answers: { ...answers, sets: {} } }] },
      "assessment-shape projects.0.answers.sets.plan",
    ],
    [
      {
        ...record,
        projects: [{ id: "a", answers: { ...answers, sets: { plan: { given: { heat: 3.5 } } } } }],
      },
      "assessment-shape projects.0.answers.sets.plan.given.heat",
    ],
    [
      { ...record, projects: [{ id: "a", answers, verify_every: "0" }] },
      "assessment-figure projects.0.verify_every",
    ],
    [
      { ...record, projects: [{ id: "a", answers, form: "both" }] },
      "assessment-shape projects.0.form",
    ],
    [
      { ...record, projects: [{ id: "a", answers, variants: [{ id: "a", answers }] }] },
      "assessment-id projects.0.variants.0.id",
    ],
  ])("is told what is wrong: %#", (data, fault) => {
    expect(faults(data)).toContain(fault);
  });

  it("is bounded in depth and entries", () => {
    let deep: unknown = "x";
    for (let depth = 0; depth < 30; depth += 1) deep = { deep };
    expect(faults({ ...record, scheme: deep })).toEqual(["assessment-not-read"]);
    const many = Object.fromEntries(Array.from({ length: 50_001 }, (_, at) => [`a${at}`, "x"]));
    expect(faults({ ...record, scheme: { "SCHEME-1": many } })).toEqual(["assessment-too-large"]);
  });

  it("keeps no prototype of its own making", () => {
    const text = JSON.stringify(record).replace('"fuel"', '"__proto__"');
    const read = parseAssessment(text);
    const given = read.ok ? read.value.projects[0]?.answers.sets.plan?.given : undefined;
    const [item] = (given?.boilers ?? []) as readonly object[];
    expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
  });
});
