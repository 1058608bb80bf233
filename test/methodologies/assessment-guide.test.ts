import { beforeAll, describe, expect, it } from "vitest";
import { readAnswers } from "../../engine/answers/read-answers.ts";
import { parsePlace, withAnswer } from "../../engine/assessment/answer-place.ts";
import type { AssessmentRecord, Given, NextQuestion } from "../../engine/assessment/assessment.ts";
import { hasTime } from "../../engine/assessment/typical-year.ts";
import type { Guide } from "../../engine/methodology/guide-schema.ts";
import { readGuide } from "../../engine/methodology/read-guide.ts";
import type { Tree } from "../../engine/methodology/tree.ts";
import type { Plan } from "../../engine/plan.ts";
import { asOf, assessorHere, guideRead, openPlan } from "../support/assessor.ts";
import { faultsOfEasy } from "../support/easy-japanese.ts";

const guide = guideRead();
const ids = Object.keys(guide.methodologies);
const rules = [
  ...new Set([guide.scheme.period, guide.scheme.money, guide.scheme.uses, guide.scheme.program]),
];
const plans = new Map<string, Plan>();

beforeAll(async () => {
  for (const id of [...ids, ...rules]) {
    const plan = await openPlan(id);
    if (plan.ok) plans.set(id, plan.value);
  }
}, 60_000);

const treeOf = (id: string): Tree => (plans.get(id) as Plan).tree;
const inputsOf = (id: string) => treeOf(id).inputs.map((input) => input.id);
const outputsOf = (id: string) => treeOf(id).outputs.map((output) => output.id);
const conditionsOf = (id: string) => treeOf(id).conditions.map((condition) => condition.id);
const isIn = (known: readonly string[]) => (id: string) => known.includes(id);

/** Everything that is wrong with answers, besides what is missing. */
function faultsOf(id: string, given: Given): readonly string[] {
  const plan = plans.get(id) as Plan;
  const set = plan.tree.period === undefined ? { given } : { given, period: "FY2026" };
  return readAnswers(plan, set, { mode: "range" })
    .issues.filter(({ severity }) => severity === "error")
    .map(({ code, path }) => `${code} ${path.join(".")}`);
}

describe("the guide", () => {
  it("is refused with the place of what is wrong", () => {
    const read = readGuide("format: assessment-guide/1\nversion: 1\nthings: []\n", "guide.yaml");
    expect(read.ok).toBe(false);
    expect(read.ok ? [] : read.issues.map(({ file }) => file)).toContain("guide.yaml");
  });

  it("names editions that are there", () => {
    const named = Object.values(guide.things).flatMap(({ leads_to }) =>
      leads_to.map(({ methodology }) => methodology),
    );
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    expect([...ids, ...rules].filter((id) => !plans.has(id))).toEqual([]);
    expect(ids.filter((id) => !named.includes(id))).toEqual([]);
  });

  it("names groups and documents that it has", () => {
    const groups = Object.values(guide.things).map(({ group }) => group);
    expect(groups.filter((group) => !Object.hasOwn(guide.groups, group))).toEqual([]);
    const sources = [...JSON.stringify(guide).matchAll(/"document":"(\w+)"/g)].map(([, id]) => id);
    expect(sources.filter((id) => !Object.hasOwn(guide.documents, id as string))).toEqual([]);
  });

  it("marks readings in easy Japanese", () => {
    const labels: string[] = [];
    JSON.stringify(guide, (key, value) => {
      if (key === "ja_easy") labels.push(value);
      return value;
    });
    expect(labels.length).toBeGreaterThan(50);
    expect(labels.flatMap(faultsOfEasy)).toEqual([]);
  });

  it("sets answers from things that can be read", () => {
    const faults = Object.values(guide.things).flatMap(({ leads_to }) =>
      leads_to.flatMap(({ methodology, given }) => faultsOf(methodology, (given ?? {}) as Given)),
    );
    expect(faults).toEqual([]);
  });

  it.each(ids)("asks of %s what it asks", (id) => {
    const own = guide.methodologies[id] as Guide["methodologies"][string];
    const inputs = inputsOf(id);
    const named = [
      ...own.amounts,
      ...(own.begins ?? []),
      ...Object.keys(own.begins_unless ?? {}),
      ...Object.values(own.begins_unless ?? {}).flatMap((unless) => Object.keys(unless)),
      ...(own.repeats ?? []),
      ...(own.asked ?? []),
      ...own.first,
      ...Object.keys(own.ranges ?? {}),
      ...Object.values(own.ranges ?? {}).flatMap(({ per }) => per?.input ?? []),
    ];
    expect(named.filter((place) => !inputs.includes(place))).toEqual([]);
    const outputs = [
      own.yearly,
      own.total,
      ...(own.unrounded === undefined ? [] : [own.unrounded]),
    ];
    expect(outputs.filter((output) => !outputsOf(id).includes(output))).toEqual([]);
    expect((own.rough ?? []).filter((one) => !conditionsOf(id).includes(one))).toEqual([]);
    const lists = treeOf(id).lists.map((list) => list.id);
    expect((own.empty ?? []).filter((list) => !lists.includes(list))).toEqual([]);
  });

  it.each(ids)("gives %s ends that can be read, the low one first", (id) => {
    const ranges = Object.entries(guide.methodologies[id]?.ranges ?? {});
    for (const [place, { low, high, unit = "", per }] of ranges) {
      const [list = "", name = place] = place.split(".");
      const field = (end: string): Given => ({
        [list]: [{ [name]: per === undefined ? end : `${end} ${unit}` }],
      });
      const input = treeOf(id).inputs.find((one) => one.id === place);
      if (input?.per.length === 0) {
        expect(faultsOf(id, field(low))).toEqual([]);
        expect(faultsOf(id, field(high))).toEqual([]);
      }
      expect(Number.parseFloat(low)).toBeLessThan(Number.parseFloat(high));
    }
  });

  /** Sums of a year in these units are amounts; what is left here is a level or a share of a sample. */
  const levels: ReadonlySet<string> = new Set([
    "fields.drainage_days",
    "fields.organic_mass",
    "samples.sample_days",
    "samples.sample_generation",
    "samples.sample_export",
  ]);

  it.each(ids)("knows of %s which yearly answers are amounts", (id) => {
    const amounts = guide.methodologies[id]?.amounts ?? [];
    const summed = treeOf(id).inputs.filter(
      (input) =>
        hasTime(input) &&
        input.type.kind === "quantity" &&
        !/[/°]/.test(input.type.unit.text) &&
        !["1", "ha"].includes(input.type.unit.text),
    );
    const missing = summed.filter((one) => !amounts.includes(one.id) && !levels.has(one.id));
    expect(missing.map((one) => one.id)).toEqual([]);
  });

  it("answers rules with what they ask and members that they have", () => {
    const { scheme } = guide;
    const given = ids.flatMap((id) => {
      const own = guide.methodologies[id];
      return [own?.scheme ?? {}, own?.program ?? {}].flatMap((layer) => Object.entries(layer));
    });
    const assumed = Object.entries(scheme.assumed).map(([id, answers]) => [
      id,
      Object.fromEntries(Object.entries(answers).map(([input, { value }]) => [input, value])),
    ]);
    const faults = [...given, ...assumed].flatMap(([id, answers]) =>
      faultsOf(id as string, answers as Given),
    );
    expect(faults).toEqual([]);
    const places = [
      ...scheme.next_april,
      ...Object.entries(scheme.same).flat(),
      ...scheme.shared,
      ...scheme.own,
    ];
    const unknown = places.filter((place) => {
      const at = place.indexOf(".");
      return !inputsOf(place.slice(0, at)).includes(place.slice(at + 1));
    });
    expect(unknown).toEqual([]);
    for (const [id, inputs] of [
      ...Object.entries(scheme.open),
      ...Object.entries(scheme.computed),
    ]) {
      expect(inputs.filter((input) => !isIn(inputsOf(id))(input))).toEqual([]);
    }
    for (const checks of [scheme.checks, ...Object.values(scheme.checks_by_kind)]) {
      for (const [id, conditions] of Object.entries(checks)) {
        expect(conditions.filter((one) => !isIn(conditionsOf(id))(one))).toEqual([]);
      }
    }
    for (const [id, outputs] of Object.entries(scheme.thresholds)) {
      expect(outputs.filter((one) => !isIn(outputsOf(id))(one))).toEqual([]);
    }
    for (const one of scheme.review_cases) {
      expect(Object.keys(one).filter((input) => !isIn(inputsOf(scheme.money))(input))).toEqual([]);
    }
  });

  it("warns of pairs that it assesses", () => {
    const pairs = Object.values(guide.overlaps).map(({ of }) => of);
    expect(pairs.flat().filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(pairs.map((pair) => [...pair].sort().join())).size).toBe(pairs.length);
    expect(Object.keys(guide.steps)).toEqual(["step_0", "step_1", "step_2", "step_3", "step_4"]);
  });
});

/** An answer of the right kind, as a person might give it. */
function exampleFor(tree: Tree, { input }: NextQuestion): string {
  const found = tree.inputs.find((one) => one.id === input);
  switch (found?.type.kind) {
    case "boolean":
      return "true";
    case "date":
      return "2015-04-01";
    case "fiscal_year":
      return "FY2027";
    case "enum": {
      const { enum: of } = found.type;
      const members = tree.enums.find(({ id }) => id === of)?.members.map(({ id }) => id) ?? [];
      return (
        members.find((id) => ["heavy_oil_a", "by_moisture", "sugi"].includes(id)) ??
        members[0] ??
        ""
      );
    }
    case "quantity":
    case "count": {
      const unit = found.units[0] ?? "";
      return unit === "1" ? "2" : `20 ${unit.replaceAll("U", "kL")}`;
    }
    default:
      return "x";
  }
}

/** One thing for each methodology: others of it differ in answers that are set. */
const ways = new Map(
  Object.entries(guide.things).flatMap(([thing, { leads_to }]) =>
    leads_to.map(({ methodology }): [string, string] => [methodology, thing]),
  ),
);

describe("every methodology of the guide", () => {
  it.each([...ways.values()])(
    "has figures for %s once what is needed is answered",
    async (thing) => {
      const assessor = assessorHere();
      const started = await assessor.start([thing], { asOf });
      expect(started.ok).toBe(true);
      let record = (started.ok ? started.value : {}) as AssessmentRecord;
      const project = record.projects[0]?.id ?? "";
      const methodology = record.projects[0]?.answers.methodology ?? "";
      for (let asked = 0; asked < 12; asked += 1) {
        const questions = await assessor.nextQuestions(record, { project });
        expect(questions.ok).toBe(true);
        const needed = (questions.ok ? questions.value : []).filter(
          ({ because }) => because === "needed",
        );
        if (needed.length === 0) break;
        expect(new Set(needed.map((one) => one.methodology))).toEqual(new Set([methodology]));
        for (const next of needed) {
          const way = ["projects", 0, "answers", "sets", "plan", "given"];
          const place = parsePlace(next.place) ?? [];
          const answer = exampleFor(treeOf(methodology), next);
          record = withAnswer(record, [...way, ...place], answer) as AssessmentRecord;
        }
      }
      const [result] = (await assessor.assess(record)).projects;
      expect([
        result?.issues.filter(
          ({ severity, code }) => severity === "error" && code !== "condition-refused",
        ),
        result?.missing.length === 0 || result?.sums !== undefined,
      ]).toEqual([[], true]);
      expect(["ready", "does_not_apply"]).toContain(result?.status);
      expect(result?.years).toHaveLength(8);
    },
    60_000,
  );
});
