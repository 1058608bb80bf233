import type { AnswerSet } from "../../engine/answers/record.ts";
import type { Form, FormInput } from "../../engine/methodology/form.ts";
import { fieldName } from "../../widgets/answers/answer-set.ts";

/**
 * The form of a methodology as an assessment asks it: for a typical year. There is no period, which follows from the rules
 * of the scheme, and what a calculator asks for each fiscal year, part of the period or day of a meter is asked once.
 *
 * Questions that `answers` hold by year are left as they are, so that nothing of an opened file is lost.
 */
export function typicalForm(form: Form, answers?: AnswerSet): Form {
  const { period: _, ...rest } = form;
  return {
    ...rest,
    mode: "range",
    inputs: form.inputs.map((input) =>
      isByYear(form, input, answers) ? input : onceInTime(form, input),
    ),
  };
}

/** Whether the answers hold something by year or part for a question. */
function isByYear(form: Form, input: FormInput, answers: AnswerSet | undefined): boolean {
  const time = timeOf(form, input);
  if (answers === undefined || time < 0 || input.meter) return false;
  const given = (of: unknown, id: string): unknown =>
    typeof of === "object" && of !== null && Object.hasOwn(of, id)
      ? (of as Readonly<Record<string, unknown>>)[id]
      : undefined;
  const rows =
    input.list === undefined ? [answers.given] : [given(answers.given, input.list)].flat();
  const depth = (value: unknown): number =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? 1 + Math.max(0, ...Object.values(value).map(depth))
      : 0;
  return rows.some((row) => depth(given(row, fieldName(input))) === input.per.length);
}

/** The place of time among the axes of a question; below 0 where it has none. */
function timeOf(form: Form, { per }: FormInput): number {
  return per.findIndex((axis) => form.enums[axis] === undefined);
}

function onceInTime(form: Form, input: FormInput): FormInput {
  const per = input.per.filter((axis) => form.enums[axis] !== undefined);
  return per.length === input.per.length && !input.meter ? input : { ...input, per, meter: false };
}

/** The form of a rule of the scheme, in which the questions that an assessment leaves open begin with no answer. */
export function ruleForm(form: Form, open: readonly string[] = []): Form {
  const typical = typicalForm(form);
  const inputs = typical.inputs.map((input) => {
    if (!open.includes(input.id)) return input;
    const { initial: _, ...rest } = input;
    return rest;
  });
  return { ...typical, inputs };
}
