import { hydrate } from "preact";
import type { Form } from "../engine/methodology/form.ts";
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
  // The page holds its form in its own language alone.
  const whole = new URL(`${page.root}methodologies/${page.edition}/form.json`, location.href);
  let loading: Promise<Form> | undefined;
  const loadForm = (): Promise<Form> => {
    loading ??= fetch(whole).then((answer) => answer.json());
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  const load = async (language: Language): Promise<{ speech: Speech; form: Form }> => {
    const [speech, spoken] = await Promise.all([
      loadSpeech(language),
      language === page.language ? form : loadForm(),
    ]);
    return { speech, form: spoken };
  };
  const { speech } = await load(page.language);
  hydrate(
    <EngineContext.Provider value={shared}>
      <Site page={page} form={form} speech={speech} load={load} />
    </EngineContext.Provider>,
    root,
  );
}

void start();
