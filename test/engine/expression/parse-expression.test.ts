import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExpression, parseReference } from "../../../engine/expression/parse-expression.ts";
import { describe as describeIssue } from "../../../engine/locales/describe.ts";
import { en } from "../../../engine/locales/en.ts";
import { ja } from "../../../engine/locales/ja.ts";
import { caret } from "../../support/caret.ts";
import { runs } from "../../support/runs.ts";
import { shape } from "../../support/shape.ts";

describe("parseExpression", () => {
  it.each([
    ["38.90", "38.90"],
    ["20 [yr]", "20[yr]"],
    ["20[yr]", "20[yr]"],
    ["1 [kg-CO2/person-km]", "1[kg-CO2/person-km]"],
    ["1 [ L/(t*km) ]", "1[L/(t*km)]"],
    ["1 [°C]", "1[°C]"],
    ["true", "true"],
    ["members.started", "members.started"],
    ["part.start", "part.start"],
    ["deed.none", "deed.none"],
    ["a + b + c", "((a + b) + c)"],
    ["a - b - c", "((a - b) - c)"],
    ["a - (b - c)", "(a - (b - c))"],
    ["a / b / c", "((a / b) / c)"],
    ["a + b * c", "(a + (b * c))"],
    ["(a + b) * c", "((a + b) * c)"],
    ["-a * b", "((- a) * b)"],
    ["a * -b", "(a * (- b))"],
    ["a - -b", "(a - (- b))"],
    ["-(-a)", "(- (- a))"],
    ["-(a + b)", "(- (a + b))"],
    ["a + 1 < b * 2", "((a + 1) < (b * 2))"],
    ["a == b", "(a == b)"],
    ["(a < b) == c", "((a < b) == c)"],
    ["not a == b", "(not (a == b))"],
    ["not not a", "(not (not a))"],
    ["not a and b", "((not a) and b)"],
    ["a and b and c", "((a and b) and c)"],
    ["a or b or c", "((a or b) or c)"],
    ["(a and b) or c", "((a and b) or c)"],
    ["a and (b or c)", "(a and (b or c))"],
    ["a <= b and c != d", "((a <= b) and (c != d))"],
    ["a == (not b)", "(a == (not b))"],
    ["min(a, b, 0 [t])", "min(a, b, 0[t])"],
    ["sum(legs, cost where mode == mode.car)", "sum(legs, cost where (mode == mode.car))"],
    ["sum(a, sum(b, x))", "sum(a, sum(b, x))"],
    ["grid[year].all_source", "(grid[year] all_source)"],
    ["grid.tiers[a, b + 1].share", "(grid.tiers[a, (b + 1)] share)"],
    [
      "height_curves[regions[p].region, height = top_height, age].site_class",
      "(height_curves[(regions[p] region), height=top_height, age] site_class)",
    ],
    ["t[20 [yr]].x", "(t[20[yr]] x)"],
    ["a\n  + b", "(a + b)"],
    ["annotation", "annotation"],
  ])("reads %j as %s", (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it.each([
    ["", "expression-empty"],
    ["  \n ", "expression-empty"],
    ["a +", "value-missing"],
    ["* a", "value-missing"],
    ["+ a", "value-missing"],
    ["- - a", "value-missing"],
    ["a b", "operator-missing"],
    ["2x", "operator-missing"],
    ["2 (a + b)", "operator-missing"],
    ["(a + b) c", "operator-missing"],
    ["a.b(c)", "operator-missing"],
    ["(a", "bracket-not-closed"],
    ["min(a", "bracket-not-closed"],
    ["t[a", "bracket-not-closed"],
    ["a)", "bracket-not-opened"],
    ["a]", "bracket-not-opened"],
    ["(a]", "bracket-not-opened"],
    ["()", "value-missing"],
    ["min()", "value-missing"],
    ["min(a,)", "value-missing"],
    ["t[].x", "value-missing"],
    ["a, b", "comma-misplaced"],
    ["a.", "part-missing"],
    ["t[a].", "part-missing"],
    ["t[a].3", "part-missing"],
    ["1 .x", "dot-misplaced"],
    ["t[a]", "column-missing"],
    ["x [kg]", "column-missing"],
    ["(a) [kg]", "unit-without-number"],
    ["1 [kg", "unit-not-closed"],
    ["1 [ ]", "unit-empty"],
    ["a < b < c", "comparison-chained"],
    ["a == b == c", "comparison-chained"],
    ["a and b or c", "logic-mixed"],
    ["a or b and c", "logic-mixed"],
    ["a and b or c and d", "logic-mixed logic-mixed"],
    ["a == not b", "not-needs-brackets"],
    ["1 + not a", "not-needs-brackets"],
    ["a where b", "where-misplaced"],
    ["where", "where-misplaced"],
    ["and", "value-missing"],
    ["none", "none-misplaced"],
    ["t[a].x != none", "none-misplaced"],
    ["stop", "stop-misplaced"],
    ["stop + 1", "stop-misplaced"],
    ["a + stop", "stop-misplaced"],
    ["a = b", "single-equals"],
    ["curves[height == h].class", "equals-in-key"],
    ["a && b", "other-operator"],
    ["a || b", "other-operator"],
    ["a & b | c", "other-operator other-operator logic-mixed"],
    ["!a", "other-operator"],
    ["a === b", "other-operator"],
    ["a !== b", "other-operator"],
    ["a <> b", "other-operator"],
    ["a => b", "other-operator"],
    ["a =< b", "other-operator"],
    ["a AND b", "other-operator"],
    ["NOT a", "other-operator"],
    ["TRUE", "other-operator"],
    ["x ^ 2", "power-sign"],
    ["x ** 2", "power-sign"],
    ["x²", "power-sign"],
    ["a × b", "printed-sign"],
    ["a ÷ b", "printed-sign"],
    ["a − b", "printed-sign"],
    ["a ≤ b", "printed-sign"],
    ["a ≧ b", "printed-sign"],
    ["a ≠ b", "printed-sign"],
    ["√x", "printed-sign"],
    ["１２ + a", "full-width"],
    ["ａ＋ｂ", "full-width"],
    ["（a + b）", "full-width full-width"],
    ["a\u3000+ b", "full-width"],
    ["1e5", "exponent-form"],
    ["1.5E-3", "exponent-form"],
    ["5 %", "percent-in-expression"],
    ["a % b", "percent-in-expression operator-missing"],
    ["1_000", "digits-grouped"],
    ["1,000", "digits-grouped"],
    ["1,000.5 + a", "digits-grouped"],
    [".5", "number-incomplete"],
    ["5. + a", "number-incomplete"],
    ["2014-04-01", "date-in-expression"],
    ['mode == "car"', "text-in-expression"],
    ["mode == 'car'", "text-in-expression"],
    ["fuelUse * 2", "not-an-id"],
    ["燃料 * 2", "not-an-id"],
    ["_x", "not-an-id"],
    ["a ? b : c", "unknown-character operator-missing unknown-character"],
    ["a; b", "unknown-character operator-missing"],
    ["a $ b", "unknown-character operator-missing"],
    ["a 😀", "unknown-character"],
    ["a = b && c × １", "single-equals other-operator printed-sign full-width"],
  ])("refuses %j with %s", (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it.each([
    ["a + ", "a + \n    ^"],
    ["a $ b", "a $ b\n  ^"],
    ["a && b", "a && b\n  ^^"],
    ["a < b < c", "a < b < c\n      ^"],
    ["(a + b", "(a + b\n^"],
    ["sum(x where", "sum(x where\n           ^"],
    ["x [kg] + 1", "x [kg] + 1\n^^^^^^"],
    ["1 + 1e5 * 2", "1 + 1e5 * 2\n    ^^^"],
    ["a +\n  b c", "  b c\n    ^"],
    ["2014-04-01", "2014-04-01\n^^^^^^^^^^"],
    ["a + 1,000", "a + 1,000\n    ^^^^^"],
  ])("points at what it cannot read in %j", (text, expected) => {
    expect(caret(text)).toBe(expected);
  });

  it.each([
    [
      "a = b",
      "= does not compare. Write == to compare; = stands only between the brackets of a look-up, as in curves[height = top_height].class.",
      "「=」では比較できません。比較は「==」と書きます。「=」は、表の検索の括弧の中（curves[height = top_height].class）だけで使います。",
    ],
    ["a && b", "&& is not used here. Write and.", "「&&」は使えません。「and」と書いてください。"],
    ["a || b", "|| is not used here. Write or.", "「||」は使えません。「or」と書いてください。"],
    [
      "x ^ 2",
      "^ cannot be used here. Write pow(x, 2) for a power; powers of ten that only convert units are left out.",
      "「^」は使えません。べき乗は pow(x, 2) と書きます。単位の換算だけを表す10のべき乗は書きません。",
    ],
    ["a × b", "× is a sign of print. Write *.", "「×」は印刷用の記号です。「*」と書いてください。"],
    ["a ÷ b", "÷ is a sign of print. Write /.", "「÷」は印刷用の記号です。「/」と書いてください。"],
    ["a − b", "− is a sign of print. Write -.", "「−」は印刷用の記号です。「-」と書いてください。"],
    [
      "１２",
      "１２ is in full-width characters. Write 12.",
      "「１２」は全角文字です。半角で「12」と書いてください。",
    ],
    [
      "1e5",
      "1e5 is in exponent form. Write all its digits: 100000.",
      "「1e5」は指数表記です。すべての桁を「100000」と書いてください。",
    ],
    [
      "5 %",
      '% is a unit, not an operator. Write 0.05, or declare a constant with the unit "%".',
      "「%」は単位であり、演算子ではありません。「0.05」と書くか、単位を「%」とする定数を宣言してください。",
    ],
    [
      "a % b",
      '% is a unit, not an operator. Write the share as a decimal, or declare a constant with the unit "%".',
      "「%」は単位であり、演算子ではありません。小数で書くか、単位を「%」とする定数を宣言してください。",
    ],
    [
      "a < b < c",
      "Comparisons cannot be chained. Write a < b and b < c for a < b < c.",
      "比較は続けて書けません。a < b < c は a < b and b < c と書いてください。",
    ],
    [
      "a and b or c",
      "and and or stand side by side here. Put brackets around the pair that belongs together.",
      "and と or が並んでいます。先にまとめる方を括弧で囲んでください。",
    ],
  ])("says in both languages what is right for %j", (text, english, japanese) => {
    const result = parseExpression(text);
    const issue = result.ok ? undefined : result.issues[0];
    expect(issue && describeIssue(issue, en)).toBe(english);
    expect(issue && describeIssue(issue, ja)).toBe(japanese);
  });

  it.each([
    ["1e5", "100000"],
    ["1.5e3", "1500"],
    ["1.25e1", "12.5"],
    ["2.50e-3", "0.0025"],
    ["1E+2", "100"],
    ["1e999", ""],
    ["1e99999999999", ""],
    ["12.5 %", "0.125"],
    ["5%", "0.05"],
    ["100%", "1"],
  ])("says what %j is in full", (text, write) => {
    const result = parseExpression(text);
    expect(result.ok ? [] : result.issues.map(({ facts }) => facts)).toEqual([
      { found: text, write },
    ]);
  });

  it.each([
    ["fuelUse", "fuel_use"],
    ["FuelUse", "fuel_use"],
    ["_x", "x"],
    ["燃料", ""],
  ])("suggests an id for %s", (found, write) => {
    const result = parseExpression(found);
    expect(result.ok ? [] : result.issues.map(({ facts }) => facts)).toEqual([{ found, write }]);
  });

  it("takes stop only as the whole of a text whose place allows it", () => {
    expect(shape("stop", { stop: true })).toBe("stop");
    expect(shape(" stop ", { stop: true })).toBe("stop");
    expect(shape("stop + 1", { stop: true })).toBe("stop-misplaced");
    expect(shape("(stop)", { stop: true })).toBe("stop-misplaced");
  });

  it.each([
    ["4,000 characters", `${"a + ".repeat(999)}abcd`, "fine"],
    ["4,001 characters", `${"a + ".repeat(999)}abcde`, "expression-too-long"],
    ["64 brackets", `${"(".repeat(64)}a${")".repeat(64)}`, "fine"],
    ["65 brackets", `${"(".repeat(65)}a${")".repeat(65)}`, "expression-too-deep"],
    ["65 calls", `${"abs(".repeat(65)}a${")".repeat(65)}`, "expression-too-deep"],
    ["65 look-ups", `${"t[".repeat(65)}a${"].x".repeat(65)}`, "expression-too-deep"],
    ["65 times not", `${"not ".repeat(65)}a`, "expression-too-deep"],
    ["5,000 brackets", "(".repeat(5000), "expression-too-long"],
    ["1,999 nodes", `${"a+".repeat(999)}a`, "fine"],
    ["2,001 nodes", `${"a+".repeat(1000)}a`, "expression-too-large"],
    ["100 digits", "1".repeat(100), "fine"],
    ["100 digits with a point", `${"1".repeat(50)}.${"1".repeat(50)}`, "fine"],
    ["101 digits", "1".repeat(101), "number-too-long"],
  ])("has a limit: %s", (_, text, expected) => {
    const result = parseExpression(text);
    expect(result.ok ? "fine" : result.issues.map(({ code }) => code).join()).toBe(expected);
  });

  it("reports at most twenty problems", () => {
    const result = parseExpression("$".repeat(100));
    expect(result.ok ? 0 : result.issues.length).toBe(20);
  });

  it("gives every node the characters that it was written with, brackets included", () => {
    const result = parseExpression("(a + b) * sum(legs, c) ");
    expect(result.ok && result.value).toMatchObject({
      kind: "arithmetic",
      operator: "*",
      span: { start: 0, end: 22 },
      left: { kind: "arithmetic", span: { start: 1, end: 6 } },
      right: { kind: "call", span: { start: 10, end: 22 } },
    });
  });

  it("gives units and names their own characters", () => {
    const result = parseExpression("plot.age >= 20 [yr]");
    expect(result.ok && result.value).toEqual({
      kind: "comparison",
      operator: ">=",
      span: { start: 0, end: 19 },
      left: {
        kind: "name",
        span: { start: 0, end: 8 },
        parts: [
          { id: "plot", span: { start: 0, end: 4 } },
          { id: "age", span: { start: 5, end: 8 } },
        ],
      },
      right: {
        kind: "number",
        digits: "20",
        unit: { text: "yr", span: { start: 16, end: 18 } },
        span: { start: 12, end: 19 },
      },
    });
  });

  it("never throws and points within the text, whatever the text", () => {
    const pieces = fc.constantFrom(
      ..."()[].,=<>+-*/ ×１%^&|\"'!\n".split(""),
      ..."a fuel_use 1 2.5 and or not where true stop none sum( t[ ].x == 1e5 [yr] 😀 燃".split(
        " ",
      ),
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(" ")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const result = parseExpression(text);
        if (!result.ok) {
          expect(result.issues.length).toBeGreaterThan(0);
          for (const { span } of result.issues) {
            expect(text.split("\n")).toContain(span?.text);
            expect(span?.length).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe("parseReference", () => {
  it.each([
    ["members.started", "fine"],
    ["since", "fine"],
    ["a + b", "not-a-reference"],
    ["1", "not-a-reference"],
    ["fuels[fuel].hv", "not-a-reference"],
    ["a b", "operator-missing"],
  ])("%j: %s", (text, expected) => {
    const parsed = parseReference(text);
    expect(parsed.ok ? "fine" : parsed.problems.map(({ code }) => code).join()).toBe(expected);
  });
});
