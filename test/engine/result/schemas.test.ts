import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answersJsonSchema } from "../../../engine/answers/answers-schema.ts";
import { assessmentJsonSchema } from "../../../engine/answers/assessment-schema.ts";
import { guideJsonSchema } from "../../../engine/methodology/guide-schema.ts";
import { resultJsonSchema, type SchemaFitsTypes } from "../../../engine/result/result-schema.ts";
import { engineVersion } from "../../../engine/version.ts";

const fits: SchemaFitsTypes = true;

const files = [
  ["engine/result/result.schema.json", resultJsonSchema()],
  ["engine/answers/answers.schema.json", answersJsonSchema()],
  ["engine/answers/assessment.schema.json", assessmentJsonSchema()],
  ["methodologies/assessment.schema.json", guideJsonSchema()],
] as const;

function path(name: string): string {
  return new URL(`../../../${name}`, import.meta.url).pathname;
}

describe("published schemas", () => {
  it.each(files)("%s is what its schema says", (name, schema) => {
    if (process.env.WRITE_SCHEMAS === "1") {
      writeFileSync(path(name), `${JSON.stringify(schema, null, 2)}\n`);
    }
    expect(JSON.parse(readFileSync(path(name), "utf8"))).toEqual(schema);
  });

  it("describe the types that the engine is written against", () => {
    expect(fits).toBe(true);
  });
});

it("names the version of the package in every result", () => {
  expect(engineVersion).toBe(JSON.parse(readFileSync(path("package.json"), "utf8")).version);
});
