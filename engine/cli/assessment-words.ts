import type {
  CheckResult,
  NextQuestion,
  UseResult,
  VariantResult,
} from "../assessment/assessment.ts";
import type { Language } from "./terminal.ts";

interface AssessmentWords {
  readonly title: (asOf: string, guide: string) => string;
  readonly status: Readonly<Record<VariantResult["status"], string>>;
  readonly leftOut: string;
  readonly period: (from: string, to: string) => string;
  readonly columns: Readonly<
    Record<"whole" | "buffer" | "received" | "revenue" | "reviewCost" | "net" | "cumulated", string>
  >;
  readonly variants: string;
  readonly checks: string;
  readonly outcome: Readonly<Record<CheckResult["outcome"], string>>;
  readonly waits: string;
  readonly uses: string;
  readonly open: Readonly<Record<UseResult["open"], string>>;
  readonly monitoring: string;
  readonly assumptions: string;
  readonly none: string;
  readonly flags: Readonly<Record<string, string>>;
  readonly unconfirmed: (count: number) => string;
  readonly next: string;
  readonly because: Readonly<Record<NextQuestion["because"], string>>;
  readonly reviews: string;
  readonly investment: string;
  readonly payback: string;
  readonly paidBy: (earliest: string | null, latest: string | null) => string;
  readonly totals: (projects: string) => string;
  readonly rule: string;
  readonly overlaps: string;
  readonly steps: string;
  readonly identities: string;
}

/** What an assessment says in a terminal, by language. */
export const assessmentWords: Readonly<Record<Language, AssessmentWords>> = {
  en: {
    title: (asOf, guide) => `Potential assessment as of ${asOf} (guide ${guide})`,
    status: {
      ready: "figures",
      needs_answers: "answers are needed",
      does_not_apply: "does not apply: figures for comparison only",
      failed: "could not be calculated",
    },
    leftOut: "(left out of the total)",
    period: (from, to) => `Crediting period ${from} to ${to}, amounts in t-CO2, money in yen`,
    columns: {
      whole: "whole tonnes",
      buffer: "buffer",
      received: "credits",
      revenue: "revenue",
      reviewCost: "review cost",
      net: "net",
      cumulated: "cumulated",
    },
    variants: "Variants, compared and not added:",
    checks: "Checks:",
    outcome: { holds: "[ok]", fails: "[no]", unknown: "[ ? ]" },
    waits: "waits for",
    uses: "Uses:",
    open: { open: "open", closed: "closed", unknown: "open or closed by the answers" },
    monitoring: "To be monitored:",
    assumptions: "Assumptions:",
    none: "none",
    flags: { true: "yes", false: "no" },
    unconfirmed: (count) =>
      `${count} ${count === 1 ? "figure is" : "figures are"} not confirmed (--json lists them).`,
    next: "Next questions:",
    because: { needed: "needed:", range: "narrows:", check: "for a check:" },
    reviews: "Own cost of a review, yen:",
    investment: "Investment, yen",
    payback: "Payback, years",
    paidBy: (earliest, latest) =>
      `Credits pay for the reviews by ${earliest ?? "no year"} at the best, ${latest ?? "no year"} at the worst.`,
    totals: (projects) => `Total of ${projects}`,
    rule: "How it is added",
    overlaps: "One effect may be counted twice:",
    steps: "Next steps:",
    identities: "Editions:",
  },
  ja: {
    title: (asOf, guide) => `創出ポテンシャルの評価 ${asOf} 時点（手引き ${guide}）`,
    status: {
      ready: "見込みあり",
      needs_answers: "回答が必要",
      does_not_apply: "対象外（数値は比較用）",
      failed: "計算できない",
    },
    leftOut: "（合計に含めない）",
    period: (from, to) => `認証対象期間 ${from} から ${to}（量は t-CO2、金額は円）`,
    columns: {
      whole: "1 t未満切捨て",
      buffer: "バッファ",
      received: "クレジット",
      revenue: "収入",
      reviewCost: "審査費用",
      net: "差引き",
      cumulated: "累計",
    },
    variants: "案の比較（合計には含めない）:",
    checks: "確認:",
    outcome: { holds: "［適］", fails: "［否］", unknown: "［？］" },
    waits: "必要な回答",
    uses: "用途:",
    open: { open: "使える", closed: "使えない", unknown: "回答による" },
    monitoring: "モニタリングするもの:",
    assumptions: "仮定:",
    none: "なし",
    flags: { true: "はい", false: "いいえ" },
    unconfirmed: (count) => `未確認の数値が ${count} 件あります（一覧は --json）。`,
    next: "次の質問:",
    because: { needed: "［必須］", range: "［幅］", check: "［確認］" },
    reviews: "審査の自己負担（円）:",
    investment: "投資額（円）",
    payback: "投資回収年数（年）",
    paidBy: (earliest, latest) =>
      `クレジットの収入が審査費用を上回るのは、早くて ${earliest ?? "なし"}、遅くて ${latest ?? "なし"}。`,
    totals: (projects) => `合計（${projects}）`,
    rule: "足し方",
    overlaps: "同じ効果を二重に数えるおそれ:",
    steps: "次の手順:",
    identities: "使った版:",
  },
};
