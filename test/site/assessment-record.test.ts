import { describe, expect, it } from "vitest";
import type { AssessmentRecord } from "../../engine/assessment/assessment.ts";
import type { Form } from "../../engine/methodology/form.ts";
import type { Manifest } from "../../engine/service/protocol.ts";
import { shownDigits } from "../../site/assessment/bounds.ts";
import { recordOf, stateOf } from "../../site/assessment/record.ts";
import { changeState, emptyState } from "../../site/assessment/state.ts";
import { endsOf } from "../../site/assessment/typed-range.ts";
import { typicalForm } from "../../site/assessment/typical-form.ts";
import { readBuilt } from "../support/built.ts";

const { newest } = JSON.parse(readBuilt("methodologies/manifest.json")) as Manifest;
const formOf = (id: string): Form =>
  JSON.parse(readBuilt(`methodologies/${newest[id]}/form.json`)) as Form;
const forms = Object.fromEntries(
  ["EN-S-001", "AG-005", "SCHEME-1", "SCHEME-2"].map((id) => [id, formOf(id)]),
);

const boilers = (given: object, more: object = {}): AssessmentRecord["projects"][number] => ({
  id: "boiler",
  thing: "boiler",
  answers: {
    format: "answers/1",
    methodology: "EN-S-001",
    version: forms["EN-S-001"]?.version ?? "",
    hash: forms["EN-S-001"]?.hash ?? "",
    sets: { plan: { given: given as never } },
  },
  ...more,
});

const whole: AssessmentRecord = {
  format: "assessment/1",
  title: "役場",
  as_of: "2026-04-01",
  has: ["boiler"],
  scheme: { "SCHEME-1": { applied: "2027-04-01" } },
  price: { low: "1500 JPY/t-CO2", high: "3,000 JPY/t-CO2" },
  projects: [
    boilers(
      {
        heat_route: "fuel",
        boilers: [
          { fuel: "heavy_oil_a", fuel_use: "１２ kL", replaces: "true" },
          { baseline_fuel: "heavy_oil_a", fuel_use: "no figure" },
        ],
      },
      {
        left_out: true,
        ranges: { "boilers.efficiency_hhv": { low: "85 %", high: "95 %" } },
        scheme: { "SCHEME-2": { investment: "30000000 JPY" } },
        form: "program",
        verify_every: "2",
        variants: [
          {
            id: "variant",
            title: "木質",
            ...(({ answers }) => ({ answers }))(boilers({ heat_route: "steam", boilers: [{}] })),
          },
        ],
      },
    ),
  ],
};

describe("the record of an assessment", () => {
  it("comes back from the fields as it went in, wrong entries too", () => {
    const state = stateOf(whole, forms);
    const record = recordOf(state, forms);
    expect(record).toEqual(whole);
  });

  it("keeps what is answered year by year", () => {
    const given = {
      boilers: [{ fuel: "heavy_oil_a", fuel_use: { FY2027: "1 kL", FY2028: "2 kL" } }],
    };
    const record = { ...whole, projects: [boilers(given)] };
    expect(recordOf(stateOf(record, forms), forms).projects[0]?.answers.sets.plan?.given).toEqual(
      given,
    );
  });

  it("keeps projects under methodologies that are not here", () => {
    const strange = {
      id: "new_kind",
      answers: { format: "answers/1", methodology: "EN-X-999", sets: { plan: { given: {} } } },
    } as const;
    const state = stateOf({ ...whole, projects: [strange] }, forms);
    expect([state.projects, state.unread]).toEqual([[], [strange]]);
    expect(recordOf(state, forms).projects).toEqual([strange]);
  });

  it.each([
    [
      { low: "2000", high: "" },
      { low: "2000 JPY/t-CO2", high: "2000 JPY/t-CO2" },
    ],
    [
      { low: "", high: "２０００" },
      { low: "２０００ JPY/t-CO2", high: "２０００ JPY/t-CO2" },
    ],
    [
      { low: "cheap", high: "1" },
      { low: "cheap", high: "1 JPY/t-CO2" },
    ],
    [{ low: " ", high: "" }, undefined],
  ])("takes the price %j for %j", (price, expected) => {
    expect(recordOf({ ...emptyState, price }, forms).price).toEqual(expected);
  });
});

describe("what is entered", () => {
  const start = stateOf({ ...whole, has: [] }, forms);
  const found = { ...emptyState, projects: start.projects };
  const have = { kind: "have", thing: "boiler", found, order: ["other", "boiler"] } as const;

  it("stays aside when a thing is taken back, and comes with it again", () => {
    const one = changeState(emptyState, have);
    const place = { project: "boiler", case: "" };
    const typed = changeState(one, {
      kind: "answer",
      place,
      by: { kind: "enter", place: { input: "heat_route", at: "" }, entry: { text: "meter" } },
    });
    const gone = changeState(typed, { kind: "have_not", thing: "boiler" });
    expect([gone.has, gone.projects.length, gone.aside.length]).toEqual([[], 0, 1]);
    expect(changeState(gone, have).projects).toEqual(typed.projects);
    expect(changeState(gone, have).aside).toEqual([]);
  });

  it("gives each project an id of its own, and stands in the order of the guide", () => {
    const [project] = found.projects;
    const other = { ...found, projects: project ? [{ ...project, thing: "other" }] : [] };
    const two = changeState(changeState(emptyState, have), {
      ...have,
      thing: "other",
      found: other,
    });
    expect(two.has).toEqual(["other", "boiler"]);
    expect(two.projects.map(({ id }) => id)).toEqual(["boiler_2", "boiler"]);
  });

  it("goes to a variant with all answers, up to five of them, and back", () => {
    const [project] = start.projects;
    const add = { kind: "add_case", project: "boiler", title: "" } as const;
    let state = changeState(emptyState, have);
    for (let count = 0; count < 9; count += 1) state = changeState(state, add);
    const cases = state.projects[0]?.cases ?? [];
    expect(cases).toHaveLength(6);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(6);
    expect(cases[2]?.draft).toBe(project?.cases[0].draft);
    const place = { project: "boiler", case: cases[5]?.id ?? "" };
    state = changeState(state, { kind: "remove_case", place });
    expect([state.projects[0]?.cases.length, state.projects[0]?.current]).toEqual([5, ""]);
  });

  it("brings a variant that was removed back as it was, until something else has changed", () => {
    const add = { kind: "add_case", project: "boiler", title: "" } as const;
    const three = [add, add, add].reduce<typeof emptyState>(
      changeState,
      changeState(emptyState, have),
    );
    const ids = three.projects[0]?.cases.map(({ id }) => id) ?? [];
    const place = { project: "boiler", case: ids[2] ?? "" };
    const named = changeState(three, { kind: "name_case", place, title: "Larger" });
    const gone = changeState(named, { kind: "remove_case", place });
    const looked = changeState(gone, {
      kind: "show_case",
      place: { project: "boiler", case: ids[1] ?? "" },
    });
    for (const state of [gone, looked]) {
      const back = changeState(state, { kind: "restore_case" });
      expect(back.removed).toBeUndefined();
      expect(back.projects[0]?.cases).toEqual(named.projects[0]?.cases);
      expect(back.projects[0]?.current).toBe(ids[2]);
      expect(changeState(back, { kind: "restore_case" })).toEqual(back);
    }
    const changed = changeState(gone, { kind: "title", title: "x" });
    expect([gone.removed?.at, changed.removed]).toEqual([2, undefined]);
    expect(changeState(changed, { kind: "restore_case" })).toEqual(changed);
    // The project as it is cannot be removed, nor what is not there.
    for (const id of ["", "nothing"]) {
      const same = changeState(named, { kind: "remove_case", place: { ...place, case: id } });
      expect(same).toEqual(named);
    }
  });
});

describe("the form for a typical year", () => {
  it("asks once for what a calculator asks by year, and for no period", () => {
    const form = typicalForm(forms["AG-005"] as Form);
    const per = Object.fromEntries(form.inputs.map((input) => [input.id, input.per]));
    expect(form.period).toBeUndefined();
    expect([per["fields.area"], per["fields.organic_mass"]]).toEqual([[], ["organic"]]);
  });
});

describe("two ends in one field", () => {
  it.each([
    ["20〜40", "20", "40"],
    ["２０～４０", "２０", "４０"],
    [" 20 ~ 40 ", "20", "40"],
    ["1,000..2,000", "1,000", "2,000"],
    ["20-40", "20", "40"],
    ["20–40", "20", "40"],
    ["20 kLから40 kL", "20 kL", "40 kL"],
  ])("%j is from %s to %s", (text, low, high) => {
    expect(endsOf(text)).toEqual({ low, high });
  });

  it.each(["20", "-20", "", "20〜", "〜40", "a〜b", "1〜2〜3", "2026-04-01"])(
    "%j is one answer",
    (text) => {
      expect(endsOf(text)).toBeUndefined();
    },
  );
});

describe("figures as they are shown", () => {
  it.each([
    ["1/3", 1, "near", "0.3"],
    ["1/3", 1, "up", "0.4"],
    ["-1/3", 1, "down", "-0.4"],
    ["12.05", 1, "near", "12.1"],
    ["12.0", 0, "up", "12"],
    ["99.999", 2, "near", "100.00"],
    ["1000000000000000000001/2", 0, "down", "500000000000000000000"],
    ["1/0", 1, "near", "1/0"],
    ["gas_13a", 1, "near", "gas_13a"],
  ] as const)("%s in %i digits, %s, is %s", (text, places, way, expected) => {
    expect(shownDigits(text, places, way)).toBe(expected);
  });
});
