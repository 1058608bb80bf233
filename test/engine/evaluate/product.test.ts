import { describe, expect, it } from "vitest";
import { evaluate } from "../../../engine/evaluate.ts";
import type { Node } from "../../../engine/methodology/tree.ts";
import type { EvaluationOptions } from "../../../engine/plan.ts";
import {
  arithmetic,
  axis,
  constant,
  constantOf,
  enumeration,
  enumType,
  formula,
  input,
  lay,
  list,
  looked,
  number,
  over,
  planOf,
  read,
  table,
  textOf,
  unconfirmed,
  use,
} from "../../support/trees.ts";

const options: EvaluationOptions = { mode: "official", asOf: "2026-04-01" };
const product = (first: Node, ...rest: readonly Node[]) =>
  rest.reduce((left, right) => arithmetic(left, "*", right), first);

/** A use per item and year, a cell by fuel and year, a share of the whole period and an unconfirmed constant. */
const plan = planOf({
  enums: [enumeration("fuel", ["coal", "gas"])],
  period: { cuts: [{ kind: "fiscal_year" }] },
  constants: [constant("loss", "0.5", undefined, { origin: unconfirmed })],
  tables: [
    table(
      "factors",
      [
        { id: "fuel", kind: "enum", enum: "fuel" },
        { id: "year", kind: "fiscal_year" },
      ],
      ["f"],
      ["coal 2023 | 3", "coal 2024 | 5", "gas 2023 | 7", "gas 2024 | none"],
      { origins: [unconfirmed] },
    ),
  ],
  lists: [list("sites", ["use"])],
  inputs: [
    input("fuel", enumType("fuel")),
    input("share", undefined, { time: "throughout" }),
    input("sites.use", undefined, { list: "sites", per: ["years"] }),
  ],
  formulas: [
    formula(
      "site",
      product(
        looked("factors.f", [read("fuel"), axis("years")]),
        read("sites.use"),
        read("share"),
        number("10"),
        constantOf("loss"),
      ),
      { per: ["sites", "years"] },
    ),
    formula("whole", over("sum", "years", over("sum", "sites", use("site")))),
  ],
  outputs: ["site", "whole"],
});

function evaluatedWith(given: Record<string, string | string[]>, steps: boolean) {
  const inputs = lay(plan, {
    period: { from: "2023-04-01", to: "2025-03-31" },
    items: { sites: 2 },
    given,
  });
  return evaluate(plan, inputs, { ...options, steps });
}

const uses = ["1", "2", "3", "4"];

describe("a product of which a part stays while items and years move", () => {
  it("takes the cell of each year, for every item", () => {
    const { outputs } = evaluatedWith({ fuel: "coal", share: "0.1", "sites.use": uses }, false);
    expect(outputs[0]?.values.map((value) => textOf(value))).toEqual(["1.5", "5", "4.5", "10"]);
    expect(outputs[1]?.values.map((value) => textOf(value))).toEqual(["21"]);
  });

  it("takes the figures of the run at hand, not of the one before", () => {
    const first = evaluatedWith({ fuel: "coal", share: "0.1", "sites.use": uses }, false);
    const second = evaluatedWith({ fuel: "coal", share: "0.2", "sites.use": uses }, false);
    expect([first, second].map(({ outputs }) => textOf(outputs[1]?.values[0] ?? 0))).toEqual([
      "21",
      "42",
    ]);
  });

  it.each([
    ["everything is answered", { fuel: "coal", share: "0.1", "sites.use": uses }],
    ["what stays is missing", { fuel: "coal", "sites.use": uses }],
    ["what moves is missing", { fuel: "coal", share: "0.1" }],
    ["both are missing", { fuel: "coal" }],
    ["a cell is open in one year", { fuel: "gas", share: "0.1", "sites.use": uses }],
    ["what stays is zero", { fuel: "coal", share: "0", "sites.use": uses }],
  ])("tells the same with and without steps where %s", (_, given) => {
    const { steps, ...told } = evaluatedWith(given, true);
    expect(steps?.length).toBeGreaterThan(0);
    const plain = evaluatedWith(given, false);
    const texts = ({ outputs }: typeof plain) =>
      outputs.map(({ values }) =>
        values.map((value) =>
          typeof value === "object" && "numerator" in value ? textOf(value) : value,
        ),
      );
    expect(texts(plain)).toEqual(texts(told));
    const rest = ({ asked, figures, ignored, missing, issues, weakest }: typeof plain) => ({
      asked,
      figures,
      ignored,
      missing,
      issues,
      weakest,
    });
    expect(rest(plain)).toEqual(rest(told));
    expect(plain.weakest.provenance).toBe("unconfirmed");
  });
});
