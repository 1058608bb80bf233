import { describe, expect, it } from "vitest";
import { check } from "../../engine/check.ts";
import { compile } from "../../engine/compile.ts";
import type { Issue } from "../../engine/issue.ts";
import type { MethodologyData } from "../../engine/methodology/schema.ts";
import { parse } from "../../engine/parse.ts";
import type { Plan } from "../../engine/plan.ts";
import { coverageOf } from "../../engine/proof/coverage.ts";
import { holdLaws } from "../../engine/proof/laws.ts";
import { holdWorkedTests } from "../../engine/proof/worked-tests.ts";
import { decimalLane } from "../../engine/quantity/decimal.ts";
import { read } from "../../engine/read.ts";
import { run } from "../../engine/run.ts";
import { methodologies, methodologyInput } from "../support/editions.ts";

interface Opened {
  readonly data: MethodologyData;
  readonly plan: Plan;
  readonly warnings: readonly Issue[];
  readonly notes: string;
}

const asOf = "2026-11-22";

async function open(id: string, version: string): Promise<Opened> {
  const methodology = await read(await methodologyInput(id, version));
  if (!methodology.ok) throw new Error(words(methodology.issues));
  const parsed = parse(methodology.value);
  if (!parsed.ok) throw new Error(words(parsed.issues));
  const checked = check(parsed.value);
  if (!checked.ok) throw new Error(words(checked.issues));
  const plan = compile(checked.value.tree, "", { decimal: decimalLane });
  const { data, notes = "" } = methodology.value;
  return { data, plan, notes, warnings: checked.warnings };
}

function words(issues: readonly Issue[]): string {
  return issues
    .map(({ code, file, span }) => `${code} ${file ?? ""}:${span?.line ?? ""}`)
    .join("\n");
}

const editions = await methodologies();

describe.each(editions)("%s %s", async (id, version) => {
  const { data, plan, notes, warnings } = await open(id, version);

  it("stands in the folder of its id and version", () => {
    expect([data.id, data.version]).toEqual([id, version]);
  });

  it("is read, parsed and checked without a label or source missing", () => {
    const known = ["year-gap", "years-end", "fractions-grow"];
    expect(words(warnings.filter(({ code }) => !known.includes(code)))).toBe("");
  });

  it("holds every worked test", () => {
    const reports = holdWorkedTests(plan, data, asOf);
    expect(reports.length).toBeGreaterThanOrEqual(8);
    expect(reports.filter(({ holds }) => !holds)).toEqual([]);
  });

  it("holds every law", () => {
    expect(holdLaws(plan, data, asOf).filter(({ holds }) => !holds)).toEqual([]);
  });

  it("reaches every branch in its tests", () => {
    const { branches } = coverageOf(plan, data, asOf);
    expect(branches.reached).toBe(branches.all);
  });

  it("has the working of its tests in its notes", () => {
    expect(notes).toContain("## Readings");
    expect(notes).toContain("## Working of the tests");
  });
});

it("reaches every row of the shared fuel and grid tables", async () => {
  const { data, plan } = await open("EN-S-001", "1.0-r1");
  expect(coverageOf(plan, data, asOf).gaps).toEqual([]);
});

it("keeps planned and actual meetings apart in one record", async () => {
  const { plan } = await open("MEETING-1", "1.0-r1");
  const sets = {
    plan: { given: { people: "20", room_area: "50 m2", room_hours: "2 h" } },
    actual: { given: { people: "16", room_area: "50 m2", room_hours: "2.5 h" } },
  };
  const reply = run(plan, { format: "answers/1", methodology: "MEETING-1", sets }, { asOf });
  const totalOf = (set: "plan" | "actual"): string | undefined =>
    reply.sets[set]?.result?.results.total?.value;
  expect([totalOf("plan"), totalOf("actual")]).toEqual(["3.7224", "4.653"]);
});

it("lists the year that stands in for one that a table does not have", async () => {
  const { plan } = await open("MEETING-1", "1.0-r1");
  const given = { people: "20", room_area: "50 m2", room_hours: "2 h", factor_year: "FY2018" };
  const reply = run(
    plan,
    { format: "answers/1", methodology: "MEETING-1", sets: { plan: { given } } },
    { asOf },
  );
  const carried = reply.sets.plan?.result?.unconfirmed.filter(
    ({ kind }) => kind === "carried_over",
  );
  expect(carried?.map(({ id, value }) => [id, value])).toEqual([
    ["meeting_electricity.average", "0.53"],
  ]);
});
