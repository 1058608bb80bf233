import { beforeAll, describe, expect, it } from "vitest";
import type { Tree } from "../../../engine/methodology/tree.ts";
import {
  built,
  errors,
  formulaOf,
  head,
  inJapanese,
  nodeOf,
  treeOf,
} from "../../support/checked.ts";
import { sharedEditions, users } from "../../support/shared-editions.ts";

let tree: Tree;
beforeAll(async () => {
  tree = await treeOf(users);
});

/** The methodology that uses shared editions, changed in one place. */
function usersWith(from: string, to: string) {
  const text = users["methodology.yaml"] ?? "";
  if (!text.includes(from)) throw new Error(`no ${from}`);
  return { ...users, "methodology.yaml": text.replace(from, to) };
}

describe("the tree of a methodology with shared editions", () => {
  it("lists formulas by id, those of components with their arguments behind the name of the use", () => {
    expect(tree.formulas.map(({ id }) => id)).toEqual([
      "burning.amount",
      "burning.heat",
      "burning.kind",
      "grid.choice",
      "grid.elapsed",
      "grid.factor",
      "grid.since",
      "of_heat",
      "of_power",
      "of_truck",
      "share",
      "site.emission",
      "site.grid.choice",
      "site.grid.elapsed",
      "site.grid.factor",
      "site.grid.since",
      "site.power",
      "site.started",
      "total",
    ]);
  });

  it.each([
    ["of_power", "((?boilers.power * grid.factor) MWh*t-CO2/kWh→t-CO2 ×1000)"],
    ["of_heat", "(burning.heat * fuels[?boilers.fuel, @years].cef)"],
    ["of_truck", "(?boilers.driven * fuels[?boilers.truck, @years].hv)"],
    ["total", "sum(boilers, sum(parts, ((of_power + of_heat) + site.emission)))"],
    ["grid.since", "?boilers.started"],
    ["grid.choice", "?choice"],
    ["grid.elapsed", "(months_between(grid.since, part.start) month→yr ×1/12)"],
    ["site.power", "(?boilers.power MWh→kWh ×1000)"],
    ["site.grid.since", "site.started"],
    ["site.grid.choice", "choice.tiered"],
    ["burning.heat", "(burning.amount * burning.heats[burning.kind, @years].hv)"],
  ])("%s becomes %s", (id, node) => {
    expect(nodeOf(tree, id)).toBe(node);
  });

  it("gives formulas of a component the axes of its use", () => {
    const { per, component, argument } = formulaOf(tree, "site.grid.since");
    expect({ per, component, argument }).toEqual({
      per: ["boilers", "parts"],
      component: "site.grid",
      argument: true,
    });
  });

  it("converts the branches of a match, and keeps their texts", () => {
    const factor = formulaOf(tree, "grid.factor");
    expect(factor.body).toEqual({
      kind: "match",
      subject: { kind: "formula", id: "grid.choice" },
      branches: [
        {
          member: "tiered",
          text: "tiers[elapsed].factor",
          then: {
            kind: "convert",
            factor: "0.001",
            from: "kg-CO2/kWh",
            to: "t-CO2/kWh",
            value: {
              kind: "lookup",
              table: "grid.tiers",
              keys: [{ kind: "formula", id: "grid.elapsed" }],
              column: "factor",
            },
          },
        },
        { member: "flat", text: "flat", then: { kind: "constant", id: "grid.flat" } },
      ],
    });
    expect(factor.origin).toEqual({
      sources: [{ document: "grid:rule", clause: "3" }],
      provenance: "derived",
    });
  });

  it("cuts each item by its own dates, and once where two uses say the same", () => {
    expect(tree.period).toEqual({
      cuts: [
        { kind: "fiscal_year" },
        {
          kind: "after",
          after: [
            { count: 1, unit: "yr" },
            { count: 30, unit: "month" },
          ],
          of: { kind: "input", id: "boilers.started" },
          list: "boilers",
          origin: { sources: [{ document: "grid:rule", clause: "1" }], provenance: "confirmed" },
        },
      ],
    });
  });

  it("says what a unit hangs on, and settles it where all members share one", () => {
    const types = tree.inputs
      .filter(({ id }) => id === "boilers.use" || id === "boilers.driven")
      .map(({ type }) => type);
    expect(types).toEqual([
      {
        kind: "quantity",
        unit: {
          text: "U",
          variables: { U: { enum: "fuel", key: { kind: "input", id: "boilers.fuel" } } },
        },
      },
      { kind: "quantity", unit: { text: "kL" } },
    ]);
    expect(formulaOf(tree, "burning.amount").type).toEqual(types[0]);
  });

  it("writes origins of rows once, cell before column before table", () => {
    const fuels = tree.tables.find(({ id }) => id === "fuels");
    expect(
      fuels?.rows.map(({ keys, cells, unit, origin }) => ({ keys, cells, unit, origin })),
    ).toEqual([
      {
        keys: [["oil", "diesel"], "2013..2040"],
        cells: ["38", "0.07"],
        unit: "kL",
        origin: [0, 1],
      },
      { keys: ["gas", "2013..2040"], cells: ["44", "0.05"], unit: "kNm3", origin: [2, 3] },
    ]);
    expect(fuels?.origins).toEqual([
      { sources: [{ document: "fuels:rule", clause: "2" }], provenance: "unconfirmed" },
      { sources: [{ document: "fuels:rule", clause: "1" }], provenance: "confirmed" },
      {
        sources: [{ document: "fuels:rule", clause: "2" }],
        provenance: "secondary",
        known: "2024-01-01",
      },
      {
        sources: [{ document: "fuels:rule", clause: "1" }],
        provenance: "confirmed",
        known: "2024-01-01",
      },
    ]);
    expect([fuels?.edition, fuels?.variable]).toEqual(["fuels/1-r1", { name: "U", key: "fuel" }]);
  });

  it("names the editions, documents and enums that it took in", () => {
    expect(tree.uses.map(({ kind, id, version }) => `${kind} ${id}/${version}`)).toEqual([
      "component burning/1-r1",
      "table fuels/1-r1",
      "component grid/1-r1",
      "component site/1-r1",
    ]);
    expect(tree.uses.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect(tree.documents.map(({ id }) => id)).toEqual([
      "burning:rule",
      "fuels:rule",
      "grid:rule",
      "rule",
      "site:rule",
    ]);
    expect(tree.enums.map(({ id, of, members }) => [id, of, members.map((one) => one.id)])).toEqual(
      [
        ["choice", undefined, ["tiered", "flat"]],
        ["fuel", undefined, ["oil", "diesel", "gas"]],
        ["truck_fuel", "fuel", ["oil", "diesel"]],
      ],
    );
  });

  it("shows an output in its unit, and shares in %", () => {
    expect(tree.outputs).toEqual([
      { id: "total", main: true, shown: { to: "0.1", mode: "half_up", unit: "kg-CO2" } },
      { id: "share", main: false, shown: { mode: "half_up", unit: "%" } },
    ]);
    expect(formulaOf(tree, "share").round).toEqual({ mode: "half_up", digits: 3 });
  });
});

describe("what shared editions can get wrong", () => {
  it.each([
    [
      "since: started, choice: choice",
      "since: started, chioce: choice",
      [
        "12:3 argument-missing <grid>: grid needs the argument choice. Add it under with.",
        "12:71 unknown-name <chioce>: There is no argument chioce in grid. Did you mean choice?",
      ],
    ],
    [
      "since: started, choice: choice",
      "since: power, choice: choice",
      ["12:62 type-mismatch <power>: This should be a date, but it is a quantity in MWh."],
    ],
    [
      "amount: use, kind: fuel",
      "amount: use, kind: truck",
      ["14:69 unit-mismatch <use>: This should be in kL, but it is in [unit of boilers.fuel]."],
    ],
    [
      "fuels: { use: fuels/1 }",
      "fuels: { use: fuels/1, table: fuel }",
      ["10:41 unknown-name <fuel>: There is no table fuel in fuels/1. Did you mean fuels?"],
    ],
    [
      "enums: { truck_fuel",
      "enums: { fuel: { wood: { ja: 木, en: Wood } }, truck_fuel",
      ["9:10 name-taken <fuel>: fuel is already the name of an enum. Give this another name."],
    ],
    [
      "power * grid.factor",
      "power * grid.facto",
      ["31:70 unknown-name <facto>: There is no value facto in grid. Did you mean factor?"],
    ],
    [
      "power * grid.factor",
      "power * grid.since",
      ["31:70 unknown-name <since>: There is no value since in grid."],
    ],
    [
      "per: years, unit: t-CO2",
      "per: years, unit: t-C",
      [
        "34:42 unit-mismatch <sum(boilers, sum(parts, of_power + of_heat + site.emission))>: This should be in t-C, but it is in t-CO2. Carbon becomes CO2 by 44/12 t-CO2/t-C.",
        "35:56 unit-mismatch <total / 1 [t-CO2]>: This should be a number without a unit, but it is in t-C/t-CO2. Carbon becomes CO2 by 44/12 t-CO2/t-C.",
        "29:57 unit-mismatch <kg-CO2>: This should be in t-C, but it is in kg-CO2. Carbon becomes CO2 by 44/12 t-CO2/t-C.",
      ],
    ],
  ])("%s → %s", async (from, to, told) => {
    const found = await errors(usersWith(from, to));
    expect(found).toEqual(told);
  });

  it("reports no more than the one formula that is wrong, and goes on with the others", async () => {
    const text = `${head}
inputs: { mass: { type: quantity t, label: { ja: 量, en: Mass } } }
outputs: { total: { main: true } }
formulas:
  total: { unit: t, expr: first + second }
  first: { unit: t, expr: masss }
  second: { unit: kg, expr: first * mas }
`;
    expect(await errors(text)).toEqual([
      "12:27 unknown-name <masss>: There is no value masss. Did you mean mass?",
      "13:37 unknown-name <mas>: There is no value mas. Did you mean mass?",
    ]);
  });

  it("says nothing of axes under a formula whose axes cannot be read", async () => {
    expect(
      await errors(
        usersWith("of_power: { per: [boilers, parts]", "of_power: { per: [boiler, parts]"),
      ),
    ).toEqual(["31:21 unknown-name <boiler>: There is no axis boiler. Did you mean boilers?"]);
  });

  it("refuses an enum that two editions bring differently", async () => {
    const other = (sharedEditions["fuels/1-r1/table.yaml"] ?? "")
      .replace("id: fuels", "id: others")
      .replace("oil: { ja: 油, en: Oil }, ", "oil: { ja: 灯油, en: Kerosene }, ");
    const files = {
      ...usersWith("tables: {", "tables: { others: { use: others/1, table: fuels },"),
      "others/1-r1/table.yaml": other,
    };
    expect(await errors(files)).toEqual([
      "10:66 enum-differs <fuels/1>: This edition brings an enum fuel that differs from the one that another edition brings.",
    ]);
  });
});

describe("labels and sentences", () => {
  it("warns of labels without English", async () => {
    const text = `${head}
inputs: { mass: { type: quantity t, label: { ja: 量 } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`;
    const { issues } = await built(text);
    expect(issues.map(({ severity, code, path }) => [severity, code, path.join("/")])).toEqual([
      ["warning", "label-without-english", "inputs/mass/label"],
    ]);
    expect(issues.map(inJapanese)).toEqual(["ラベル「量」に英語がありません。"]);
  });

  it.each([
    ["mass: { type: quantity t-C", "ここは t であるべきですが、t-C になっています。"],
    ["mass: { type: boolean", "ここはt の数量であるべきですが、真偽になっています。"],
    ["mas: { type: quantity t", "値 mass はありません。mas ではありませんか。"],
    ["mass: { type: quantity tt", "単位 tt はありません。t ではありませんか。"],
  ])("tells %s in Japanese", async (input, told) => {
    const text = `${head}
inputs: { ${input}, label: { ja: 量, en: Mass } } }
outputs: { total: { main: true } }
formulas: { total: { unit: t, expr: mass } }
`;
    const { issues } = await built(text);
    expect(issues.map(inJapanese)).toEqual([told]);
  });
});
