import type { ComponentChildren, Ref, VNode } from "preact";
import type { CalculationResult } from "../../engine/result/result.ts";
import { useSetting } from "../setting.ts";
import { Figures, Headline } from "./headline.tsx";

/** The result of one set of answers: the figure, what is still needed for it, and below it the details. */
export function ResultPanel({
  headingRef,
  set,
  result,
  isBusy,
  isPartial,
  failure,
  isWanting,
  needs,
  subtotal,
  onAgain,
  children,
}: {
  readonly headingRef: Ref<HTMLHeadingElement>;
  /** The name of the set, where there is more than one. */
  readonly set: string | undefined;
  readonly result: CalculationResult | undefined;
  readonly isBusy: boolean;
  /** Whether some entries could not be read. */
  readonly isPartial: boolean;
  /** Why the engine gave no answer; absent where it did. */
  readonly failure: readonly string[] | undefined;
  /** Whether there is no result for lack of answers. */
  readonly isWanting: boolean;
  readonly needs: ComponentChildren;
  /** The figure of what is complete. */
  readonly subtotal: ComponentChildren;
  readonly onAgain: () => void;
  readonly children: ComponentChildren;
}): VNode {
  const { text, prefix } = useSetting();
  const heading = `${prefix}-result`;
  return (
    <section class={`result${isBusy ? " busy" : ""}`} aria-labelledby={heading}>
      <h2 id={heading} tabIndex={-1} ref={headingRef}>
        {set === undefined ? text.result : text.resultOf(set)}
      </h2>
      <div role="alert">
        {failure !== undefined && (
          <div class="notice error">
            <h3>{text.engineFailed}</h3>
            {failure.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <button type="button" class="secondary" onClick={onAgain}>
              {text.again}
            </button>
          </div>
        )}
      </div>
      <Headline result={result} placeholder={isBusy ? text.busy : text.noResult}>
        {subtotal}
      </Headline>
      {isPartial && result !== undefined && <p class="notice warning">{text.outdated}</p>}
      {needs}
      {result !== undefined && !isWanting && <Figures result={result} />}
      {children}
    </section>
  );
}
