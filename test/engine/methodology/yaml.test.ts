import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { readTree, type TextTree } from "../../../engine/methodology/yaml.ts";
import { told, underline } from "../../support/caret.ts";

const read = (text: string): unknown => {
  const result = readTree(text, "a.yaml");
  return result.ok ? plain(result.value.data) : told(result.issues);
};

const plain = (tree: TextTree): unknown => JSON.parse(JSON.stringify(tree));

describe("readTree", () => {
  it.each([
    ["heat: 38.90", { heat: "38.90" }],
    [
      "a: true\nb: null\nc: ~\nd: 0x1F\ne: 1e3",
      { a: "true", b: "null", c: "~", d: "0x1F", e: "1e3" },
    ],
    ["a: 2024-04-01", { a: "2024-04-01" }],
    ['a: ""', { a: "" }],
    ["a: 'it''s'", { a: "it's" }],
    ["- 1\n- [2, 3]\n- { a: b }", ["1", ["2", "3"], { a: "b" }]],
    ["a: {}\nb: []", { a: {}, b: [] }],
    ["a: >\n  x\n  y\n", { a: "x y\n" }],
    ["a: |-\n  x\n  y\n", { a: "x\ny" }],
    ["? a\n: b", { a: "b" }],
    ["---\na: b\n", { a: "b" }],
    ["# note\na: b # note\n", { a: "b" }],
    ["a: b\r\nc: d\r\n", { a: "b", c: "d" }],
    ["a: 炭 😀", { a: "炭 😀" }],
    ["__proto: x\nprototype: y", { __proto: "x", prototype: "y" }],
    ["text alone", "text alone"],
    [
      '{ "a": [1.50, true, null, "x\\/\\u70ad\\ud83d\\ude00"] }',
      { a: ["1.50", "true", "null", "x/炭😀"] },
    ],
    ['{\n\t"a": 1,\n\t"b": [\n\t\t2\n\t]\n}', { a: "1", b: ["2"] }],
  ])("reads %j as texts, lists and maps", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ["", ["a.yaml:1:1 file-empty"]],
    ["\n  \n", ["a.yaml:1:1 file-empty"]],
    ["a: &x 1", ["a.yaml:1:4 yaml-anchor"]],
    ["a: &x 1\nb: *x", ["a.yaml:1:4 yaml-anchor", "a.yaml:2:4 yaml-alias"]],
    ["a: *x", ["a.yaml:1:4 yaml-alias"]],
    ["rows: [{ species: * }]", ["a.yaml:1:19 yaml-alias"]],
    ["a: !!int 3", ["a.yaml:1:4 yaml-tag"]],
    ["a: !x 3", ["a.yaml:1:4 yaml-tag"]],
    ["%YAML 1.1\n---\na: b", ["a.yaml:1:1 yaml-directive"]],
    ["<<: { a: b }\nc: d", ["a.yaml:1:1 yaml-merge"]],
    ["a: b\n---\nc: d", ["a.yaml:3:1 yaml-documents"]],
    ["a: b\na: c", ["a.yaml:2:1 key-twice"]],
    ["{ a: b, c: d, a: e }", ["a.yaml:1:15 key-twice"]],
    ['{ "a": 1, a: 2 }', ["a.yaml:1:11 key-twice"]],
    ["__proto__: { x: y }", ["a.yaml:1:1 key-reserved"]],
    ["a: { constructor: x }", ["a.yaml:1:6 key-reserved"]],
    ["toString: x", ["a.yaml:1:1 key-reserved"]],
    ["? [a, b]\n: c", ["a.yaml:1:3 key-not-text"]],
    ["? { a: b }\n: c", ["a.yaml:1:3 key-not-text"]],
    [": c", ["a.yaml:1:1 key-not-text"]],
    ["a:\nb: c", ["a.yaml:1:1 value-empty"]],
    ["a: [ b, c: ]", ["a.yaml:1:9 value-empty"]],
    ["{ a, b: c }", ["a.yaml:1:3 value-empty"]],
    ["- a\n-\n- b", ["a.yaml:2:2 value-empty"]],
    ["a: b: c", ["a.yaml:1:4 yaml-colon"]],
    ["a:\n\tb: c", ["a.yaml:2:1 yaml-tab"]],
    ["a:\n   b: c\n  d: e", ["a.yaml:3:1 yaml-indent"]],
    ["a: [b, c", ["a.yaml:1:9 yaml-unclosed"]],
    ['a: "b', ["a.yaml:1:6 yaml-unclosed"]],
    ['a: "\\q"', ["a.yaml:1:5 yaml-escape"]],
    ["a: `b`", ["a.yaml:1:4 yaml-start"]],
    ["a: @b", ["a.yaml:1:4 yaml-start"]],
    ["f: { unit: t, expr: grid[year].factor }", ["a.yaml:1:25 yaml-quotes"]],
    ["f: { unit: t, expr: x * 2 [t] }", ["a.yaml:1:27 yaml-quotes"]],
    ["a: ]", ["a.yaml:1:4 yaml-syntax"]],
    ["a: b\u0007", ["a.yaml:1:5 control-character"]],
    ["a: b\u202e", ["a.yaml:1:5 control-character"]],
    ["a: b\rc", ["a.yaml:1:5 control-character"]],
    ["a: \ud800", ["a.yaml:1:4 control-character"]],
    ["a: b\uFEFF", ["a.yaml:1:5 control-character"]],
    ["a: \uFFFD\uFFFD", ["a.yaml:1:4 not-utf8"]],
    ['a: "\\0"', ["a.yaml:1:4 control-character"]],
    ['a: "\\u202e"', ["a.yaml:1:4 control-character"]],
  ])("refuses %j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("gives an empty key its own name", () => {
    const result = readTree("fuel:\n", "a.yaml");
    expect(result.ok ? [] : result.issues.map(({ facts, path }) => [facts, path])).toEqual([
      [{ key: "fuel" }, ["fuel"]],
    ]);
  });

  it("warns of a byte order mark and counts columns without it", () => {
    const result = readTree("\uFEFFa: b", "a.yaml");
    expect(told(result.ok ? result.warnings : [])).toEqual(["a.yaml:1:1 warning byte-order-mark"]);
    expect(result.ok && result.value.place(["a"])?.span.column).toBe(4);
  });

  it("gives maps no prototype, so that no key has a meaning of its own", () => {
    const result = readTree("a: { valueof: b }", "a.yaml");
    const data = result.ok ? (result.value.data as { readonly a: object }) : { a: {} };
    expect("constructor" in data).toBe(false);
    expect(Object.getPrototypeOf(data.a)).toBe(null);
  });

  it.each([
    ["64 lists", `${"[".repeat(64)}a${"]".repeat(64)}`, "fine"],
    ["65 lists", `${"[".repeat(65)}a${"]".repeat(65)}`, "nested-too-deep"],
    ["65 block lists", `${"- ".repeat(65)}a`, "nested-too-deep"],
    [
      "65 block maps",
      `${Array.from({ length: 65 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")} b`,
      "nested-too-deep",
    ],
    ["100,000 brackets", "[".repeat(100_000), "nested-too-deep"],
    ["100,000 dashes", "- ".repeat(100_000), "nested-too-deep"],
    ["100,000 question marks", "? ".repeat(100_000), "nested-too-deep"],
    ["2 MB and more", `a: ${"x".repeat(2 * 1024 * 1024)}`, "file-too-large"],
    ["very many tokens", "- a\n".repeat(200_000), "file-too-long"],
  ])("has a limit: %s", (_, text, expected) => {
    const result = readTree(text, "a.yaml");
    expect(result.ok ? "fine" : result.issues[0]?.code).toBe(expected);
  });

  it("never throws, whatever the text", () => {
    const pieces = fc.constantFrom(
      ..."abc 1 : - ? [ ] { } , # & * ! | > ' \" % @ ` \\ \n \t \r\n".split(" "),
      ...[
        "\n  ",
        ": ",
        "- ",
        "\n- ",
        "\na: ",
        "<<: ",
        "---\n",
        "...\n",
        "!!map",
        "__proto__: ",
        "|\n ",
      ],
      ...["\u0000", "\uFEFF", "\ud800", "炭"],
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join("")),
        (text) => {
          const result = readTree(text, "a.yaml");
          expect(result.ok || result.issues.length > 0).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe("place", () => {
  const show = (
    text: string,
    path: readonly (string | number)[],
    options?: { readonly within?: { start: number; end: number }; readonly key?: boolean },
  ): string => {
    const result = readTree(text, "a.yaml");
    return result.ok ? underline(result.value.place(path, options)?.span) : "unread";
  };

  const text = "a:\n  b: [x, yy]\n  c: 'it''s'\n";
  it.each<[readonly (string | number)[], string]>([
    [["a", "b", 1], "  b: [x, yy]\n         ^^"],
    [["a", "b"], "  b: [x, yy]\n  ^"],
    [["a", "c"], "  c: 'it''s'\n     ^^^^^^^"],
    [["a"], "a:\n^"],
    [["a", "b", 1, "z"], "  b: [x, yy]\n         ^^"],
    [["a", "d"], "a:\n^"],
    [[], "a:\n^^"],
  ])("shows %j where it stands, or what encloses it", (path, expected) => {
    expect(show(text, path)).toBe(expected);
  });

  it("shows a key where the key is meant", () => {
    expect(show(text, ["a", "c"], { key: true })).toBe("  c: 'it''s'\n  ^");
  });

  it.each([
    ["e: a + bcd", 4, 7, "e: a + bcd\n       ^^^"],
    ["e: 'a''s bcd'", 4, 7, "e: 'a''s bcd'\n         ^^^"],
    ['e: "a\\tb\\u0063 bcd"', 5, 8, 'e: "a\\tb\\u0063 bcd"\n               ^^^'],
    ["e: a\n   +\n   bcd", 4, 7, "   bcd\n   ^^^"],
    ['e: "a \\\n  + bcd"', 4, 7, '  + bcd"\n    ^^^'],
    ["e: >\n  a\n  + bcd\n", 4, 7, "  + bcd\n    ^^^"],
    ["e: |\n  a\n  + bcd\n", 4, 7, "  + bcd\n    ^^^"],
    ["e: |2- # note\n    a\n   + bcd\n", 7, 10, "   + bcd\n     ^^^"],
    ["e: [a, a + bcd]", 4, 7, "e: [a, a + bcd]\n           ^^^"],
    ["e: |\r\n  a\r\n  + bcd\r\n", 4, 7, "  + bcd\n    ^^^"],
    ["e: a +", 3, 4, "e: a +\n      ^"],
  ])("finds characters of the text in %j", (file, start, end, expected) => {
    const path = file.includes("[") ? ["e", 1] : ["e"];
    expect(show(file, path, { within: { start, end } })).toBe(expected);
  });

  it("finds each character that is not blank, however the text is written", () => {
    const words = fc.array(
      fc.constantFrom("a", "it's", '"q"', "\\", "炭", "😀", "x: y", "# z", "+"),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    const glue = fc.constantFrom(" ", "  ", "\n", "\n\n", "\t");
    const styles = fc.constantFrom(
      "PLAIN",
      "QUOTE_SINGLE",
      "QUOTE_DOUBLE",
      "BLOCK_LITERAL",
      "BLOCK_FOLDED",
    );
    fc.assert(
      fc.property(words, glue, styles, (parts, between, style) => {
        const value = parts.join(between);
        const file = stringify({ e: value }, { defaultStringType: style, lineWidth: 30 } as object);
        const result = readTree(file, "a.yaml");
        if (!result.ok) {
          return;
        }
        expect((result.value.data as { readonly e: string }).e.trim()).toBe(value.trim());
        const read = (result.value.data as { readonly e: string }).e;
        for (let at = 0; at < read.length; at += 1) {
          const character = read[at] as string;
          if (/[\s\\"']/.test(character)) {
            continue;
          }
          const { span } = result.value.place(["e"], { within: { start: at, end: at + 1 } }) ?? {};
          expect(span?.text[span.column - 1]).toBe(character);
        }
      }),
      { numRuns: 500 },
    );
  });
});
