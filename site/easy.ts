import type { EasyPart } from "../engine/methodology/easy-words.ts";
import type { LoadEasy } from "../widgets/engine-context.ts";

/** Easy Japanese from the address of the methodologies, `…/methodologies/`. Errors: rejects where it cannot be loaded. */
export function loadEasyFrom(methodologies: string): LoadEasy {
  return async (edition) => {
    const [{ easy }, answer] = await Promise.all([
      import("../widgets/easy.ts"),
      fetch(`${methodologies}${edition}/easy.json`),
    ]);
    const { words }: EasyPart = await answer.json();
    return { easy, words };
  };
}
