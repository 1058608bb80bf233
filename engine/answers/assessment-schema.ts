import * as z from "zod/mini";
import { answerSchema, answersSchema } from "./answers-schema.ts";

/**
 * The shape of the record `assessment/1`, from which `assessment.schema.json` is made. Building and testing only: at run
 * time an assessment is read by `read-assessment.ts`, which puts every problem at its place.
 */
const text = z.string();
const ends = z.union([text, z.strictObject({ low: text, high: text })]);
const given = z.record(text, answerSchema);
const id = text.check(z.regex(/^[a-z][a-z0-9_]*$/));

const variant = {
  id,
  title: z.exactOptional(text),
  answers: answersSchema,
  ranges: z.exactOptional(z.record(text, ends)),
  scheme: z.exactOptional(z.record(text, given)),
  form: z.exactOptional(z.enum(["plain", "program"])),
  verify_every: z.exactOptional(text),
};

const assessmentSchema = z.strictObject({
  format: z.literal("assessment/1"),
  title: z.exactOptional(text),
  as_of: z.exactOptional(text),
  has: z.exactOptional(z.array(text)),
  scheme: z.exactOptional(z.record(text, given)),
  price: z.exactOptional(ends),
  projects: z.exactOptional(
    z.array(
      z.strictObject({
        ...variant,
        thing: z.exactOptional(text),
        left_out: z.exactOptional(z.union([z.boolean(), z.enum(["true", "false"])])),
        variants: z.exactOptional(z.array(z.strictObject(variant))),
      }),
    ),
  ),
});

/** The published JSON Schema of an assessment. */
export function assessmentJsonSchema(): unknown {
  return {
    title: "Potential assessment of one applicant (assessment/1)",
    ...z.toJSONSchema(assessmentSchema),
  };
}
