import type { Provenance } from "../../engine/methodology/schema.ts";
import { detailsEn } from "../../widgets/text/details-en.ts";
import { detailsJa } from "../../widgets/text/details-ja.ts";
import type { DetailsText } from "../../widgets/text/details-text.ts";
import type { Language } from "../build/page.ts";
import type { MathWords } from "./symbols.tsx";
import { documentWordsEn } from "./words-en.ts";
import { documentWordsJa } from "./words-ja.ts";

/** The words of the pages that are made from the methodologies; a language that lacks one does not compile. */
export interface DocumentWords {
  readonly math: MathWords;
  readonly reference: string;
  readonly referenceOf: (id: string) => string;
  readonly referenceLead: string;
  readonly calculator: string;
  readonly contents: string;
  readonly sections: {
    readonly documents: string;
    readonly conditions: string;
    readonly formulas: string;
    readonly questions: string;
    readonly constants: string;
    readonly tables: string;
    readonly tests: string;
    readonly laws: string;
    readonly faults: string;
  };
  readonly document: string;
  readonly edition: string;
  readonly date: string;
  readonly standing: string;
  readonly standings: Readonly<Record<string, string>>;
  readonly uses: string;
  readonly hash: string;
  readonly unit: string;
  readonly type: string;
  readonly types: Readonly<Record<string, string>>;
  readonly per: string;
  readonly printed: string;
  readonly where: string;
  readonly tableIs: (label: string) => string;
  readonly rounding: string;
  readonly source: string;
  readonly certainty: string;
  readonly low: string;
  readonly note: string;
  readonly branches: string;
  readonly because: string;
  readonly effects: Readonly<Record<string, string>>;
  readonly effect: string;
  readonly condition: string;
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly limits: string;
  readonly asked: string;
  readonly monitoring: string;
  readonly optional: string;
  readonly initial: string;
  readonly fallback: string;
  readonly range: string;
  readonly value: string;
  readonly formula: string;
  readonly constant: string;
  readonly table: string;
  readonly rows: (count: number) => string;
  readonly any: string;
  readonly noCell: string;
  readonly replaceable: string;
  readonly test: string;
  readonly period: string;
  readonly mode: string;
  readonly given: string;
  readonly expected: string;
  readonly worked: Readonly<Record<"by_hand" | "published", string>>;
  readonly law: string;
  readonly laws: Readonly<Record<string, string>>;
  readonly of: string;
  readonly against: string;
  readonly fault: string;
  readonly coverage: string;
  readonly coverageLead: string;
  readonly own: string;
  readonly shared: string;
  readonly usedBy: string;
  readonly keys: string;
  /** The flags in a word each, for a grid of years. */
  readonly marks: Readonly<Record<Provenance, string>>;
  readonly legend: string;
  readonly years: string;
  readonly lastYear: string;
  readonly runsOut: (year: string, count: number) => string;
  readonly missingYears: string;
  readonly openCells: string;
  readonly none: string;
  readonly conformance: string;
  readonly conformanceLead: string;
  readonly reproduced: string;
  readonly reproducedLead: (holds: number, all: number) => string;
  readonly departs: string;
  readonly departsLead: string;
  readonly methodology: string;
  readonly example: string;
  readonly publishedValue: string;
  readonly outcome: string;
  readonly holds: string;
  readonly differs: string;
  readonly documentsOfLibrary: string;
}

/** A page's words, with those that explanations in a calculator use as well. */
export interface DocumentSpeech {
  readonly words: DocumentWords;
  readonly details: Pick<DetailsText, "provenances" | "roundings" | "roundTo" | "roundDigits">;
}

export const documentSpeech: Readonly<Record<Language, DocumentSpeech>> = {
  ja: { words: documentWordsJa, details: detailsJa },
  en: { words: documentWordsEn, details: detailsEn },
};
