import { describe, expect, it } from "vitest";
import { faults, issues, result, value, warnings } from "../../support/format.ts";

/** The section “Formulas and branches” of the format, from text to result. */

describe("cases", () => {
  const cases = (branches: string) => `
inputs: { a: { type: quantity t }, b: { type: boolean } }
formulas: { x: { unit: t, cases: [${branches}] } }`;
  const three =
    '{ when: "a < 1 [t]", then: "1 [t]" }, { when: "a < 2 [t]", then: "2 [t]", because: { ja: 中, en: middle } }, { otherwise: a }';

  it.each([
    ["0.5 t", "1 t"],
    ["1 t", "2 t"],
    ["2 t", "2 t"],
    ["3 t", "3 t"],
  ])("take the first that holds: %s gives %s", async (a, expected) => {
    expect(await value(cases(three), { a })).toBe(expected);
  });

  it("say which was taken and why", async () => {
    const { steps } = await result(cases(three), { a: "1 t" }, { steps: true });
    expect(steps?.[0]?.branch).toEqual({ when: "a < 2 [t]", because: { ja: "中", en: "middle" } });
    expect(steps?.[0]?.formula).toBe("2 [t]");
  });

  it("are unknown while a condition is, and the next is not taken", async () => {
    const fragment = cases(
      '{ when: b, then: "1 [t]" }, { when: "true", then: "2 [t]" }, { otherwise: a }',
    );
    expect(await value(fragment)).toBe("missing");
    const { missing } = await result(fragment);
    expect(missing.map(({ input }) => input)).toEqual(["b"]);
  });

  it("are the hull of their branches in range mode", async () => {
    const fragment = cases('{ when: b, then: "1 [t]" }, { otherwise: "3 [t]" }');
    expect(await value(fragment, {}, { mode: "range" })).toMatch(/^1\.\.3 t/);
  });

  it.each([
    ["without otherwise", '{ when: b, then: "1 [t]" }', ["otherwise-missing <cases>"]],
    [
      "going on after otherwise",
      "{ otherwise: a }, { when: b, then: a }",
      ["case-after-otherwise <{>"],
    ],
    ["of another type", "{ when: b, then: b }, { otherwise: a }", ["type-mismatch <b>"]],
    [
      "of another unit",
      '{ when: b, then: "1 [km]" }, { otherwise: a }',
      ["unit-mismatch <1 [km]>"],
    ],
    [
      "that depend on no statement",
      "{ when: a, then: a }, { otherwise: a }",
      ["type-mismatch <a>"],
    ],
  ])("are refused %s", async (_, branches, expected) => {
    expect(await issues(cases(branches))).toEqual(expected);
  });
});

describe("match", () => {
  const match = (on: string, then: string) => `
enums: { way: [meter, tank, default], other: { of: way, members: [meter, tank] } }
inputs: { way: { type: enum way }, some: { type: enum other }, m: { type: quantity L, when: way == way.meter }, t: { type: quantity L, when: way == way.tank } }
formulas:
  chosen: { type: enum way, cases: [{ when: way == way.default, then: way.meter }, { otherwise: way }] }
  x: { unit: L, match: ${on}, then: { ${then} } }`;
  const all = 'meter: m, tank: { then: t, because: { ja: タンク, en: by tank } }, default: "5 [L]"';

  it.each([
    [{ way: "meter", m: "1 L" }, "1 L"],
    [{ way: "tank", t: "2 L" }, "2 L"],
    [{ way: "default" }, "5 L"],
    [{ way: "meter" }, "missing"],
    [{}, "missing"],
  ])("of %j is %s", async (given, expected) => {
    expect(await value(match("way", all), given)).toBe(expected);
  });

  it("keeps the chosen way in the result", async () => {
    const { steps } = await result(match("way", all), { way: "tank", t: "2 L" }, { steps: true });
    expect(steps?.at(-1)?.branch).toEqual({
      member: "tank",
      because: { ja: "タンク", en: "by tank" },
    });
  });

  it("may be on a formula", async () => {
    const said = 'meter: "1 [L]", tank: "2 [L]", default: "3 [L]"';
    expect(await value(match("chosen", said), { way: "default" })).toBe("1 L");
    expect(await value(match("chosen", said), { way: "tank" })).toBe("2 L");
  });

  it("of a part has the branches of the part", async () => {
    expect(await value(match("some", 'meter: "1 [L]", tank: "2 [L]"'), { some: "tank" })).toBe(
      "2 L",
    );
    expect(await issues(match("some", 'meter: "1 [L]", tank: "2 [L]", default: "3 [L]"'))).toEqual([
      "unknown-name <default>",
    ]);
  });

  it.each([
    ["a member without a branch", "way", 'meter: "1 [L]", tank: "2 [L]"', ["match-missing <then>"]],
    ["a branch without a member", "way", `${all}, wood: "1 [L]"`, ["unknown-name <wood>"]],
    ["what is no enum", "m", all, ["type-mismatch <m>"]],
  ])("is refused with %s", async (_, on, then, expected) => {
    expect(await issues(match(on, then))).toEqual(expected);
  });

  it.each([
    ["expr: 1, match: way, then: { meter: 1 }", ["body-count <x>", "then-without-match <then>"]],
    ["note: none", ["body-count <x>"]],
    ["expr: 1, then: { meter: 1 }", ["then-without-match <then>"]],
  ])("stands alone: { %s }", async (said, expected) => {
    const found = await issues(
      `enums: { way: [meter] }\ninputs: { way: { type: enum way } }\nformulas: { x: { unit: '1', ${said} } }`,
    );
    expect(found.map((one) => one.split(" ")[0])).toEqual(expected.map((one) => one.split(" ")[0]));
  });
});

describe("stop", () => {
  const stopped = `
inputs: { a: { type: boolean } }
formulas:
  base: { unit: t, cases: [{ when: a, then: "1 [t]" }, { otherwise: stop, because: { ja: 対象外, en: out of scope } }] }
  twice: { unit: t, expr: base * 2 }
  x: { unit: t, expr: "twice + 1 [t]" }`;

  it("gives no value, for its reason, to all that reads it", async () => {
    expect(await value(stopped, { a: "true" })).toBe("3 t");
    expect(await value(stopped, { a: "false" })).toBe("stopped");
    const { results, issues: found } = await result(stopped, { a: "false" });
    expect(results.x?.because).toEqual({ ja: "対象外", en: "out of scope" });
    expect(found).toEqual([]);
  });

  it("is told after what is missing", async () => {
    const both = stopped
      .replace(
        "inputs: { a: { type: boolean } }",
        "inputs: { a: { type: boolean }, b: { type: quantity t } }",
      )
      .replace("base * 2", "base + b");
    expect(await value(both, { a: "false" })).toBe("missing");
    expect(await value(both, { a: "false", b: "1 t" })).toBe("stopped");
  });

  it("needs its reason", async () => {
    const bare = stopped.replace(", because: { ja: 対象外, en: out of scope }", "");
    expect(await issues(bare)).toEqual(["stop-without-because <stop>"]);
  });
});

describe("a circle", () => {
  it.each([
    ["of one", "x: { unit: t, expr: x * 2 }", ["circle <x>"]],
    ["of two", "x: { unit: t, expr: y }, y: { unit: t, expr: x }", ["circle <y>"]],
    [
      "through a branch",
      'x: { unit: t, cases: [{ when: "y > 1 [t]", then: "1 [t]" }, { otherwise: "2 [t]" }] }, y: { unit: t, expr: x }',
      ["circle <y>"],
    ],
  ])("%s is refused", async (_, formulas, expected) => {
    const found = await issues(`formulas: { ${formulas} }`);
    expect(found.map((one) => one.split(" ")[0])).toEqual(expected.map((one) => one.split(" ")[0]));
  });

  it("is none where two passes have two names", async () => {
    const fragment = `
inputs: { main: { type: quantity t-CO2 }, ancillary: { type: quantity t-CO2 } }
formulas:
  first: { unit: t-CO2, expr: main, round: { mode: floor, to: 1 } }
  counted: { unit: t-CO2, cases: [{ when: "ancillary < first / 99", then: "0 [t-CO2]", because: { ja: 影響度が1%未満, en: under 1 % } }, { otherwise: ancillary }] }
  x: { unit: t-CO2, expr: main - counted, round: { mode: floor, to: 1 } }`;
    expect(await value(fragment, { main: "99.9 t-CO2", ancillary: "0.999 t-CO2" })).toBe(
      "99 t-CO2",
    );
    expect(await value(fragment, { main: "99.9 t-CO2", ancillary: "1 t-CO2" })).toBe("98 t-CO2");
  });
});

describe("formulas", () => {
  it("stand in any order", async () => {
    expect(
      await value(
        'formulas: { x: { unit: t, expr: later * 2 }, later: { unit: t, expr: "3 [t]" } }',
      ),
    ).toBe("6 t");
  });

  it("that nothing reads are told", async () => {
    expect(
      await warnings(
        'formulas: { x: { unit: t, expr: "1 [t]" }, idle: { unit: t, expr: "3 [t]" } }',
      ),
    ).toEqual(['unused <"idle">']);
  });
});

describe("a condition", () => {
  const condition = (said: string) => `
inputs: { a: { type: quantity t }, cars: { type: list, item: { km: { type: quantity km } } } }
conditions: { enough: { label: { ja: 量, en: Enough }, ${said} } }
formulas: { x: { unit: t, expr: "a * 1" } }`;

  it.each([
    ["not_applicable", "3 t", "applies", true, []],
    ["not_applicable", "1 t", "does_not_apply", false, []],
    ["refuse", "1 t", "applies", false, ["condition-refused conditions/enough"]],
    ["warn", "1 t", "applies", false, ["? condition-warned conditions/enough"]],
    ["warn", "3 t", "applies", true, []],
  ])("with effect %s and %s: %s", async (effect, a, status, holds, told) => {
    const fragment = condition(`effect: ${effect}, expr: "a > 2 [t]"`);
    const found = await result(fragment, { a });
    expect(found.status).toBe(status);
    expect(found.conditions.map((one) => [one.effect, one.holds])).toEqual([[effect, holds]]);
    expect(await faults(fragment, { a })).toEqual(told);
    expect(found.results.x?.value).toBe(a.replace(" t", ""));
  });

  it("leaves the result undecided while it is unknown", async () => {
    const found = await result(condition('effect: not_applicable, expr: "a > 2 [t]"'), {});
    expect(found.status).toBe("undecided");
    expect(found.conditions[0]?.holds).toBeNull();
    expect(
      found.missing.map(({ input, needed_by: by }) => [input, by.map(({ id }) => id)]),
    ).toEqual([["a", ["x", "enough"]]]);
  });

  it("is decided against, whatever else is unknown", async () => {
    const found = await result(
      condition('effect: not_applicable, expr: "a > 2 [t]"').replace(
        "conditions: {",
        "conditions: { long: { effect: not_applicable, per: cars, expr: 'km > 1 [km]' }, ",
      ),
      { a: "1 t", cars: [{}] },
    );
    expect(found.status).toBe("does_not_apply");
  });

  it("may be per item, and may have branches", async () => {
    const fragment = condition(
      'effect: not_applicable, per: cars, cases: [{ when: "km > 5 [km]", then: "false", because: { ja: 遠い, en: far } }, { otherwise: "true" }]',
    );
    const found = await result(fragment, { a: "1 t", cars: [{ km: "1 km" }, { km: "9 km" }] });
    expect(found.conditions).toMatchObject([
      { id: "enough", at: { cars: "1" }, holds: true },
      { id: "enough", at: { cars: "2" }, holds: false, because: { ja: "遠い", en: "far" } },
    ]);
    expect(found.status).toBe("does_not_apply");
  });

  it("leaves the result undecided where it stops", async () => {
    const fragment = condition(
      'effect: not_applicable, cases: [{ when: "a > 1 [t]", then: "true" }, { otherwise: stop, because: { ja: 不明, en: unclear } }]',
    );
    expect((await result(fragment, { a: "1 t" })).status).toBe("undecided");
  });

  it.each([
    ["no effect", 'expr: "a > 2 [t]"', ["key-missing <enough>"]],
    ["another effect", 'effect: maybe, expr: "a > 2 [t]"', ["not-one-of <maybe>"]],
    ["no statement", "effect: warn, expr: a", ["type-mismatch <a>"]],
    ["no source", 'effect: warn, expr: "a > 2 [t]", source: []', ["source-missing <enough>"]],
    ["no body", "effect: warn", ["body-count <enough>"]],
  ])("is refused with %s", async (_, said, expected) => {
    expect(await issues(condition(said))).toEqual(expected);
  });
});
