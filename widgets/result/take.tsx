import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { AnswerSet } from "../../engine/answers/record.ts";
import type { CalculationResult } from "../../engine/result/result.ts";
import type { Draft } from "../answers/draft.ts";
import { useOut } from "../calculator/use-out.ts";
import type { Out } from "../engine-context.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { coverOf } from "./cost.ts";

type Kind = "csv" | "json" | "svg" | "png";

/** A result as files and as a statement. What makes them is loaded when a button is pressed. */
export function Take({
  result,
  answers,
  draft,
  price,
}: {
  readonly result: CalculationResult;
  readonly answers: AnswerSet;
  readonly draft: Draft;
  readonly price: string;
}): ComponentChildren {
  const setting = useDetailsSetting();
  const { form, text, prefix } = setting;
  const [said, setSaid] = useState("");
  const [stating, setStating] = useState<Out>();
  const bring = useOut();
  if (bring === undefined) return null;
  const load = async (): Promise<Out | undefined> => {
    const out = await bring();
    if (out === undefined) setSaid(text.notTaken);
    return out;
  };
  const take = async (kind: Kind): Promise<void> => {
    const out = await load();
    if (out !== undefined) setSaid(await out.takeResult(kind, setting, result, answers, draft));
  };
  const state = async (): Promise<void> => {
    if (stating !== undefined) return setStating(undefined);
    setStating(await load());
  };
  const files: readonly (readonly [Kind, string])[] = [
    ["csv", text.takeCsv],
    ["json", text.takeJson],
    ["png", text.takePng],
    ["svg", text.takeSvg],
  ];
  return (
    <section class="take" aria-labelledby={`${prefix}-take`}>
      <h2 id={`${prefix}-take`}>{text.take}</h2>
      <p class="note">{text.takeHelp}</p>
      <p class="actions">
        {files.map(([kind, words]) => (
          <button key={kind} type="button" class="secondary" onClick={() => void take(kind)}>
            {words}
          </button>
        ))}
        {coverOf(form, result) !== undefined && (
          <button
            type="button"
            class="secondary"
            aria-expanded={stating !== undefined}
            onClick={() => void state()}
          >
            {text.takeStatement}
          </button>
        )}
      </p>
      <p role="status" class="said">
        {said}
      </p>
      {stating !== undefined && (
        <stating.Statement
          result={result}
          answers={answers}
          draft={draft}
          price={price}
          onClose={() => setStating(undefined)}
        />
      )}
    </section>
  );
}
