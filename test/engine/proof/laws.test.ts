import { describe, expect, it } from "vitest";
import { holdLaws } from "../../../engine/proof/laws.ts";
import { boilerRoom, proved, twoYears } from "../../support/proved.ts";

/** How a law fares: `holds, 5 tried`, or what was tried when it broke and the values. */
async function fares(law: string, changes: readonly [string, string][] = []): Promise<string> {
  const text = changes.reduce((whole, [from, to]) => whole.replace(from, to), boilerRoom);
  const { plan, data } = await proved(
    `${text}tests: { tried: { ${twoYears} } }\nproperties: { law: { ${law}, from: tried } }\n`,
  );
  const [report] = holdLaws(plan, data, "2026-04-01");
  const { holds, tried, broken } = report ?? {};
  return holds === true ? `holds, ${tried} tried` : `${broken?.tried}: ${broken?.values.join(" ")}`;
}

const unrounded: [string, string] = [
  /round: \{ mode: floor[^}]*\{[^}]*\}[^}]*\}, /.exec(boilerRoom)?.[0] ?? "",
  "",
];
const minus: [string, string] = ["sum(years, emission)", "1 [t-CO2] - sum(years, emission)"];

describe("a law", () => {
  it.each<[string, string, [string, string][]]>([
    ["law: non_negative, of: total", "holds, 6 tried", []],
    ["law: non_negative, of: total, in: boilers.heat", "× 1: -0.1", [minus]],
    ["law: increasing, of: total, in: boilers.heat", "holds, 5 tried", []],
    ["law: increasing, of: emission, in: boilers.heat", "holds, 5 tried", []],
    ["law: decreasing, of: total, in: boilers.heat", "× 1: 0.51 1.1", []],
    ["law: decreasing, of: total, in: boilers.heat", "holds, 5 tried", [minus]],
    ["law: scales, of: total, in: boilers.heat", "holds, 2 tried", [unrounded]],
    ["law: scales, of: burnt, in: boilers.heat", "holds, 2 tried", [unrounded]],
    [
      "law: scales, of: total, in: boilers.heat",
      "× 2: 0.87 1.98",
      [
        ["FY2022: 4 GJ", "FY2022: 4 GJ"],
        ["floor, to: 1,", "floor, to: 3,"],
      ],
    ],
    ["law: unchanged_by_units, of: total", "holds, 1 tried", []],
    ["law: unchanged_by_order, of: burnt", "holds, 1 tried", []],
  ])("%s: %s", async (law, expected, changes) => {
    expect(await fares(law, changes)).toBe(expected);
  });

  it("says so where it can compare nothing", async () => {
    const { plan, data } = await proved(`${boilerRoom}tests: { tried: { ${twoYears} } }\n`);
    const lost = { law: { law: "non_negative", of: "total", from: "gone" } } as const;
    expect(holdLaws(plan, { ...data, properties: lost }, "2026-04-01")).toEqual([
      { id: "law", holds: false, tried: 0, broken: { tried: "gone", values: [] } },
    ]);
  });
});
