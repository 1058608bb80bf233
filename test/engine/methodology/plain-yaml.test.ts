import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataOf } from "../../../engine/methodology/yaml-node.ts";
import { expectEqual } from "../../support/expect-equal.ts";
import { chanceOf } from "../../support/oracle/random.ts";
import { byLibrary, byPlainReader, withoutBlockEnds } from "../../support/yaml-readers.ts";
import { yamlText } from "../../support/yaml-texts.ts";

const root = "methodologies";
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".yaml"),
);

/** What either reader makes of a text, in a form that can be compared; the plain reader may leave it alone. */
function bothReaders(text: string): { readonly plain: unknown; readonly library: unknown } {
  const plain = byPlainReader(text);
  const library = byLibrary(text);
  return {
    plain: plain === undefined ? "left" : withoutBlockEnds(plain, text),
    library: "kind" in library ? withoutBlockEnds(library, text) : library,
  };
}

describe("readPlain", () => {
  it.each(files)("reads %s as the library does, places included", (file) => {
    const { plain, library } = bothReaders(readFileSync(join(root, file), "utf8"));
    expectEqual(plain, library);
  });

  it("gives for a text made by chance what the library gives, or nothing", () => {
    const read = { plain: 0, left: 0 };
    for (let seed = 1; seed <= 6000; seed += 1) {
      const text = yamlText(chanceOf(seed));
      const { plain, library } = bothReaders(text);
      if (plain === "left") {
        read.left += 1;
      } else {
        read.plain += 1;
        expectEqual(plain, library, `${seed}: ${JSON.stringify(text)}`);
      }
    }
    expect(read.plain).toBeGreaterThan(900);
    expect(read.left).toBeGreaterThan(900);
  });

  it.each([
    ["a: b c # d\n", { a: "b c" }],
    ["a: b\n  c\n\n  d\ne: f", { a: "b c\nd", e: "f" }],
    ["a: 'it''s'\nb: \"c \\\"d\\\" \\\\\"", { a: "it's", b: 'c "d" \\' }],
    ["a: 'b\n\n  c'", { a: "b\nc" }],
    ["a: >-\n  b\n  c\n\n  d\n# e\nf: |\n  g\n  # h\n", { a: "b c\nd", f: "g\n# h\n" }],
    ["a:\n- b\n-\n  c: d\n- - e\n  - f\n", { a: ["b", { c: "d" }, ["e", "f"]] }],
    ["a: { b: [c, d,], 'e': {} } # f\n", { a: { b: ["c", "d"], e: {} } }],
    ["a: [b,\n  # c\n  d\n  ]\n", { a: ["b", "d"] }],
    ["a:\n  [b]\nc:\n  d\n", { a: ["b"], c: "d" }],
    ['{"a":"b","c":["d"]}', { a: "b", c: ["d"] }],
  ])("reads %j", (text, expected) => {
    const node = byPlainReader(text);
    expect(node && JSON.parse(JSON.stringify(dataOf(node)))).toEqual(expected);
  });

  it.each([
    ...[
      "",
      "a",
      "# a\n",
      "a:",
      "a: b\n c: d",
      "a: b: c",
      "a:b",
      "a: b\na: c",
      "<<: a",
      "toString: a",
    ],
    ...["a: &b c", "a: *b", "a: !b c", "? a\n: b", "a: @b", "a: b\n---\nc: d", "%a\n---\nb: c"],
    ...[
      "a: [b",
      "a: [b]c",
      "a: [b]# c",
      "a: [b,,c]",
      "a: [b: c]",
      "a: { b }",
      "a: { b: }",
      "a: [b\n]",
    ],
    ...[
      "a:\n\tb: c",
      "a: b\r\nc: d",
      'a: "\\u70ad"',
      "a: |2\n  b\n",
      "a: |+\n  b\n",
      "a: >\n  b\n   c\n",
    ],
    ...["- a\nb: c", "a:\n  - b\n - c", "- ".repeat(60), "[".repeat(60) + "]".repeat(60)],
    `${"a".repeat(1001)}: b`,
  ])("leaves %j to the library", (text) => {
    expect(byPlainReader(text)).toBe(undefined);
  });

  it("leaves a file to the library that the library may find too long", () => {
    expect(byPlainReader("- a\n".repeat(1000))).not.toBe(undefined);
    expect(byPlainReader("- a\n".repeat(200_000))).toBe(undefined);
  });
});
