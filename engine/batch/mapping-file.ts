import { fail, type Issue, ok, type Result } from "../issue.ts";
import { mostColumns } from "./header.ts";
import type { Mapping, MappingReason } from "./mapping.ts";

/** A mapping of more characters is none of ours. */
export const mostMappingCharacters = 1024 * 1024;
const mostText = 1_000;
const mostKeys = 8;

/** A mapping as the text of a file. */
export function writeMapping(mapping: Mapping): string {
  const { columns, ...rest } = mapping;
  const lines = columns.map((column) => `    ${JSON.stringify(column)}`);
  const head = JSON.stringify(rest, null, 2).replace(/\n\}$/, "");
  return `${head},\n  "columns": [\n${lines.join(",\n")}\n  ]\n}\n`;
}

/**
 * Reads the text of a saved mapping. What it names is looked up when a header is read with it.
 *
 * Errors: text that is too long, no JSON, or of another shape, with the place that is wrong.
 */
export function readMapping(text: string): Result<Mapping> {
  if (text.length > mostMappingCharacters) {
    const facts = { most: mostMappingCharacters };
    return fail([{ code: "batch-mapping-too-long", severity: "error", path: [], facts }]);
  }
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return fail([shape("")]);
  }
  const wrong = faultIn(found);
  return wrong === undefined ? ok(cleaned(found as Mapping)) : fail([shape(wrong)]);
}

function shape(where: string): Issue {
  return { code: "batch-mapping-shape", severity: "error", path: [], facts: { where } };
}

type Fields = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string =>
  typeof value === "string" && value.length <= mostText;
const isTextOrNone = (value: unknown) => value === undefined || isText(value);
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isOneOf = (values: readonly string[]) => (value: unknown) =>
  typeof value === "string" && values.includes(value);
const orNone = (holds: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || holds(value);

const reasons: readonly MappingReason[] = ["id", "label", "near label", "name"];

const whole: Readonly<Record<string, (value: unknown) => boolean>> = {
  format: isOneOf(["batch-mapping/1"]),
  methodology: (value) =>
    isFields(value) && isText(value.id) && isText(value.version) && isTextOrNone(value.hash),
  rows: isOneOf(["projects", "items"]),
  period: isTextOrNone,
  mode: orNone(isOneOf(["official", "estimate", "range"])),
  sheet: isTextOrNone,
  columns: (value) => Array.isArray(value) && value.length <= mostColumns,
};

const column: Readonly<Record<string, (value: unknown) => boolean>> = {
  header: isText,
  is: isOneOf(["answer", "period", "case", "kept", "ignored"]),
  input: isTextOrNone,
  keys: orNone(
    (value) =>
      Array.isArray(value) && value.length <= mostKeys && value.every((key) => isText(key)),
  ),
  unit: isTextOrNone,
  reason: orNone(isOneOf(reasons)),
};

/** The way to the first value that is not as it should be; `undefined` where all are. */
function faultIn(found: unknown): string | undefined {
  if (!isFields(found)) return "";
  const wrong = Object.entries(whole).find(([name, holds]) => !holds(found[name]));
  if (wrong !== undefined) return wrong[0];
  for (const [at, one] of (found.columns as readonly unknown[]).entries()) {
    if (!isFields(one)) return `columns/${at}`;
    const own = Object.entries(column).find(([name, holds]) => !holds(one[name]));
    if (own !== undefined) return `columns/${at}/${own[0]}`;
    if (one.is === "answer" && !isText(one.input)) return `columns/${at}/input`;
  }
  return undefined;
}

/** Without what a mapping does not know. */
function cleaned(found: Mapping): Mapping {
  const own = (fields: object, known: readonly string[]): Fields =>
    Object.fromEntries(
      Object.entries(fields).filter(([name, value]) => known.includes(name) && value !== undefined),
    );
  const columns = found.columns.map((one) => own(one, Object.keys(column)));
  const methodology = own(found.methodology, ["id", "version", "hash"]);
  const rest = own(found, Object.keys(whole));
  return { ...rest, methodology, columns } as unknown as Mapping;
}
