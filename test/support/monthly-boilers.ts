import type { Dice, Figures, Portfolio } from "./portfolio.ts";
import type { Formulas, Numbers, Read } from "./portfolio-by-hand.ts";

const noted = "source: { document: note }, provenance: confirmed";
const months = Array.from({ length: 12 }, (_, at) => `m${at + 1}`);
const monthly = (unit: string, expr: string) =>
  `{ per: month, unit: ${unit}, expr: "${expr}", ${noted} }`;
const yearly = (unit: string, expr: string) => `{ unit: ${unit}, expr: "${expr}", ${noted} }`;
const amount = (type: string, more = "") =>
  `{ type: ${type}, label: { ja: 量, en: Amount }, allowed: { min: 0 }${more} }`;

/** A boiler with twelve monthly readings, pumps and transport: fourteen formulas, six of them for each month. */
export const monthlyBoilers = `format: methodology/1
id: MONTHS-1
version: 1-r1
status: illustrative
title: { ja: 月ごとのボイラー, en: Boiler by month }
documents: { note: { title: { ja: 覚書, en: Note }, standing: publication } }
enums:
  fuel: { city_gas: { ja: 都市ガス, en: City gas }, heavy_oil_a: { ja: A重油, en: Heavy oil A }, kerosene: { ja: 灯油, en: Kerosene } }
  month: { ${months.map((id) => `${id}: { ja: ${id}, en: ${id} }`).join(", ")} }
tables:
  fuels:
    key: { fuel: fuel }
    label: { ja: 燃料, en: Fuels }
    columns:
      hv: { unit: GJ/kL, label: { ja: 発熱量, en: Calorific value } }
      cef: { unit: t-CO2/GJ, label: { ja: 係数, en: Factor } }
    source: { document: note }
    provenance: confirmed
    rows: [{ fuel: city_gas, hv: 44.0, cef: 0.0517 }, { fuel: heavy_oil_a, hv: 38.9, cef: 0.0708 }, { fuel: kerosene, hv: 36.5, cef: 0.0686 }]
constants:
  grid: { value: 0.000434, unit: t-CO2/kWh, ${noted} }
  per_km: { value: 0.00024, unit: t-CO2/km, ${noted} }
  detour: { value: 1.3, unit: "1", ${noted} }
  minor: { value: 0.05, unit: "1", ${noted} }
inputs:
  fuel: { type: enum fuel, label: { ja: 燃料, en: Fuel } }
  old_fuel: { type: enum fuel, label: { ja: 前の燃料, en: Old fuel } }
  use: ${amount("quantity kL", ", per: month")}
  pump: ${amount("quantity kWh", ", per: month")}
  trips: ${amount("quantity 1", ", per: month")}
  efficiency: ${amount("quantity 1")}
  old_efficiency: ${amount("quantity 1")}
  distance: ${amount("quantity km")}
formulas:
  fuel_heat: ${monthly("GJ", "use * fuels[fuel].hv")}
  heat: ${monthly("GJ", "fuel_heat * efficiency")}
  main: ${monthly("t-CO2", "fuel_heat * fuels[fuel].cef")}
  pumping: ${monthly("t-CO2", "pump * grid")}
  transport: ${monthly("t-CO2", "trips * distance * per_km * detour")}
  baseline_part: ${monthly("t-CO2", "heat / old_efficiency * fuels[old_fuel].cef")}
  baseline: ${yearly("t-CO2", "sum(month, baseline_part)")}
  main_year: ${yearly("t-CO2", "sum(month, main)")}
  pumping_year: ${yearly("t-CO2", "sum(month, pumping)")}
  transport_year: ${yearly("t-CO2", "sum(month, transport)")}
  ancillary: { unit: t-CO2, cases: [{ when: transport_year < minor * baseline, then: "0 [t-CO2]" }, { otherwise: transport_year }], ${noted} }
  project: ${yearly("t-CO2", "main_year + pumping_year + ancillary")}
  reduction:
    unit: t-CO2
    expr: baseline - project
    round: { mode: floor, to: 1, ${noted} }
    source: { document: note }
    provenance: confirmed
  credits: ${yearly("t-CO2", "reduction")}
outputs:
  credits: { main: true, shown: { to: 1 } }
  baseline: { shown: { to: 0.1 } }
  project: { shown: { to: 0.1 } }
`;

const names = [
  "fuel",
  "old_fuel",
  "efficiency",
  "old_efficiency",
  "distance(km)",
  ...months.map((month) => `use[${month}](kL)`),
  ...months.map((month) => `pump[${month}](kWh)`),
  ...months.map((month) => `trips[${month}]`),
];

/** Boilers with readings by month. */
export const months12: Portfolio = {
  methodology: "MONTHS-1",
  period: undefined,
  header: names.join(),
  row(dice: Dice, figures: Figures) {
    const kinds = ["city_gas", "heavy_oil_a", "kerosene"];
    const isRandom = figures === "random";
    const share = (low: number, high: number) =>
      isRandom
        ? dice.figure(low, high, 0, figures).padStart(3, "0")
        : String(10 * dice.whole(low / 10, high / 10)).padStart(3, "0");
    const each = (low: number, high: number, places: number) =>
      months.map(() =>
        figures === "edge"
          ? String(10 * dice.whole(low / 10, high / 10))
          : dice.figure(low, high, places, figures),
      );
    return [
      dice.of(kinds),
      dice.of(kinds),
      `0.${share(850, 980)}`,
      `0.${share(700, 840)}`,
      figures === "edge" ? "50" : dice.figure(10, 90, 1, figures),
      ...each(20, 120, 2),
      ...each(1_000, 2_000, 0),
      ...months.map(() => String(dice.whole(1, 9))),
    ].join();
  },
};

/** The same formulas by hand. */
export function monthsByHand<N>(numbers: Numbers<N>): Formulas<N> {
  const { of, add: plus, subtract: less, multiply: by, divide: per } = numbers;
  const fuels = new Map(
    Object.entries({
      city_gas: ["44.0", "0.0517"],
      heavy_oil_a: ["38.9", "0.0708"],
      kerosene: ["36.5", "0.0686"],
    }).map(([fuel, [hv = "", cef = ""]]) => [fuel, { hv: of(hv), cef: of(cef) }]),
  );
  const [grid, perKm, detour, minor, zero] = ["0.000434", "0.00024", "1.3", "0.05", "0"].map(
    of,
  ) as [N, N, N, N, N];
  const figures = names.slice(2);
  return {
    columns: [
      ["credits(t-CO2)", "1"],
      ["baseline(t-CO2)", "0.1"],
      ["project(t-CO2)", "0.1"],
    ],
    read(cells): Read<N> {
      const read = figures.map((name) => [name, of(cells[name] ?? "0")] as const);
      return { figures: Object.fromEntries(read), texts: cells };
    },
    compute({ figures: own, texts }) {
      const figure = (name: string) => own[name] as N;
      const fuel = fuels.get(texts.fuel ?? "") as { hv: N; cef: N };
      const old = fuels.get(texts.old_fuel ?? "") as { hv: N; cef: N };
      const efficiency = figure("efficiency");
      const oldEfficiency = figure("old_efficiency");
      const distance = figure("distance(km)");
      let baseline = zero;
      let main = zero;
      let pumping = zero;
      let transport = zero;
      for (const month of months) {
        const fuelHeat = by(figure(`use[${month}](kL)`), fuel.hv);
        const heat = by(fuelHeat, efficiency);
        main = plus(main, by(fuelHeat, fuel.cef));
        pumping = plus(pumping, by(figure(`pump[${month}](kWh)`), grid));
        transport = plus(transport, by(by(by(figure(`trips[${month}]`), distance), perKm), detour));
        baseline = plus(baseline, by(per(heat, oldEfficiency), old.cef));
      }
      const ancillary = numbers.isLess(transport, by(minor, baseline)) ? zero : transport;
      const project = plus(plus(main, pumping), ancillary);
      const reduction = numbers.floor(less(baseline, project));
      return {
        applies: true,
        cells: [
          numbers.round(reduction, "1"),
          numbers.round(baseline, "0.1"),
          numbers.round(project, "0.1"),
        ],
      };
    },
  };
}
