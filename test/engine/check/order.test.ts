import { describe, expect, it } from "vitest";
import { checkOrder } from "../../../engine/check/order.ts";
import type { ParsedMethodology } from "../../../engine/methodology/file.ts";
import type { FormulaTree, Tree } from "../../../engine/methodology/tree.ts";
import { toldOfGrove } from "../../support/grove.ts";
import { tinyTree } from "../../support/tiny.ts";

describe("the order of formulas", () => {
  it("finds nothing in a file whose formulas stand on each other", async () => {
    expect(await toldOfGrove()).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    [
      "a formula that reads itself",
      "expr: 2 * distance * per_km",
      "expr: travel + 0 [t-CO2]",
      "expr: «travel» + 0 [t-CO2]",
    ],
    [
      "two formulas",
      "then: distances[start, goal].km",
      "then: distance_back + 0 [km]",
      "expr: «distance»",
    ],
    [
      "a question and what makes it relevant",
      "when: owns_shed, allowed",
      "when: shed_is_big, allowed",
      "expr: «electricity» > 5 [kWh]",
    ],
  ])("points at a circle of %s", async (_, find, replace, caret) => {
    const more = `  distance_back:
    unit: km
    expr: distance
    source: { document: rule }
    provenance: confirmed
  shed_is_big:
    per: years
    type: boolean
    expr: electricity > 5 [kWh]
    source: { document: rule }
    provenance: confirmed
  distance:
`;
    const told = await toldOfGrove([find, replace], ["  distance:\n", more]);
    expect(told.filter((line) => line.startsWith("circle"))).toEqual([`circle: ${caret}`]);
  });

  it("tells one circle for each knot", async () => {
    const told = await toldOfGrove(
      ["expr: 2 * distance * per_km", "expr: travel + 0 [t-CO2]"],
      ["expr: area * volumes", "expr: area * growth / growth * volumes"],
    );
    expect(told).toEqual([
      "circle: expr: area * «growth» / growth * volumes[site_used, age].growth * carbon[species].density",
      "circle: expr: «travel» + 0 [t-CO2]",
    ]);
  });

  it("follows a chain of any length", () => {
    const count = 20_000;
    const formulas = Array.from(
      { length: count },
      (_, index): FormulaTree => ({
        ...(tinyTree.formulas[0] as FormulaTree),
        id: `f${index}`,
        body: { kind: "expr", value: { kind: "formula", id: `f${(index + 1) % count}` } },
      }),
    );
    const tree: Tree = { ...tinyTree, formulas };
    const parsed = {
      data: { formulas: {} },
      expressions: new Map(),
      file: "long.yaml",
      place: () => undefined,
    } as unknown as ParsedMethodology;
    const [issue, ...more] = checkOrder({ parsed, tree });
    expect(more).toEqual([]);
    expect(issue?.code === "circle" && issue.facts.chain.length).toBe(count + 1);
  });
});

describe("what nothing reads", () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      "a formula and what only it reads",
      "    expr: sum(years, grown) - travel\n",
      "    expr: sum(years, grown)\n",
      [
        "warning unused: «distance»:",
        "warning unused: «travel»:",
        'warning unused: «per_km»: { value: 0.1, low: 0.08, high: 0.12, unit: kg-CO2/km, source: { document: rule, clause: "3" }, provenance: secondary }',
        'warning unused: «way_km»: { type: quantity km, label: { ja: 距離, en: Distance }, holds: throughout, when: "not known(distances[start, goal].km)" }',
      ],
    ],
    [
      "a condition's constant",
      "expr: age >= young",
      "expr: age >= 10 [yr]",
      [
        'warning unused: «young»: { value: 10 yr, source: { document: rule, clause: "4" }, provenance: confirmed }',
      ],
    ],
    [
      "a list, once",
      "        then: plot.plot_site",
      "        then: site",
      ["hidden-input-read: then: «site»"],
    ],
  ])("warns of %s", async (_, find, replace, expected) => {
    expect(await toldOfGrove([find, replace])).toEqual(expect.arrayContaining([...expected]));
  });

  it("does not count text, which no formula reads", async () => {
    const name =
      "      name: { type: text, label: { ja: 名前, en: Name }, optional: true }\n      area:";
    expect(await toldOfGrove(["      area:", name])).toEqual([]);
  });
});

describe("the cost of a methodology", () => {
  it("is refused where the longest lists take too many evaluations", async () => {
    const told = await toldOfGrove(
      ["max_items: 200\n", "max_items: 999999\n"],
      ["  growth:\n    per: stands", "  growth:\n    per: [stands, years]"],
      ["sum(years, grown) - travel", "sum(years, grown - sum(stands, growth) * 0 [yr]) - travel"],
      ['"growth[1]"', '"growth[1, 2014]"'],
    );
    expect(told).toEqual(["too-costly: «credits»:"]);
  });

  it("is warned of where a sum of unlike quotients may grow too large", async () => {
    const told = await toldOfGrove(
      ["max_items: 200\n", "max_items: 2000\n"],
      [".growth * carbon", ".growth / age * 1 [yr] * carbon"],
    );
    expect(told).toEqual(["warning fractions-grow: «grown»:"]);
  });

  it("is not warned of where the sum of so many quotients fits", async () => {
    const told = await toldOfGrove(
      ["max_items: 200\n", "max_items: 500\n"],
      [".growth * carbon", ".growth / age * 1 [yr] * carbon"],
    );
    expect(told).toEqual([]);
  });

  it("is not warned of where each quotient is rounded", async () => {
    const told = await toldOfGrove(
      ["max_items: 200\n", "max_items: 2000\n"],
      [".growth * carbon", ".growth / age * 1 [yr] * carbon"],
      [
        "    unit: t-CO2/yr\n",
        "    unit: t-CO2/yr\n    round: { mode: half_up, to: 0.01, source: { document: rule } }\n",
      ],
    );
    expect(told).toEqual([]);
  });
});
