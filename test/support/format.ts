import { parse as parseYaml } from "yaml";
import { check } from "../../engine/check.ts";
import { compile } from "../../engine/compile.ts";
import type { Issue } from "../../engine/issue.ts";
import { describe } from "../../engine/locales/describe.ts";
import { en } from "../../engine/locales/en.ts";
import { ja } from "../../engine/locales/ja.ts";
import { parse } from "../../engine/parse.ts";
import { decimalLane } from "../../engine/quantity/decimal.ts";
import type { CalculationResult, OutputResult, ValueResult } from "../../engine/result/result.ts";
import { type RunOptions, run } from "../../engine/run.ts";
import type { SetReply } from "../../engine/service/protocol.ts";
import { meant } from "./checked.ts";
import { type Files, readText } from "./load.ts";

/**
 * A vocabulary for tests of the format from end to end: a fragment of a methodology (its tables, inputs, formulas) is
 * completed to a whole one with documents, labels and sources, read from its text, checked, compiled and run. What is
 * shown is the formula `x`, or the outputs that the fragment names.
 */
type Data = string | readonly Data[] | { readonly [id: string]: Data };
type Section = { readonly [id: string]: Data };

const source = { document: "rule", clause: "1" };
const documents = {
  rule: { title: { ja: "規程", en: "Rule" }, standing: "official" },
} as const;

function isSection(data: Data | undefined): data is Section {
  return typeof data === "object" && !Array.isArray(data);
}

/** Adds what is not said already. */
function withRest(data: Data, rest: Section): Data {
  return isSection(data) ? { ...rest, ...data } : data;
}

function each(section: Data | undefined, change: (data: Data, id: string) => Data): Section {
  if (!isSection(section)) return {};
  return Object.fromEntries(Object.entries(section).map(([id, data]) => [id, change(data, id)]));
}

const figure = { source, provenance: "confirmed" };

function within(data: Data, key: string, change: (data: Data) => Data): Data {
  if (!isSection(data)) return data;
  const inner = data[key];
  return inner === undefined ? data : { ...data, [key]: change(inner) };
}

function sourced(data: Data): Data {
  return withRest(data, figure);
}

function question(data: Data, id: string): Data {
  const labelled = withRest(data, { label: { ja: id, en: id } });
  if (isSection(labelled) && labelled.type === "list") {
    const counted = withRest(labelled, { min_items: "0", max_items: "20" });
    return within(counted, "item", (fields) => each(fields, question));
  }
  const told = within(within(labelled, "default", sourced), "range", sourced);
  const spread =
    isSection(told) && (told.apportion ?? told.between) !== undefined ? sourced(told) : told;
  return spread;
}

function labels(members: Data): Data {
  return each(members, (label, id) => (label === "" ? { ja: id, en: id } : label));
}

function enumeration(data: Data): Data {
  if (Array.isArray(data)) return labels(Object.fromEntries(data.map((id) => [id, ""])));
  if (!isSection(data) || !Array.isArray(data.members) || data.of !== undefined) return data;
  return { ...data, members: labels(Object.fromEntries(data.members.map((id) => [id, ""]))) };
}

function formula(data: Data): Data {
  return within(sourced(data), "round", sourced);
}

function table(data: Data): Data {
  return isSection(data) && data.use !== undefined
    ? data
    : within(within(sourced(data), "on_missing_year", sourced), "inverse", (rules) =>
        each(rules, sourced),
      );
}

/** A whole methodology from a fragment, as text. Members of an enum may be a list of ids. */
export function whole(fragment: string): string {
  const data = parseYaml(fragment, { schema: "failsafe" }) as Section;
  return completed(data, "methodology/1", "TEST-1", "1.0-r1");
}

/** A whole table or component from a fragment: `shared("fuels/1-r1", "table", …)`. */
export function shared(edition: string, kind: "table" | "component", fragment: string): Files {
  const [id = "", version = ""] = edition.split("/");
  const data = parseYaml(fragment, { schema: "failsafe" }) as Section;
  return { [`${edition}/${kind}.yaml`]: completed(data, `${kind}/1`, id, version) };
}

function completed(data: Section, format: string, id: string, version: string): string {
  const {
    enums,
    tables,
    constants,
    inputs,
    formulas,
    conditions,
    period,
    cut,
    units,
    outputs,
    ...rest
  } = data;
  const cuts = (list: Data): Data => (Array.isArray(list) ? list.map(sourced) : list);
  const isWhole = format === "methodology/1";
  const sections: Record<string, Data | undefined> = {
    enums: enums === undefined ? undefined : each(enums, enumeration),
    units: units === undefined ? undefined : each(units, sourced),
    tables: tables === undefined ? undefined : each(tables, table),
    constants: constants === undefined ? undefined : each(constants, sourced),
    period: period === undefined ? undefined : within(period, "cut", cuts),
    cut: cut === undefined ? undefined : cuts(cut),
    inputs: isWhole ? each(inputs, question) : inputs,
    conditions: conditions === undefined ? undefined : each(conditions, sourced),
    formulas: format === "table/1" ? undefined : each(formulas, formula),
    outputs: isWhole ? (outputs ?? { x: { main: "true" } }) : undefined,
  };
  const given = Object.entries(sections).filter(([, section]) => section !== undefined);
  const title = { ja: "試験", en: "Test" };
  const head = { format, id, version, status: "illustrative", title, documents };
  return JSON.stringify({ ...head, ...rest, ...Object.fromEntries(given) }, null, 1);
}

/** A fragment, or a fragment with files of shared editions and CSV beside it. */
export type Fragment = string | readonly [fragment: string, ...files: readonly Files[]];

function filesOf(fragment: Fragment): Files {
  const [text, ...files] = typeof fragment === "string" ? [fragment] : fragment;
  return Object.assign({ "methodology.yaml": whole(text) }, ...files);
}

async function told(files: string | Files) {
  const methodology = await readText(files);
  if (!methodology.ok) return methodology;
  const parsed = parse(methodology.value);
  if (!parsed.ok) return parsed;
  const checked = check(parsed.value);
  const before = [...methodology.warnings, ...parsed.warnings];
  return checked.ok ? { ...checked, warnings: [...before, ...checked.warnings] } : checked;
}

/** What is wrong with a fragment: `code <characters meant>` of each error. */
export async function issues(fragment: Fragment): Promise<readonly string[]> {
  const checked = await told(filesOf(fragment));
  return checked.ok ? [] : errors(checked.issues);
}

/** What a fragment is warned of, likewise. */
export async function warnings(fragment: Fragment): Promise<readonly string[]> {
  const checked = await told(filesOf(fragment));
  if (!checked.ok) throw new Error(errors(checked.issues).join("\n"));
  return checked.warnings.map((issue) => `${issue.code} <${meant(issue)}>`);
}

/** What is wrong with a whole file as written. */
export async function issuesOfText(files: string | Files): Promise<readonly string[]> {
  const checked = await told(files);
  return checked.ok ? [] : errors(checked.issues);
}

function errors(all: readonly Issue[]): readonly string[] {
  const found = all.filter(({ severity }) => severity === "error");
  for (const issue of found) speak(issue);
  return found.map((issue) => `${issue.code} <${unquoted(meant(issue))}>`);
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, "$1");
}

/** Every sentence can be said in both languages. Errors: throws where one holds a hole. */
function speak(issue: Issue): void {
  for (const sentence of [describe(issue, en), describe(issue, ja)]) {
    if (/undefined|null|\[object/.test(sentence)) throw new Error(sentence);
  }
}

export type Given = Readonly<Record<string, unknown>>;

/** What a fragment replies to answers. Errors: throws where the fragment has errors. */
export async function reply(
  fragment: Fragment,
  given: Given = {},
  options: RunOptions = {},
): Promise<SetReply> {
  const checked = await told(filesOf(fragment));
  if (!checked.ok) throw new Error(errors(checked.issues).join("\n"));
  const plan = compile(checked.value.tree, "test", { decimal: decimalLane });
  const { plan: set } = run(plan, given, { asOf: "2026-11-22", ...options }).sets;
  if (set === undefined) throw new Error("no reply");
  for (const issue of set.ok ? set.warnings : set.issues) speak(issue);
  for (const issue of set.result?.issues ?? []) speak(issue);
  return set;
}

/** The result of a fragment. */
export async function result(
  fragment: Fragment,
  given: Given = {},
  options: RunOptions = {},
): Promise<CalculationResult> {
  const { result: found } = await reply(fragment, given, options);
  if (found === undefined) throw new Error("no result");
  return found;
}

/** The issues of answers and of evaluating them: `code path`, warnings with a mark before them. */
export async function faults(
  fragment: Fragment,
  given: Given = {},
  options: RunOptions = {},
): Promise<readonly string[]> {
  const set = await reply(fragment, given, options);
  const read = set.ok ? set.warnings : set.issues;
  return [...read, ...(set.result?.issues ?? [])].map(
    ({ code, severity, path }) =>
      `${severity === "warning" ? "? " : ""}${code}${path.length === 0 ? "" : ` ${path.join("/")}`}`,
  );
}

/**
 * The value of `x` in words: exact text with its unit, `low..high` (`~` where it is not tight), why there is none; along axes
 * `1 FY2023: 12 km | …`. Errors: throws where an answer cannot be read.
 */
export async function value(
  fragment: Fragment,
  given: Given = {},
  options: RunOptions = {},
): Promise<string> {
  const set = await reply(fragment, given, options);
  if (!set.ok) throw new Error(errors(set.issues).join("\n"));
  return valueOfOutput(set.result, "x");
}

/** The value of one output of a result, in the same words. */
export function valueOfOutput({ results, issues: found }: CalculationResult, id: string): string {
  const output = results[id];
  if (output === undefined) throw new Error(`no output ${id}`);
  if (output.values === undefined) return write(output, output, found);
  return output.values
    .map((one) => `${Object.values(one.at).join(" ")}: ${write(one, output, found)}`)
    .join(" | ");
}

function write(
  found: ValueResult | OutputResult,
  { unit, type }: OutputResult,
  all: readonly Issue[],
): string {
  const of = type === "quantity" || type === "count" ? (unit === "1" ? "" : ` ${unit}`) : "";
  if ("none" in found && found.none !== undefined) {
    return found.none === "failed"
      ? `failed ${[...new Set(all.filter(({ severity }) => severity === "error").map(({ code }) => code))].join(" ")}`
      : found.none;
  }
  if ("low" in found && found.low !== undefined) {
    return `${found.low}..${found.high}${of}${found.tight ? "" : " ~"}`;
  }
  if (!("value" in found) || found.value === undefined) return "nothing";
  return `${found.value}${of}${"digits" in found && found.digits !== undefined ? ` (${found.digits} digits)` : ""}`;
}

/** The value of one expression in a unit (or a type such as `type: date`), with no answers. */
export function expression(text: string, said = 'unit: "1"', rest = ""): Promise<string> {
  return value(`formulas: { x: { ${said}, expr: ${JSON.stringify(text)} } }\n${rest}`);
}
