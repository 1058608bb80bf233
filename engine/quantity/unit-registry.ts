import { type Exact, exact } from "./exact.ts";

/**
 * The physical units that every methodology may use, each with its exact factor to the base unit of its dimension.
 *
 * Bases: kg, m, MJ, day, month, K, JPY, GB, lm; volumes and areas are powers of m. `h` and `day` are one dimension,
 * `month` and `yr` another, because a month has no fixed number of days. `Nm3` is a volume at 0 °C and 1 atm and is not
 * `m3`; `°C` is a point on a scale, and a difference of two is in K.
 *
 * Source: SI Brochure, 9th edition (factors of prefixes and of h, min, t, L, ha); 1 kWh = 3.6 MJ follows from W = J/s.
 */
interface KnownUnit {
  readonly factor: Exact;
  readonly dimensions: ReadonlyMap<string, number>;
}

const table: readonly (readonly [names: string, dimensions: string])[] = [
  ["mg=1/1000000 g=1/1000 kg=1 t=1000 kt=1000000 Mt=1000000000", "mass"],
  ["mm=1/1000 cm=1/100 m=1 km=1000", "length"],
  ["cm2=1/10000 m2=1 a=100 ha=10000 km2=1000000", "length^2"],
  ["mL=1/1000000 cm3=1/1000000 L=1/1000 kL=1 m3=1 km3=1000000000", "length^3"],
  ["Nm3=1 kNm3=1000", "volume.normal"],
  ["J=1/1000000 kJ=1/1000 MJ=1 GJ=1000 TJ=1000000 PJ=1000000000", "energy"],
  ["Wh=0.0036 kWh=3.6 MWh=3600 GWh=3600000", "energy"],
  ["W=0.0864 kW=86.4 MW=86400 GW=86400000", "energy/time.day"],
  ["s=1/86400 min=1/1440 h=1/24 day=1", "time.day"],
  ["month=1 yr=12", "time.month"],
  ["K=1", "temperature"],
  ["°C=1", "celsius"],
  ["JPY=1", "money"],
  ["MB=1/1000 GB=1 TB=1000", "data"],
  ["lm=1", "light"],
  ["%=1/100", ""],
  ["person=1", "thing:person"],
  ["vehicle=1", "thing:vehicle"],
  ["night=1", "thing:night"],
];

function dimensionsOf(text: string): ReadonlyMap<string, number> {
  const dimensions = new Map<string, number>();
  const [above = "", below] = text.split("/");
  for (const [side, sign] of [
    [above, 1],
    [below, -1],
  ] as const) {
    if (side === undefined || side === "") continue;
    const [name = "", times = "1"] = side.split("^");
    dimensions.set(name, sign * Number.parseInt(times, 10));
  }
  return dimensions;
}

/** Units by name. */
export const knownUnits: ReadonlyMap<string, KnownUnit> = new Map(
  table.flatMap(([names, dimensions]) =>
    names.split(" ").map((entry): [string, KnownUnit] => {
      const [name = "", factor = ""] = entry.split("=");
      return [name, { factor: exact(factor), dimensions: dimensionsOf(dimensions) }];
    }),
  ),
);
