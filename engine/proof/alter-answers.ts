import { normalise, splitFigure } from "../answers/text.ts";
import type { AnswerTree } from "../methodology/schema.ts";
import type { InputTree, Tree } from "../methodology/tree.ts";
import { type Exact, exact, multiply, print } from "../quantity/exact.ts";

type Answers = Readonly<Record<string, AnswerTree>>;

/** The same answers with every text of one input (or of every input) changed. */
export function alterAnswers(
  tree: Tree,
  given: Answers,
  alter: (text: string, input: InputTree) => string,
): Answers {
  const inputs = new Map(tree.inputs.map((input) => [input.id, input]));
  const texts = (value: AnswerTree, input: InputTree): AnswerTree =>
    typeof value === "string"
      ? alter(value, input)
      : Array.isArray(value)
        ? value.map((one) => texts(one, input))
        : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, texts(one, input)]));
  return Object.fromEntries(
    Object.entries(given).map(([id, value]) => {
      const input = inputs.get(id);
      if (input !== undefined) return [id, texts(value, input)];
      if (!Array.isArray(value)) return [id, value];
      const items = value.map((item) =>
        typeof item === "string" || Array.isArray(item)
          ? item
          : Object.fromEntries(
              Object.entries(item).map(([field, one]) => {
                const of = inputs.get(`${id}.${field}`);
                return [field, of === undefined ? one : texts(one, of)];
              }),
            ),
      );
      return [id, items];
    }),
  );
}

/** The answer so many times as large. What is no figure stays. */
export function timesAnswer(text: string, factor: Exact): string {
  const figure = splitFigure(normalise(text));
  if (figure.kind !== "figure") return text;
  const product = print(multiply(exact(figure.digits), factor));
  return figure.unit === "" ? product : `${product} ${figure.unit}`;
}

const smallerUnits: Readonly<Record<string, readonly [unit: string, times: string]>> = {
  t: ["kg", "1000"],
  kg: ["g", "1000"],
  kL: ["L", "1000"],
  m3: ["L", "1000"],
  kNm3: ["Nm3", "1000"],
  GJ: ["MJ", "1000"],
  MWh: ["kWh", "1000"],
  kWh: ["Wh", "1000"],
  kW: ["W", "1000"],
  km: ["m", "1000"],
  ha: ["m2", "10000"],
  h: ["min", "60"],
  day: ["h", "24"],
  yr: ["month", "12"],
};

/** The same amount in a smaller unit of its dimension, where there is a usual one. */
export function inSmallerUnit(text: string): string {
  const figure = splitFigure(normalise(text));
  const smaller = figure.kind === "figure" ? smallerUnits[figure.unit] : undefined;
  if (figure.kind !== "figure" || smaller === undefined) return text;
  return `${print(multiply(exact(figure.digits), exact(smaller[1])))} ${smaller[0]}`;
}
