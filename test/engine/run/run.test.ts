import { beforeAll, describe, expect, it } from "vitest";
import { describe as sentence } from "../../../engine/locales/describe.ts";
import { en } from "../../../engine/locales/en.ts";
import { ja } from "../../../engine/locales/ja.ts";
import type { Plan } from "../../../engine/plan.ts";
import type { CalculationResult } from "../../../engine/result/result.ts";
import { resultSchema } from "../../../engine/result/result-schema.ts";
import { type RunOptions, run } from "../../../engine/run.ts";
import type { SetReply } from "../../../engine/service/protocol.ts";
import { questions } from "../answers/questions.ts";
import { planOf } from "./plan-of.ts";
import { travel } from "./travel.ts";

let plan: Plan;
let asking: Plan;
beforeAll(async () => {
  plan = await planOf(travel);
  asking = await planOf(questions);
});

const asOf = "2026-11-22";
const answers = { vehicle: "car", people: "12", distance: "10 km", shared: "true" };

function reply(record: unknown, options: RunOptions = {}, of = plan): SetReply {
  const { plan: set } = run(of, record, { asOf, ...options }).sets;
  if (set === undefined) throw new Error("no reply");
  return set;
}

function result(record: unknown, options: RunOptions = {}, of = plan): CalculationResult {
  const { result: found } = reply(record, options, of);
  if (found === undefined) throw new Error("no result");
  return found;
}

/** The values of the outputs, one line each. */
function values(found: CalculationResult): readonly string[] {
  return Object.entries(found.results).map(([id, output]) => {
    const value = output.value ?? (output.low && `${output.low}..${output.high}`) ?? output.none;
    return `${id} ${value} ${output.unit} [${output.display ?? ""}]`;
  });
}

function codes(set: SetReply): readonly string[] {
  const issues = set.ok ? set.warnings : set.issues;
  return issues.map(({ severity, code, path }) => `${severity} ${code} ${path.join("/")}`);
}

const record = {
  format: "answers/1",
  methodology: "TRAVEL-1",
  version: "1.0-r2",
  hash: "test",
  sets: { plan: { given: answers }, actual: { given: { ...answers, people: "24" } } },
};

describe("a result", () => {
  it("holds exact values and what is shown", () => {
    expect(values(result(answers))).toEqual([
      "emission 6.5 kg-CO2 [6.5]",
      "tonnes 0.01 t-CO2 [0.01]",
      "long false  []",
      "best car  []",
    ]);
  });

  it("keeps a fraction that does not end", () => {
    const found = result({ ...answers, people: "10" });
    expect(found.results.emission).toMatchObject({ value: "65/12", display: "5.4" });
  });

  it("names editions, engine, day and what is not confirmed", () => {
    const found = result(answers);
    expect(found.methodology).toEqual({
      id: "TRAVEL-1",
      version: "1.0-r2",
      hash: "test",
      status: "illustrative",
    });
    expect(found.engine).toBe("0.1.0");
    expect(found.as_of).toBe(asOf);
    expect(found.provenance).toBe("unconfirmed");
    expect(found.results.long?.provenance).toBe("confirmed");
    expect(found.unconfirmed).toEqual([
      {
        kind: "cell",
        id: "factors.value",
        label: { ja: "原単位", en: "Factors" },
        keys: ["car"],
        value: "0.125",
        unit: "kg-CO2/person-km",
        provenance: "unconfirmed",
        source: {
          document: "rule",
          title: { ja: "規程", en: "Rule" },
          edition: "2",
          url: "https://example.org/rule",
          table: "3",
        },
      },
    ]);
  });

  it("fits its schema and survives JSON in every mode, with and without steps", () => {
    for (const mode of ["official", "estimate", "range"] as const) {
      for (const given of [answers, {}, { vehicle: "rail" }]) {
        for (const steps of [true, false]) {
          const found = result(given, { mode, steps });
          const parsed = resultSchema.safeParse(found);
          expect(parsed.error?.issues ?? []).toEqual([]);
          expect(JSON.parse(JSON.stringify(found))).toEqual(found);
        }
      }
    }
    const found = result(
      { period: "FY2023", boilers: [{ started: "2023-07-01", fuel: "gas" }] },
      { steps: true },
      asking,
    );
    expect(resultSchema.safeParse(found).error?.issues ?? []).toEqual([]);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("is the same with steps and without", () => {
    const { steps, ...withSteps } = result(answers, { steps: true });
    expect(steps?.length).toBeGreaterThan(0);
    expect(withSteps).toEqual(result(answers));
  });
});

describe("a step", () => {
  it("says what was reckoned, from what, and why", () => {
    const steps = result(answers, { steps: true }).steps ?? [];
    const { reads, ...length } = steps.find(({ id }) => id === "length") ?? { reads: [] };
    expect(length).toMatchObject({
      id: "length",
      at: {},
      symbol: "L",
      printed: "L = d × D",
      formula: "distance * detour",
      unit: "km",
      value: { value: "13" },
      provenance: "confirmed",
      source: { document: "rule", clause: "2" },
    });
    expect(reads.map(({ kind, id, value, unit }) => [kind, id, value, unit])).toEqual([
      ["input", "distance", { value: "10" }, "km"],
      ["constant", "detour", { value: "1.3" }, "1"],
    ]);
  });

  it("tells the branch taken and its reason", () => {
    const steps = result(answers, { steps: true }).steps ?? [];
    const branch = (name: string) => steps.find(({ id }) => id === name);
    expect(branch("vehicles")?.branch).toEqual({
      member: "car",
      because: { ja: "車", en: "by car" },
    });
    expect(branch("vehicles")?.formula).toBe("sharing");
    expect(branch("sharing")?.branch).toEqual({
      when: "shared",
      because: { ja: "3人で1台", en: "three in a car" },
    });
    expect(branch("sharing")?.formula).toBe("1 / 3");
  });

  it("keeps the value before its rounding", () => {
    const steps = result(answers, { steps: true }).steps ?? [];
    expect(steps.find(({ id }) => id === "tonnes")).toMatchObject({
      value: { value: "0.01" },
      before_rounding: { value: "0.0065" },
      rounding: { mode: "ceil", to: "0.01", source: { document: "rule", clause: "8" } },
    });
  });

  it("marks what was assumed", () => {
    const steps = result({ vehicle: "car", people: "1" }, { mode: "estimate", steps: true }).steps;
    const read = steps?.find(({ id }) => id === "length")?.reads[0];
    expect(read).toMatchObject({ id: "distance", assumed: true, provenance: "derived" });
  });
});

describe("modes", () => {
  it("official lists what is missing with the clauses that need it", () => {
    const found = result({ vehicle: "car", people: "12" });
    expect(found.missing).toEqual([
      {
        input: "distance",
        at: {},
        label: { ja: "距離", en: "Distance" },
        needed_by: [
          { id: "length", clause: "2" },
          { id: "far_enough", clause: "1.1" },
        ],
      },
    ]);
    expect(found.results.emission).toMatchObject({ none: "missing" });
    expect(found.status).toBe("undecided");
    expect(found.conditions).toMatchObject([{ id: "far_enough", holds: null }]);
  });

  it("estimate assumes what the methodology declares, and says so", () => {
    const found = result({ vehicle: "rail", people: "12" }, { mode: "estimate" });
    expect(found.results.emission).toMatchObject({ value: "9.36", display: "9.4" });
    expect(found.assumed).toMatchObject([
      { input: "distance", at: {}, value: "30", unit: "km", provenance: "derived" },
    ]);
    expect(found.missing).toEqual([]);
  });

  it("asks only what matters", () => {
    const asked = (given: unknown) => result(given).asked.map(({ input }) => input);
    expect(asked({})).toEqual(["vehicle", "people", "distance"]);
    expect(asked({ vehicle: "car" })).toEqual(["vehicle", "people", "distance", "shared"]);
  });

  it("lists answers that were not used", () => {
    const found = result({ ...answers, vehicle: "rail" });
    expect(found.ignored).toEqual([{ input: "shared", at: {} }]);
  });
});

describe("a record", () => {
  it("is evaluated set by set", () => {
    const { sets } = run(plan, record, { asOf });
    expect(Object.keys(sets)).toEqual(["plan", "actual"]);
    expect(sets.plan?.result?.results.emission?.value).toBe("6.5");
    expect(sets.actual?.result?.results.emission?.value).toBe("13");
  });

  it("brings its own as-of date, unless another is named", () => {
    const dated = { ...record, as_of: "2025-01-01" };
    const asOfOf = (options: RunOptions) => run(plan, dated, options).sets.plan?.result?.as_of;
    expect(asOfOf({})).toBe("2025-01-01");
    expect(asOfOf({ asOf })).toBe(asOf);
  });

  it.each([
    [{ ...record, version: "1.0-r1" }, "warning answers-for-another-version version"],
    [{ ...record, hash: "other" }, "warning answers-for-another-text hash"],
  ])("of another edition is used with a warning", (other, expected) => {
    const set = reply(other);
    expect(set.ok).toBe(true);
    expect(codes(set)).toEqual([expected]);
  });

  it("of another version is told with what moved", () => {
    const { people, ...rest } = answers;
    const given = { ...rest, persons: people };
    const set = reply({ ...record, version: "0.9-r1", sets: { plan: { given } } });
    expect(codes(set)).toEqual([
      "warning answers-for-another-version version",
      "warning answer-renamed sets/plan/given/persons",
    ]);
    const [first] = set.ok ? set.warnings : [];
    expect(first && sentence(first, en)).toBe(
      "These answers were made for version 0.9-r1. Version 1.0-r2 is used. Moved: persons → people.",
    );
    expect(first && sentence(first, ja)).toBe(
      "この回答は版 0.9-r1 で作られました。版 1.0-r2 で計算します。移した回答：persons → people。",
    );
  });

  it.each([
    [undefined, "error answers-shape "],
    ["text", "error answers-shape "],
    [[], "error answers-shape "],
    [{ ...record, format: "answers/2" }, "error answers-format format"],
    [{ ...record, methodology: "OTHER" }, "error answers-for-another-methodology methodology"],
    [{ ...record, methodology: 7 }, "error answers-shape methodology"],
    [{ ...record, sets: [] }, "error answers-shape sets"],
    [{ ...record, sets: { plan: "x" } }, "error answers-shape sets/plan"],
    [{ ...record, as_of: "soon" }, "error as-of-date as_of"],
  ])("that cannot be read is told: %#", (broken, expected) => {
    const { plan: set } = run(plan, broken, {}).sets;
    if (set === undefined) throw new Error("no reply");
    expect(set.ok).toBe(false);
    expect(codes(set)[0]).toBe(expected);
  });

  it("tells every issue at its place, with the result of what can be read", () => {
    const given = { ...answers, people: "many", wheels: "4" };
    const set = reply({ ...record, sets: { plan: { given } } });
    expect(set.ok).toBe(false);
    expect(codes(set)).toEqual([
      "error answer-unknown sets/plan/given/wheels",
      "error answer-not-a-figure sets/plan/given/people",
    ]);
    expect(set.result?.missing.map(({ input }) => input)).toEqual(["people"]);
    expect(set.result?.results.long?.value).toBe("false");
  });

  it("is not used where the period cannot be read", () => {
    const set = reply({ period: "last year" }, {}, asking);
    expect(codes(set)).toEqual(["error period-not-read period"]);
    expect(set.result).toBeUndefined();
  });
});
