import type { ComponentChildren } from "preact";
import type { CalculationResult } from "../../engine/result/result.ts";
import { joinUnit } from "../form/hints.tsx";
import type { DetailsSetting } from "../text/details-setting.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { writeFigure, writeRange } from "../text/figures.ts";
import { writeUnit } from "../text/units.tsx";
import { typeset } from "../text/words.tsx";
import { coverOf, readPrice, timesWhole } from "./cost.ts";
import { lineOf, showOutput } from "./values.ts";

/** Asks for the price of a tonne of credits, where a result says how many cover it, and says what they cost. */
export function CostQuestion({
  result,
  price,
  onPrice,
}: {
  readonly result: CalculationResult;
  /** As it was typed. */
  readonly price: string;
  readonly onPrice: (typed: string) => void;
}): ComponentChildren {
  const setting = useDetailsSetting();
  const { form, text, prefix } = setting;
  if (coverOf(form, result) === undefined) return null;
  const id = `${prefix}-price`;
  const cost = costWords(setting, result, price);
  const isWrong = price.trim() !== "" && readPrice(price) === undefined;
  return (
    <div class="cost">
      <h3>{text.cost}</h3>
      <label for={id}>{text.costPrice}</label>
      <p class="hint" id={`${id}-hint`}>
        {text.costHelp}
      </p>
      {isWrong && (
        <p class="message" id={`${id}-message`}>
          {text.costWrong}
        </p>
      )}
      <input
        type="text"
        id={id}
        class="figure"
        inputMode="decimal"
        autocomplete="off"
        value={price}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-hint ${id}-message` : `${id}-hint`}
        onInput={(event) => onPrice(event.currentTarget.value)}
      />
      <output for={id}>
        {cost !== undefined && (
          <>
            <strong class="number">{typeset(cost.sum)}</strong>{" "}
            <span class="note">{typeset(cost.terms)}</span>
          </>
        )}
      </output>
    </div>
  );
}

/** What covering a result costs, in words, and from what; absent without a price. */
export function costWords(
  setting: DetailsSetting,
  result: CalculationResult,
  typed: string,
): { readonly sum: string; readonly terms: string } | undefined {
  const { form, language, text } = setting;
  const price = readPrice(typed);
  const cover = coverOf(form, result);
  if (price === undefined || cover === undefined) return undefined;
  const [id, output] = cover;
  const low = timesWhole(output.low ?? output.value ?? "", price);
  const high = timesWhole(output.high ?? output.value ?? "", price);
  if (low === undefined || high === undefined) return undefined;
  const sum = low === high ? writeFigure(low, language) : writeRange(low, high, language);
  const yen = writeUnit("JPY", setting);
  const tonnes = lineOf(showOutput(setting, id, output, output), setting);
  const terms = text.costOf(tonnes, joinUnit(writeFigure(price, language), yen, language));
  return { sum: joinUnit(sum, yen, language), terms };
}
