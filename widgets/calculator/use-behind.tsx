import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { CalculationReply } from "../../engine/service/protocol.ts";
import { answersOf } from "../answers/answer-set.ts";
import type { Known } from "../answers/relevance.ts";
import type { Details } from "../engine-context.ts";
import type { Compared, ComparedSet } from "../result/comparison.tsx";
import type { OtherChoice } from "../result/what-if.tsx";
import type { Setting } from "../setting.ts";
import type { Drafts, SetId } from "./sets.ts";

export interface ResultToDraw {
  readonly setting: Setting;
  readonly details: Details | undefined;
  readonly set: SetId;
  /** The sets that were asked about. */
  readonly sets: readonly SetId[];
  readonly known: Known | undefined;
  readonly reply: CalculationReply | undefined;
  /** The drafts that the reply answers. */
  readonly memory: Drafts | undefined;
  readonly request: Compared["request"];
  readonly warnings: readonly string[];
  readonly isWanting: boolean;
  readonly isTouched: boolean;
  readonly price: string;
  readonly onPrice: (typed: string) => void;
  readonly onMake: (choice: OtherChoice) => void;
  readonly onExplain: (isOpen: boolean) => void;
}

/** What stands behind a figure: under it in the panel of the result, and below the form what it rests on. */
export interface Behind {
  readonly result: ComponentChildren;
  readonly grounds: ComponentChildren;
}

/** What stands behind a figure, drawn when there is another result and not with every key; absent without one. */
export function useBehind({
  setting,
  details,
  set,
  sets,
  known,
  reply,
  memory,
  request,
  warnings,
  isWanting,
  isTouched,
  price,
  onPrice,
  onMake,
  onExplain,
}: ResultToDraw): Behind | undefined {
  return useMemo(() => {
    if (details === undefined || known === undefined) return undefined;
    const compared = sets.flatMap((id): ComparedSet[] => {
      const result = reply?.sets[id]?.result;
      if (result === undefined || memory === undefined) return [];
      return [{ id, name: setting.text[id], result, draft: memory[id] }];
    });
    const shared = { result: known.result, draft: known.draft };
    return {
      result: (
        <>
          <details.ResultDetails
            {...shared}
            compared={{ sets: compared, request }}
            warnings={warnings}
            isWanting={isWanting}
            isTouched={isTouched}
          />
          {!isWanting && (
            <>
              <details.CostQuestion result={known.result} price={price} onPrice={onPrice} />
              {set !== "instead" && <details.WhatIf {...shared} onMake={onMake} />}
            </>
          )}
        </>
      ),
      grounds: !isWanting && (
        <>
          <details.Grounds {...shared} onExplain={onExplain} />
          <details.Take {...shared} answers={answersOf(setting.form, known.draft)} price={price} />
        </>
      ),
    };
  }, [
    ...[setting, details, known, reply, warnings.join("\n"), isWanting, isTouched],
    ...[sets.join(), price],
  ]);
}
