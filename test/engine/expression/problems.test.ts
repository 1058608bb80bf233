import { describe, expect, it } from "vitest";
import {
  parseExpression,
  parseReference,
  parseText,
} from "../../../engine/expression/parse-expression.ts";

/** Every problem of a text: its code, what it tells, and the characters that it points at. */
const problems = (text: string): readonly string[] => {
  const parsed = parseText(text);
  return parsed.ok
    ? ["fine"]
    : parsed.problems.map(
        ({ code, facts, span }) => `${code} ${JSON.stringify(facts)} ${span.start}-${span.end}`,
      );
};

describe("a problem in an expression", () => {
  it.each<[string, readonly string[]]>([
    ["", ["expression-empty {} 0-0"]],
    [" \n", ["expression-empty {} 0-2"]],
    ["a +", ['value-missing {"found":""} 3-4']],
    ["* a", ['value-missing {"found":"*"} 0-1']],
    ["+ 1", ['value-missing {"found":"+"} 0-1']],
    ["- - a", ['value-missing {"found":"-"} 2-3']],
    ["a b", ['operator-missing {"before":"a","found":"b"} 2-3']],
    ["2x", ['operator-missing {"before":"2","found":"x"} 1-2']],
    ["2 (a + b)", ['operator-missing {"before":"2","found":"("} 2-3']],
    ["(a + b) c", ['operator-missing {"before":")","found":"c"} 8-9']],
    ["a.b(c)", ['operator-missing {"before":"b","found":"("} 3-4']],
    ["(a", ['bracket-not-closed {"open":"(","close":")"} 0-1']],
    ["min(a", ['bracket-not-closed {"open":"(","close":")"} 3-4']],
    ["t[a", ['bracket-not-closed {"open":"[","close":"]"} 1-2']],
    ["t[min(a", ['bracket-not-closed {"open":"(","close":")"} 5-6']],
    ["a)", ['bracket-not-opened {"close":")","open":"("} 1-2']],
    ["a + b]", ['bracket-not-opened {"close":"]","open":"["} 5-6']],
    ["(a]", ['bracket-not-opened {"close":"]","open":"["} 2-3']],
    ["[a", ['value-missing {"found":"["} 0-1']],
    ["()", ['value-missing {"found":")"} 1-2']],
    ["min(a,)", ['value-missing {"found":")"} 6-7']],
    ["a, b", ["comma-misplaced {} 1-2"]],
    ["1, 23", ["comma-misplaced {} 1-2"]],
    ["1,000", ['digits-grouped {"found":"1,000","write":"1000"} 0-5']],
    ["1,0000", ["comma-misplaced {} 1-2"]],
    ["1 ,000", ["comma-misplaced {} 2-3"]],
    ["1, 000", ["comma-misplaced {} 1-2"]],
    ["12,345.5 + a", ['digits-grouped {"found":"12,345.5","write":"12345.5"} 0-8']],
    ["x,000", ["comma-misplaced {} 1-2"]],
    ["1,000.x", ['digits-grouped {"found":"1,000","write":"1000"} 0-5']],
    ["a.", ['part-missing {"before":"."} 2-3']],
    ["a. + b", ['part-missing {"before":"."} 3-4']],
    ["t[a].", ['part-missing {"before":"."} 5-6']],
    ["t[a].3", ['part-missing {"before":"."} 5-6']],
    ["1 .x", ["dot-misplaced {} 2-3"]],
    ["t[a] + 1", ['column-missing {"table":"t"} 0-4']],
    ["grid.t[a]", ['column-missing {"table":"grid.t"} 0-9']],
    ["(a) [kg]", ['unit-without-number {"found":")"} 4-5']],
    ["1 [kg + a", ["unit-not-closed {} 2-3"]],
    ["1 [ ] + a", ["unit-empty {} 2-5"]],
    ["a < b < c", ["comparison-chained {} 6-7"]],
    ["a and b or c", ["logic-mixed {} 8-10"]],
    ["a or b and c or d", ["logic-mixed {} 7-10", "logic-mixed {} 13-15"]],
    ["a == not b", ["not-needs-brackets {} 5-8"]],
    ["a where b", ["where-misplaced {} 2-7"]],
    ["sum(a where)", ['value-missing {"found":")"} 11-12']],
    ["and", ['value-missing {"found":"and"} 0-3']],
    ["none + 1", ["none-misplaced {} 0-4"]],
    ["a + stop", ["stop-misplaced {} 4-8"]],
    ["a = b", ["single-equals {} 2-3"]],
    ["a = b = c", ["single-equals {} 2-3", "single-equals {} 6-7", "comparison-chained {} 6-7"]],
    ["a + b = c * d", ["single-equals {} 6-7"]],
    ["t[1 = 2].c", ["single-equals {} 4-5"]],
    ["t[1 = 2", ['bracket-not-closed {"open":"[","close":"]"} 1-2', "single-equals {} 4-5"]],
    ["t[a == b].c", ["equals-in-key {} 4-6"]],
    ["a === b", ['other-operator {"found":"===","write":"=="} 2-5']],
    ["a !== b", ['other-operator {"found":"!==","write":"!="} 2-5']],
    ["a && b", ['other-operator {"found":"&&","write":"and"} 2-4']],
    ["a || b", ['other-operator {"found":"||","write":"or"} 2-4']],
    ["a => b", ['other-operator {"found":"=>","write":">="} 2-4']],
    ["a =< b", ['other-operator {"found":"=<","write":"<="} 2-4']],
    ["a <> b", ['other-operator {"found":"<>","write":"!="} 2-4']],
    ["a & b", ['other-operator {"found":"&","write":"and"} 2-3']],
    ["a | b", ['other-operator {"found":"|","write":"or"} 2-3']],
    ["!a", ['other-operator {"found":"!","write":"not"} 0-1']],
    ["a OR b", ['other-operator {"found":"OR","write":"or"} 2-4']],
    ["Where", ['other-operator {"found":"Where","write":"where"} 0-5', "where-misplaced {} 0-5"]],
    ["True", ['other-operator {"found":"True","write":"true"} 0-4']],
    ["x ^ 2", ['power-sign {"found":"^"} 2-3']],
    ["x ** 2", ['power-sign {"found":"**"} 2-4']],
    ["x²", ['power-sign {"found":"²"} 1-2']],
    ["x¹⁰ + a", ['power-sign {"found":"¹⁰"} 1-3']],
    ["a ✕ b", ['printed-sign {"found":"✕","write":"*"} 2-3']],
    ["a ∗ b", ['printed-sign {"found":"∗","write":"*"} 2-3']],
    ["a · b", ['printed-sign {"found":"·","write":"*"} 2-3']],
    ["a ・ b", ['printed-sign {"found":"・","write":"*"} 2-3']],
    ["a ⋅ b", ['printed-sign {"found":"⋅","write":"*"} 2-3']],
    ["a ∕ b", ['printed-sign {"found":"∕","write":"/"} 2-3']],
    ["a ⁄ b", ['printed-sign {"found":"⁄","write":"/"} 2-3']],
    ["a – b", ['printed-sign {"found":"–","write":"-"} 2-3']],
    ["a — b", ['printed-sign {"found":"—","write":"-"} 2-3']],
    ["a ‐ b", ['printed-sign {"found":"‐","write":"-"} 2-3']],
    ["a ‑ b", ['printed-sign {"found":"‑","write":"-"} 2-3']],
    ["a ≦ b", ['printed-sign {"found":"≦","write":"<="} 2-3']],
    ["a ≥ b", ['printed-sign {"found":"≥","write":">="} 2-3']],
    ["a ≧ b", ['printed-sign {"found":"≧","write":">="} 2-3']],
    ["min(a、b)", ['printed-sign {"found":"、","write":","} 5-6']],
    ["√x", ['printed-sign {"found":"√","write":"sqrt( )"} 0-1']],
    [
      "１２ + ａ",
      ['full-width {"found":"１２","write":"12"} 0-2', 'full-width {"found":"ａ","write":"a"} 5-6'],
    ],
    [
      "a　+　b",
      ['full-width {"found":"　","write":" "} 1-2', 'full-width {"found":"　","write":" "} 3-4'],
    ],
    ["1e5", ['exponent-form {"found":"1e5","write":"100000"} 0-3']],
    ["1e30", ['exponent-form {"found":"1e30","write":"1000000000000000000000000000000"} 0-4']],
    ["1e31", ['exponent-form {"found":"1e31","write":""} 0-4']],
    ["1e-30", ['exponent-form {"found":"1e-30","write":"0.000000000000000000000000000001"} 0-5']],
    ["1e-31", ['exponent-form {"found":"1e-31","write":""} 0-5']],
    ["1e0005", ['exponent-form {"found":"1e0005","write":"100000"} 0-6']],
    ["1e9999999999", ['exponent-form {"found":"1e9999999999","write":""} 0-12']],
    ["1.50e+2", ['exponent-form {"found":"1.50e+2","write":"150"} 0-7']],
    ["0.5e-1", ['exponent-form {"found":"0.5e-1","write":"0.05"} 0-6']],
    ["12e0", ['exponent-form {"found":"12e0","write":"12"} 0-4']],
    ["00.50e2", ['exponent-form {"found":"00.50e2","write":"50"} 0-7']],
    ["1e5x", ['operator-missing {"before":"1","found":"e5x"} 1-4']],
    ["1.e5", ['exponent-form {"found":"1.e5","write":"100000"} 0-4']],
    ["5 %", ['percent-in-expression {"found":"5 %","write":"0.05"} 0-3']],
    ["0.5%", ['percent-in-expression {"found":"0.5%","write":"0.005"} 0-4']],
    ["5 + 3 %", ['percent-in-expression {"found":"3 %","write":"0.03"} 4-7']],
    [
      `${"1".repeat(100)} %`,
      [
        `percent-in-expression {"found":"${"1".repeat(100)} %","write":"${"1".repeat(98)}.11"} 0-102`,
      ],
    ],
    [
      "a % b",
      [
        'percent-in-expression {"found":"%","write":""} 2-3',
        'operator-missing {"before":"a","found":"b"} 4-5',
      ],
    ],
    ["1234 % + a", ['percent-in-expression {"found":"1234 %","write":"12.34"} 0-6']],
    ["1_000", ['digits-grouped {"found":"1_000","write":"1000"} 0-5']],
    ["1_000.5", ['digits-grouped {"found":"1_000.5","write":"1000.5"} 0-7']],
    ["12_000_000.55", ['digits-grouped {"found":"12_000_000.55","write":"12000000.55"} 0-13']],
    [
      "1__0",
      [
        'not-an-id {"found":"__0","write":""} 1-4',
        'operator-missing {"before":"1","found":"__0"} 1-4',
      ],
    ],
    [".5", ['number-incomplete {"found":".5","write":"0.5"} 0-2']],
    [".55 + a", ['number-incomplete {"found":".55","write":"0.55"} 0-3']],
    [".5 + a", ['number-incomplete {"found":".5","write":"0.5"} 0-2']],
    ["a.5", ['part-missing {"before":"."} 2-3']],
    ["5. + a", ['number-incomplete {"found":"5.","write":"5"} 0-2']],
    ["5.", ['number-incomplete {"found":"5.","write":"5"} 0-2']],
    ["5.x", ["dot-misplaced {} 1-2"]],
    ["5..", ["dot-misplaced {} 1-2"]],
    ["2014-04-01", ['date-in-expression {"found":"2014-04-01"} 0-10']],
    ['"car"', ['text-in-expression {"found":"\\"car\\""} 0-5']],
    ["'car", ['text-in-expression {"found":"\'car"} 0-4']],
    ["「車」 + a", ['text-in-expression {"found":"「車」"} 0-3']],
    ["“car", ['text-in-expression {"found":"“car"} 0-4']],
    ['"car', ['text-in-expression {"found":"\\"car"} 0-4']],
    ["'' + a", ['text-in-expression {"found":"\'\'"} 0-2']],
    ["「乗用車」", ['text-in-expression {"found":"「乗用車」"} 0-5']],
    ["「車", ['text-in-expression {"found":"「車"} 0-2']],
    ["‘car’ + a", ['text-in-expression {"found":"‘car’"} 0-5']],
    ["‘car", ['text-in-expression {"found":"‘car"} 0-4']],
    ["“car”", ['text-in-expression {"found":"“car”"} 0-5']],
    ["fuelUse", ['not-an-id {"found":"fuelUse","write":"fuel_use"} 0-7']],
    ["fuel2Use", ['not-an-id {"found":"fuel2Use","write":"fuel2_use"} 0-8']],
    ["HV", ['not-an-id {"found":"HV","write":"hv"} 0-2']],
    ["__x", ['not-an-id {"found":"__x","write":"x"} 0-3']],
    ["_", ['not-an-id {"found":"_","write":""} 0-1']],
    ["燃料", ['not-an-id {"found":"燃料","write":""} 0-2']],
    [
      "a ? b",
      ['unknown-character {"found":"?"} 2-3', 'operator-missing {"before":"a","found":"b"} 4-5'],
    ],
    [
      "a; b",
      ['unknown-character {"found":";"} 1-2', 'operator-missing {"before":"a","found":"b"} 3-4'],
    ],
    [
      "a 😀 b",
      ['unknown-character {"found":"😀"} 2-4', 'operator-missing {"before":"a","found":"b"} 5-6'],
    ],
    ["\n a\n +\n $", ['unknown-character {"found":"$"} 8-9', 'value-missing {"found":""} 9-10']],
  ])("tells of %j what it is and where", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it.each(["a < b and c < d", "t[a = b == c].d", "2014-04-011", "2014-04-01.5", "2014-04-1"])(
    "is none in %j",
    (text) => {
      expect(problems(text)).toEqual(["fine"]);
    },
  );

  it("stands in the line in which it begins, and ends with it", () => {
    const result = parseExpression("a +\n  (b\n  + c");
    expect(result.ok ? [] : result.issues).toEqual([
      {
        code: "bracket-not-closed",
        severity: "error",
        path: [],
        facts: { open: "(", close: ")" },
        span: { line: 2, column: 3, length: 1, text: "  (b" },
      },
    ]);
    const empty = parseExpression("\n ");
    expect(empty.ok ? [] : empty.issues.map(({ span }) => span)).toEqual([
      { line: 1, column: 1, length: 1, text: "" },
    ]);
    const quoted = parseExpression("a == 'b\nc'");
    expect(quoted.ok ? [] : quoted.issues.map(({ span }) => span)).toEqual([
      { line: 1, column: 6, length: 2, text: "a == 'b" },
    ]);
  });

  it("has a limit that it names", () => {
    expect(problems("a".repeat(4001))).toEqual([
      'expression-too-long {"limit":4000,"length":4001} 0-1',
    ]);
    expect(problems(`a + ${"1".repeat(101)}`)).toEqual([
      'number-too-long {"limit":100,"digits":101} 4-105',
    ]);
    expect(problems(`${"1".repeat(101)} %`)).toEqual([
      'number-too-long {"limit":100,"digits":101} 0-101',
      `percent-in-expression {"found":"${"1".repeat(101)} %","write":""} 0-103`,
    ]);
    expect(problems("(".repeat(65))).toEqual(['expression-too-deep {"limit":64} 64-65']);
    expect(problems(`a${"+a".repeat(1000)}`)).toEqual([
      'expression-too-large {"limit":2000} 0-2001',
    ]);
    const full = `-a${"+a".repeat(999)}`;
    expect(problems(`${full}+none`)).toEqual([
      "none-misplaced {} 2001-2005",
      'expression-too-large {"limit":2000} 2001-2005',
    ]);
  });
});

it("does not hide a failure that is not the text's", () => {
  const options = {
    get stop(): boolean {
      throw new Error("broken");
    },
  };
  expect(() => parseText("stop", options)).toThrow("broken");
});

describe("what is read", () => {
  const nodeOf = (text: string, stop = false): unknown => {
    const parsed = parseText(text, { stop });
    return parsed.ok ? parsed.expression : parsed.problems;
  };

  it.each([
    ["not a", "not", 0, 5],
    ["-(a) ", "negation", 0, 4],
    ["t[a].b ", "lookup", 0, 6],
    ["(t.u[a].b)", "lookup", 1, 9],
    ["(false)", "boolean", 1, 6],
  ])("%s is of kind %s, from its first character to its last", (text, kind, start, end) => {
    expect(nodeOf(text)).toMatchObject({ kind, span: { start, end } });
  });

  it.each([
    ["true", "boolean"],
    ["a", "name"],
    ["1", "number"],
    ["stop", "stop"],
  ])("%s is of kind %s where the whole may be stop", (text, kind) => {
    expect(nodeOf(text, true)).toMatchObject({ kind });
  });

  it.each([
    ["true", true],
    ["false", false],
  ])("%s is what it says", (text, value) => {
    expect(nodeOf(text)).toMatchObject({ kind: "boolean", value });
  });

  it("is no deeper for brackets that stand side by side", () => {
    expect(nodeOf(Array.from({ length: 100 }, () => "(a)").join(" + "))).toMatchObject({
      kind: "arithmetic",
    });
  });

  it("is no reference where it is more than a name", () => {
    const parsed = parseReference(" a + b ");
    expect(parsed.ok ? [] : parsed.problems).toEqual([
      { code: "not-a-reference", facts: { found: "a + b" }, span: { start: 1, end: 6 } },
    ]);
  });
});
