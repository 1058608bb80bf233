import { describe, expect, it } from "vitest";
import { toldOf } from "../../support/grove.ts";

/** A methodology with hidden, optional and plain questions, and a formula with the body at hand. */
function asks(body: string, more = ""): string {
  return `format: methodology/1
id: ASKS-1
version: 1.0-r1
status: published
title: { ja: 問, en: Asks }
documents: { rule: { title: { ja: 規程, en: Rule }, standing: official } }
enums:
  route: { fuel: { ja: 燃料, en: Fuel }, heat: { ja: 熱, en: Heat }, steam: { ja: 蒸気, en: Steam } }
  grade: { ordered: true, members: { low: { ja: 下, en: Low }, middle: { ja: 中, en: Middle }, high: { ja: 上, en: High } } }
  phase: { before: { ja: 前, en: Before }, after: { ja: 後, en: After } }
tables:
  known_amounts:
    key: { route: route }
    columns: { amount: kg }
    source: { document: rule }
    provenance: confirmed
    rows:
      - { route: fuel, amount: 1 }
      - { route: heat, amount: none }
      - { route: steam, amount: 3 }
constants:
  limit: { value: 5, unit: kg, source: { document: rule }, provenance: confirmed }
inputs:
  route: { type: enum route, label: { ja: 方法, en: Route } }
  grade: { type: enum grade, label: { ja: 等級, en: Grade } }
  is_new: { type: boolean, label: { ja: 新設, en: New } }
  is_big: { type: boolean, label: { ja: 大, en: Big } }
  plain: { type: quantity kg, label: { ja: 量, en: Plain } }
  other: { type: quantity kg, label: { ja: 他, en: Other } }
  perhaps: { type: quantity kg, label: { ja: 任意, en: Perhaps }, optional: true }
  of_fuel: { type: quantity kg, label: { ja: 燃料, en: Fuel }, when: route == route.fuel }
  of_others: { type: quantity kg, label: { ja: 他, en: Others }, when: route != route.fuel }
  of_new: { type: quantity kg, label: { ja: 新, en: New }, when: is_new }
  of_new_fuel: { type: quantity kg, label: { ja: 新, en: New }, when: is_new and route == route.fuel }
  of_either: { type: quantity kg, label: { ja: 両, en: Either }, when: is_new or is_big }
  of_good: { type: quantity kg, label: { ja: 良, en: Good }, when: grade >= grade.middle }
  of_heavy: { type: quantity kg, label: { ja: 重, en: Heavy }, when: plain > limit }
  of_less: { type: quantity kg, label: { ja: 少, en: Less }, when: plain < other }
  of_perhaps: { type: quantity kg, label: { ja: 任意, en: Perhaps }, when: known(perhaps) }
  phases: { type: boolean, label: { ja: 段階, en: Phases }, per: phase }
  of_phase: { type: quantity kg, label: { ja: 段階, en: Phase }, per: phase, when: phases }
  sites:
    type: list
    label: { ja: 現場, en: Sites }
    min_items: 0
    max_items: 10
    item:
      is_mine: { type: boolean, label: { ja: 自, en: Mine } }
      of_mine: { type: quantity kg, label: { ja: 自, en: Mine }, when: is_mine }
  legs:
    type: list
    label: { ja: 区間, en: Legs }
    min_items: 0
    max_items: 10
    when: is_big
    item:
      site: { type: item sites, label: { ja: 現場, en: Site }, optional: true }
      mass: { type: quantity kg, label: { ja: 質量, en: Mass } }
      of_fuel_leg: { type: quantity kg, label: { ja: 燃料, en: Fuel }, when: route == route.fuel }
formulas:
  answer:
    unit: kg
${body.replace(/^/gm, "    ")}
    source: { document: rule }
    provenance: confirmed
${more.replace(/^(?=.)/gm, "  ")}
outputs: { answer: { main: true } }
`;
}

const sourced = "source: { document: rule }\n  provenance: confirmed\n";

/** What is told besides what nothing reads. */
async function proved(body: string, more?: string): Promise<readonly string[]> {
  const told = await toldOf(asks(body, more));
  return told.filter((line) => !line.startsWith("warning unused"));
}

describe("a hidden question is proved to be there", () => {
  it.each<[string, string, string?]>([
    [
      "by the member of a match",
      "match: route\nthen: { fuel: of_fuel, heat: of_others, steam: of_others }",
    ],
    ["by a case", "cases:\n  - when: route == route.fuel\n    then: of_fuel\n  - otherwise: plain"],
    [
      "by the failure of the cases before",
      "cases:\n  - when: route == route.fuel\n    then: plain\n  - otherwise: of_others",
    ],
    [
      "by what two failed cases leave",
      "cases:\n  - when: route == route.heat\n    then: plain\n  - when: route == route.steam\n    then: plain\n  - otherwise: of_fuel",
    ],
    [
      "by both halves of a case",
      "cases:\n  - when: is_new and route == route.fuel\n    then: of_new_fuel\n  - otherwise: plain",
    ],
    ["by one half of an or", "cases:\n  - when: is_big\n    then: of_either\n  - otherwise: plain"],
    [
      "by a denied or",
      "cases:\n  - when: not (is_new or is_big)\n    then: plain\n  - otherwise: of_either",
    ],
    [
      "by the order of members",
      "match: grade\nthen: { low: plain, middle: of_good, high: of_good }",
    ],
    [
      "by an order of members the other way",
      "cases:\n  - when: grade.middle > grade\n    then: plain\n  - otherwise: of_good",
    ],
    [
      "by a larger bound",
      "cases:\n  - when: plain >= 6 [kg]\n    then: of_heavy\n  - otherwise: plain",
    ],
    [
      "by a denied bound",
      "cases:\n  - when: plain <= 5 [kg]\n    then: plain\n  - otherwise: of_heavy",
    ],
    [
      "by a comparison turned round",
      "cases:\n  - when: other > plain\n    then: of_less\n  - otherwise: plain",
    ],
    [
      "by a comparison denied",
      "cases:\n  - when: plain >= other\n    then: plain\n  - otherwise: of_less",
    ],
    ["by being known", "cases:\n  - when: known(of_new)\n    then: of_new\n  - otherwise: plain"],
    [
      "because another that needs the same is known",
      "cases:\n  - when: known(of_new_fuel)\n    then: of_new + of_fuel\n  - otherwise: plain",
    ],
    [
      "because an optional one is known",
      "cases:\n  - when: known(perhaps)\n    then: perhaps + of_perhaps\n  - otherwise: plain",
    ],
    [
      "on the right of and",
      "cases:\n  - when: is_new and of_new > plain\n    then: other\n  - otherwise: plain",
    ],
    [
      "on the right of or",
      "cases:\n  - when: not is_new or of_new > plain\n    then: other\n  - otherwise: plain",
    ],
    ["under a where", "expr: sum(sites, of_mine where is_mine)"],
    ["along an enum, by the member's own answer", "expr: sum(phase, of_phase where phases)"],
    [
      "through a formula that is true",
      "cases:\n  - when: both\n    then: of_new_fuel\n  - otherwise: plain",
      `both:\n  type: boolean\n  expr: is_new and route == route.fuel\n  ${sourced}`,
    ],
    [
      "through the ways to a member",
      "match: kind\nthen: { low: of_fuel, middle: of_others, high: of_new }",
      `kind:\n  type: enum grade\n  cases:\n    - when: route == route.fuel\n      then: grade.low\n    - when: is_new\n      then: grade.high\n    - otherwise: grade.middle\n  ${sourced}`,
    ],
    [
      "in a formula that only a branch reads",
      "match: route\nthen: { fuel: twice, heat: plain, steam: plain }",
      `twice:\n  unit: kg\n  expr: 2 * thrice\n  ${sourced}thrice:\n  unit: kg\n  expr: 3 * of_fuel\n  ${sourced}`,
    ],
    [
      "through a pointer that is known",
      "cases:\n  - when: is_big\n    then: sum(legs, leg)\n  - otherwise: plain",
      `leg:\n  per: legs\n  unit: kg\n  cases:\n    - when: known(site) and site.is_mine\n      then: site.of_mine\n    - otherwise: mass\n  ${sourced}`,
    ],
    [
      "in a list, by a branch outside it",
      "cases:\n  - when: is_big and route == route.fuel\n    then: sum(legs, of_fuel_leg)\n  - otherwise: plain",
    ],
    [
      "where a cell is known",
      "cases:\n  - when: known(known_amounts[route].amount)\n    then: known_amounts[route].amount\n  - otherwise: plain",
    ],
    ["where the member written has the cell", "expr: known_amounts[route.steam].amount"],
  ])("%s", async (_, body, more) => {
    expect(await proved(body, more)).toEqual([]);
  });
});

describe("a hidden question is refused", () => {
  it.each<[string, string, string, string?]>([
    ["without any branch", "expr: of_fuel", "hidden-input-read: expr: «of_fuel»"],
    ["that may be left open", "expr: perhaps", "hidden-input-read: expr: «perhaps»"],
    [
      "in the other branch",
      "match: route\nthen: { fuel: plain, heat: of_fuel, steam: plain }",
      "hidden-input-read: then: { fuel: plain, heat: «of_fuel», steam: plain }",
    ],
    [
      "with half of what it needs",
      "cases:\n  - when: is_new\n    then: of_new_fuel\n  - otherwise: plain",
      "hidden-input-read: then: «of_new_fuel»",
    ],
    [
      "with an or in place of and",
      "cases:\n  - when: is_new or route == route.fuel\n    then: of_new_fuel\n  - otherwise: plain",
      "hidden-input-read: then: «of_new_fuel»",
    ],
    [
      "with a smaller bound",
      "cases:\n  - when: plain > 4 [kg]\n    then: of_heavy\n  - otherwise: plain",
      "hidden-input-read: then: «of_heavy»",
    ],
    [
      "with the bound itself",
      "cases:\n  - when: plain >= 5 [kg]\n    then: of_heavy\n  - otherwise: plain",
      "hidden-input-read: then: «of_heavy»",
    ],
    [
      "with the order of other members",
      "cases:\n  - when: grade >= grade.low\n    then: of_good\n  - otherwise: plain",
      "hidden-input-read: then: «of_good»",
    ],
    [
      "on the left of and",
      "cases:\n  - when: of_new > plain and is_new\n    then: other\n  - otherwise: plain",
      "hidden-input-read: - when: «of_new» > plain and is_new",
    ],
    [
      "on the right of a wrong or",
      "cases:\n  - when: is_new or of_new > plain\n    then: other\n  - otherwise: plain",
      "hidden-input-read: - when: is_new or «of_new» > plain",
    ],
    [
      "in the where itself",
      "expr: sum(sites, plain where of_mine > plain)",
      "hidden-input-read: expr: sum(sites, plain where «of_mine» > plain)",
    ],
    [
      "of another item than the one asked about",
      "expr: sum(phase, of_phase where route == route.fuel)",
      "hidden-input-read: expr: sum(phase, «of_phase» where route == route.fuel)",
    ],
    [
      "through a pointer that may be open",
      "cases:\n  - when: is_big\n    then: sum(legs, leg)\n  - otherwise: plain",
      "hidden-input-read: expr: «site.mine_twice»",
      `leg:\n  per: legs\n  unit: kg\n  expr: site.mine_twice\n  ${sourced}mine_twice:\n  per: sites\n  unit: kg\n  expr: 2 * plain\n  ${sourced}`,
    ],
    [
      "of the item pointed at, by an answer about another",
      "cases:\n  - when: is_big\n    then: sum(legs, leg)\n  - otherwise: plain",
      "hidden-input-read: then: «site.of_mine»",
      `leg:\n  per: legs\n  unit: kg\n  cases:\n    - when: known(site)\n      then: site.of_mine\n    - otherwise: mass\n  ${sourced}`,
    ],
    ["in a hidden list", "expr: sum(legs, mass)", "hidden-list-read: expr: sum(«legs», mass)"],
    [
      "in a count of a hidden list",
      "expr: count(legs) * plain",
      "hidden-list-read: expr: count(«legs») * plain",
    ],
    [
      "whose cell may be open",
      "expr: known_amounts[route].amount",
      "open-cell-read: expr: «known_amounts[route].amount»",
    ],
    [
      "whose cell is open for the member written",
      "expr: known_amounts[route.heat].amount",
      "open-cell-read: expr: «known_amounts[route.heat].amount»",
    ],
    [
      "in a formula that a branch and others read",
      "match: route\nthen: { fuel: twice, heat: twice, steam: plain }",
      "hidden-input-read: expr: 2 * «of_fuel»",
      `twice:\n  unit: kg\n  expr: 2 * of_fuel\n  ${sourced}`,
    ],
  ])("%s", async (_, body, expected, more) => {
    expect(await proved(body, more)).toEqual([expected]);
  });

  it("by a condition", async () => {
    const text = asks("expr: plain").replace(
      "outputs:",
      `conditions:\n  small:\n    effect: warn\n    expr: of_new < limit\n    ${sourced.replace(/^ {2}/gm, "    ")}outputs:`,
    );
    expect(await toldOf(text)).toContain("hidden-input-read: expr: «of_new» < limit");
  });

  it("by what makes another question relevant", async () => {
    const text = asks(
      "cases:\n  - when: known(of_fuel)\n    then: of_fuel\n  - otherwise: plain",
    ).replace("when: route == route.fuel }", "when: of_new > limit }");
    expect(await toldOf(text)).toContain(
      "hidden-input-read: of_fuel: { type: quantity kg, label: { ja: 燃料, en: Fuel }, when: «of_new» > limit }",
    );
  });
});

describe("what cannot be proved", () => {
  it("is told where it takes too many trials", async () => {
    const flags = Array.from(
      { length: 18 },
      (_, index) => `plain > ${index + 6} [kg] * other / other`,
    );
    const body = `cases:\n  - when: ${flags.map((flag) => `(${flag} or is_big)`).join(" and ")}\n    then: of_either\n  - otherwise: plain`;
    const told = await proved(body);
    expect(told).toEqual([
      expect.stringMatching(/^(hidden-input-read|relevance-too-involved): then: «of_either»$/),
    ]);
  });
});
