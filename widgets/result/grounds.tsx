import type { VNode } from "preact";
import type { CalculationResult } from "../../engine/result/result.ts";
import type { Draft } from "../answers/draft.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { Explanation } from "./explanation.tsx";
import { Identity } from "./identity.tsx";
import { Assumed, Unconfirmed } from "./notes.tsx";
import { useAxes } from "./use-axes.ts";

/** What a result rests on: values that were assumed, figures that nobody has confirmed, every step, and the record. */
export function Grounds({
  result,
  draft,
  onExplain,
}: {
  readonly result: CalculationResult;
  readonly draft: Draft;
  readonly onExplain: (isOpen: boolean) => void;
}): VNode {
  const { text, prefix } = useDetailsSetting();
  const { methodology, engine, as_of, mode, uses, replaced } = result;
  const axes = useAxes(result, draft);
  return (
    <section class="grounds" aria-labelledby={`${prefix}-grounds`}>
      <h2 id={`${prefix}-grounds`}>{text.grounds}</h2>
      <Explanation result={result} axes={axes} onOpen={onExplain} />
      <Unconfirmed figures={result.unconfirmed} />
      <Assumed assumed={result.assumed} axes={axes} />
      <Identity
        methodology={methodology}
        engine={engine}
        as_of={as_of}
        mode={mode}
        uses={uses}
        replaced={replaced}
      />
    </section>
  );
}
