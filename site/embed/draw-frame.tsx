import { hydrate, render } from "preact";
import type { Form } from "../../engine/methodology/form.ts";
import type { EngineClient } from "../../engine/service/client.ts";
import { prefilled } from "../../widgets/answers/prefill.ts";
import { type Details, EngineContext } from "../../widgets/engine-context.ts";
import type { Language } from "../build/page.ts";
import { loadEasyFrom } from "../easy.ts";
import type { FirstPage } from "../first/first-page.ts";
import { pagesFrom } from "../pages/links.ts";
import type { Speech } from "../pages/speech.ts";
import { titleOf } from "../pages/titles.ts";
import { FramePage } from "./frame-page.tsx";
import type { TellHost } from "./tell-host.ts";

/** What the whole of a frame is drawn from. */
export interface WholeFrame {
  readonly language: Language;
  /** In easy Japanese; `language` is Japanese then. */
  readonly isEasy: boolean;
  readonly form: Form;
  readonly speech: Speech;
  readonly client: EngineClient;
  readonly loadDetails: () => Promise<Details>;
  readonly given: ReadonlyMap<string, string>;
  readonly hide: readonly string[];
  readonly onResult: TellHost;
}

/** Brings a painted calculator to life, or draws it anew where it is to begin otherwise than it was painted. */
export function drawFrame(
  page: FirstPage,
  root: HTMLElement,
  { language, isEasy, form, speech, client, loadDetails, given, hide, onResult }: WholeFrame,
): void {
  const loadEasy = loadEasyFrom(new URL(`${page.root}methodologies/`, location.href).href);
  const loadOut = () => import("../../widgets/out.ts");
  const pageOf = pagesFrom(page.root);
  const place = { language, root: page.root, id: form.id };
  const initial = prefilled(form, given);
  const whole = (
    <EngineContext.Provider value={{ client, loadDetails, loadEasy, loadOut, pageOf }}>
      <FramePage
        place={place}
        isEasy={isEasy}
        form={form}
        speech={speech}
        initial={initial}
        hide={hide}
        onResult={onResult}
      />
    </EngineContext.Provider>
  );
  if (language === page.language && !isEasy && initial === undefined && hide.length === 0) {
    hydrate(whole, root);
    return;
  }
  document.documentElement.lang = language;
  document.title = titleOf(form, language, speech.words);
  root.replaceChildren();
  render(whole, root);
}
