import type { Answer } from "../answers/record.ts";

/** Where an answer stands in a set of answers: ids, fiscal years and members, and positions in lists from 0. */
export type AnswerPlace = readonly (string | number)[];

const placePattern = /^[A-Za-z]\w*(?:\.[\w-]+|\[[1-9]\d{0,5}\]){0,7}$/;
const partPattern = /(?:^|\.)([\w-]+)|\[(\d+)\]/g;

/**
 * Reads a place as a person writes it: `boilers[2].heat`, `generation.FY2023`; items count from 1.
 *
 * Errors: `undefined` for other text.
 */
export function parsePlace(text: string): AnswerPlace | undefined {
  if (text.length > 200 || !placePattern.test(text)) return undefined;
  return [...text.matchAll(partPattern)].map(([, id, item]) => id ?? Number(item) - 1);
}

/** A place as a person writes it. */
export function printPlace(place: AnswerPlace): string {
  const parts = place.map((part) => (typeof part === "number" ? `[${part + 1}]` : `.${part}`));
  return parts.join("").replace(/^\./, "");
}

type Answers = Readonly<Record<string, unknown>>;

/** The way to the answers of one set: a record holds them by set, a bare map is one set by itself. */
export function wayToSet(record: unknown, set: string): AnswerPlace {
  const isRecord = typeof record === "object" && record !== null && Object.hasOwn(record, "format");
  return isRecord ? ["sets", set, "given"] : [];
}

/** What stands at a place; `undefined` where nothing does. */
export function answerAt(answers: unknown, place: AnswerPlace): unknown {
  let found = answers;
  for (const part of place) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, part)) {
      return undefined;
    }
    found = (found as Answers)[part];
  }
  return found;
}

/** A copy of answers in which one of them is another. What is not on the way to it is shared. */
export function withAnswer(answers: unknown, place: AnswerPlace, answer: Answer): unknown {
  const [part, ...rest] = place;
  if (part === undefined) return answer;
  const next = withAnswer(answerAt(answers, [part]), rest, answer);
  if (Array.isArray(answers)) return answers.map((one, at) => (at === part ? next : one));
  const held = typeof answers === "object" && answers !== null ? answers : {};
  return { ...held, [part]: next };
}
