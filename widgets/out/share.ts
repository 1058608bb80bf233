import type { AnswerRecord } from "../../engine/answers/record.ts";
import type { Form } from "../../engine/methodology/form.ts";
import type { Mode } from "../../engine/methodology/schema.ts";
import { parseExactly, readAnswers } from "../answers/open-answers.ts";
import { draftsOf, type Opened } from "../calculator/opened.ts";
import { type SetId, setIds } from "../calculator/sets.ts";
import type { Language } from "../text/language.ts";
import { outTextOf } from "../text/out-text.ts";
import { packText, unpackText } from "./share-code.ts";
import { shareStart } from "./share-start.ts";

/** All that a link restores. */
export interface Shared {
  readonly record: AnswerRecord;
  readonly mode: Mode;
  readonly language: Language;
  readonly set: SetId;
  /** Yen for a tonne of credits, as it was typed; the empty text where it was not. */
  readonly price: string;
}

const modes: readonly Mode[] = ["official", "estimate", "range"];
const languages: readonly Language[] = ["ja", "en", "ja_easy"];

/** The longest price that is taken from a link, in letters. */
const longestPrice = 40;

/** The fragment of a link that opens with these answers. */
export function shareFragment({ record, mode, language, set, price }: Shared): string {
  const shared = { record, mode, language, set, ...(price === "" ? {} : { price }) };
  return shareStart + packText(JSON.stringify(shared));
}

/**
 * What a fragment restores. Nothing in it is trusted.
 *
 * Errors: where it cannot be read there is nothing but the sentence that says why, so that what was entered stays.
 */
export function readShare(
  form: Form,
  fragment: string,
  spoken: Language,
): Opened & { readonly language?: Language } {
  const unpacked = unpackText(fragment.slice(shareStart.length));
  if (!unpacked.ok)
    return { said: outTextOf({ language: spoken }).shareProblems[unpacked.problem] };
  const shared = (parseExactly(unpacked.text) ?? {}) as Readonly<Record<string, unknown>>;
  const language = languages.find((one) => one === shared.language);
  const out = outTextOf({ language: language ?? spoken });
  const read = readAnswers(form, shared.record);
  if (!read.ok) return { said: out.shareProblems[read.problem] };
  const { version, as_of: asOf } = read.record;
  const opened = draftsOf(form, read.record);
  const isOther = version !== undefined && version !== form.version;
  return {
    drafts: opened.drafts,
    set: setIds.find((one) => one === shared.set) ?? opened.set,
    asOf,
    mode: modes.find((one) => one === shared.mode),
    price: typeof shared.price === "string" ? shared.price.slice(0, longestPrice) : "",
    said: isOther ? out.shareOpenedOther(version) : out.shareOpened,
    ...(language === undefined ? {} : { language }),
  };
}
