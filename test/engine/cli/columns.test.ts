import { describe, expect, it } from "vitest";
import { pad, padBefore, shortened, width, wrapped } from "../../../engine/cli/columns.ts";
import { showIssues } from "../../../engine/cli/show-issues.ts";
import { languageOf } from "../../../engine/cli/terminal.ts";
import { today } from "../../../engine/cli/today.ts";
import type { Issue } from "../../../engine/issue.ts";

describe("columns", () => {
  it.each([
    ["abc", 3],
    ["燃料", 4],
    ["Ａ１ ｱ", 6],
    ["🌲", 2],
    ["", 0],
  ])("%j takes %i", (text, expected) => {
    expect(width(text)).toBe(expected);
  });

  it("are filled before or behind", () => {
    expect([pad("燃料", 6), padBefore("燃料", 6), pad("long", 2)]).toEqual([
      "燃料  ",
      "  燃料",
      "long",
    ]);
  });

  it("break between parts, never within one", () => {
    const parts = ["a = 1", "b = 22222222222", "c = 3"];
    expect(wrapped(parts, { between: "; ", indent: "  ", columns: 12 })).toEqual([
      "  a = 1;",
      "  b = 22222222222;",
      "  c = 3",
    ]);
    expect(wrapped([], { between: "; ", indent: "  " })).toEqual([]);
  });

  it("hold a very long figure shortened, with its length", () => {
    expect(shortened("1".repeat(48))).toBe("1".repeat(48));
    expect(shortened("1".repeat(49))).toBe(`${"1".repeat(40)}… (49)`);
  });
});

describe("an issue", () => {
  const at = (text: string, column: number, length: number): Issue => ({
    code: "file-unreadable",
    severity: "warning",
    file: "a.yaml",
    path: [],
    span: { line: 3, column, length, text },
    facts: { file: "x", reason: "" },
  });
  const below = (issue: Issue) => showIssues([issue], "en").split("\n").slice(1, 3);

  it("has carets under what is meant, wide characters and tabs counted", () => {
    expect(below(at("単位: kg", 5, 2))).toEqual(["    単位: kg", `    ${" ".repeat(6)}^^`]);
    expect(below(at("a\tbc", 3, 2))).toEqual(["    a bc", "      ^^"]);
  });

  it("shows of a long line the part that is meant", () => {
    const text = `${"x".repeat(150)}HERE${"y".repeat(150)}`;
    const [line = "", caret = ""] = below(at(text, 151, 4));
    expect(line).toBe(`    …${"x".repeat(40)}HERE${"y".repeat(76)}…`);
    expect(caret.indexOf("^")).toBe(line.indexOf("HERE"));
    expect(caret.trim()).toBe("^^^^");
  });

  it("without a place in a file shows the way to the value", () => {
    const issue: Issue = {
      code: "file-unreadable",
      severity: "error",
      path: ["inputs", "heat"],
      facts: { file: "x", reason: "EACCES" },
    };
    expect(showIssues([issue], "ja")).toBe(
      "inputs/heat: 誤り [file-unreadable] ファイル x を読めません（EACCES）。あるファイルの名前か、標準入力を表す - を指定してください。\n",
    );
  });
});

it.each([
  [{ LANG: "ja_JP.UTF-8" }, "ja"],
  [{ LANG: "ja_JP.UTF-8", LC_ALL: "C" }, "en"],
  [{ LC_MESSAGES: "ja_JP", LANG: "en_US" }, "ja"],
  [{}, "en"],
])("the language of %j is %s", (environment, expected) => {
  expect(languageOf(environment)).toBe(expected);
});

it("today is a day", () => {
  expect(today()).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
});
