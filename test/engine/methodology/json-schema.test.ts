import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { jsonSchema } from "../../../engine/methodology/json-schema.ts";

const file = "methodologies/schema.json";

it("is published as methodologies/schema.json; UPDATE=1 writes it", () => {
  const text = `${JSON.stringify(jsonSchema(), null, 2)}\n`;
  if (process.env.UPDATE === "1") {
    writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, "utf8") : "").toBe(text);
});

const definitions = (): Record<string, Record<string, unknown>> =>
  jsonSchema().$defs as Record<string, Record<string, unknown>>;

it("has a definition for each format and resolves every reference", () => {
  const schema = jsonSchema();
  expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  expect(Object.keys(definitions())).toEqual(
    expect.arrayContaining(["component", "methodology", "table"]),
  );
  const references = JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g);
  for (const [, name = ""] of references) {
    expect(definitions()).toHaveProperty(name);
  }
});

it("allows numbers and flags where a text is read, since editors read YAML with types", () => {
  const constant = definitions().constant?.properties as Record<string, unknown>;
  expect(constant.value).toEqual({ type: ["string", "number", "boolean"] });
  const output = definitions().output?.properties as Record<string, unknown>;
  expect(output.main).toEqual({ enum: ["true", "false", true, false] });
});

it("refuses unknown keys and names those that are needed", () => {
  expect(definitions().formula?.additionalProperties).toBe(false);
  expect(definitions().source?.required).toEqual(["document"]);
});
