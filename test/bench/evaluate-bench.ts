import { Decimal } from "decimal.js";
import { Bench } from "tinybench";
import { readPlain } from "../../engine/answers/plain.ts";
import type { AnswerSet } from "../../engine/answers/record.ts";
import { compile } from "../../engine/compile.ts";
import { evaluate } from "../../engine/evaluate.ts";
import type { EvaluationOptions } from "../../engine/plan.ts";
import { print } from "../../engine/quantity/exact.ts";
import {
  arithmetic,
  axis,
  cases,
  compared,
  constant,
  dateType,
  enumeration,
  enumType,
  formula,
  input,
  lay,
  looked,
  match,
  number,
  over,
  planOf,
  read,
  table,
  use,
} from "../support/trees.ts";

/**
 * A boiler methodology with twelve monthly parts, evaluated by the engine and by decimal.js written by hand for the same
 * formulas. Reading the answers' text is in neither, but where one answer changes: then the engine is handed all answers
 * with another text in place of one, as a form sends them, and by hand that one text is read.
 */
const times = (left: Parameters<typeof arithmetic>[0], ...rest: (typeof left)[]) =>
  rest.reduce((product, one) => arithmetic(product, "*", one), left);
const plus = (left: Parameters<typeof arithmetic>[0], right: typeof left) =>
  arithmetic(left, "+", right);
const minus = (left: Parameters<typeof arithmetic>[0], right: typeof left) =>
  arithmetic(left, "-", right);
const fuelCell = (column: string, of: string) =>
  looked(`fuels.${column}`, [read(of), axis("years")]);
const perParts = { per: ["parts"] };
const perYears = { per: ["years"] };

const plan = planOf({
  enums: [
    enumeration("fuel", ["kerosene", "heavy_oil_a", "city_gas", "lpg"]),
    enumeration("route", ["fuel", "meter"]),
  ],
  period: {
    cuts: [
      { kind: "fiscal_year" },
      {
        kind: "after",
        after: Array.from({ length: 11 }, (_, month) => ({ count: month + 1, unit: "month" })),
        of: { kind: "constant", id: "start" },
      },
    ],
  },
  constants: [
    constant("start", "2023-04-01", dateType),
    constant("minor_share", "0.05"),
    constant("detour", "1.3"),
  ],
  tables: [
    table(
      "fuels",
      [
        { id: "fuel", kind: "enum", enum: "fuel" },
        { id: "year", kind: "fiscal_year" },
      ],
      ["hv", "cef", "lhv"],
      [
        "kerosene 2013.. | 36.5 0.0686 0.950",
        "heavy_oil_a 2013.. | 38.9 0.0708 0.950",
        "city_gas 2013.. | 44.0 0.0517 0.900",
        "lpg 2013.. | 50.1 0.0601 0.925",
      ],
    ),
    table("grid", [{ id: "year", kind: "fiscal_year" }], ["factor"], ["2013.. | 0.000434"]),
  ],
  inputs: [
    input("fuel", enumType("fuel")),
    input("old_fuel", enumType("fuel")),
    input("route", enumType("route")),
    input("use", undefined, perParts),
    input("pump", undefined, perParts),
    input("efficiency", undefined, { time: "throughout" }),
    input("old_efficiency", undefined, { time: "throughout" }),
    input("trips", undefined, perParts),
    input("distance", undefined, { time: "throughout" }),
  ],
  formulas: [
    formula("fuel_heat", times(read("use"), fuelCell("hv", "fuel")), perParts),
    formula(
      "heat",
      match(read("route"), {
        fuel: times(use("fuel_heat"), read("efficiency")),
        meter: number("0"),
      }),
      perParts,
    ),
    formula("main", times(use("fuel_heat"), fuelCell("cef", "fuel")), perParts),
    formula("pumping", times(read("pump"), looked("grid.factor", [axis("years")])), perParts),
    formula(
      "transport",
      times(read("trips"), read("distance"), number("2"), number("0.00012"), {
        kind: "constant",
        id: "detour",
      }),
      perParts,
    ),
    formula(
      "baseline_part",
      times(arithmetic(use("heat"), "/", read("old_efficiency")), fuelCell("cef", "old_fuel")),
      perParts,
    ),
    formula("baseline", over("sum", "parts", use("baseline_part")), perYears),
    formula("main_year", over("sum", "parts", use("main")), perYears),
    formula("pumping_year", over("sum", "parts", use("pumping")), perYears),
    formula("transport_year", over("sum", "parts", use("transport")), perYears),
    formula(
      "ancillary",
      cases(
        [
          [
            compared(
              use("transport_year"),
              "<",
              times({ kind: "constant", id: "minor_share" }, use("baseline")),
            ),
            number("0"),
          ],
        ],
        use("transport_year"),
      ),
      perYears,
    ),
    formula(
      "project",
      plus(plus(use("main_year"), use("pumping_year")), use("ancillary")),
      perYears,
    ),
    formula("reduction", minus(use("baseline"), use("project")), {
      ...perYears,
      round: { mode: "floor", to: "1" },
    }),
    formula("credits", over("sum", "years", use("reduction"))),
  ],
  outputs: ["credits", "reduction"],
});

const uses = [
  "101.3",
  "98.25",
  "87.4",
  "120.0",
  "99.9",
  "101",
  "88.8",
  "93.75",
  "110.2",
  "97.5",
  "102.6",
  "100.1",
];
const pumps = uses.map((_, month) => String(1200 + month * 37));
const trips = uses.map((_, month) => String(4 + (month % 3)));
const inputs = lay(plan, {
  period: "FY2023",
  given: {
    fuel: "city_gas",
    old_fuel: "heavy_oil_a",
    route: "fuel",
    use: uses,
    pump: pumps,
    efficiency: "0.92",
    old_efficiency: "0.732",
    trips,
    distance: "35.5",
  },
});

const decimals = {
  uses: uses.map((one) => new Decimal(one)),
  pumps: pumps.map((one) => new Decimal(one)),
  trips: trips.map((one) => new Decimal(one)),
  efficiency: new Decimal("0.92"),
  oldEfficiency: new Decimal("0.732"),
  distance: new Decimal("35.5"),
  hv: new Decimal("44.0"),
  cef: new Decimal("0.0517"),
  oldCef: new Decimal("0.0708"),
  grid: new Decimal("0.000434"),
  perTrip: new Decimal("0.00012"),
  detour: new Decimal("1.3"),
  two: new Decimal(2),
  minor: new Decimal("0.05"),
  zero: new Decimal(0),
};

function byHand(): string {
  let baseline = decimals.zero;
  let main = decimals.zero;
  let pumping = decimals.zero;
  let transport = decimals.zero;
  for (let month = 0; month < 12; month += 1) {
    const fuelHeat = (decimals.uses[month] as Decimal).times(decimals.hv);
    const heat = fuelHeat.times(decimals.efficiency);
    main = main.plus(fuelHeat.times(decimals.cef));
    pumping = pumping.plus((decimals.pumps[month] as Decimal).times(decimals.grid));
    transport = transport.plus(
      (decimals.trips[month] as Decimal)
        .times(decimals.distance)
        .times(decimals.two)
        .times(decimals.perTrip)
        .times(decimals.detour),
    );
    baseline = baseline.plus(heat.div(decimals.oldEfficiency).times(decimals.oldCef));
  }
  const ancillary = transport.lt(decimals.minor.times(baseline)) ? decimals.zero : transport;
  const project = main.plus(pumping).plus(ancillary);
  return baseline.minus(project).floor().toString();
}

const official: EvaluationOptions = { mode: "official", asOf: "2026-04-01" };

const ours = evaluate(plan, inputs, official).outputs[0]?.values[0];
const text = ours === undefined ? "" : print(ours as Parameters<typeof print>[0]);
if (text !== byHand()) throw new Error(`the engine says ${text}, decimal.js ${byHand()}`);

const unit = { "": "1" };
const reading = compile(
  {
    ...plan.tree,
    factors: {
      inputs: plan.tree.inputs.map(({ type }) => ("unit" in type ? unit : null)),
      outputs: [],
    },
  },
  "hash",
);
const byMonth = (texts: readonly string[]) =>
  Object.fromEntries(
    texts.map((text, month) => {
      const day = new Date(Date.UTC(2023, 3 + month, 1));
      return [day.toISOString().slice(0, 10), text];
    }),
  );
const months = byMonth(uses);
const given: AnswerSet["given"] = {
  fuel: "city_gas",
  old_fuel: "heavy_oil_a",
  route: "fuel",
  use: months,
  pump: byMonth(pumps),
  efficiency: "0.92",
  old_efficiency: "0.732",
  trips: byMonth(trips),
  distance: "35.5",
};
let turn = 0;

/** Another text each time. */
function typed(): string {
  turn = (turn + 1) % 10_000;
  return `8${turn % 10}.${turn}`;
}

function changedByEngine(use: string) {
  const answers = { ...given, use: { ...months, "2023-08-01": use } };
  const read = readPlain(reading, { period: "FY2023", given: answers }, "official");
  if (read === undefined) throw new Error("the answers are not plain");
  return evaluate(reading, read, official).outputs[0]?.values[0];
}

function changedByHand(use: string): string {
  decimals.uses[4] = new Decimal(use);
  return byHand();
}

const other = changedByEngine("88.123");
if (
  other === undefined ||
  print(other as Parameters<typeof print>[0]) !== changedByHand("88.123")
) {
  throw new Error("the engine and decimal.js differ where one answer changes");
}

const bench = new Bench({ time: 1500, warmupTime: 500 });
bench
  .add("decimal.js by hand", () => {
    byHand();
  })
  .add("results only", () => {
    evaluate(plan, inputs, official);
  })
  .add("with all steps", () => {
    evaluate(plan, inputs, { ...official, steps: true });
  })
  .add("one changed, by hand", () => {
    changedByHand(typed());
  })
  .add("one changed, by engine", () => {
    changedByEngine(typed());
  });
await bench.run();

const latencies = bench.tasks.map(({ name, result }) => {
  if (!("latency" in result)) throw new Error(`${name} did not finish`);
  return { name, median: result.latency.p50 * 1000, least: result.latency.min * 1000 };
});
console.log("one evaluation; the text of the answer that changes is read on both sides");
console.log(`${"".padEnd(24)}median µs   × decimal.js   least µs   × decimal.js`);
for (const [at, { name, median, least }] of latencies.entries()) {
  const hand = latencies[at < 3 ? 0 : 3] as (typeof latencies)[number];
  const medians = `${median.toFixed(2).padStart(9)}${(hand.median / median).toFixed(1).padStart(15)}`;
  const leasts = `${least.toFixed(2).padStart(11)}${(hand.least / least).toFixed(1).padStart(15)}`;
  console.log(`${name.padEnd(24)}${medians}${leasts}`);
}
