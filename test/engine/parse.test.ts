import { describe, expect, it } from "vitest";
import { printExpression } from "../../engine/expression/print-expression.ts";
import type { Expressions } from "../../engine/methodology/file.ts";
import { told, underline } from "../support/caret.ts";
import { type Files, parseFiles } from "../support/load.ts";

const head = (format: string, id: string): string => `format: ${format}
id: ${id}
version: 1-r1
status: draft
title: { ja: 試験 }
documents: {}
`;

const methodology = `${head("methodology/1", "TEST")}period:
  cut:
    - { at: fiscal_year }
    - { after: [1 yr], of: members.started }
components:
  grid: { use: grid/1, per: members, with: { since: started } }
inputs:
  route: { type: enum route, label: { ja: x } }
  use: { type: quantity U, unit_variable: { U: fuel }, label: { ja: x }, when: route == route.fuel }
  members:
    type: list
    label: { ja: x }
    min_items: 1
    max_items: 2
    when: known(use)
    item:
      started: { type: date, label: { ja: x } }
      share: { type: quantity 1, label: { ja: x }, when: "started < part.start" }
conditions:
  enough: { effect: warn, expr: "use > 0 [t]" }
  late:
    effect: refuse
    cases:
      - when: known(use)
        then: use > 1 [t]
      - otherwise: stop
formulas:
  heat:
    unit: t
    unit_variable: { V: fuel }
    match: route
    then:
      fuel: use * 2
      meter: { then: stop, because: { ja: x } }
  total: { unit: t, expr: "sum(members, share where known(share))" }
outputs:
  heat: {}
`;

const component = `${head("component/1", "grid")}arguments:
  since: { type: date }
cut:
  - { after: [1 yr], of: since }
formulas:
  factor: { unit: "1", expr: "tiers[since].share" }
`;

const files: Files = { "methodology.yaml": methodology, "grid/1-r1/component.yaml": component };

const printed = (expressions: Expressions): Readonly<Record<string, string>> =>
  Object.fromEntries([...expressions].map(([path, one]) => [path, printExpression(one)]));

describe("parse", () => {
  it("parses every text that is an expression, by its JSON pointer", async () => {
    const result = await parseFiles(files);
    expect(told(result.ok ? [] : result.issues)).toEqual([]);
    if (result.ok) {
      expect(printed(result.value.expressions)).toEqual({
        "/components/grid/with/since": "started",
        "/period/cut/1/of": "members.started",
        "/inputs/use/when": "route == route.fuel",
        "/inputs/use/unit_variable/U": "fuel",
        "/inputs/members/when": "known(use)",
        "/inputs/members/item/share/when": "started < part.start",
        "/conditions/enough/expr": "use > 0 [t]",
        "/conditions/late/cases/0/when": "known(use)",
        "/conditions/late/cases/0/then": "use > 1 [t]",
        "/conditions/late/cases/1/otherwise": "stop",
        "/formulas/heat/unit_variable/V": "fuel",
        "/formulas/heat/match": "route",
        "/formulas/heat/then/fuel": "use * 2",
        "/formulas/heat/then/meter/then": "stop",
        "/formulas/total/expr": "sum(members, share where known(share))",
      });
      expect([...result.value.componentExpressions.keys()]).toEqual(["grid/1"]);
      expect(printed(result.value.componentExpressions.get("grid/1") ?? new Map())).toEqual({
        "/cut/0/of": "since",
        "/formulas/factor/expr": "tiers[since].share",
      });
    }
  });

  it("reports the problems of all texts and files at once", async () => {
    const result = await parseFiles({
      "methodology.yaml": methodology
        .replace("fuel: use * 2", "fuel: use × 2 = 3")
        .replace("of: members.started", "of: members.started + 1")
        .replace("known(use)\n    item", "stop\n    item")
        .replace("share where", "where"),
      "grid/1-r1/component.yaml": component.replace("tiers[since].share", "tiers[since]"),
    });
    expect(told(result.ok ? [] : result.issues)).toEqual([
      "methodology.yaml:10:28 not-a-reference",
      "methodology.yaml:21:11 stop-misplaced",
      "methodology.yaml:39:17 printed-sign",
      "methodology.yaml:39:21 single-equals",
      "methodology.yaml:41:41 where-misplaced",
      "grid/1-r1/component.yaml:12:31 column-missing",
    ]);
  });

  it.each([
    [
      "plain",
      "expr: use $ 2",
      "  heat: { unit: t, expr: use $ 2 }\n                             ^",
    ],
    [
      "in quotes",
      "expr: 'use $ 2'",
      "  heat: { unit: t, expr: 'use $ 2' }\n                              ^",
    ],
  ])("points into a text that is %s", async (_, body, expected) => {
    const text = methodology.replace(
      / {2}heat:\n[\s\S]* {2}total/,
      `  heat: { unit: t, ${body} }\n  total`,
    );
    const result = await parseFiles({ ...files, "methodology.yaml": text });
    expect(underline(result.ok ? undefined : result.issues[0]?.span)).toBe(expected);
  });

  it.each([
    ["over lines", "    expr: use\n      $ 2\n", "      $ 2\n      ^"],
    ["folded", "    expr: >-\n      use\n      + $ 2\n", "      + $ 2\n        ^"],
    ["a block", "    expr: |\n      use\n        $ 2\n", "        $ 2\n        ^"],
  ])("points into a text that is %s", async (_, body, expected) => {
    const text = methodology.replace(
      / {2}heat:\n[\s\S]* {2}total/,
      `  heat:\n    unit: t\n${body}  total`,
    );
    const result = await parseFiles({ ...files, "methodology.yaml": text });
    expect(underline(result.ok ? undefined : result.issues[0]?.span)).toBe(expected);
  });
});
