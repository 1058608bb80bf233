import { dimensions, figure, grades, kinds, modes, multiples, unitFor } from "./grid.ts";
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

/** A methodology by its number. */
export function generateModel(seed: number): Model {
  const chance = chanceOf(seed);
  const typeOf = (): Type => {
    const dimension = chance.pick(dimensions);
    return { kind: "quantity", dimension, unit: unitFor(chance, dimension) ?? "1" };
  };
  const inputs: Input[] = [];
  for (let index = 0; index < 4 + chance.below(3); index += 1) {
    const isField = chance.percent(50);
    const isOptional = chance.percent(12);
    inputs.push({
      id: `q${index}`,
      type: typeOf(),
      isField,
      isOptional,
      ...axisOf(isOptional ? 100 : chance.below(100)),
    });
  }
  const plain = (id: string, type: Type, isField: boolean): Input => ({
    id,
    type,
    isField,
    isOptional: false,
    perYears: false,
    perKind: false,
  });
  inputs.push(plain("first_kind", { kind: "enum", enum: "kind" }, false));
  inputs.push(plain("row_kind", { kind: "enum", enum: "kind" }, true));
  inputs.push(plain("row_grade", { kind: "enum", enum: "grade" }, true));
  inputs.push(plain("flag", { kind: "boolean" }, false));
  inputs.push(plain("row_flag", { kind: "boolean" }, true));
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
  const formulas: Formula[] = [];
  const count = 3 + chance.below(6);
  for (let index = 0; index < count; index += 1) {
    const per = chance.pick([
      [],
      ["rows"],
      ["years"],
      ["kind"],
      ["rows", "years"],
      ["rows", "kind"],
      ["kind", "years"],
    ] as const);
    const type: Type =
      index === count - 1 || chance.percent(80)
        ? typeOf()
        : chance.percent(60)
          ? { kind: "boolean" }
          : { kind: "enum", enum: chance.pick(["kind", "grade"]) };
    const scope: Scope = {
      chance,
      inputs,
      constants,
      years,
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
  return { enums: { kind: kinds, grade: grades }, constants, years, tables, inputs, formulas };
}

/** Answers for a methodology by their number; now and then one is left open. */
export function generateAnswers(model: Model, seed: number): Answers {
  const chance = chanceOf(seed ^ 0x5bd1e995);
  const years = 1 + chance.below(2);
  const unanswered = chance.percent(25) ? 6 : 0;
  const answer = (input: Input): string | undefined => {
    if (chance.percent(input.isOptional ? 50 : unanswered)) return undefined;
    switch (input.type.kind) {
      case "boolean":
        return chance.pick(["true", "false"]);
      case "enum":
        return chance.pick(model.enums[input.type.enum] as readonly string[]);
      case "quantity": {
        const unit = unitFor(chance, input.type.dimension) ?? "1";
        return unit === "1" ? figure(chance) : `${figure(chance)} ${unit}`;
      }
    }
  };
  const answered = (isField: boolean) => {
    const own = model.inputs.filter((input) => input.isField === isField);
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
  const rows = Array.from({ length: chance.below(4) }, () => answered(true));
  return { firstYear: 2020 + chance.below(5 - years), years, ...answered(false), rows };
}
