import type { Form } from "../engine/methodology/form.ts";
import { createEngineClient } from "../engine/service/client.ts";
import "../widgets/theme.css";
import type { Language } from "./build/page.ts";
import { engine } from "./engine.ts";
import { beginPage } from "./first/begin-page.ts";
import type { FirstPage } from "./first/first-page.ts";
import type { Speech } from "./pages/speech.ts";
import "./site.css";

async function loadSpeech(language: Language): Promise<Speech> {
  const loaded =
    language === "en" ? await import("./pages/speech-en.ts") : await import("./pages/speech-ja.ts");
  return loaded.speech;
}

async function loadForm({ root, record }: FirstPage): Promise<Form> {
  const edition = `${record.methodology}@${record.version}`;
  const answer = await fetch(`${root}methodologies/${edition}/form.json`);
  return await answer.json();
}

/** The first script of every page. The catalogue needs none. */
function start(): void {
  const data = document.getElementById("page")?.textContent;
  const root = document.getElementById("site");
  if (data == null || root === null) return;
  const page: FirstPage = JSON.parse(data);
  const client = createEngineClient(engine);
  beginPage(page, root, client, async () => {
    const loadDetails = () => import("../widgets/details.ts");
    const [{ drawWhole }, speech, form] = await Promise.all([
      import("./first/start-whole.tsx"),
      loadSpeech(page.language),
      loadForm(page),
      loadDetails(),
    ]);
    return () => drawWhole(page, root, { form, speech, client, loadDetails });
  });
}

start();
