import type { Confidence, Label, Mode, Provenance } from "../methodology/schema.ts";
import type { Tree } from "../methodology/tree.ts";
import type { CalculationResult, ConditionResult } from "../result/result.ts";
import type { Language } from "./terminal.ts";

/** Words of the format that a terminal shows, by language. */
interface Words {
  readonly status: Readonly<Record<Tree["status"], string>>;
  readonly mode: Readonly<Record<Mode, string>>;
  readonly provenance: Readonly<Record<Provenance, string>>;
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly verdict: Readonly<Record<CalculationResult["status"], string>>;
  readonly effect: Readonly<Record<ConditionResult["effect"], string>>;
  readonly rounding: Readonly<Record<string, string>>;
  readonly none: Readonly<Record<"missing" | "stopped" | "failed", string>>;
}

export const wordsOf: Readonly<Record<Language, Words>> = {
  en: {
    status: {
      draft: "draft",
      published: "published",
      withdrawn: "withdrawn",
      illustrative: "illustrative",
    },
    mode: { official: "official mode", estimate: "estimate", range: "range" },
    provenance: {
      confirmed: "confirmed",
      secondary: "secondary source",
      derived: "derived",
      unconfirmed: "unconfirmed",
    },
    confidence: { medium: "medium confidence", low: "low confidence" },
    verdict: {
      applies: "All conditions hold.",
      does_not_apply: "Not creditable: a condition does not hold.",
      undecided: "Undecided: conditions wait for answers.",
    },
    effect: {
      not_applicable: "not creditable",
      refuse: "refused",
      warn: "a warning only",
    },
    rounding: {
      floor: "rounded down",
      ceil: "rounded up",
      half_up: "rounded, halves up",
      half_even: "rounded, halves to even",
      toward_zero: "cut off towards zero",
      away_from_zero: "rounded away from zero",
    },
    none: { missing: "an answer is missing", stopped: "no value", failed: "cannot be calculated" },
  },
  ja: {
    status: { draft: "草案", published: "公開", withdrawn: "廃止", illustrative: "見本" },
    mode: { official: "正式な算定", estimate: "概算", range: "範囲" },
    provenance: {
      confirmed: "確認済み",
      secondary: "二次資料",
      derived: "導出",
      unconfirmed: "未確認",
    },
    confidence: { medium: "確度は中", low: "確度は低" },
    verdict: {
      applies: "すべての条件を満たします。",
      does_not_apply: "クレジットの対象外: 満たさない条件があります。",
      undecided: "未定: 条件の判断に回答が足りません。",
    },
    effect: { not_applicable: "対象外", refuse: "計算しない", warn: "注意のみ" },
    rounding: {
      floor: "切捨て",
      ceil: "切上げ",
      half_up: "四捨五入",
      half_even: "最近接偶数への丸め",
      toward_zero: "0に近い方へ切捨て",
      away_from_zero: "0から遠い方へ切上げ",
    },
    none: { missing: "回答が足りません", stopped: "値はありません", failed: "計算できません" },
  },
};

/** A label in one language; Japanese, which is always there, stands in for a missing English one. */
export function labelIn(label: Label | undefined, language: Language): string {
  if (label === undefined) return "";
  return plain(language === "en" ? (label.en ?? label.ja) : label.ja);
}

/** On one line, without the readings of `｜漢字《かんじ》`. */
function plain(text: string): string {
  return text
    .replace(/｜([^《]*)《[^》]*》/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** `unconfirmed (low confidence)`. */
export function certaintyIn(
  { provenance, confidence }: { provenance: Provenance; confidence?: Confidence },
  language: Language,
): string {
  const words = wordsOf[language];
  const doubt = confidence === undefined ? "" : ` (${words.confidence[confidence]})`;
  return `${words.provenance[provenance]}${doubt}`;
}
