/** How figures of a portfolio are drawn: any digits, round numbers, or figures that put results on edges of roundings. */
export type Figures = "random" | "round" | "edge";

/** A sequence of numbers from a seed, the same wherever it is drawn. */
export interface Dice {
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly of: <Value>(values: readonly Value[]) => Value;
  /** Decimal text between two whole numbers with up to so many places. */
  readonly figure: (low: number, high: number, places: number, figures: Figures) => string;
}

/** Mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    whole,
    of: (values) => values[whole(0, values.length - 1)] as never,
    figure(low, high, places, figures) {
      if (figures === "round") {
        const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(high, 1))) - 1);
        const value = Math.round(whole(low, high) / step) * step;
        return String(Math.max(low, value));
      }
      const scale = 10 ** places;
      const digits = whole(low * scale, high * scale);
      const text = String(digits).padStart(places + 1, "0");
      return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
    },
  };
}

/** A portfolio: the header of its file, and a row by number. */
export interface Portfolio {
  readonly methodology: string;
  /** Of methodologies that have one. */
  readonly period: string | undefined;
  readonly header: string;
  readonly row: (dice: Dice, figures: Figures) => string;
}

const shares = (dice: Dice, figures: Figures, low: number, high: number) =>
  figures === "round" ? String(dice.whole(low, high)) : dice.figure(low, high, 1, figures);

/** Boilers that were renewed or are new, with the fuel and its use. */
export const boilers: Portfolio = {
  methodology: "EN-S-001",
  period: "FY2013",
  header:
    "site,heat_route,emission_route,boilers.fuel,boilers.fuel_use,boilers.basis,efficiency_hhv(%),efficiency_lhv(%),used_on_site,baseline_fuel,baseline_basis,standard_efficiency_hhv(%),standard_efficiency_lhv(%),replaces,old_efficiency_known,old_efficiency_hhv(%),old_efficiency_lhv(%),old_broken,old_installed,old_stopped,durable_years(yr),old_supplies_enough,new_capacity(kW),old_capacity(kW)",
  row(dice, figures) {
    const [fuel, unit] = dice.of(boilerFuels);
    const baseline = dice.of(boilerFuels)[0];
    const isHigh = dice.whole(0, 3) > 0;
    const isBaselineHigh = dice.whole(0, 3) > 0;
    const isRenewal = dice.whole(0, 3) > 0;
    const isKnown = isRenewal && dice.whole(0, 4) > 0;
    // With 80 % against 88 % of one fuel, round amounts come to whole tonnes and ties.
    const efficiency =
      figures === "edge" ? dice.of(["88", "80", "90", "75"]) : shares(dice, figures, 85, 98);
    const old = figures === "edge" ? dice.of(["80", "50", "75"]) : shares(dice, figures, 70, 90);
    const use =
      figures === "edge"
        ? dice.figure(1, 4000, dice.of([0, 1, 3]), figures)
        : dice.figure(10, 900, 3, figures);
    const when = (is: boolean, text: string) => (is ? text : "");
    return [
      `Site ${dice.whole(1, 99_999)}`,
      "fuel",
      "from_fuel",
      fuel,
      `${use} ${unit}`,
      isHigh ? "hhv" : "lhv",
      when(isHigh, efficiency),
      when(!isHigh, efficiency),
      "true",
      baseline,
      isBaselineHigh ? "hhv" : "lhv",
      when(isBaselineHigh, old),
      when(!isBaselineHigh, old),
      String(isRenewal),
      when(isRenewal, String(isKnown)),
      when(isKnown && isBaselineHigh, old),
      when(isKnown && !isBaselineHigh, old),
      when(isRenewal, "false"),
      when(isRenewal, `20${dice.whole(0, 9).toString().padStart(2, "0")}-04-01`),
      when(isRenewal, "2013-03-31"),
      when(isRenewal, "15"),
      when(isRenewal, "true"),
      when(isRenewal, String(dice.whole(5, 20) * 100)),
      when(isRenewal, String(dice.whole(5, 20) * 100)),
    ].join(",");
  },
};

const boilerFuels = [
  ["heavy_oil_a", "kL"],
  ["kerosene", "kL"],
  ["heavy_oil_c", "kL"],
  ["lpg", "t"],
  ["city_gas", "kNm3"],
  ["lng", "t"],
] as const;

/** Households and businesses with photovoltaics, by amounts generated and exported or metered. */
export const photovoltaics: Portfolio = {
  methodology: "EN-R-002",
  period: "FY2021",
  header:
    "customer,route,grid_choice,members.sector,members.started,members.capacity(kW),generation_amount(kWh),export_amount(kWh),self_amount(kWh),used_on_site,has_battery,conditioner_use(kWh),battery_use(kWh),payback(yr),treatment[conditioner],treatment[battery]",
  row(dice, figures) {
    const isMetered = dice.whole(0, 2) === 0;
    const isBusiness = dice.whole(0, 2) === 0;
    const hasBattery = dice.whole(0, 3) === 0;
    const generated = figures === "edge" ? 500 * dice.whole(2, 200) : dice.whole(3_000, 90_000);
    const exported =
      figures === "edge" ? 500 * dice.whole(0, 3) : Math.floor((generated * dice.whole(0, 7)) / 10);
    const amount = (value: number) =>
      figures === "random"
        ? `${value}.${dice.whole(0, 9)}`
        : String(figures === "round" ? Math.round(value / 500) * 500 : value);
    const when = (is: boolean, text: string) => (is ? text : "");
    const year = dice.whole(2009, 2017);
    const month = dice.whole(1, 12).toString().padStart(2, "0");
    const day = dice.whole(1, 28).toString().padStart(2, "0");
    return [
      `会員${dice.whole(1, 9_999)}`,
      isMetered ? "self_meter" : "amounts",
      "all_source",
      isBusiness ? "business" : "household",
      `${year}-${month}-${day}`,
      dice.figure(3, 60, 2, figures),
      when(!isMetered, amount(generated)),
      when(!isMetered, amount(exported)),
      when(isMetered, amount(generated)),
      "true",
      String(hasBattery),
      figures === "edge" ? "0" : dice.figure(0, 30, 1, figures),
      when(hasBattery, dice.figure(0, 50, 1, figures)),
      when(isBusiness, dice.figure(4, 15, 1, figures)),
      "monitor",
      dice.of(["monitor", "leave_out"]),
    ].join(",");
  },
};

/** Stands of sugi and hinoki with area, age and site class. */
export const stands: Portfolio = {
  methodology: "FO-001",
  period: "FY2023",
  header:
    "lot,started_in,plan_valid,scope,permanence_promised,yield_table_used,thinning_rule,stands.prefecture,stands.species,worked_since_1990,area(ha),register_age(yr),register_year,register_class",
  row(dice, figures) {
    const area =
      figures === "edge"
        ? dice.figure(0, 40, dice.of([0, 1]), figures)
        : dice.figure(0, 60, figures === "round" ? 0 : 4, figures);
    return [
      `林分${dice.whole(1, 99_999)}`,
      "FY2023",
      "true",
      "whole_plan",
      "true",
      "prefectural",
      "in_table",
      dice.of(["kochi", "wakayama"]),
      dice.of(["sugi", "hinoki"]),
      String(dice.whole(0, 30) > 0),
      area,
      String(dice.whole(5, 95)),
      "FY2023",
      dice.of(["class_1", "class_2", "class_3"]),
    ].join(",");
  },
};
