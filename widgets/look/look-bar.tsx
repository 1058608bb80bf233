import type { ComponentChildren } from "preact";
import { useContext, useState } from "preact/hooks";
import { useOut } from "../calculator/use-out.ts";
import { EngineContext, type Out } from "../engine-context.ts";
import { useSetting } from "../setting.ts";
import { still } from "../still.tsx";
import type { Language } from "../text/language.ts";
import type { Look } from "./look.ts";

/** The button for the switches of the look, and what was last said of the calculator as a whole. */
export const LookBar = still(function LookBar({
  look,
  onLook,
  onLanguage,
  said,
}: {
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  readonly onLanguage?: ((language: Language) => void) | undefined;
  readonly said: string;
}): ComponentChildren {
  const { text } = useSetting();
  const engine = useContext(EngineContext);
  const bring = useOut();
  const [panel, setPanel] = useState<Out>();
  // A page that was drawn ahead of time has no engine yet.
  const isOffered = engine === undefined || bring !== undefined;
  const toggle = async (): Promise<void> =>
    setPanel(panel === undefined ? await bring?.() : undefined);
  return (
    <div class="question look">
      {isOffered && (
        <button
          type="button"
          class="secondary"
          aria-expanded={panel !== undefined}
          onClick={() => void toggle()}
        >
          {text.look}
        </button>
      )}
      {panel !== undefined && (
        <panel.LookPanel look={look} onLook={onLook} onLanguage={onLanguage} />
      )}
      <p role="status" class="said">
        {said}
      </p>
    </div>
  );
});
