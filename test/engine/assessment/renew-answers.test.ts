import { beforeAll, describe, expect, it } from "vitest";
import { movedGiven, movedRanges, renewAnswers } from "../../../engine/assessment/renew-answers.ts";
import { compile } from "../../../engine/compile.ts";
import type { Plan } from "../../../engine/plan.ts";
import { treeOf } from "../../support/checked.ts";
import { steps } from "../../support/seeking.ts";

let plan: Plan;
beforeAll(async () => {
  const tree = await treeOf(steps);
  const renamed = {
    sort: "kind",
    wagons: "carts",
    "carts.discs": "wheels",
    "kind.huge": "large",
    weight: "load",
  };
  plan = compile({ ...tree, renamed }, "hash-of-today", {});
});

describe("answers of an older edition", () => {
  it("go by the names of today: questions, lists, fields and members", () => {
    const old = { sort: "huge", wagons: [{ discs: "4" }, "x"], weight: "2 t" };
    expect(movedGiven(plan.tree, old)).toEqual({
      kind: "large",
      carts: [{ wheels: "4" }, "x"],
      load: "2 t",
    });
  });

  it("stay where the new name has an answer, or where nobody knows them", () => {
    const both = { sort: "small", kind: "large", colour: "red" };
    expect(movedGiven(plan.tree, both)).toEqual(both);
  });

  it("name the edition that was opened", () => {
    const answers = {
      format: "answers/1" as const,
      methodology: "STEPS-1",
      version: "0-r1",
      sets: { plan: { given: { weight: "2 t" } } },
    };
    expect(renewAnswers(plan, answers)).toEqual({
      format: "answers/1",
      methodology: "STEPS-1",
      version: "1-r1",
      hash: "hash-of-today",
      sets: { plan: { given: { load: "2 t" } } },
    });
  });

  it("take their ends along", () => {
    const ends = { low: "1", high: "2" };
    expect(movedRanges(plan.tree, { weight: ends, "carts.discs": ends, other: ends })).toEqual({
      load: ends,
      "carts.wheels": ends,
      other: ends,
    });
  });
});
