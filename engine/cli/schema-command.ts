import { answersJsonSchema } from "../answers/answers-schema.ts";
import { assessmentJsonSchema } from "../answers/assessment-schema.ts";
import { guideJsonSchema } from "../methodology/guide-schema.ts";
import { jsonSchema } from "../methodology/json-schema.ts";
import { resultJsonSchema } from "../result/result-schema.ts";
import type { ExitStatus, Terminal } from "./terminal.ts";

const schemas = {
  methodology: jsonSchema,
  answers: answersJsonSchema,
  result: resultJsonSchema,
  assessment: assessmentJsonSchema,
  guide: guideJsonSchema,
};

/** `santei schema`: the published JSON Schemas, from the same definitions that the engine reads by. */
export async function schemaCommand(
  terminal: Terminal,
  document: keyof typeof schemas,
): Promise<ExitStatus> {
  terminal.out(`${JSON.stringify(schemas[document](), null, 2)}\n`);
  return 0;
}
