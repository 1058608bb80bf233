import type { AnswerTree, MethodologyData, PropertyData, TestData } from "../methodology/schema.ts";
import type { Plan } from "../plan.ts";
import { compare, exact, multiply, readExact, sign } from "../quantity/exact.ts";
import { alterAnswers, inSmallerUnit, timesAnswer } from "./alter-answers.ts";
import { runTest } from "./worked-tests.ts";

export interface LawReport {
  readonly id: string;
  readonly holds: boolean;
  /** What was tried when the law broke, and both values. */
  readonly broken?: { readonly tried: string; readonly values: readonly string[] };
  /** How many evaluations were compared. */
  readonly tried: number;
}

/** Tries every law that a methodology declares, on the answers of the test that it names. */
export function holdLaws(plan: Plan, data: MethodologyData, asOf: string): readonly LawReport[] {
  return Object.entries(data.properties ?? {}).map(([id, property]) =>
    holdLaw(plan, data, id, property, asOf),
  );
}

const factors = ["0", "0.5", "2", "3", "10"];

function holdLaw(
  plan: Plan,
  data: MethodologyData,
  id: string,
  property: PropertyData,
  asOf: string,
): LawReport {
  const test = data.tests?.[property.from];
  if (test === undefined) {
    return { id, holds: false, tried: 0, broken: { tried: property.from, values: [] } };
  }
  const valuesOf = (given: TestData["given"]) =>
    outputValues(plan, { ...test, given }, property.of, asOf);
  const scaled = (factor: string) =>
    alterAnswers(plan.tree, test.given, (text, input) =>
      property.in === undefined || input.id === property.in
        ? timesAnswer(text, exact(factor))
        : text,
    );
  let tried = 0;
  const report = (what: string | undefined, values: readonly string[] = []): LawReport =>
    what === undefined
      ? { id, holds: true, tried }
      : { id, holds: false, tried, broken: { tried: what, values } };
  const base = valuesOf(test.given);

  switch (property.law) {
    case "non_negative":
      for (const factor of ["1", ...factors]) {
        const values = valuesOf(scaled(factor));
        tried += 1;
        if (values.some((value) => sign(readExact(value) ?? exact("0")) < 0)) {
          return report(`× ${factor}`, values);
        }
      }
      return report(undefined);
    case "increasing":
    case "decreasing": {
      const wanted = property.law === "increasing" ? 1 : -1;
      let previous = valuesOf(scaled("0"));
      for (const factor of ["0.5", "1", "2", "3", "10"]) {
        const values = valuesOf(scaled(factor));
        tried += 1;
        const breaks = values.some((value, index) => {
          const before = readExact(previous[index] ?? "");
          const now = readExact(value);
          return before !== undefined && now !== undefined && compare(now, before) === -wanted;
        });
        if (breaks) return report(`× ${factor}`, [...previous, ...values]);
        previous = values;
      }
      return report(undefined);
    }
    case "scales":
      for (const factor of ["2", "10"]) {
        const values = valuesOf(scaled(factor));
        tried += 1;
        const breaks = values.some((value, index) => {
          const before = readExact(base[index] ?? "");
          const now = readExact(value);
          return (
            before === undefined ||
            now === undefined ||
            compare(multiply(before, exact(factor)), now) !== 0
          );
        });
        if (breaks) return report(`× ${factor}`, [...base, ...values]);
      }
      return report(undefined);
    case "unchanged_by_units":
    case "unchanged_by_order": {
      const given =
        property.law === "unchanged_by_units"
          ? alterAnswers(plan.tree, test.given, inSmallerUnit)
          : turnedRound(test.given, plan);
      const values = valuesOf(given);
      tried += 1;
      const told = (all: readonly string[]) => [...all].sort().join();
      return told(values) === told(base)
        ? report(undefined)
        : report(property.law, [...base, ...values]);
    }
  }
}

/** The same answers with the items of every list in the opposite order; what points at an item points at it still. */
function turnedRound(given: TestData["given"], plan: Plan): TestData["given"] {
  const counts = new Map<string, number>();
  for (const [id, value] of Object.entries(given)) {
    if (Array.isArray(value)) counts.set(id, value.length);
  }
  const pointed = alterAnswers(plan.tree, given, (text, { type }) => {
    const count = type.kind === "item" ? counts.get(type.list) : undefined;
    return count === undefined ? text : `${count + 1 - Number.parseInt(text, 10)}`;
  });
  return Object.fromEntries(
    Object.entries(pointed).map(([id, value]): [string, AnswerTree] => [
      id,
      counts.has(id) && Array.isArray(value) ? [...value].reverse() : value,
    ]),
  );
}

/** The values of an output or formula, without those that are not there, in the order of their places. */
function outputValues(plan: Plan, test: TestData, of: string, asOf: string): readonly string[] {
  const { result } = runTest(plan, test, asOf);
  const output = result?.results[of];
  if (output === undefined) {
    return (result?.steps ?? [])
      .filter(({ id }) => id === of)
      .map(({ value }) => ("value" in value ? value.value : "none"));
  }
  const values = output.values ?? [output];
  return values.map((value) => ("value" in value ? (value.value ?? "none") : "none"));
}
