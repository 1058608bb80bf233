import type { Assumption } from "../../engine/assessment/assessment.ts";
import { answerWords } from "../../widgets/form/hints.tsx";
import type { Setting } from "../../widgets/setting.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { writeDay, writeYear } from "../../widgets/text/times.ts";
import { writeBounds } from "./bounds.ts";
import type { AssessmentWords } from "./words.ts";

/** What stood in for an answer, in the reader's words; what it is an assumption about where nothing is named. */
export function assumedWords(
  setting: Setting,
  { kind, methodology, input, value, members, bounds }: Assumption,
  words: AssessmentWords,
): string {
  const { form, language } = setting;
  if (bounds !== undefined) return writeBounds(setting, bounds, 3);
  if (members !== undefined) {
    return members.map((label) => plainWords(label, language)).join(words.comma);
  }
  if (value === undefined) return words.kinds[kind];
  const asked = methodology === form.id ? form.inputs.find(({ id }) => id === input) : undefined;
  if (asked === undefined) return tokenWords(setting, value);
  // Flags that are both possible, and two ends.
  const parts = value.split(asked.kind === "boolean" ? ", " : "–");
  return parts
    .map((part) => answerWords(asked, part, setting))
    .join(asked.kind === "boolean" ? words.comma : words.to);
}

/** A text in which ids of members, years and days are written for a reader. */
export function tokenWords({ form, language }: Setting, text: string): string {
  const members = Object.values(form.enums).flat();
  return text
    .replace(/\d{4}-\d{2}-\d{2}/g, (day) => writeDay(day, language))
    .replace(/FY\d{4}/g, (year) => writeYear(year, language))
    .replace(/\b[a-z][a-z0-9]*(?:_[a-z0-9]+)*\b/g, (id) => {
      const member = members.find((one) => one.id === id);
      return member === undefined ? id : plainWords(member.label, language);
    });
}
