import { hydrate } from "preact";
import { createEngineClient } from "../engine/service/client.ts";
import { type Engine, EngineContext } from "../widgets/engine-context.ts";
import "../widgets/theme.css";
import type { Language, PageData } from "./build/page.ts";
import { engine } from "./engine.ts";
import { Site } from "./pages/site.tsx";
import type { Speech } from "./pages/speech.ts";
import "./site.css";

/** The words of one language; a page loads the other when it is asked for. */
async function loadSpeech(language: Language): Promise<Speech> {
  const loaded =
    language === "en" ? await import("./pages/speech-en.ts") : await import("./pages/speech-ja.ts");
  return loaded.speech;
}

/** Brings a calculator that was drawn when building to life: the same components, and an engine. */
async function start(): Promise<void> {
  const data = document.getElementById("page")?.textContent;
  const root = document.getElementById("site");
  if (data == null || root === null) return;
  const page: PageData = JSON.parse(data);
  const { form } = page;
  if (form === undefined) return;
  const shared: Engine = {
    client: createEngineClient(engine),
    loadDetails: () => import("../widgets/details.ts"),
  };
  const speech = await loadSpeech(page.language);
  hydrate(
    <EngineContext.Provider value={shared}>
      <Site page={page} form={form} speech={speech} loadSpeech={loadSpeech} />
    </EngineContext.Provider>,
    root,
  );
}

void start();
