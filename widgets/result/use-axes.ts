import { useMemo } from "preact/hooks";
import type { CalculationResult } from "../../engine/result/result.ts";
import type { Draft } from "../answers/draft.ts";
import { itemNames } from "../answers/item-names.ts";
import type { Axes } from "../text/axes.ts";
import { useDetailsSetting } from "../text/details-setting.ts";

/** What the words of places in a result need to know: the same as long as no part, item or name is another one. */
export function useAxes({ parts }: CalculationResult, draft: Draft): Axes {
  const setting = useDetailsSetting();
  const { form } = setting;
  const names = form.lists.map(({ id }) => itemNames(form, draft, id)).join("\n");
  return useMemo(() => ({ ...setting, parts, draft }), [setting, parts, names]);
}
