import type { CalculationResult, ReadResult, SourceResult, StepResult } from "../result/result.ts";
import { wrapped } from "./columns.ts";
import { indexOf, unitAfter, valueIn } from "./show-values.ts";
import type { Language } from "./terminal.ts";
import { labelIn, wordsOf } from "./words.ts";

const wordsIn = {
  en: {
    steps: "Steps",
    because: "because",
    assumed: "assumed",
    to: "to a multiple of",
    digits: "significant digits",
  },
  ja: { steps: "計算の手順", because: "理由", assumed: "仮定", to: "単位", digits: "有効桁数" },
};

/** The steps of a result: what was calculated, with which values, and where the formula stands. */
export function showSteps(result: CalculationResult, language: Language): readonly string[] {
  if (result.steps === undefined || result.steps.length === 0) return [];
  return ["", wordsIn[language].steps, ...result.steps.flatMap((step) => showStep(step, language))];
}

function showStep(step: StepResult, language: Language): readonly string[] {
  const words = wordsIn[language];
  const label = labelIn(step.label, language);
  const name = [`${step.id}${indexOf(step.at)}`, step.symbol].filter(Boolean).join(" · ");
  const lines = [
    label === "" ? `  ${name}` : `  ${label} · ${name}`,
    `    = ${step.formula.replace(/\s+/g, " ")}`,
    `    = ${valueIn(step.value, step.unit, language)}`,
  ];
  const { before_rounding: before, rounding } = step;
  if (before !== undefined && rounding !== undefined) {
    const mode = wordsOf[language].rounding[rounding.mode] ?? rounding.mode;
    const size =
      rounding.to === undefined
        ? `${words.digits} ${rounding.digits}`
        : `${words.to} ${rounding.to}${unitAfter(step.unit)}`;
    const source = sourceIn(rounding.source, language);
    lines.splice(2, 0, `    = ${valueIn(before, step.unit, language)}`);
    lines.push(`      ${[`${mode}, ${size}`, source].filter(Boolean).join(" · ")}`);
  }
  const reads = step.reads.map((read) => readIn(read, language));
  lines.push(...wrapped(reads, { between: "; ", indent: "      " }));
  const because = labelIn(step.branch?.because, language);
  if (because !== "") lines.push(`      ${words.because}: ${because}`);
  const provenance = wordsOf[language].provenance[step.provenance];
  const origin = [provenance, sourceIn(step.source, language)].filter((part) => part !== "");
  return [...lines, `      ${origin.join(" · ")}`];
}

function readIn(
  { id, at, keys, value, unit, assumed, provenance }: ReadResult,
  language: Language,
) {
  const place = keys === undefined ? indexOf(at ?? {}) : `[${keys.join(", ")}]`;
  const remarks = [
    ...(assumed === true ? [wordsIn[language].assumed] : []),
    ...(provenance === "unconfirmed" ? [wordsOf[language].provenance.unconfirmed] : []),
  ];
  const remark = remarks.length === 0 ? "" : ` (${remarks.join(", ")})`;
  return `${id}${place} = ${valueIn(value, unit, language)}${remark}`;
}

/** The document, its edition and the place in it. */
export function sourceIn(source: SourceResult | undefined, language: Language): string {
  if (source === undefined) return "";
  const { title, document, edition, clause, table, page } = source;
  return [labelIn(title, language) || document, edition, clause, table, page]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
}
