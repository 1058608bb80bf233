import type { Form } from "../../engine/methodology/form.ts";
import { createEngineClient } from "../../engine/service/client.ts";
import type { Language } from "../build/page.ts";
import { engine } from "../engine.ts";
import { beginPage } from "../first/begin-page.ts";
import { changedControls, enterAgain } from "../first/changed-controls.ts";
import type { FirstPage } from "../first/first-page.ts";
import type { Speech } from "../pages/speech.ts";
import "./frame.css";
import { easyTag, readOptions } from "./options.ts";
import { tellHost } from "./tell-host.ts";

async function loadSpeech(language: Language): Promise<Speech> {
  const loaded =
    language === "en"
      ? await import("../pages/speech-en.ts")
      : await import("../pages/speech-ja.ts");
  return loaded.speech;
}

async function loadForm({ root, record }: FirstPage): Promise<Form> {
  const edition = `${record.methodology}@${record.version}`;
  const answer = await fetch(`${root}methodologies/${edition}/form.json`);
  return await answer.json();
}

/** Draws other elements in place of the painted ones, and enters there what was entered until then. */
function drawAnew(root: HTMLElement, draw: () => void): void {
  const entered = changedControls(root).map(({ control, value }) => [control.id, value] as const);
  const focused = document.activeElement?.id ?? "";
  draw();
  for (const [id, value] of entered) {
    const control = document.getElementById(id);
    const isControl = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
    if (isControl) enterAgain({ control, value });
  }
  document.getElementById(focused)?.focus();
}

/** The script of a calculator in a frame: it looks as the site around has chosen, and begins with its answers. */
function start(): void {
  const data = document.getElementById("page")?.textContent;
  const root = document.getElementById("site");
  if (data == null || root === null) return;
  const page: FirstPage = JSON.parse(data);
  const {
    language: asked = page.language,
    theme,
    textSize,
    given,
    hide,
  } = readOptions(location.hash);
  const isEasy = asked === easyTag;
  const language: Language = isEasy ? "ja" : asked;
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.textSize = textSize;
  const onResult = tellHost(root);
  const client = createEngineClient(engine);
  const load = async (): Promise<() => void> => {
    const loadDetails = () => import("../../widgets/details.ts");
    const [{ drawFrame }, speech, form] = await Promise.all([
      import("./draw-frame.tsx"),
      loadSpeech(language),
      loadForm(page),
      loadDetails(),
    ]);
    const whole = { language, isEasy, form, speech, client, loadDetails, given, hide, onResult };
    return () => drawFrame(page, root, whole);
  };
  // What is painted is in the language of the address and holds no answers of a site.
  if (language === page.language && !isEasy && given.size === 0 && hide.length === 0)
    beginPage(page, root, client, load);
  else
    void load().then(
      (draw) => drawAnew(root, draw),
      () => beginPage(page, root, client, load),
    );
}

start();
