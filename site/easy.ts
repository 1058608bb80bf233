import type { EasyPart } from "../engine/methodology/easy-words.ts";
import type { LoadEasy } from "../widgets/engine-context.ts";
import type { LoadedEasy } from "../widgets/text/easy.ts";

/** Easy Japanese from the address of the methodologies, `…/methodologies/`. Errors: rejects where it cannot be loaded. */
export function loadEasyFrom(methodologies: string): LoadEasy {
  const load = async (edition: string): Promise<LoadedEasy> => {
    const [{ easy }, answer] = await Promise.all([
      import("../widgets/easy.ts"),
      fetch(`${methodologies}${edition}/easy.json`, { credentials: "omit" }),
    ]);
    const { words }: EasyPart = await answer.json();
    return { easy, words };
  };
  const known = new Map<string, Promise<LoadedEasy>>();
  return (edition) => {
    const loaded = known.get(edition) ?? load(edition);
    known.set(edition, loaded);
    // What failed is asked for again.
    loaded.catch(() => known.delete(edition));
    return loaded;
  };
}
