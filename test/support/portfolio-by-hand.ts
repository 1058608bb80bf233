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
import { display, floor, roundTo } from "../../engine/quantity/rounding.ts";

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
  /** Rounded half up to a power of ten, as it is shown. */
  readonly round: (value: N, to: string) => N;
  /** What has been rounded, as text. */
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
  round: (value, to) => roundTo(value, "half_up", exact(to)),
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
  round: (value, to) => value.toDecimalPlaces(placesOf(to), Decimal.ROUND_HALF_UP),
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
  round(value, to) {
    const power = 10 ** placesOf(to);
    return Math.round(value * power) / power;
  },
  show: (value, to) => value.toFixed(placesOf(to)),
};

/** What a row comes to: a cell for each column of results, figures rounded as they are shown. */
export interface ByHand<N> {
  readonly applies: boolean;
  readonly cells: readonly (N | string)[];
}

/** A row as it has been read: figures, and the rest as text. */
export interface Read<N> {
  readonly figures: Readonly<Record<string, N>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** Formulas over rows that have been read, for one kind of number. */
export interface Formulas<N> {
  /** The columns of results, with what each is rounded to; nothing for texts. */
  readonly columns: readonly (readonly [header: string, to: string])[];
  readonly read: (cells: Readonly<Record<string, string>>) => Read<N>;
  /** `undefined` where a condition refuses the row, or cannot be told. */
  readonly compute: (row: Read<N>) => ByHand<N> | undefined;
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
  const { round } = numbers;
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
    columns: [
      ["credits(t-CO2)", "1"],
      ["reduction[FY2013](t-CO2)", "1"],
      ["baseline[FY2013](t-CO2)", "0.1"],
      ["project[FY2013](t-CO2)", "0.1"],
      ["baseline_kind", ""],
      ["baseline_efficiency[FY2013](%)", "0.1"],
      ["ratio(%)", ""],
    ],
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
      const isRenewal =
        texts.replaces === "true" &&
        texts.old_efficiency_known === "true" &&
        texts.old_broken === "false" &&
        (texts.old_stopped ?? "") <
          later(texts.old_installed ?? "", 2 * Number(texts["durable_years(yr)"])) &&
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
      const reduction = numbers.floor(less(baseline, project));
      return {
        applies,
        cells: [
          round(reduction, "1"),
          round(reduction, "1"),
          round(baseline, "0.1"),
          round(project, "0.1"),
          isRenewal ? "renewal" : "new",
          round(by(baselineEfficiency, hundred), "0.1"),
          "",
        ],
      };
    },
  };
}

/** A day that many years later. */
function later(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}

export function photovoltaicsByHand<N>(numbers: Numbers<N>): Formulas<N> {
  const { of, add: plus, subtract: less, multiply: by, divide: per, round, isLess } = numbers;
  const grid = of("0.000434");
  const zero = of("0");
  const [thousand, hundred, small, large] = ["1000", "100", "0.01", "0.05"].map(of) as [N, N, N, N];
  const names = [
    "members.capacity(kW)",
    "generation_amount(kWh)",
    "export_amount(kWh)",
    "self_amount(kWh)",
    "conditioner_use(kWh)",
    "battery_use(kWh)",
  ];
  return {
    columns: [
      ["credits(t-CO2)", "1"],
      ["reduction[FY2021](t-CO2)", "1"],
      ["baseline[FY2021](t-CO2)", "0.1"],
      ["project[FY2021](t-CO2)", "0.1"],
      ["counted_emission[conditioner, FY2021](t-CO2)", "0.01"],
      ["counted_emission[battery, FY2021](t-CO2)", "0.01"],
      ["ratio[conditioner](%)", "0.01"],
      ["ratio[battery](%)", "0.01"],
      ["result_of_member[FY2021](kg-CO2)", "0.1"],
    ],
    read: (cells) => readWith(numbers, cells, names),
    compute({ figures, texts }) {
      const figure = (name: string) => figures[name] as N;
      const self =
        texts.route === "self_meter"
          ? figure("self_amount(kWh)")
          : less(figure("generation_amount(kWh)"), figure("export_amount(kWh)"));
      if (isLess(self, zero)) return undefined;
      const applies = isLess(zero, figure("members.capacity(kW)")) && texts.used_on_site === "true";
      const baseline = by(self, grid);
      const conditioner = by(figure("conditioner_use(kWh)"), grid);
      const battery = texts.has_battery === "true" ? by(figure("battery_use(kWh)"), grid) : zero;
      const reference = numbers.floor(baseline);
      const ratioOf = (estimate: N): N | undefined => {
        if (!isLess(estimate, zero) && !isLess(zero, estimate)) return zero;
        return isLess(zero, reference) ? per(estimate, reference) : undefined;
      };
      const ratio = ratioOf(conditioner);
      const batteryRatio = ratioOf(battery);
      const isBatteryMonitored = texts["treatment[battery]"] === "monitor";
      if (!isBatteryMonitored) {
        if (batteryRatio === undefined) return undefined;
        if (!isLess(batteryRatio, small) || !isLess(batteryRatio, large)) return undefined;
      }
      const shown = (own: N | undefined) =>
        own === undefined ? "" : round(by(own, hundred), "0.01");
      const counted = isBatteryMonitored ? battery : zero;
      const project = plus(conditioner, counted);
      const reduction = numbers.floor(less(baseline, project));
      return {
        applies,
        cells: [
          round(reduction, "1"),
          round(reduction, "1"),
          round(baseline, "0.1"),
          round(project, "0.1"),
          round(conditioner, "0.01"),
          round(counted, "0.01"),
          shown(ratio),
          shown(batteryRatio),
          round(by(baseline, thousand), "0.1"),
        ],
      };
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
  const file = "methodologies/coefficients/yield-tables/1-r1/yields.csv";
  const volumes = new Map<string, N>();
  for (const line of readFileSync(file, "utf8").split("\n").slice(1)) {
    const [prefecture, species, site, age, volume] = line.split(",");
    if (volume !== undefined) volumes.set([prefecture, species, site, age].join(), of(volume));
  }
  const five = of("5");
  const growths = new Map(
    [...volumes].flatMap(([key, volume]): [string, N][] => {
      const place = key.slice(0, key.lastIndexOf(",") + 1);
      const age = Number(key.slice(place.length));
      const then = volumes.get(`${place}${age + 5}`);
      return then === undefined ? [] : [[key, per(less(then, volume), five)]];
    }),
  );
  const ratio = per(of("44"), of("12"));
  const zero = of("0");
  const share = of("0.03");
  return {
    columns: [
      ["credits(t-CO2)", "1"],
      ["certified[FY2023](t-CO2)", "1"],
      ["buffer[FY2023](t-CO2)", "1"],
      ["net_removals[FY2023](t-CO2)", "0.1"],
      ["flows[growth, FY2023](t-CO2)", "0.1"],
      ["flows[replanting, FY2023](t-CO2)", "0.1"],
      ["flows[wood, FY2023](t-CO2)", "0.1"],
      ["flows[felling, FY2023](t-CO2)", "0.1"],
      ["flows[thinning, FY2023](t-CO2)", "0.1"],
      ["growth_above[FY2023](t-CO2)", "0.1"],
      ["growth_below[FY2023](t-CO2)", "0.1"],
    ],
    read: (cells) => readWith(numbers, cells, ["area(ha)"]),
    compute({ figures, texts }) {
      const tree = trees.get(texts["stands.species"] ?? "") as Record<
        "young" | "old" | "root" | "density" | "carbon",
        N
      >;
      const age =
        Number(texts["register_age(yr)"]) + 2023 - Number((texts.register_year ?? "").slice(2));
      const species = texts["stands.species"];
      const prefecture = texts["stands.prefecture"];
      const place =
        prefecture === "kochi" ? [prefecture, species, texts.register_class] : ["*", species, "*"];
      const isCounted = texts.worked_since_1990 === "true";
      const growth = isCounted
        ? by(figures["area(ha)"] as N, growths.get([...place, 5 * Math.floor(age / 5)].join()) as N)
        : zero;
      const expansion = age <= 20 ? tree.young : tree.old;
      const above = by(by(by(by(growth, tree.density), expansion), tree.carbon), ratio);
      const below = by(above, tree.root);
      const net = plus(above, below);
      const whole = numbers.floor(net);
      const issued = numbers.isLess(zero, whole) ? whole : zero;
      const buffer = numbers.floor(by(issued, share));
      return {
        applies: true,
        cells: [
          numbers.round(less(issued, buffer), "1"),
          numbers.round(issued, "1"),
          numbers.round(buffer, "1"),
          numbers.round(net, "0.1"),
          numbers.round(net, "0.1"),
          "0.0",
          "0.0",
          "0.0",
          "0.0",
          numbers.round(above, "0.1"),
          numbers.round(below, "0.1"),
        ],
      };
    },
  };
}
