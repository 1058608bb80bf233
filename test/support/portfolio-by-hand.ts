import { readFileSync } from "node:fs";
import { Decimal } from "decimal.js";
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  multiply,
  subtract,
} from "../../engine/quantity/exact.ts";
import { display, floor } from "../../engine/quantity/rounding.ts";

/**
 * The formulas of the portfolios, written by hand for any kind of number: nothing of a methodology's file, of its checked
 * tree or of the evaluator is in them. With fractions they are an oracle, with decimal.js and doubles what a programmer
 * would write.
 */
export interface Numbers<N> {
  readonly of: (text: string) => N;
  readonly add: (left: N, right: N) => N;
  readonly subtract: (left: N, right: N) => N;
  readonly multiply: (left: N, right: N) => N;
  readonly divide: (left: N, right: N) => N;
  readonly floor: (value: N) => N;
  readonly isLess: (left: N, right: N) => boolean;
  /** Rounded half up. */
  readonly show: (value: N, to: string) => string;
}

const oneTonne = exact("1");

export const fractions: Numbers<Exact> = {
  of: exact,
  add,
  subtract,
  multiply,
  divide,
  floor: (value) => floor(value, oneTonne),
  isLess: (left, right) => compare(left, right) < 0,
  show: (value, to) => display(value, to, "half_up"),
};

const placesOf = (to: string) => (to.includes(".") ? to.length - to.indexOf(".") - 1 : 0);

export const decimals: Numbers<Decimal> = {
  of: (text) => new Decimal(text),
  add: (left, right) => left.plus(right),
  subtract: (left, right) => left.minus(right),
  multiply: (left, right) => left.times(right),
  divide: (left, right) => left.dividedBy(right),
  floor: (value) => value.floor(),
  isLess: (left, right) => left.lessThan(right),
  show: (value, to) => value.toFixed(placesOf(to), Decimal.ROUND_HALF_UP),
};

export const doubles: Numbers<number> = {
  of: Number,
  add: (left, right) => left + right,
  subtract: (left, right) => left - right,
  multiply: (left, right) => left * right,
  divide: (left, right) => left / right,
  floor: Math.floor,
  isLess: (left, right) => left < right,
  show: (value, to) => value.toFixed(placesOf(to)),
};

/** What a row comes to: results by name, as they are shown by `texts`. */
export interface ByHand<N> {
  readonly applies: boolean;
  readonly credits: N;
  readonly baseline: N;
  readonly project: N;
}

/** A row as it has been read: figures, and the rest as text. */
export interface Read<N> {
  readonly figures: Readonly<Record<string, N>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** Formulas over rows that have been read, for one kind of number. */
export interface Formulas<N> {
  readonly read: (cells: Readonly<Record<string, string>>) => Read<N>;
  readonly compute: (row: Read<N>) => ByHand<N>;
}

const fuelRows: Readonly<Record<string, readonly [hv: string, cef: string, lhv: string]>> = {
  heavy_oil_a: ["38.9", "0.0708", "0.950"],
  kerosene: ["36.5", "0.0686", "0.950"],
  heavy_oil_c: ["40.9", "0.0741", "0.975"],
  lpg: ["50.1", "0.0601", "0.925"],
  city_gas: ["44.0", "0.0517", "0.900"],
  lng: ["55.0", "0.0502", "0.900"],
};

/** The fuels of FY2013 as they are printed. */
export const printedFuels = fuelRows;

const mapped = <N>(numbers: Numbers<N>) =>
  new Map(
    Object.entries(fuelRows).map(([fuel, row]) => {
      const [hv, cef, lhv] = row.map(numbers.of) as [N, N, N];
      return [fuel, { hv, cef, lhv }];
    }),
  );

function readWith<N>(
  numbers: Numbers<N>,
  cells: Readonly<Record<string, string>>,
  names: readonly string[],
): Read<N> {
  const figures: Record<string, N> = {};
  for (const name of names) {
    const [text = ""] = (cells[name] ?? "").split(" ");
    figures[name] = numbers.of(text === "" ? "0" : text);
  }
  return { figures, texts: cells };
}

export function boilersByHand<N>(numbers: Numbers<N>): Formulas<N> {
  const { of, subtract: less, multiply: by, divide: per } = numbers;
  const fuels = mapped(numbers);
  const hundred = of("100");
  const half = of("1.5");
  const names = [
    "boilers.fuel_use",
    "efficiency_hhv(%)",
    "efficiency_lhv(%)",
    "standard_efficiency_hhv(%)",
    "standard_efficiency_lhv(%)",
    "old_efficiency_hhv(%)",
    "old_efficiency_lhv(%)",
    "new_capacity(kW)",
    "old_capacity(kW)",
  ];
  return {
    read: (cells) => readWith(numbers, cells, names),
    compute({ figures, texts }) {
      const figure = (name: string) => figures[name] as N;
      const { hv, cef, lhv } = fuels.get(texts["boilers.fuel"] ?? "") as { hv: N; cef: N; lhv: N };
      const baselineFuel = fuels.get(texts.baseline_fuel ?? "") as { cef: N; lhv: N };
      const share = (high: string, low: string, basis: string | undefined, factor: N): N =>
        basis === "hhv" ? per(figure(high), hundred) : by(per(figure(low), hundred), factor);
      const efficiency = share(
        "efficiency_hhv(%)",
        "efficiency_lhv(%)",
        texts["boilers.basis"],
        lhv,
      );
      const fuelHeat = by(figure("boilers.fuel_use"), hv);
      const heat = by(fuelHeat, efficiency);
      const project = by(fuelHeat, cef);
      // Installed in 20xx and stopped on 2013-03-31: twice fifteen years have not passed.
      const isRenewal =
        texts.replaces === "true" &&
        texts.old_efficiency_known === "true" &&
        texts.old_broken === "false" &&
        texts.old_supplies_enough === "true" &&
        !numbers.isLess(by(half, figure("old_capacity(kW)")), figure("new_capacity(kW)"));
      const kind = isRenewal ? "old_efficiency" : "standard_efficiency";
      const baselineEfficiency = share(
        `${kind}_hhv(%)`,
        `${kind}_lhv(%)`,
        texts.baseline_basis,
        baselineFuel.lhv,
      );
      const baseline = by(per(heat, baselineEfficiency), baselineFuel.cef);
      const applies =
        numbers.isLess(baselineEfficiency, efficiency) || numbers.isLess(cef, baselineFuel.cef);
      return { applies, baseline, project, credits: numbers.floor(less(baseline, project)) };
    },
  };
}

export function photovoltaicsByHand<N>(numbers: Numbers<N>): Formulas<N> {
  const { of, add: plus, subtract: less, multiply: by } = numbers;
  const grid = of("0.000434");
  const zero = of("0");
  const names = [
    "generation_amount(kWh)",
    "export_amount(kWh)",
    "self_amount(kWh)",
    "conditioner_use(kWh)",
    "battery_use(kWh)",
  ];
  return {
    read: (cells) => readWith(numbers, cells, names),
    compute({ figures, texts }) {
      const figure = (name: string) => figures[name] as N;
      const self =
        texts.route === "self_meter"
          ? figure("self_amount(kWh)")
          : less(figure("generation_amount(kWh)"), figure("export_amount(kWh)"));
      const baseline = by(self, grid);
      const conditioner = by(figure("conditioner_use(kWh)"), grid);
      const battery =
        texts.has_battery === "true" && texts["treatment[battery]"] === "monitor"
          ? by(figure("battery_use(kWh)"), grid)
          : zero;
      const project = plus(conditioner, battery);
      return { applies: true, baseline, project, credits: numbers.floor(less(baseline, project)) };
    },
  };
}

const treeRows = {
  sugi: { young: "1.57", old: "1.23", root: "0.25", density: "0.314", carbon: "0.51" },
  hinoki: { young: "1.55", old: "1.24", root: "0.26", density: "0.407", carbon: "0.51" },
} as const;

export function standsByHand<N>(numbers: Numbers<N>): Formulas<N> {
  const { of, add: plus, subtract: less, multiply: by, divide: per } = numbers;
  const trees = new Map(
    Object.entries(treeRows).map(([species, row]) => [
      species,
      Object.fromEntries(Object.entries(row).map(([name, text]) => [name, of(text)])) as Record<
        keyof typeof row,
        N
      >,
    ]),
  );
  const volumes = new Map<string, N>();
  const file = "methodologies/coefficients/yield-tables/1-r1/yields.csv";
  for (const line of readFileSync(file, "utf8").split("\n").slice(1)) {
    const [prefecture, species, site, age, volume] = line.split(",");
    if (volume !== undefined) volumes.set([prefecture, species, site, age].join(), of(volume));
  }
  const ratio = per(of("44"), of("12"));
  const five = of("5");
  const zero = of("0");
  const share = of("0.03");
  return {
    read: (cells) => readWith(numbers, cells, ["area(ha)"]),
    compute({ figures, texts }) {
      const tree = trees.get(texts["stands.species"] ?? "") as Record<
        "young" | "old" | "root" | "density" | "carbon",
        N
      >;
      const age = Number(texts["register_age(yr)"]);
      const species = texts["stands.species"];
      const prefecture = texts["stands.prefecture"];
      const place =
        prefecture === "kochi" ? [prefecture, species, texts.register_class] : ["*", species, "*"];
      const volumeAt = (years: number) => volumes.get([...place, years].join()) as N;
      const from = 5 * Math.floor(age / 5);
      const isCounted = texts.worked_since_1990 === "true";
      const growth = isCounted
        ? by(figures["area(ha)"] as N, per(less(volumeAt(from + 5), volumeAt(from)), five))
        : zero;
      const expansion = age <= 20 ? tree.young : tree.old;
      const above = by(by(by(by(growth, tree.density), expansion), tree.carbon), ratio);
      const below = by(above, tree.root);
      const net = plus(above, below);
      const issued = numbers.floor(net);
      const buffer = numbers.floor(by(issued, share));
      return {
        applies: true,
        baseline: above,
        project: below,
        credits: less(issued, buffer),
      };
    },
  };
}
