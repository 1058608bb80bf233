import * as z from "zod/mini";
import { modes, provenances } from "../methodology/schema.ts";
import type { CalculationResult } from "./result.ts";

/**
 * The shape of a result, from which `result.schema.json` is made. It is used when building and testing and ships to no
 * page; the types in `result.ts` are what the engine itself is written against, and the last lines hold both equal.
 */
const text = z.string();
const optional = z.exactOptional;
const label = z.strictObject({ ja: text, en: optional(text), ja_easy: optional(text) });
const provenance = z.enum(provenances);
const confidence = z.enum(["medium", "low"]);

/** Where on its axes a value stands: `{ boilers: "2", years: "FY2023" }`. */
const at = z.record(text, text);
const place = { input: text, at };
const none = z.enum(["missing", "stopped", "failed"]);

const source = z.strictObject({
  document: text,
  title: optional(label),
  edition: optional(text),
  url: optional(text),
  clause: optional(text),
  page: optional(text),
  table: optional(text),
  note: optional(text),
});

/** Exact text, irrational with guaranteed digits, a range, or none with why; with what else stands beside it. */
function valueWith<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.union([
    z.strictObject({
      value: text,
      exact: optional(z.literal(true)),
      decimal: optional(text),
      ...shape,
    }),
    z.strictObject({ value: text, digits: z.number(), exact: z.literal(false), ...shape }),
    z.strictObject({
      low: text,
      high: text,
      tight: z.boolean(),
      decimal_low: optional(text),
      decimal_high: optional(text),
      ...shape,
    }),
    z.strictObject({ none, because: optional(label), ...shape }),
  ]);
}

const value = valueWith({});
const displayed = {
  display: optional(text),
  display_low: optional(text),
  display_high: optional(text),
};

const output = z.strictObject({
  label: optional(label),
  main: z.boolean(),
  type: text,
  unit: text,
  display_unit: text,
  axes: z.array(text),
  chart: optional(z.enum(["bars", "stacked"])),
  provenance,
  values: optional(
    z.array(valueWith({ at, unit: optional(text), display_unit: optional(text), ...displayed })),
  ),
  value: optional(text),
  digits: optional(z.number()),
  exact: optional(z.boolean()),
  low: optional(text),
  high: optional(text),
  tight: optional(z.boolean()),
  none: optional(none),
  because: optional(label),
  ...displayed,
});

const condition = z.strictObject({
  id: text,
  at,
  effect: z.enum(["not_applicable", "refuse", "warn"]),
  holds: z.nullable(z.boolean()),
  label: optional(label),
  because: optional(label),
});

const figure = z.strictObject({
  kind: z.enum([
    "cell",
    "constant",
    "formula",
    "rounding",
    "default",
    "condition",
    "cut",
    "carried_over",
  ]),
  id: text,
  label: optional(label),
  keys: optional(z.array(text)),
  value: optional(text),
  unit: optional(text),
  provenance,
  confidence: optional(confidence),
  source: optional(source),
});

const read = z.strictObject({
  kind: z.enum(["formula", "input", "constant", "cell", "condition"]),
  id: text,
  at: optional(at),
  label: optional(label),
  symbol: optional(text),
  keys: optional(z.array(text)),
  value,
  unit: optional(text),
  assumed: optional(z.boolean()),
  provenance: optional(provenance),
  source: optional(source),
});

const step = z.strictObject({
  id: text,
  at,
  label: optional(label),
  symbol: optional(text),
  printed: optional(text),
  formula: text,
  unit: text,
  value,
  before_rounding: optional(value),
  rounding: optional(
    z.strictObject({
      mode: text,
      to: optional(text),
      digits: optional(z.number()),
      source: optional(source),
    }),
  ),
  branch: optional(
    z.strictObject({ when: optional(text), member: optional(text), because: optional(label) }),
  ),
  reads: z.array(read),
  provenance,
  source: optional(source),
  note: optional(text),
});

const issue = z.strictObject({
  code: text,
  severity: z.enum(["error", "warning"]),
  file: optional(text),
  path: z.array(z.union([text, z.number()])),
  span: optional(
    z.strictObject({ line: z.number(), column: z.number(), length: z.number(), text }),
  ),
  facts: z.record(text, z.unknown()),
});

export const resultSchema = z.strictObject({
  format: z.literal("result/1"),
  methodology: z.strictObject({ id: text, version: text, hash: text, status: text }),
  uses: z.array(z.strictObject({ kind: text, id: text, version: text, hash: text })),
  replaced: z.array(z.strictObject({ table: text, hash: text })),
  engine: text,
  as_of: text,
  mode: z.enum(modes),
  period: optional(z.strictObject({ from: text, to: text })),
  parts: z.array(z.strictObject({ from: text, to: text, year: text })),
  status: z.enum(["applies", "does_not_apply", "undecided"]),
  conditions: z.array(condition),
  results: z.record(text, output),
  assumed: z.array(
    z.strictObject({
      ...place,
      label,
      value: text,
      unit: text,
      provenance,
      source: optional(source),
    }),
  ),
  unconfirmed: z.array(figure),
  ignored: z.array(z.strictObject(place)),
  missing: z.array(
    z.strictObject({
      ...place,
      label,
      needed_by: z.array(z.strictObject({ id: text, clause: optional(text) })),
    }),
  ),
  asked: z.array(z.strictObject(place)),
  provenance,
  confidence: optional(confidence),
  issues: z.array(issue),
  steps: optional(z.array(step)),
});

type Described = z.infer<typeof resultSchema>;
/** Does not compile where the schema lets something through that the types do not know. */
export type SchemaFitsTypes =
  Omit<Described, "issues" | "parts"> extends Omit<CalculationResult, "issues" | "parts">
    ? true
    : never;

/** The published JSON Schema of a result. */
export function resultJsonSchema(): unknown {
  return {
    title: "A result of santei (result/1)",
    ...z.toJSONSchema(resultSchema),
  };
}
