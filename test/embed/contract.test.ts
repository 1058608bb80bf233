import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { namedElements } from "../../site/embed/named-elements.ts";
import { fragmentKeys, readOptions, writeOptions } from "../../site/embed/options.ts";
import { attributes, resultEvent } from "../../widgets/element-attributes.ts";

const readme = readFileSync("widgets/README.md", "utf8");

/** The first two cells of the rows of the table whose first column has this name, with or without what it says. */
function documented(column: string, second = ""): readonly (readonly [string, string])[] {
  const start = new RegExp(`^\\| ${column} +\\| ${second}.*\\n\\|[- |]+\\n((?:\\|.*\\n)+)`, "m");
  const [, rows = ""] = start.exec(readme) ?? [];
  return [...rows.matchAll(/^\| `([^`]+)` +\| (.*?) +\|/gm)].map(([, name = "", cell = ""]) => [
    name,
    cell.replaceAll("`", ""),
  ]);
}

const names = (table: readonly (readonly [string, string])[]) => table.map(([name]) => name).sort();

/** What a pattern finds in some files, once each. */
function found(pattern: RegExp, ...files: readonly string[]): readonly string[] {
  const texts = files.map((file) => readFileSync(file, "utf8")).join("\n");
  return [...new Set([...texts.matchAll(pattern)].map(([, name = ""]) => name))].sort();
}

it("every attribute that is read is documented, and every one that is documented is read", () => {
  const read = found(
    /(?:\bgetAttribute|\bhasAttribute|\btext)\("([a-z-]+)"/g,
    "widgets/element.tsx",
    "widgets/element-attributes.ts",
    "site/embed/frame-elements.ts",
  );
  const styled = found(/:host\(\[([a-z-]+)/g, "widgets/host.css");
  expect([...new Set([...read, ...styled])].sort()).toEqual([...attributes].sort());
  expect(names(documented("Attribute", "Holds"))).toEqual([...attributes].sort());
});

it("every attribute of an element for one methodology is documented, and answers a question that is there", () => {
  const { answers, methodology } = namedElements["santei-meeting"] ?? { answers: {} };
  expect(Object.keys(namedElements)).toEqual(["santei-meeting"]);
  expect(Object.fromEntries(documented("Attribute", "Answers"))).toEqual(answers);
  const { newest } = JSON.parse(readFileSync("dist/methodologies/manifest.json", "utf8"));
  const file = `dist/methodologies/${newest[methodology ?? ""]}/form.json`;
  const { inputs } = JSON.parse(readFileSync(file, "utf8"));
  const plain = inputs
    .filter((input: { list?: string; per: readonly string[] }) => !input.list && !input.per.length)
    .map(({ id }: { id: string }) => id);
  expect(Object.values(answers).filter((input) => !plain.includes(input))).toEqual([]);
  expect(Object.keys(answers).filter((name) => attributes.some((own) => own === name))).toEqual([]);
});

it("every key of a fragment is documented, read and written", () => {
  expect(names(documented("Key"))).toEqual([...fragmentKeys].sort());
  const options = {
    language: "en",
    theme: "dark",
    textSize: "large",
    given: new Map([["people", "30"]]),
    hide: ["people"],
  } as const;
  const written = writeOptions(options);
  expect(readOptions(written)).toEqual(options);
  const keys = [...new URLSearchParams(written.slice(1)).keys()];
  expect(keys.map((key) => key.replace(/^given\..+/, "given.")).sort()).toEqual(
    [...fragmentKeys].sort(),
  );
  const read = found(/options\.get\("([a-z-]+)"\)/g, "site/embed/options.ts");
  expect([...read, "given."].sort()).toEqual([...fragmentKeys].sort());
});

it("the one event is documented, and elements and frames give the same", () => {
  expect(names(documented("Event"))).toEqual([resultEvent]);
  const events = /new CustomEvent\(\s*"([^"]+)"/g;
  expect(found(events, "site/embed/sized-frame.ts")).toEqual([resultEvent]);
  expect(found(/new CustomEvent\(\s*(\w+)/g, "widgets/element.tsx")).toEqual(["resultEvent"]);
});
