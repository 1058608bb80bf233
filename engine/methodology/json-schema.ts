import * as z from "zod/mini";
import { componentSchema, definitions, methodologySchema, tableSchema } from "./schema.ts";

/** A JSON Schema, as far as it is built here. */
type JsonSchema = { [key: string]: unknown };

const formats = {
  methodology: methodologySchema,
  table: tableSchema,
  component: componentSchema,
} as const;

/** What the shape alone does not say, for whoever completes a file in an editor. */
const descriptions: Readonly<Record<string, string>> = {
  row: [
    "One cell per key and column.",
    'A key cell is a member, a list of members, a fiscal year, a printed number, a range or "*".',
    "A range of fiscal years names both ends, 2013..2017, and both are in it.",
    "An interval may be open below or above: ..0, 0..100, 100..; `includes` says which end is in it.",
    "A cell that the source leaves open is none.",
  ].join(" "),
};

/**
 * The published JSON Schema (draft 2020-12) of all three formats, from the schema that `read` uses. Editors read YAML
 * with types, so where a text may look like a number or a flag, those are allowed too.
 */
export function jsonSchema(): JsonSchema {
  const registry = z.registry<{ id: string; description?: string }>();
  for (const [id, schema] of Object.entries({ ...definitions, ...formats })) {
    const description = descriptions[id];
    registry.add(schema, { id, ...(description === undefined ? {} : { description }) });
  }
  const all = z.toJSONSchema(z.union(Object.values(formats)), {
    target: "draft-2020-12",
    io: "input",
    metadata: registry,
    override: ({ jsonSchema: schema }) => allowTyped(schema as JsonSchema),
  }) as JsonSchema;

  const names = Object.keys(formats);
  return {
    $schema: all.$schema,
    title: "Methodologies, tables and components of Santei",
    type: "object",
    required: ["format"],
    properties: { format: { enum: names.map((name) => `${name}/1`) } },
    allOf: names.map((name) => ({
      if: { properties: { format: { const: `${name}/1` } }, required: ["format"] },
      then: { $ref: `#/$defs/${name}` },
    })),
    $defs: sorted(all.$defs as JsonSchema),
  };
}

function allowTyped(schema: JsonSchema): void {
  const keys = schema.propertyNames as JsonSchema | undefined;
  if (keys !== undefined && keys.pattern === undefined) {
    // Keys are texts in any case.
    delete schema.propertyNames;
  }
  if (schema.type === "string" && schema.enum === undefined && schema.const === undefined) {
    if (schema.pattern === undefined) {
      schema.type = ["string", "number", "boolean"];
    }
    return;
  }
  const choices = schema.enum;
  if (Array.isArray(choices) && choices.includes("true") && !choices.includes(true)) {
    delete schema.type;
    schema.enum = [...choices, true, false];
  }
}

function sorted(schemas: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
}
