import { expect, it } from "vitest";
import type { CutCode, Evaluate, Mark } from "../../../engine/evaluate/run.ts";
import { compileCuts } from "../../../engine/expression/compile-cut.ts";
import type { Compiling, Scope } from "../../../engine/expression/compile-scope.ts";
import type { CutTree, Node, Origin } from "../../../engine/methodology/tree.ts";
import type { Figure } from "../../../engine/plan.ts";
import {
  cases,
  confirmed,
  dateType,
  formula,
  input,
  list,
  planOf,
  read,
  unconfirmed,
  use,
  yes,
} from "../../support/trees.ts";

const type = { type: dateType };
const plan = planOf({
  lists: [list("boilers", ["built"]), list("members", ["started"])],
  inputs: [
    input("start", dateType),
    input("members.started", dateType),
    input("boilers.built", dateType),
  ],
  formulas: [
    formula("other", read("members.started"), type),
    formula("scheme.since", read("start"), type),
    formula("again.since", use("scheme.since"), type),
    formula("decided", cases([[yes, use("scheme.since")]], read("start")), type),
  ],
});

const after = (of: Node, more: { list?: string; origin?: Origin } = {}): CutTree => ({
  kind: "after",
  after: [{ count: 1, unit: "yr" }],
  of,
  ...more,
});

/** What the compiler and the marks are asked for; the mark that is given is told by its number. */
function compiled(cuts: readonly CutTree[]) {
  const asked: { node: Node; scope: Scope }[] = [];
  const marked: [Origin | undefined, Figure][] = [];
  const evaluate: Evaluate = () => 0;
  const codes = compileCuts(cuts, {
    plan,
    compile: (node: Node, scope: Scope) => {
      asked.push({ node, scope });
      return evaluate;
    },
    mark: (origin: Origin | undefined, figure: Figure) =>
      ({ number: marked.push([origin, figure]) }) as Mark,
  } as unknown as Compiling);
  return { asked, marked, codes: codes.map(({ list, mark }: CutCode) => [list, mark?.number]) };
}

const nowhere: Scope = { lists: [], time: { kind: "none", own: -1 } };
const ofItems = (list: number): Scope => ({ ...nowhere, lists: [list] });

it("counts from a date of all or of each item, and marks each cut by its place among all", () => {
  expect(
    compiled([
      { kind: "fiscal_year", origin: confirmed },
      after(read("start"), { origin: unconfirmed }),
      after(read("members.started"), { list: "members" }),
      after(read("boilers.built"), { list: "boilers" }),
    ]),
  ).toEqual({
    asked: [
      { node: read("start"), scope: nowhere },
      { node: read("members.started"), scope: ofItems(1) },
      { node: read("boilers.built"), scope: ofItems(0) },
    ],
    marked: [
      [unconfirmed, { kind: "cut", cut: 1 }],
      [undefined, { kind: "cut", cut: 2 }],
      [undefined, { kind: "cut", cut: 3 }],
    ],
    codes: [
      [-1, 1],
      [1, 2],
      [0, 3],
    ],
  });
});

it.each([
  ["scheme.since", read("start")],
  ["again.since", read("start")],
  ["decided", use("decided")],
])("counts from what the argument %s stands for", (id, node) => {
  expect(compiled([after(use(id))]).asked).toEqual([{ node, scope: nowhere }]);
});
