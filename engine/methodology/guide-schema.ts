import * as z from "zod/mini";
import { idPattern } from "./id.ts";
import { provenances } from "./schema.ts";

/**
 * The shape of `methodologies/assessment.yaml`, the guide of the potential assessment: what an applicant may have, which
 * methodologies that leads to, and what stands in for what an applicant cannot know. Building, testing and the command
 * line only; a page gets the guide as JSON that a build has read with this.
 */
const text = z.string();
const id = text.check(z.regex(idPattern));
const methodologyId = text.check(z.regex(/^[A-Z][A-Z0-9-]*$/));
/** An input, a list or the field of one: `fuel_use`, `boilers.fuel_use`. */
const place = text.check(z.regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/));
/** A question of the rules: `SCHEME-1.applied`. */
const schemePlace = text.check(z.regex(/^[A-Z][A-Z0-9-]*\.[a-z][a-z0-9_]*$/));
const label = z.strictObject({ ja: text, en: text, ja_easy: text });

const source = z.strictObject({
  document: id,
  clause: z.optional(text),
  page: z.optional(text),
  table: z.optional(text),
  note: z.optional(text),
});
const origin = { source, provenance: z.enum(provenances) };

const document = z.strictObject({
  title: z.strictObject({ ja: text, en: text }),
  edition: z.optional(text),
  date: z.optional(text),
  url: z.optional(text),
  standing: z.enum(["official", "copy", "plan", "quotation", "publication", "none"]),
  note: z.optional(text),
});

type Answers = string | Answers[] | { [id: string]: Answers };
const answers: z.ZodMiniType<Answers> = z.lazy(() =>
  z.union([text, z.array(answers), z.record(text, answers)]),
);
const given = z.record(id, answers);
const schemeGiven = z.record(methodologyId, given);

const thing = z.strictObject({
  group: id,
  label,
  help: z.optional(label),
  leads_to: z
    .array(
      z.strictObject({
        methodology: methodologyId,
        /** Why this methodology, where a thing leads to several. */
        label: z.optional(label),
        /** Answers that follow from the thing. */
        given: z.optional(given),
        scheme: z.optional(schemeGiven),
      }),
    )
    .check(z.minLength(1)),
});

/** Ends that stand in for an open answer, as a person types them; or in `unit` for each unit of another answer. */
const range = z.strictObject({
  low: text,
  high: text,
  unit: z.optional(text),
  per: z.optional(z.strictObject({ input: place, unit: text })),
  note: z.optional(label),
  ...origin,
});

const methodology = z.strictObject({
  /** The output along fiscal years that credits are counted from, in whole tonnes, and the same before it is cut down. */
  yearly: id,
  unrounded: z.optional(id),
  total: id,
  /** Answers to the rules of the scheme that follow from the methodology. */
  scheme: schemeGiven,
  /** What it is within a program: over `scheme`. */
  program: z.optional(schemeGiven),
  /** Amounts of a typical year that are spread over the days of a part; all else by year or part holds throughout. */
  amounts: z.array(place),
  /** Questions that take the first day or the first fiscal year of the crediting period where they are open. */
  begins: z.optional(z.array(place)),
  /** Where another answer of the item stands in the way of that: existing equipment has begun before. */
  begins_unless: z.optional(z.record(place, z.record(place, text))),
  /** Lists whose items come again in every fiscal year: the field that dates them, where it is open. */
  repeats: z.optional(z.array(place)),
  /** Questions for which neither members nor a pre-filled answer stand in: without an answer there is no figure. */
  asked: z.optional(z.array(place)),
  /** Lists that may stay empty: then it is told as an assumption. */
  empty: z.optional(z.array(id)),
  /** Conditions that a first estimate need not meet: its figures are rough, and count. */
  rough: z.optional(z.array(id)),
  ranges: z.optional(z.record(place, range)),
  /** The questions that matter first, in order. */
  first: z.array(place).check(z.minLength(1)),
});

export const guideSchema = z.strictObject({
  format: z.literal("assessment-guide/1"),
  version: text,
  documents: z.record(id, document),
  /** Kinds of things, in the order in which they are asked for. */
  groups: z.record(id, label),
  things: z.record(id, thing),
  methodologies: z.record(methodologyId, methodology),
  /** Rules of the scheme: which methodology says what, what is assumed, what is asked, in order. */
  scheme: z.strictObject({
    /** Which methodology of the rules says what. */
    period: methodologyId,
    money: methodologyId,
    uses: methodologyId,
    program: methodologyId,
    /** Dates that are 1 April after the day of the assessment where they are open. */
    next_april: z.array(schemePlace),
    /** Questions that have the answer of another where they are open. */
    same: z.record(schemePlace, schemePlace),
    assumed: z.record(methodologyId, z.record(id, z.strictObject({ value: text, ...origin }))),
    /** Pre-filled questions of the rules that count as open here. */
    open: z.record(methodologyId, z.array(id)),
    /** Questions that the assessment itself answers. */
    computed: z.record(methodologyId, z.array(id)),
    /** Conditions that are shown as checks. */
    checks: z.record(methodologyId, z.array(id)),
    /** Besides, by the kind of project that the rules on the period are given. */
    checks_by_kind: z.record(id, z.record(methodologyId, z.array(id))),
    /** What open questions on support may come to: the cost of reviews is between the least and the most of these. */
    review_cases: z.array(z.record(id, text)).check(z.minLength(1)),
    /** Outputs that are yes or no, and on which nothing but support depends. */
    thresholds: z.record(methodologyId, z.array(id)),
    /** Questions asked once, and those asked for each project, in order. */
    shared: z.array(schemePlace),
    own: z.array(schemePlace),
  }),
  /** What the amounts of several projects are added up by. */
  adding: z.strictObject({ label, ...origin }),
  /** What a typical year stands for. */
  typical_year: z.strictObject({ label, ...origin }),
  verifications: z.strictObject({ label, ...origin }),
  negative_year: z.strictObject({ label, ...origin }),
  overlaps: z.record(
    id,
    z.strictObject({
      of: z.tuple([methodologyId, methodologyId]),
      label,
      because: label,
      ...origin,
    }),
  ),
  steps: z.record(id, z.strictObject({ label, detail: label, ...origin })),
});

/** The guide as it is read and shipped. */
export type Guide = z.infer<typeof guideSchema>;

/** The published JSON Schema of the guide, for whoever completes it in an editor. */
export function guideJsonSchema(): unknown {
  return {
    title: "Guide of the potential assessment (assessment-guide/1)",
    ...z.toJSONSchema(guideSchema, { io: "input" }),
  };
}
