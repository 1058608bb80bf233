import { days, dimensions, few, figure, grades, kinds, modes, multiples, unitFor } from "./grid.ts";
import type { Answers, Formula, Input, Model, Row, Table, Type } from "./model.ts";
import { type Chance, chanceOf } from "./random.ts";
import { bodyOf, type Scope } from "./terms.ts";

/** Makes methodologies and answers by chance, each by its number. */
function tableOf(chance: Chance, id: string): Table {
  const dimension = chance.pick(dimensions);
  const unit = unitFor(chance, dimension) ?? "1";
  const keys = chance.pick([["kind"], ["kind", "grade"], ["kind", "years"], ["interval"]] as const);
  const rows: Row[] = [];
  const add = (...cells: readonly string[]) => rows.push({ keys: cells, value: figure(chance) });
  switch (keys.join()) {
    case "kind":
      add("alpha|beta");
      if (chance.percent(80)) add(chance.percent(50) ? "gamma" : "*");
      break;
    case "kind,grade":
      add("alpha", "low");
      add("alpha", "*");
      add("*", "high");
      if (chance.percent(80)) add("beta|gamma", "low");
      break;
    case "kind,years":
      add("alpha", "2020..2021");
      add("alpha", "2022..2023");
      add("beta", "2020..2023");
      if (chance.percent(80)) add("*", "2020..2023");
      break;
    default:
      add("0..2");
      add("2..5.5");
      if (chance.percent(80)) add("5.5..");
  }
  const isOpen = !keys.some((key) => key === "interval") && chance.percent(25);
  const cells = rows.map((row) => (isOpen && chance.percent(40) ? { ...row, value: "none" } : row));
  return { id, keys, dimension, unit, rows: cells, isOpen };
}

/** An amount per year, per member or once, by a number below a hundred. */
function axisOf(share: number): Pick<Input, "perYears" | "perKind"> {
  return { perYears: share < 35, perKind: share >= 35 && share < 50 };
}

function roundOf(chance: Chance): NonNullable<Formula["round"]> {
  const mode = chance.pick(modes);
  return chance.percent(25)
    ? { mode, digits: `${1 + chance.below(4)}` }
    : { mode, to: chance.pick(multiples) };
}

/** A methodology by its number, with three formulas or more. */
export function generateModel(seed: number, most = 8): Model {
  const chance = chanceOf(seed);
  const typeOf = (): Type => {
    const dimension = chance.pick(dimensions);
    return { kind: "quantity", dimension, unit: unitFor(chance, dimension) ?? "1" };
  };
  const inputs: Input[] = [];
  for (let index = 0; index < 5 + chance.below(3); index += 1) {
    const list = chance.pick(["rows", "rows", "plots", undefined, undefined] as const);
    const isOptional = chance.percent(12);
    inputs.push({
      id: `q${index}`,
      type: typeOf(),
      ...(list === undefined ? {} : { list }),
      isOptional,
      ...axisOf(isOptional ? 100 : chance.below(100)),
    });
  }
  const plain = (id: string, type: Type, list?: "rows" | "plots"): Input => ({
    id,
    type,
    ...(list === undefined ? {} : { list }),
    isOptional: false,
    perYears: false,
    perKind: false,
  });
  inputs.push(plain("first_kind", { kind: "enum", enum: "kind" }));
  inputs.push(plain("first_few", { kind: "enum", enum: "few" }));
  inputs.push(plain("flag", { kind: "boolean" }));
  inputs.push(plain("first_day", { kind: "date" }));
  inputs.push(plain("row_kind", { kind: "enum", enum: "kind" }, "rows"));
  inputs.push(plain("row_grade", { kind: "enum", enum: "grade" }, "rows"));
  inputs.push(plain("row_flag", { kind: "boolean" }, "rows"));
  inputs.push(plain("row_day", { kind: "date" }, "rows"));
  inputs.push(plain("spot", { kind: "item" }, "rows"));
  inputs.push(plain("plot_kind", { kind: "enum", enum: "kind" }, "plots"));
  inputs.push(plain("plot_day", { kind: "date" }, "plots"));
  const tables = Array.from({ length: 1 + chance.below(3) }, (_, index) =>
    tableOf(chance, `t${index}`),
  );
  const constants = Array.from({ length: 2 }, (_, index) => {
    const dimension = chance.pick(dimensions);
    return {
      id: `k${index}`,
      value: chance.percent(25) ? "44/12" : figure(chance),
      unit: unitFor(chance, dimension) ?? "1",
      dimension,
    };
  });
  const years = Array.from({ length: 2 }, (_, index) => ({
    id: `y${index}`,
    year: 2019 + chance.below(6),
  }));
  const dates = Array.from({ length: 2 }, (_, index) => ({
    id: `d${index}`,
    day: chance.pick(days),
  }));
  const formulas: Formula[] = [];
  const count = 3 + chance.below(most - 2);
  for (let index = 0; index < count; index += 1) {
    const per = chance.pick([
      [],
      ["rows"],
      ["years"],
      ["kind"],
      ["plots"],
      ["few"],
      ["plots", "years"],
      ["rows", "few"],
      ["rows", "years"],
      ["rows", "kind"],
      ["kind", "years"],
    ] as const);
    const type: Type =
      index === count - 1 || chance.percent(80)
        ? typeOf()
        : chance.percent(60)
          ? { kind: chance.percent(70) ? "boolean" : "date" }
          : { kind: "enum", enum: chance.pick(["kind", "grade"]) };
    const scope: Scope = {
      chance,
      inputs,
      constants,
      years,
      days: dates,
      tables,
      formulas,
      axes: per,
      own: per,
    };
    const body = bodyOf(scope, type, 1 + chance.below(3));
    formulas.push({
      id: `f${index}`,
      type,
      per,
      body,
      ...(type.kind === "quantity" && chance.percent(35) ? { round: roundOf(chance) } : {}),
    });
  }
  const enums = { kind: kinds, grade: grades, few };
  const parts = { few: "kind" };
  return { enums, parts, constants, years, days: dates, tables, inputs, formulas };
}

/** Answers for a methodology by their number; now and then one is left open. */
export function generateAnswers(model: Model, seed: number): Answers {
  const chance = chanceOf(seed ^ 0x5bd1e995);
  const years = 1 + chance.below(2);
  const unanswered = chance.percent(25) ? 6 : 0;
  const plotCount = chance.below(4);
  const answer = (input: Input): string | undefined => {
    if (chance.percent(input.isOptional ? 50 : unanswered)) return undefined;
    switch (input.type.kind) {
      case "boolean":
        return chance.pick(["true", "false"]);
      case "enum":
        return chance.pick(model.enums[input.type.enum] as readonly string[]);
      case "date":
        return chance.pick(days);
      case "item":
        return plotCount === 0 ? undefined : `${1 + chance.below(plotCount)}`;
      case "quantity": {
        const unit = unitFor(chance, input.type.dimension) ?? "1";
        return unit === "1" ? figure(chance) : `${figure(chance)} ${unit}`;
      }
    }
  };
  const answered = (list?: "rows" | "plots") => {
    const own = model.inputs.filter((input) => input.list === list);
    return {
      scalars: Object.fromEntries(
        own
          .filter(({ perYears, perKind }) => !perYears && !perKind)
          .map((input) => [input.id, answer(input)]),
      ),
      perKind: Object.fromEntries(
        own
          .filter(({ perKind }) => perKind)
          .map((input) => [input.id, kinds.map(() => answer(input))]),
      ),
      perYear: Object.fromEntries(
        own
          .filter(({ perYears }) => perYears)
          .map((input) => [input.id, Array.from({ length: years }, () => answer(input))]),
      ),
    };
  };
  const rows = Array.from({ length: chance.below(4) }, () => answered("rows"));
  const plots = Array.from({ length: plotCount }, () => answered("plots"));
  return { firstYear: 2020 + chance.below(5 - years), years, ...answered(), rows, plots };
}
