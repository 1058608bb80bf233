import { renderToString } from "preact-render-to-string";
import { plainWords } from "../../widgets/text/language.ts";
import type { PageData, RenderedPage } from "../build/page.ts";
import { renderFigures } from "../pages/render.tsx";
import { speech as english } from "../pages/speech-en.ts";
import { speech as japanese } from "../pages/speech-ja.ts";
import { titleOf } from "../pages/titles.ts";
import { FramePage } from "./frame-page.tsx";

/** A frame's page as it is first painted, before any script has run. */
export function renderFrame(page: PageData): RenderedPage {
  const { language, root, form } = page;
  if (form === undefined) throw new Error("A frame shows a calculator.");
  const speech = language === "en" ? english : japanese;
  const place = { language, root, id: form.id };
  const body = renderToString(<FramePage place={place} form={form} speech={speech} />);
  return {
    title: titleOf(form, language, speech.words),
    description: plainWords(form.summary ?? form.title, language),
    body: `<div id="site">${body}</div><template id="figures">${renderFigures(page, form, speech)}</template>`,
  };
}
