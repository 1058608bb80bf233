import { hydrate } from "preact";
import type { Form } from "../../engine/methodology/form.ts";
import type { EngineClient } from "../../engine/service/client.ts";
import { type Details, EngineContext } from "../../widgets/engine-context.ts";
import { loadEasyFrom } from "../easy.ts";
import { pagesFrom } from "../pages/links.ts";
import { loadSpeech } from "../pages/load-speech.ts";
import { Site } from "../pages/site.tsx";
import type { Speech } from "../pages/speech.ts";
import type { FirstPage } from "./first-page.ts";

/** What the whole of a calculator's page is drawn from. */
export interface Whole {
  readonly form: Form;
  readonly speech: Speech;
  readonly client: EngineClient;
  readonly loadDetails: () => Promise<Details>;
}

/** Brings a calculator that was painted when building to life: the same components, and an engine. */
export function drawWhole(
  page: FirstPage,
  root: HTMLElement,
  { form, speech, client, loadDetails }: Whole,
): void {
  const loadEasy = loadEasyFrom(new URL(`${page.root}methodologies/`, location.href).href);
  const loadOut = () => import("../../widgets/out.ts");
  const pageOf = pagesFrom(page.root);
  hydrate(
    <EngineContext.Provider value={{ client, loadDetails, loadEasy, loadOut, pageOf }}>
      <Site page={page} form={form} speech={speech} load={loadSpeech} />
    </EngineContext.Provider>,
    root,
  );
}
