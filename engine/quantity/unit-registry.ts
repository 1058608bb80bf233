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

/** A line for each dimension: what it is, then its units with their factors. */
const registry = `mass mg=1/1000000 g=1/1000 kg=1 t=1000 kt=1000000 Mt=1000000000
length mm=1/1000 cm=1/100 m=1 km=1000
length^2 cm2=1/10000 m2=1 a=100 ha=10000 km2=1000000
length^3 mL=1/1000000 cm3=1/1000000 L=1/1000 kL=1 m3=1 km3=1000000000
volume.normal Nm3=1 kNm3=1000
energy J=1/1000000 kJ=1/1000 MJ=1 GJ=1000 TJ=1000000 PJ=1000000000
energy Wh=0.0036 kWh=3.6 MWh=3600 GWh=3600000
energy/time.day W=0.0864 kW=86.4 MW=86400 GW=86400000
time.day s=1/86400 min=1/1440 h=1/24 day=1
time.month month=1 yr=12
temperature K=1
celsius °C=1
money JPY=1
data MB=1/1000 GB=1 TB=1000
light lm=1
 %=1/100
thing:person person=1
thing:vehicle vehicle=1
thing:night night=1`;

/** Units by name. */
export const knownUnits: ReadonlyMap<string, KnownUnit> = new Map(
  registry.split("\n").flatMap((line) => {
    const [dimension, ...units] = line.split(" ") as [string, ...string[]];
    const sides = dimension === "" ? [] : dimension.split("/");
    const dimensions = new Map(
      sides.map((text, side): [string, number] => {
        const [name, times = "1"] = text.split("^") as [string, string?];
        return [name, (side === 0 ? 1 : -1) * Number.parseInt(times, 10)];
      }),
    );
    return units.map((unit): [string, KnownUnit] => {
      const [name, factor] = unit.split("=") as [string, string];
      return [name, { factor: exact(factor), dimensions }];
    });
  }),
);
