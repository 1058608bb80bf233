import type { VNode } from "preact";
import type { AnswerRange } from "../../engine/assessment/assessment.ts";
import type { Issue } from "../../engine/issue.ts";
import { useSetting } from "../../widgets/setting.ts";
import { issueSentence } from "./issue-sentence.ts";
import type { AssessmentWords } from "./words.ts";

/** The price of a credit, as one figure or as two ends. */
export function PriceQuestions({
  price,
  issues,
  words,
  onPrice,
}: {
  readonly price: AnswerRange;
  /** What is wrong with either end. */
  readonly issues: readonly Issue[];
  readonly words: AssessmentWords;
  readonly onPrice: (price: Partial<AnswerRange>) => void;
}): VNode {
  const { language } = useSetting();
  const isWrong = issues.length > 0;
  const end = (key: "low" | "high", label: string): VNode => (
    <div class="day">
      <label for={`price-${key}`}>{label}</label>
      <span class="measure">
        <input
          type="text"
          class="figure"
          inputMode="decimal"
          autocomplete="off"
          id={`price-${key}`}
          aria-describedby={`price-hint${isWrong ? " price-message" : ""}`}
          aria-invalid={isWrong}
          value={price[key]}
          onInput={(event) => onPrice({ [key]: event.currentTarget.value })}
        />
        <span class="unit">{words.yenPerTonne}</span>
      </span>
    </div>
  );
  return (
    <fieldset class="question">
      <legend>{words.price}</legend>
      <p class="hint" id="price-hint">
        {words.priceHelp}
      </p>
      {isWrong && (
        <div id="price-message">
          {issues.map((issue, at) => (
            <p key={at} class="message error">
              {issueSentence(issue, language)}
            </p>
          ))}
        </div>
      )}
      <div class="days">
        {end("low", words.priceLow)}
        {end("high", words.priceHigh)}
      </div>
    </fieldset>
  );
}
