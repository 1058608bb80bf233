import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { engineVersion } from "../engine/version.ts";
import { filesBelow, readModules, withoutComments } from "./support/modules.ts";

const modules = readModules(["engine", "widgets", "site"]);

/** Lines of code that hold a forbidden thing, as `file: line`. */
function linesWith(pattern: RegExp, isAllowed: (file: string) => boolean = () => false) {
  return modules
    .filter(({ file }) => !isAllowed(file))
    .flatMap(({ file, text }) =>
      withoutComments(text)
        .split("\n")
        .filter((line) => pattern.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
}

const isTool = (file: string) => /^site\/(build|serve)\//.test(file);

/**
 * Files that make numbers of the language out of something that is no figure: whole days and years, positions, small
 * exponents, whole numbers that a double holds exactly; and `toFixed` of decimal.js, which is exact.
 */
const counting: readonly RegExp[] = [
  /^engine\/assessment\/(answer-place|seek)\.ts$/,
  /^engine\/methodology\/(period|places)\.ts$/,
  /^engine\/check\/coefficients\/(coverage|curves|overlaps)\.ts$/,
  /^engine\/evaluate\/(calendar|choose|functions|key-holes|logic|undecided)\.ts$/,
  /^engine\/quantity\/(decimal|whole)\.ts$/,
];

describe("the house rules", () => {
  it.each([
    [
      "innerHTML",
      /\b(inner|outer)HTML\b|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/,
    ],
    ["eval", /\beval\s*\(|new Function\b|\bFunction\s*\(/],
    ["enums", /^\s*(export )?(const )?enum\s/],
    ["default exports", /^\s*export default\b/],
    ["any", /:\s*any\b|\bas any\b|<any>/],
    ["suppressed types", /@ts-(ignore|nocheck|expect-error)/],
    ["logging", /\bconsole\./],
    ["chance and clocks in figures", /Math\.random|Date\.now/],
    ["inherited styles of a page", /setAttribute\(\s*["']style["']/],
  ])("%s are not used", (name, pattern) => {
    const isAllowed = (file: string) =>
      (isTool(file) && name === "logging") ||
      (file.startsWith("engine/cli/") && name === "chance and clocks in figures");
    expect(linesWith(pattern, isAllowed)).toEqual([]);
  });

  it("figures stay text or fractions: no binary number is made of one", () => {
    const pattern = /\bparseFloat\s*\(|\bNumber\s*\(|\.toFixed\s*\(|\.toPrecision\s*\(/;
    const isAllowed = (file: string) =>
      isTool(file) || counting.some((pattern) => pattern.test(file));
    expect(linesWith(pattern, isAllowed)).toEqual([]);
  });

  it.each(["widgets", "site"])("%s measures no time and no place by its own clock", (folder) => {
    const strays = linesWith(
      /\bDate\.now\b|new Date\(\)/,
      (file) => !file.startsWith(`${folder}/`),
    );
    expect(strays.length).toBeLessThanOrEqual(folder === "widgets" ? 1 : 0);
  });

  it("no source file is longer than it can be read", () => {
    // Single tables, and the one parser.
    const tables =
      /locales|unit-registry|schema\.ts$|tree\.ts$|text\/(en|ja)\.tsx?$|parse-expression\.ts$/;
    const long = modules
      .filter(({ file }) => !tables.test(file))
      .map(({ file, text }) => [file, text.split("\n").length] as const)
      .filter(([, lines]) => lines > 400);
    expect(long).toEqual([]);
  });

  it("file names are kebab-case", () => {
    const names = modules.map(({ file }) => file).concat(filesBelow("test"));
    expect(names.filter((file) => !/^([a-z0-9.-]+\/)*[a-z0-9.-]+$/.test(file))).toEqual([]);
  });

  it("the version of the engine is that of the package", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(engineVersion).toBe(version);
  });
});

/** Links of a Markdown file to files of the repository. */
function linksOf(text: string): readonly string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)];
  return links
    .map(([, link, attribute]) => (link ?? attribute ?? "").replace(/#.*$/, ""))
    .filter((link) => link !== "" && !/^[a-z]+:/.test(link));
}

describe("the documents", () => {
  const documents = ["README.md", "README.ja.md", "CHANGELOG.md", "CONTRIBUTING.md"]
    .concat(["engine", "widgets", "site", "methodologies", "test"].flatMap(filesBelow))
    .filter((file) => file.endsWith(".md") && existsSync(file));

  it.each(documents)("%s links to files that are there", (file) => {
    const links = linksOf(readFileSync(file, "utf8"));
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
  });

  it("the two READMEs are there and name the two commands", () => {
    for (const file of ["README.md", "README.ja.md"]) {
      const text = existsSync(file) ? readFileSync(file, "utf8") : "";
      expect([file, text.includes("npm ci && npm start")]).toEqual([file, true]);
      expect([file, text.includes("npm ci && npm test")]).toEqual([file, true]);
    }
  });
});
