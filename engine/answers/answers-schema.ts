import * as z from "zod/mini";

/**
 * The shape of the record `answers/1`, from which `answers.schema.json` is made. Building and testing only: at run time
 * answers are read by `read-record.ts`, which puts every problem at its place.
 */
const text = z.string();

type AnswerShape = string | AnswerShape[] | { [id: string]: AnswerShape };
/** An answer: text, a list or a map of answers. */
export const answerSchema: z.ZodMiniType<AnswerShape> = z.lazy(() =>
  z.union([text, z.array(answerSchema), z.record(text, answerSchema)]),
);

const period = z.union([text, z.strictObject({ from: text, to: text })]);

/** A record of answers. */
export const answersSchema = z.strictObject({
  format: z.literal("answers/1"),
  methodology: text,
  version: z.exactOptional(text),
  hash: z.exactOptional(text),
  as_of: z.exactOptional(text),
  sets: z.record(
    text,
    z.strictObject({ period: z.exactOptional(period), given: z.record(text, answerSchema) }),
  ),
});

/** The published JSON Schema of an answer record. */
export function answersJsonSchema(): unknown {
  return {
    title: "Answers to a methodology of santei (answers/1)",
    ...z.toJSONSchema(answersSchema),
  };
}
