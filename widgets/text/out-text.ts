import type { ShareProblem } from "../out/share-code.ts";
import { type Setting, useSetting } from "../setting.ts";
import { type DetailsSetting, useDetailsSetting } from "./details-setting.ts";
import { easySentences } from "./easy.ts";
import { outEn } from "./out-en.ts";
import { outJa } from "./out-ja.ts";

/** The sentences of what a visitor takes along and of the look; a language that lacks one does not compile. */
export interface OutText {
  readonly size: string;
  readonly sizes: Readonly<Record<"normal" | "large" | "larger", string>>;
  readonly contrast: string;
  readonly contrasts: Readonly<Record<"normal" | "high", string>>;
  readonly language: string;
  readonly readings: string;
  readonly readingsShown: string;
  readonly readingsHidden: string;
  readonly shareHelp: string;
  readonly shareAddress: string;
  readonly shareCopy: string;
  readonly shareCopied: string;
  readonly shareNotCopied: string;
  readonly shareCode: string;
  readonly shareTooLong: (letters: number) => string;
  readonly shareOwnTables: string;
  readonly shareNoPage: string;
  readonly shareOpened: string;
  readonly shareOpenedOther: (version: string) => string;
  readonly shareProblems: Readonly<
    Record<ShareProblem | "not_answers" | "other_methodology" | "too_large", string>
  >;
  readonly notDrawn: string;
  readonly columns: {
    readonly part: string;
    readonly id: string;
    readonly name: string;
    readonly place: string;
    readonly value: string;
    readonly low: string;
    readonly high: string;
    readonly unit: string;
    readonly shown: string;
    readonly shownUnit: string;
    readonly note: string;
  };
  readonly parts: {
    readonly entry: string;
    readonly result: string;
    readonly assumed: string;
    readonly unconfirmed: string;
    readonly record: string;
  };
  readonly statement: string;
  readonly statementNotice: string;
  readonly statementDetails: string;
  readonly statementWhat: string;
  readonly statementWho: string;
  readonly statementWhen: string;
  readonly statementCredits: string;
  readonly statementCreditsHelp: string;
  readonly statementAmounts: string;
  readonly statementEntries: string;
  readonly statementNone: string;
  readonly statementSettled: string;
  readonly statementSettledHelp: string;
  readonly statementMade: string;
  readonly statementPrint: string;
  readonly statementClose: string;
  readonly toFill: string;
}

/** The words of what a visitor takes along, in the language of a setting. */
export function outTextOf({ language }: Pick<Setting, "language">): OutText {
  const easy = language === "ja_easy" ? easySentences()?.out : undefined;
  return easy ?? (language === "en" ? outEn : outJa);
}

/** The same for a component of a calculator. */
export function useOutText(): OutText {
  return outTextOf(useSetting());
}

/** A setting with the words of the details, and those of what a visitor takes along. */
export function useOutSetting(): DetailsSetting & { readonly out: OutText } {
  const setting = useDetailsSetting();
  return { ...setting, out: outTextOf(setting) };
}
