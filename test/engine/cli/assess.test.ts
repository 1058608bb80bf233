import { expect, it } from "vitest";
import { santei } from "../../../engine/cli/program.ts";
import type { Language } from "../../../engine/cli/terminal.ts";

/** Types a command with the methodologies of the repository. */
async function type(line: readonly string[], input = "", language: Language = "en") {
  let out = "";
  let err = "";
  const status = await santei(line, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: async () => input,
    folder: ".",
    library: "methodologies",
    language,
  });
  return { status, out, err };
}

const started = ["assess", "--new", "roof", "--as-of", "2026-11-22"];

it("a file to start from is printed, and assessed with what it lacks", async () => {
  const made = await type(started);
  expect(made).toMatchObject({ status: 0, err: "" });
  expect(JSON.parse(made.out)).toMatchObject({
    format: "assessment/1",
    as_of: "2026-11-22",
    has: ["roof"],
    projects: [{ id: "roof", thing: "roof", answers: { methodology: "EN-R-002" } }],
  });
  const told = await type(["assess", "-"], made.out);
  expect(told).toMatchObject({ status: 0, err: "" });
  expect(told.out).toContain(
    "roof  Installation of photovoltaics (EN-R-002@3.0-r1) · answers are needed",
  );
  expect(told.out).toContain("needed: Capacity of the photovoltaics EN-R-002 members[1].capacity");
}, 60_000);

it("answers come to years, a total and next steps, in both languages and as data", async () => {
  const record = JSON.parse((await type(started)).out);
  record.price = "3000";
  Object.assign(record.projects[0].answers.sets.plan.given.members[0], {
    capacity: "100 kW",
    self_amount: "100000 kWh",
    conditioner_use: "0 kWh",
    has_battery: "false",
    used_on_site: "true",
    sector: "household",
  });
  const text = JSON.stringify(record);
  const told = await type(["assess"], text);
  // 100,000 kWh × 0.000421 t/kWh = 42.1 t, cut down to 42; 42 × 3,000 = 126,000 yen.
  expect(told.out).toMatch(/FY2027 +42 +0 +42 +126000/);
  expect(told.out).toContain("Total of roof");
  expect(told.out).toContain("STEP 4: sale of credits");
  const ja = await type(["assess", "--lang", "ja"], text);
  expect(ja.out).toContain("認証対象期間 2027-04-01 から 2035-03-31");
  expect(ja.out).toContain("STEP 4 クレジットの販売");
  const data = await type(["assess", "--json"], text);
  expect(JSON.parse(data.out).totals.sums.whole).toEqual({
    low: "336",
    high: "336",
    unit: "t-CO2",
  });
}, 60_000);

it("what is wrong is told at its place", async () => {
  expect(await type(["assess", "--new", "castle"])).toMatchObject({
    status: 1,
    out: "",
    err: expect.stringContaining("[assessment-thing-unknown] The guide knows no castle."),
  });
  expect(await type(["assess", "-"], "format: assessment/9\n")).toMatchObject({
    status: 1,
    err: expect.stringContaining("stdin:1:9: error [assessment-format]"),
  });
  const { status, err } = await type(["assess", "nowhere.yaml"], "", "ja");
  expect([status, err.includes("[file-unreadable]")]).toEqual([1, true]);
  const record = JSON.parse((await type(started)).out);
  record.projects[0].answers.sets.plan.given.members[0].capacity = "many";
  const wrong = await type(["assess"], JSON.stringify(record, null, 2));
  expect(wrong.status).toBe(1);
  expect(wrong.err).toMatch(/stdin:\d+:\d+: error \[answer-not-a-figure\]/);
}, 60_000);
