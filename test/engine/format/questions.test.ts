import { describe, expect, it } from "vitest";
import {
  faults,
  issues,
  reply,
  result,
  value,
  valueOfOutput,
  warnings,
} from "../../support/format.ts";

/** The section “Questions” of the format, from text to result. */
const modes = ["official", "estimate", "range"] as const;

describe("an input without an answer", () => {
  const asking = (said: string) => `
inputs: { a: { type: quantity km${said} } }
formulas: { x: { unit: km, expr: a * 2 } }`;
  const assumed = ", default: { value: 30, provenance: derived }";
  const ranged = ", range: { low: 5, high: 100 }";

  it.each([
    ["", "missing", "missing", "missing"],
    [", initial: 7", "14 km", "14 km", "14 km"],
    [", initial: 7 m", "0.014 km", "0.014 km", "0.014 km"],
    [assumed, "missing", "60 km", "missing"],
    [ranged, "missing", "missing", "10..200 km"],
    [`${assumed}${ranged}`, "missing", "60 km", "10..200 km"],
    [`, initial: 7${assumed}${ranged}`, "14 km", "14 km", "14 km"],
  ])(
    "that says %j is %s in official, %s in estimate and %s in range mode",
    async (said, ...expected) => {
      for (const [index, mode] of modes.entries()) {
        expect(await value(asking(said), {}, { mode })).toBe(expected[index]);
        expect(await value(asking(said), { a: "1 km" }, { mode })).toBe("2 km");
      }
    },
  );

  it("is listed as missing, with who needs it and the clause", async () => {
    const { missing } = await result(asking(""));
    expect(missing).toEqual([
      { input: "a", at: {}, label: { ja: "a", en: "a" }, needed_by: [{ id: "x", clause: "1" }] },
    ]);
  });

  it("is marked where its default was used", async () => {
    const {
      assumed: found,
      provenance,
      unconfirmed,
    } = await result(asking(assumed), {}, { mode: "estimate" });
    expect(found).toMatchObject([{ input: "a", value: "30", unit: "km", provenance: "derived" }]);
    expect(provenance).toBe("derived");
    expect(unconfirmed).toMatchObject([{ kind: "default", id: "a", provenance: "derived" }]);
  });

  it("is not marked where initial counts as answered", async () => {
    expect((await result(asking(", initial: 7"), {}, { mode: "estimate" })).assumed).toEqual([]);
  });

  it("spans members and both of true and false in range mode", async () => {
    const fragment = `
enums: { way: [road, rail, sea] }
tables: { t: { key: { way: way }, columns: { v: t }, rows: [{ way: road, v: 3 }, { way: rail, v: 1 }, { way: sea, v: 2 }] } }
inputs: { way: { type: enum way }, twice: { type: boolean } }
formulas: { x: { unit: t, cases: [{ when: twice, then: "2 * t[way].v" }, { otherwise: "t[way].v" }] } }`;
    expect(await value(fragment, {}, { mode: "range" })).toMatch(/^1\.\.6 t/);
    expect(await value(fragment, { twice: "false" }, { mode: "range" })).toMatch(/^1\.\.3 t/);
    expect(await value(fragment, { way: "sea" }, { mode: "range" })).toMatch(/^2\.\.4 t/);
    expect(await value(fragment, { way: "sea", twice: "true" }, { mode: "range" })).toBe("4 t");
    expect(await value(fragment, {}, { mode: "estimate" })).toBe("missing");
  });

  it.each([
    ["a * a", "25..10000 km^2", "km^2"],
    ["a * 2 - a", "5..100 km", "km"],
    ["10 [km] - a", "-90..5 km", "km"],
  ])("gives an enclosure that holds: %s is %s", async (expr, expected, unit) => {
    const fragment = `
inputs: { a: { type: quantity km${ranged} } }
formulas: { x: { unit: ${unit}, expr: "${expr}" } }`;
    expect(await value(fragment, {}, { mode: "range" })).toBe(expected);
  });

  it("gives an enclosure that is not tight where the result turns", async () => {
    const fragment = `
inputs: { a: { type: quantity km${ranged} } }
formulas: { x: { unit: km^2, expr: "a * (100 [km] - a)" } }`;
    const found = await value(fragment, {}, { mode: "range" });
    expect(found).toMatch(/ ~$/);
    const [low = "", high = ""] = found.split(" ")[0]?.split("..") ?? [];
    expect(Number(low)).toBeLessThanOrEqual(0);
    expect(Number(high)).toBeGreaterThanOrEqual(2500);
  });

  it("rounds the ends", async () => {
    const fragment = `
inputs: { a: { type: quantity t, range: { low: 1.2, high: 2.7 } } }
formulas: { x: { unit: t, expr: "a * 1", round: { mode: floor, to: 1 } } }`;
    expect(await value(fragment, {}, { mode: "range" })).toMatch(/^1\.\.2 t/);
  });

  it("uses the range that a source gives a coefficient", async () => {
    const fragment = `
tables: { t: { key: { n: number yr }, columns: { v: { unit: t, low: l, high: h }, l: t, h: t }, rows: [{ n: 1, v: 2, l: 1, h: 5 }] } }
constants: { c: { value: 10, unit: '1', low: 9, high: 12 } }
formulas: { x: { unit: t, expr: "t[1 [yr]].v * c" } }`;
    expect(await value(fragment, {}, { mode: "range" })).toBe("9..60 t");
    expect(await value(fragment)).toBe("20 t");
  });

  it.each([
    ["without a source", ", default: { value: 30, source: [] }", ["source-missing <default>"]],
    ["in another unit", ", default: { value: 30 kg }", ["unit-mismatch <kg>"]],
    ["that is no figure", ", initial: some", ["not-a-figure <some>"]],
    ["the wrong way round", ", range: { low: 5, high: 1 }", ["ends-reversed <1>"]],
  ])("is refused %s", async (_, said, expected) => {
    const found = await issues(asking(said));
    expect(found).toEqual(expected);
  });
});

describe("what stands in for an answer", () => {
  const counted = (said: string) =>
    `inputs: { n: { type: count person, ${said} } }\nformulas: { x: { unit: person, expr: n } }`;

  it.each([
    ["initial: 2.5", ["not-a-count <2.5>"]],
    ["default: { value: -1 }", ["not-a-count <-1>"]],
    ["range: { low: 0.5, high: 2 }", ["not-a-count <0.5>"]],
    ["initial: 2, default: { value: 3 }, range: { low: 1, high: 4 }", []],
  ])("is whole where things are counted: { %s }", async (said, expected) => {
    expect(await issues(counted(said))).toEqual(expected);
  });

  it.each([
    ["initial: 9, allowed: { max: 5 }", ["preset-beyond-limit <9>"]],
    ["initial: 5, allowed: { below: 5 }", ["preset-beyond-limit <5>"]],
    ["default: { value: 9 }, allowed: { min: 10 }", ["preset-beyond-limit <9>"]],
    ["range: { low: 1, high: 9 }, allowed: { min: 1, max: 5 }", ["preset-beyond-limit <9>"]],
    ["initial: 9, allowed: { max: 5, soft: true }", []],
    ["initial: 5, allowed: { min: 5, max: 5 }", []],
  ])("is an answer that the question would take: { %s }", async (said, expected) => {
    expect(await issues(counted(said))).toEqual(expected);
  });
});

describe("limits", () => {
  const limited = (said: string, more = "") => `
inputs: { a: { type: quantity km, allowed: { ${said} }${more} } }
formulas: { x: { unit: km, expr: a * 2 } }`;

  it.each([
    ["min: 5", "5 km", "4.999 km"],
    ["max: 5", "5 km", "5.001 km"],
    ["above: 5", "5.001 km", "5 km"],
    ["below: 5", "4.999 km", "5 km"],
    ["max: 5", "5000 m", "5001 m"],
    ["max: 5000 m", "5 km", "6 km"],
    ["min: 0, max: 20000", "0 km", "-1 km"],
  ])("%s takes %s and refuses %s", async (said, within, beyond) => {
    expect(await faults(limited(said), { a: within })).toEqual([]);
    expect(await faults(limited(said), { a: beyond })).toEqual(["answer-beyond-limit a"]);
  });

  it("that are soft warn only", async () => {
    expect(await faults(limited("max: 5, soft: true"), { a: "6 km" })).toEqual([
      "? answer-beyond-limit a",
    ]);
    expect(await value(limited("max: 5, soft: true"), { a: "6 km" })).toBe("12 km");
  });

  it.each([
    ["initial: 7", "official"],
    ["default: { value: 30 }", "estimate"],
    ["range: { low: 1, high: 9 }", "range"],
  ] as const)(
    "leave an answer beyond them unanswered: %s does not stand in for it",
    async (said, mode) => {
      for (const a of ["99 km", "some", "5", "5 kg"]) {
        const set = await reply(limited("max: 50", `, ${said}`), { a }, { mode });
        expect(set.ok).toBe(false);
        if (set.result === undefined) throw new Error("no result");
        expect(valueOfOutput(set.result, "x")).toBe("missing");
        expect(set.result.missing.map(({ input }) => input)).toEqual(["a"]);
        expect(set.result.assumed).toEqual([]);
      }
      expect(await value(limited("max: 50", `, ${said}`), { a: "" }, { mode })).not.toBe("missing");
    },
  );

  it("leave an answer of another shape unanswered too", async () => {
    const fragment = `
enums: { way: [road, rail] }
inputs: { a: { type: quantity km, per: way, initial: 7 }, b: { type: quantity km, initial: 7 } }
formulas: { x: { unit: km, expr: "sum(way, a) + b" } }`;
    const set = await reply(fragment, { a: "5 km", b: ["5 km"] });
    expect(set.result?.missing.map(({ input, at }) => [input, at])).toEqual([
      ["a", { way: "road" }],
      ["a", { way: "rail" }],
      ["b", {}],
    ]);
    const one = await reply(fragment, { a: { road: "5 kg" } });
    expect(one.result?.missing.map(({ input, at }) => [input, at])).toEqual([
      ["a", { way: "road" }],
    ]);
  });

  it("may be of days and years", async () => {
    const fragment =
      "inputs: { d: { type: date, allowed: { min: 2020-01-01 } }, y: { type: fiscal_year, allowed: { max: 2030 } } }\nformulas: { x: { type: boolean, expr: 'd < end_of(y)' } }";
    expect(await faults(fragment, { d: "2019-12-31", y: "FY2031" })).toEqual([
      "answer-beyond-limit d",
      "answer-beyond-limit y",
    ]);
    expect(await value(fragment, { d: "2020-01-01", y: "FY2030" })).toBe("true");
  });

  it.each([
    ["max: 5 kg", ["unit-mismatch <kg>"]],
    ["max: much", ["not-a-figure <much>"]],
    ["min: 5, max: 4999 m", ["ends-reversed <4999 m>"]],
    ["most: 5", ["key-unknown <most>"]],
  ])("are refused with %s", async (said, expected) => {
    expect(await issues(limited(said))).toEqual(expected);
  });
});

describe("when", () => {
  const hidden = (formula: string) => `
enums: { route: [by_distance, by_fuel] }
inputs:
  route: { type: enum route }
  distance: { type: quantity km, when: route == route.by_distance, initial: 5 }
  fuel: { type: quantity L, when: route == route.by_fuel }
  note: { type: quantity L, optional: true }
formulas: { x: { unit: km, ${formula} } }`;
  const matched = 'match: route, then: { by_distance: distance, by_fuel: "fuel / 1 [L] * 1 [km]" }';

  it.each([
    [{ route: "by_distance", distance: "3 km" }, "3 km", []],
    [{ route: "by_distance" }, "5 km", []],
    [{ route: "by_fuel", fuel: "4 L", distance: "3 km" }, "4 km", ["distance"]],
    [{ route: "by_fuel" }, "missing", []],
    [{ distance: "3 km" }, "missing", ["distance"]],
  ])("hides what does not matter: %j gives %s", async (given, expected, ignored) => {
    const found = await result(hidden(matched), given);
    expect(valueOfOutput(found, "x")).toBe(expected);
    expect(found.ignored.map(({ input }) => input)).toEqual(ignored);
  });

  it("tells which questions matter", async () => {
    const asked = async (given: Record<string, string>) =>
      (await result(hidden(matched), given)).asked.map(({ input }) => input);
    expect(await asked({})).toEqual(["route"]);
    expect(await asked({ route: "by_fuel" })).toEqual(["route", "fuel"]);
    expect(await asked({ route: "by_distance" })).toEqual(["route", "distance"]);
  });

  it.each([
    [
      "in another branch",
      'match: route, then: { by_distance: "fuel / 1 [L] * 1 [km]", by_fuel: distance }',
      2,
    ],
    ["in no branch", "expr: distance", 1],
    ["where it may be open", 'expr: "note / 1 [L] * 1 [km]"', 1],
    [
      "under another condition",
      "cases: [{ when: route != route.by_fuel, then: distance }, { otherwise: distance }]",
      1,
    ],
  ])("keeps formulas from reading %s", async (_, formula, count) => {
    const found = await issues(hidden(formula));
    expect(found.map((one) => one.split(" ")[0])).toEqual(
      Array.from({ length: count }, () => "hidden-input-read"),
    );
  });

  it.each([
    [
      "under known()",
      'cases: [{ when: known(distance), then: distance }, { otherwise: "0 [km]" }]',
    ],
    [
      "under known() of an optional one",
      'cases: [{ when: known(note), then: "note / 1 [L] * 1 [km]" }, { otherwise: "0 [km]" }]',
    ],
    [
      "in a branch that implies it",
      'cases: [{ when: route == route.by_distance, then: distance }, { otherwise: "0 [km]" }]',
    ],
    [
      "in a branch that excludes the others",
      'cases: [{ when: route != route.by_distance, then: "0 [km]" }, { otherwise: distance }]',
    ],
  ])("lets formulas read %s", async (_, formula) => {
    expect(await issues(hidden(formula))).toEqual([]);
  });

  it.each(modes)("known() of what is open, hidden or answered in %s mode", async (mode) => {
    const asking =
      'cases: [{ when: known(note), then: "1 [km]" }, { when: known(distance), then: "2 [km]" }, { otherwise: "3 [km]" }]';
    expect(await value(hidden(asking), { route: "by_fuel" }, { mode })).toBe("3 km");
    expect(await value(hidden(asking), { route: "by_fuel", distance: "1 km" }, { mode })).toBe(
      "3 km",
    );
    expect(await value(hidden(asking), { route: "by_distance" }, { mode })).toBe("2 km");
    expect(await value(hidden(asking), { route: "by_fuel", note: "1 L" }, { mode })).toBe("1 km");
  });

  it.each(modes)("optional stays open in %s mode", async (mode) => {
    const asking = 'cases: [{ when: known(note), then: "1 [km]" }, { otherwise: "3 [km]" }]';
    const found = await result(hidden(asking), {}, { mode });
    expect(valueOfOutput(found, "x")).toBe("3 km");
    expect(found.missing).toEqual([]);
  });

  it("is a statement about what is known", async () => {
    expect(
      await issues(
        "inputs: { a: { type: quantity t, when: b } }\nformulas: { x: { unit: t, expr: a } }",
      ),
    ).toContain("unknown-name <b>");
    expect(
      await issues(
        "inputs: { b: { type: quantity t }, a: { type: quantity t, when: b } }\nformulas: { x: { unit: t, expr: a } }",
      ),
    ).toContain("type-mismatch <b>");
  });

  it("may ask for a list", async () => {
    const fragment = `
inputs:
  has: { type: boolean }
  cars: { type: list, when: has, min_items: 1, item: { km: { type: quantity km } } }
formulas: { x: { unit: km, cases: [{ when: has, then: "sum(cars, km)" }, { otherwise: "0 [km]" }] } }`;
    expect(await value(fragment, { has: "false" })).toBe("0 km");
    expect(await value(fragment, { has: "true" })).toBe("missing");
    expect(await value(fragment, { has: "true", cars: [{ km: "2 km" }] })).toBe("2 km");
  });
});

describe("what a question declares", () => {
  it.each([
    ["units: [km, m]", []],
    ["units: [km, kg]", ["unit-mismatch <kg>"]],
    ["units: [km, furlong]", ["unknown-unit <furlong>"]],
    ["monitoring: { class: B, how: { ja: 計量, en: metered } }", []],
    ["monitoring: { class: Z }", ["not-one-of <Z>"]],
    ["group: travel", []],
    ["group: food", ["unknown-name <food>"]],
    ["optional: maybe", ["not-one-of <maybe>"]],
  ])("{ %s }", async (said, expected) => {
    const fragment = `groups: { travel: { ja: 移動 } }\ninputs: { a: { type: quantity km, ${said} } }\nformulas: { x: { unit: km, expr: a } }`;
    expect(await issues(fragment)).toEqual(expected);
  });

  it("has a label, in Japanese at least", async () => {
    const fragment =
      "inputs: { a: { type: quantity km, label: { en: Way } } }\nformulas: { x: { unit: km, expr: a } }";
    expect((await issues(fragment)).map((one) => one.split(" ")[0])).toEqual(["key-missing"]);
    expect(await warnings(fragment.replace("en: Way", "ja: 道"))).toEqual([
      'label-without-english <"label">',
    ]);
  });

  it("has a mode of its own, unless another is asked for", async () => {
    const fragment =
      "mode: estimate\ninputs: { a: { type: quantity km, default: { value: 3 } } }\nformulas: { x: { unit: km, expr: a } }";
    expect(await value(fragment)).toBe("3 km");
    expect(await value(fragment, {}, { mode: "official" })).toBe("missing");
    expect((await result(fragment)).mode).toBe("estimate");
  });
});
