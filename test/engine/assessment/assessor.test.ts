import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type {
  AssessmentRecord,
  AssessmentResult,
  Given,
  ProjectRecord,
  ProjectResult,
} from "../../../engine/assessment/assessment.ts";
import { compare, exact, multiply } from "../../../engine/quantity/exact.ts";
import { asOf, assessorHere, openPlan, startedWith, theCall } from "../../support/assessor.ts";

const assessor = assessorHere();
const price = { low: "1500 JPY/t-CO2", high: "8000" };

let record: AssessmentRecord;
let result: AssessmentResult;

beforeAll(async () => {
  record = await theCall(assessor, {
    price,
    scheme: { "SCHEME-3": { proponent: "non_participant" } },
  });
  result = await assessor.assess(record);
}, 60_000);

const projectOf = (id: string, of: AssessmentResult = result): ProjectResult => {
  const found = of.projects.find((project) => project.id === id);
  if (found === undefined) throw new Error(`there is no project ${id}`);
  return found;
};
const wholeOf = ({ years }: Pick<ProjectResult, "years">) =>
  years.map(({ whole }) =>
    whole?.low === whole?.high ? whole?.low : `${whole?.low}..${whole?.high}`,
  );
const outcomeOf = (id: string, check: string) =>
  projectOf(id).checks.find((one) => one.id === check)?.outcome;

/** A project of the record with other top answers or answers of its first item. */
function changed(
  id: string,
  { list = "", item = {}, top = {} }: { list?: string; item?: Given; top?: Given },
): AssessmentRecord {
  const projects = record.projects.map((project): ProjectRecord => {
    if (project.id !== id) return project;
    const given: Given = project.answers.sets.plan?.given ?? {};
    const [first] = (given[list] ?? []) as readonly Given[];
    const items = list === "" ? {} : { [list]: [{ ...first, ...item }] };
    const plan = { given: { ...given, ...top, ...items } };
    return { ...project, answers: { ...project.answers, sets: { plan } } };
  });
  return { ...record, projects };
}

/*
 * By hand, from the methodologies' own coefficients, carried over from the last year that is known:
 *
 * boiler  heat = 200 kNm3 × 44.0 GJ/kNm3 × 0.90 = 7,920 GJ
 *         baseline = 7,920 / 0.80 × 0.0708 t/GJ (heavy oil A) = 700.92 t
 *         project = 200 × 44.0 × 0.0517 t/GJ (city gas) = 454.96 t
 *         reduction = 245.96 t, cut down to 245; 8 × 245 = 1,960
 * roof    100 kW × 200 to 1,500 kWh × 0.000421 t/kWh = 8.42 to 63.15 t,
 *         less 0 to 1,000 kWh of the power conditioner = 0 to 0.421 t: 7.999 to 63.15, cut down to 7 and 63
 * cedar   growth of 40 to 45 years: (395.13 − 355.65) / 5 = 7.896 m3/ha, of 45 to 50 years: (428.87 − 395.13) / 5 = 6.748
 *         160 ha × 7.896 × 0.314 × 1.23 × (1 + 0.25) × 0.51 × 44/12 = 1,140.54782688 t; with 6.748: 974.72…
 *         buffer: 3 % of 1,140 = 34.2 → 34, of 974 = 29.22 → 29; received: 1,106 and 945
 */
describe("the call of an old boiler, a roof and 160 ha of cedar", () => {
  it("has the crediting period that the rules give from next April", () => {
    expect(projectOf("boiler").period).toMatchObject({
      from: "2027-04-01",
      to: "2035-03-31",
      years: ["FY2027", "FY2028", "FY2029", "FY2030", "FY2031", "FY2032", "FY2033", "FY2034"],
    });
    expect(result.projects.map(({ id, status }) => [id, status])).toEqual([
      ["boiler", "ready"],
      ["roof", "ready"],
      ["cedar_forest", "ready"],
    ]);
  });

  // FY2029 is cut in two where the power has been on for 30 months.
  it("comes to what was worked out by hand, by project and year", () => {
    expect(wholeOf(projectOf("boiler"))).toEqual(new Array(8).fill("245"));
    expect(projectOf("boiler").years[0]?.unrounded).toEqual({
      low: "245.96",
      high: "245.96",
      unit: "t-CO2",
    });
    expect(projectOf("boiler").sums?.whole).toEqual({ low: "1960", high: "1960", unit: "t-CO2" });
    expect(wholeOf(projectOf("roof"))).toEqual(new Array(8).fill("7..63"));
    expect(projectOf("roof").years[2]?.unrounded).toEqual({
      low: "7.999",
      high: "63.15",
      unit: "t-CO2",
    });
    expect(wholeOf(projectOf("cedar_forest"))).toEqual([
      ...new Array(5).fill("1140"),
      ...new Array(3).fill("974"),
    ]);
    expect(projectOf("cedar_forest").years[0]?.unrounded?.low).toBe("1140.54782688");
  });

  it("holds back the buffer of the forest year by year, and of nothing else", () => {
    expect(
      projectOf("cedar_forest").years.map(({ buffer, received }) => [buffer?.low, received?.low]),
    ).toEqual([...new Array(5).fill(["34", "1106"]), ...new Array(3).fill(["29", "945"])]);
    expect(projectOf("cedar_forest").sums?.received.low).toBe("8365");
    expect(projectOf("boiler").sums?.buffer.high).toBe("0");
  });

  it("adds whole tonnes of the methodologies and says by which rule", () => {
    // 245 + 7 + 1140 = 1392 and 245 + 63 + 1140 = 1448; 245 + 7 + 974 = 1226.
    expect(wholeOf(result.totals as never)).toEqual([
      ...new Array(5).fill("1392..1448"),
      ...new Array(3).fill("1226..1282"),
    ]);
    expect(result.totals.sums?.received).toEqual({ low: "10381", high: "10829", unit: "t-CO2" });
    expect(result.totals.rule).toMatchObject({ provenance: "derived", source: { clause: "2.6" } });
  });

  it("reckons revenue, review cost and net over the years", () => {
    const { years, money } = projectOf("boiler");
    // 245 × 1,500 and 245 × 8,000.
    expect(years[0]?.revenue).toEqual({ low: "367500", high: "1960000", unit: "JPY" });
    // Of the lowest fee, 510,621, support leaves a tenth; of the highest, 863,515, all is left without support.
    expect(money.reviews[0]).toMatchObject({
      id: "validation",
      own: { low: "51062.1", high: "863515" },
      support: { low: "0", high: "600000" },
    });
    // In the first year validation and, at the worst, a verification of 560,945.
    expect(years[0]?.reviewCost).toEqual({ low: "51062.1", high: "1424460", unit: "JPY" });
    expect(years[0]?.net).toEqual({ low: "-1056960", high: "1908937.9", unit: "JPY" });
    expect(years[7]?.reviewCost).toEqual({ low: "17333.3", high: "560945", unit: "JPY" });
    // 8 × 1,960,000 − 51,062.1 − 17,333.3.
    expect(years[7]?.cumulated?.high).toBe("15611604.6");
    expect(money.paidBy).toEqual({ earliest: "FY2027", latest: null });
    expect(money.verifications).toEqual({ low: "1", high: "8", unit: "1" });
  });

  it("checks conditions by the methodologies and the rules, and says what an open one waits for", () => {
    expect(outcomeOf("boiler", "EN-S-001.better_boiler_or_fuel")).toBe("holds");
    expect(outcomeOf("cedar_forest", "FO-001.has_plan")).toBe("holds");
    expect(outcomeOf("cedar_forest", "FO-001.official_tables")).toBe("unknown");
    expect(outcomeOf("roof", "SCHEME-2.plan_support")).toBe("fails");
    const check = projectOf("boiler").checks.find(({ id }) => id === "SCHEME-1.recent_enough");
    expect(check).toMatchObject({
      outcome: "unknown",
      weight: "condition",
      missing: [{ methodology: "SCHEME-1", input: "implemented" }],
      source: { clause: "3.1.3 ②" },
      edition: "SCHEME-1@1.0-r1",
    });
    // Two years do not bind forests, permanence binds nothing else.
    expect(outcomeOf("cedar_forest", "SCHEME-1.recent_enough")).toBeUndefined();
    expect(outcomeOf("boiler", "SCHEME-1.is_permanent")).toBeUndefined();
  });

  it("tells uses by proponent and kind", () => {
    const usesOf = (id: string) => projectOf(id).uses.map(({ open }) => open);
    expect(usesOf("boiler")).toEqual(["open", "open", "open", "open"]);
    expect(usesOf("roof")).toEqual(["open", "open", "closed", "open"]);
    expect(usesOf("cedar_forest")).toEqual(["closed", "open", "closed", "open"]);
  });

  it("lists what stood in, what is carried over and what is not confirmed", () => {
    const { assumptions, unconfirmed, monitoring } = projectOf("roof");
    expect(assumptions).toContainEqual(
      expect.objectContaining({
        kind: "range",
        input: "members.self_amount",
        value: "20000 kWh–150000 kWh",
        provenance: "unconfirmed",
      }),
    );
    expect(assumptions.map(({ kind, value }) => [kind, value])).toContainEqual([
      "carried_over",
      "FY2027–FY2034 (FY2023) 0.000421",
    ]);
    expect(assumptions.map(({ kind }) => kind)).toContain("typical_year");
    expect(assumptions.find(({ input }) => input === "edition")?.members?.[0]?.en).toContain(
      "2022-08-05",
    );
    expect(unconfirmed.every(({ provenance }) => provenance !== "confirmed")).toBe(true);
    expect(monitoring.find(({ input }) => input === "members.self_amount")?.class).toBe("B");
  });

  it("names every edition, and passes a worker as it is", () => {
    expect(result.identities.map(({ edition }) => edition)).toEqual([
      "EN-R-002@3.0-r1",
      "EN-S-001@1.0-r1",
      "FO-001@2022.8-r1",
      "SCHEME-1@1.0-r1",
      "SCHEME-2@1.0-r1",
      "SCHEME-3@1.0-r1",
    ]);
    expect(result.identities.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect(structuredClone(result)).toEqual(result);
    expect(result.steps.map(({ id }) => id)).toEqual([
      "step_0",
      "step_1",
      "step_2",
      "step_3",
      "step_4",
    ]);
  });
});

describe("an assessment", () => {
  it("holds every point result of answers inside its ends", async () => {
    const ends = { efficiency_hhv: "", old_efficiency_hhv: "", standard_efficiency_hhv: "" };
    const open = projectOf(
      "boiler",
      await assessor.assess(changed("boiler", { list: "boilers", item: ends })),
    );
    const [year] = open.years;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 800, max: 1000 }),
        fc.integer({ min: 600, max: 950 }),
        fc.integer({ min: 750, max: 950 }),
        async (efficiency, old, standard) => {
          const percent = (tenths: number) => `${Math.floor(tenths / 10)}.${tenths % 10} %`;
          const item = {
            efficiency_hhv: percent(efficiency),
            old_efficiency_hhv: percent(old),
            standard_efficiency_hhv: percent(standard),
          };
          const point = projectOf(
            "boiler",
            await assessor.assess(changed("boiler", { list: "boilers", item })),
          );
          for (const name of ["unrounded", "whole", "received"] as const) {
            const value = exact(point.years[0]?.[name]?.low ?? "");
            expect(compare(exact(year?.[name]?.low ?? ""), value)).toBeLessThanOrEqual(0);
            expect(compare(value, exact(year?.[name]?.high ?? ""))).toBeLessThanOrEqual(0);
          }
        },
      ),
      { numRuns: 4 },
    );
  }, 120_000);

  it("compares variants and adds none", async () => {
    const [first, ...rest] = record.projects as [ProjectRecord, ...ProjectRecord[]];
    const bigger = changed("boiler", { list: "boilers", item: { fuel_use: "400 kNm3" } })
      .projects[0];
    const variant = { ...(bigger as ProjectRecord), id: "bigger" };
    const varied = await assessor.assess({
      ...record,
      projects: [{ ...first, variants: [variant] }, ...rest],
    });
    // 2 × 245.96 = 491.92.
    expect(wholeOf(projectOf("boiler", varied).variants[0] as never)[0]).toBe("491");
    expect(varied.totals.sums).toEqual(result.totals.sums);
  }, 60_000);

  it("adds projects of one methodology before it cuts them down", async () => {
    const [first] = record.projects as [ProjectRecord];
    const twice = await assessor.assess({
      ...record,
      projects: [first, { ...first, id: "second" }],
    });
    // 245.96 + 245.96 = 491.92 → 491, not 245 + 245.
    expect(twice.totals.years[0]?.whole.low).toBe("491");
    expect(twice.totals.projects).toEqual(["boiler", "second"]);
  }, 60_000);

  it("leaves out what is left out, and what does not apply", async () => {
    const [first, ...rest] = record.projects as [ProjectRecord, ...ProjectRecord[]];
    const without = await assessor.assess({
      ...record,
      projects: [{ ...first, left_out: true }, ...rest],
    });
    expect(without.totals.projects).toEqual(["roof", "cedar_forest"]);
    const unfit = await assessor.assess(
      changed("boiler", { list: "boilers", item: { used_on_site: "false" } }),
    );
    expect(projectOf("boiler", unfit)).toMatchObject({ status: "does_not_apply" });
    expect(wholeOf(projectOf("boiler", unfit))[0]).toBe("245");
    expect(unfit.totals.projects).toEqual(["roof", "cedar_forest"]);
  }, 60_000);

  it("warns where two projects may count one effect twice", async () => {
    const both = await startedWith(assessor, { boiler: {}, wood_fuel: {}, roof: {} });
    const { overlaps } = await assessor.assess(both);
    expect(overlaps.map(({ id, projects }) => [id, projects])).toEqual([
      ["boiler_wood", ["boiler", "wood_fuel"]],
    ]);
    expect(overlaps[0]?.source).toMatchObject({ document: "outline", clause: "1.5.1" });
  }, 60_000);

  it("has no money without a price, and none of a price that is no figure", async () => {
    const { price: none, ...free } = record;
    const unpriced = await assessor.assess(free);
    expect(projectOf("boiler", unpriced).years[0]?.revenue).toBeUndefined();
    const wrong = await assessor.assess({ ...record, price: { low: "cheap", high: "-1" } });
    expect(wrong.issues.map(({ code, path }) => [code, path])).toEqual([
      ["assessment-figure", ["price", "low"]],
      ["assessment-figure", ["price", "high"]],
    ]);
    expect(wrong.totals.net).toBeUndefined();
  }, 60_000);

  it("takes verification as often as is answered", async () => {
    const [first] = record.projects as [ProjectRecord];
    const two = await assessor.assess({ ...record, projects: [{ ...first, verify_every: "3" }] });
    const costs = projectOf("boiler", two).years.map(({ reviewCost }) => reviewCost?.high);
    // After the third, the sixth and the last year.
    expect(costs).toEqual(["863515", "0", "560945", "0", "0", "560945", "0", "560945"]);
    expect(projectOf("boiler", two).money.verifications?.low).toBe("3");
  }, 60_000);

  it("takes ends of one's own before those of the guide", async () => {
    const open = changed("boiler", { list: "boilers", item: { fuel_use: "" } });
    const [first] = open.projects as [ProjectRecord];
    const ranges = { "boilers.fuel_use": { low: "100 kNm3", high: "200 kNm3" } };
    const ranged = await assessor.assess({ ...open, projects: [{ ...first, ranges }] });
    // Half of 245.96 is 122.98.
    expect(wholeOf(projectOf("boiler", ranged))[0]).toBe("122..245");
  }, 60_000);

  it("spreads a year that is not whole by its days", async () => {
    const later = { ...record, scheme: { "SCHEME-1": { applied: "2028-10-01" } } };
    const [first] = record.projects as [ProjectRecord];
    const part = projectOf("boiler", await assessor.assess({ ...later, projects: [first] }));
    expect(part.period).toMatchObject({ from: "2028-10-01", to: "2036-09-30" });
    // 182 of the 365 days of FY2028 and 183 of those of FY2036: 245.96 × 182 / 365 = 122.64… and 123.31….
    expect(part.years.map(({ whole }) => whole?.low)).toEqual([
      "122",
      ...new Array(7).fill("245"),
      "123",
    ]);
    expect(part.years[0]?.unrounded?.low).toBe("1119118/9125");
    expect([part.years[0]?.from, part.years.at(-1)?.to]).toEqual(["2028-10-01", "2036-09-30"]);
  }, 60_000);

  it("takes a map by fiscal year as it is", async () => {
    const { years } = projectOf("boiler");
    const fuelUse = Object.fromEntries(years.map(({ year }) => [year, "200 kNm3"]));
    const item = { fuel_use: { ...fuelUse, FY2030: "400 kNm3" } };
    const told = await assessor.assess(changed("boiler", { list: "boilers", item }));
    expect(wholeOf(projectOf("boiler", told))[3]).toBe("491");
    expect(wholeOf(projectOf("boiler", told))[4]).toBe("245");
  }, 60_000);

  it("repeats what is done each year, with the share of a part of one", async () => {
    const things = {
      biochar: {
        item: {
          wet_mass: "100 t",
          moisture: "20 %",
          char_type: "bamboo",
          proof: "refining",
          refining_degree: "5",
        },
        top: {},
      },
    };
    const scheme = { "SCHEME-1": { applied: "2027-10-01" } };
    const yearly = await startedWith(assessor, things, { scheme });
    const { years, issues } = projectOf("biochar", await assessor.assess(yearly));
    expect(issues).toEqual([]);
    const [first, second] = years.map(({ unrounded }) => exact(unrounded?.low ?? ""));
    // Half of FY2027 is in the period.
    expect(compare(multiply(first as never, exact("2")), second as never)).toBe(0);
    expect(years).toHaveLength(9);
  }, 60_000);

  it("takes no beginning for equipment that is there already", async () => {
    const old = await startedWith(assessor, { post_fit_pv: { item: { capacity: "5 kW" } } });
    const { assumptions, checks } = projectOf("post_fit_pv", await assessor.assess(old));
    expect(assumptions.map(({ input }) => input)).not.toContain("members.started");
    const recent = checks.find(({ id }) => id === "EN-R-002.post_fit_is_recent");
    expect(recent?.outcome).toBe("unknown");
    expect(recent?.missing.map(({ input }) => input)).toContain("members.started");
  }, 60_000);

  it("says what is wrong with answers, at their place, and goes on with the others", async () => {
    const wrong = changed("boiler", {
      list: "boilers",
      item: { fuel_use: "200 kL", fuel: "wood" },
    });
    const told = await assessor.assess(wrong);
    expect(projectOf("boiler", told).status).toBe("failed");
    expect(
      projectOf("boiler", told).issues.map(({ code, path }) => [code, path.join(".")]),
    ).toContainEqual(["answer-not-a-member", "given.boilers.0.fuel"]);
    expect(told.totals.projects).toEqual(["roof", "cedar_forest"]);
  }, 60_000);

  it("fails for a methodology that the guide does not assess", async () => {
    const [first] = record.projects as [ProjectRecord];
    const answers = { ...first.answers, methodology: "MEETING-1" };
    const told = await assessor.assess({ ...record, projects: [{ ...first, answers }] });
    expect(projectOf("boiler", told)).toMatchObject({
      status: "failed",
      issues: [{ code: "assessment-methodology-unknown" }],
    });
    const { has: unknown } = { has: ["boiler", "castle"] };
    const issues = (await assessor.assess({ ...record, projects: [], has: unknown })).issues;
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["assessment-thing-unknown", ["has", 1]],
    ]);
    expect(await assessor.start(["castle"], { asOf })).toMatchObject({ ok: false });
  });
});

describe("open questions", () => {
  it("begin with what is needed, in the order of the guide", async () => {
    const bare = await startedWith(assessor, { boiler: {} });
    const found = await assessor.nextQuestions(bare, { project: "boiler" });
    const needed = (found.ok ? found.value : []).filter(({ because }) => because === "needed");
    expect(needed.map(({ place }) => place)).toEqual([
      "boilers[1].baseline_fuel",
      "boilers[1].fuel",
      "boilers[1].fuel_use",
      "boilers[1].old_installed",
      "boilers[1].durable_years",
    ]);
  }, 60_000);

  it("ask next what narrows the result most", async () => {
    const found = await assessor.nextQuestions(record, { project: "roof" });
    const narrowing = (found.ok ? found.value : []).filter(({ because }) => because === "range");
    // 63.15 − 7.999 = 55.151; without the self-consumption 0.421 is left, without the conditioner 54.73.
    expect(narrowing.map(({ place, width, widthAfter }) => [place, width, widthAfter])).toEqual([
      ["members[1].self_amount", "55.151", "0.421"],
      ["members[1].conditioner_use", "55.151", "54.73"],
    ]);
    expect(await assessor.nextQuestions(record, { project: "roof" })).toEqual(found);
  }, 60_000);

  it("are of no project that is not there", async () => {
    const found = await assessor.nextQuestions(record, { project: "castle" });
    expect(found).toMatchObject({
      ok: false,
      issues: [
        {
          code: "assessment-project-unknown",
          facts: { known: ["boiler", "roof", "cedar_forest"] },
        },
      ],
    });
  });
});

describe("sensitivity and goal-seek of a project", () => {
  it("tell which answer moves its total most", async () => {
    const found = await assessor.sensitivity(record, { project: "boiler" });
    expect(found.ok && found.value.value).toBe("1960");
    const influences = found.ok ? found.value.influences : [];
    // 180 and 220 kNm3 come to 221.364 and 270.556 t: 8 × (270 − 221) = 392.
    expect(influences.find(({ place }) => place === "boilers[1].fuel_use")?.span).toBe("392");
    const spans = influences.map(({ span }) => exact(span));
    expect([...spans].sort((a, b) => compare(b, a))).toEqual(spans);
  }, 60_000);

  it("find how much is needed for 100 t a year on average", async () => {
    // 245.96 t for 200 kNm3: 1.2298 t for each, so 82 come to 100.84 and 81 to 99.61.
    const goal = { place: "boilers[1].fuel_use", from: "70 kNm3", to: "90 kNm3", step: "1 kNm3" };
    const found = await assessor.seek(record, { project: "boiler" }, goal);
    expect(found).toEqual({
      ok: true,
      warnings: [],
      value: { intervals: [{ from: "82 kNm3", to: "90 kNm3" }], tried: 21, withoutValue: 0 },
    });
  }, 60_000);
});

describe("a record of an older edition", () => {
  it("is opened under the newest, with its version and hash", async () => {
    const [first] = record.projects as [ProjectRecord];
    const old = {
      ...record,
      projects: [{ ...first, answers: { ...first.answers, version: "0.9-r1", hash: "0" } }],
    };
    const renewed = await assessor.renew(old);
    const plan = await openPlan("EN-S-001");
    expect(renewed.ok && renewed.value.projects[0]?.answers).toMatchObject({
      version: "1.0-r1",
      hash: plan.ok ? plan.value.hash : "",
    });
    expect(wholeOf(projectOf("boiler", await assessor.assess(old)))[0]).toBe("245");
  }, 60_000);
});
