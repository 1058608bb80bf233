import { beforeAll, describe, expect, it } from "vitest";
import { sensitivity } from "../../../engine/assessment/sensitivity.ts";
import { compile } from "../../../engine/compile.ts";
import type { Plan } from "../../../engine/plan.ts";
import { treeOf } from "../../support/checked.ts";
import { steps } from "../../support/seeking.ts";

let plan: Plan;
beforeAll(async () => {
  plan = compile(await treeOf(steps), "steps", {});
});

const given = { kind: "large", is_new: "true", load: "6 t", carts: [{ wheels: "25" }] };
const options = { asOf: "2026-11-22" };

describe("sensitivity", () => {
  it("puts the answer first that moves the output most, and tries every other choice", () => {
    const found = sensitivity(plan, given, { output: "credit" }, options);
    expect(found).toEqual({
      ok: true,
      warnings: [],
      value: {
        output: "credit",
        unit: "t",
        value: "29",
        influences: [
          {
            place: "carts[1].wheels",
            answer: "25",
            trials: [
              { answer: "22", value: "26", change: "-3" },
              { answer: "28", value: "32", change: "3" },
            ],
            span: "6",
          },
          {
            place: "kind",
            answer: "large",
            trials: [{ answer: "small", value: "28", change: "-1" }],
            span: "1",
          },
          {
            place: "load",
            answer: "6 t",
            trials: [
              { answer: "5.4 t", value: "28", change: "-1" },
              { answer: "6.6 t", value: "29", change: "0" },
            ],
            span: "1",
          },
          {
            place: "is_new",
            answer: "true",
            trials: [{ answer: "false", value: "29", change: "0" }],
            span: "0",
          },
        ],
      },
    });
  });

  it("changes figures by the share that is asked for, and leaves out what gives no value", () => {
    const found = sensitivity(plan, given, { output: "credit", share: "1.5" }, options);
    const load = found.ok ? found.value.influences.find(({ place }) => place === "load") : found;
    expect(load).toMatchObject({ trials: [{ answer: "-3 t" }, { answer: "15 t" }] });
    expect(JSON.stringify(load)).toContain('{"answer":"15 t"}');
  });

  it("tells what is wrong with the answers, and of an output that has no value", () => {
    const wrong = sensitivity(plan, { ...given, load: "6 kW" }, { output: "credit" }, options);
    expect(wrong.ok ? [] : wrong.issues.map(({ code }) => code)).toEqual(["answer-unit-mismatch"]);
    const open = sensitivity(plan, { ...given, load: undefined }, { output: "credit" }, options);
    expect(open.ok ? [] : open.issues).toEqual([
      {
        code: "output-without-value",
        severity: "error",
        path: [],
        facts: { output: "credit", missing: ["load"] },
      },
    ]);
    const none = sensitivity(plan, given, { output: "fee" }, options);
    expect(none.ok ? [] : none.issues.map(({ code }) => code)).toEqual(["output-unknown"]);
  });
});
