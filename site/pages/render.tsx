import { renderToString } from "preact-render-to-string";
import { plainWords } from "../../widgets/text/language.ts";
import type { PageData, RenderedPage } from "../build/page.ts";
import { CataloguePage } from "./catalogue-page.tsx";
import { catalogueWords } from "./catalogue-words.ts";
import { Frame } from "./frame.tsx";
import { Site } from "./site.tsx";
import { speech as english } from "./speech-en.ts";
import { speech as japanese } from "./speech-ja.ts";
import { titleOf } from "./titles.ts";

/** A page as it is first painted, before any script has run. The catalogue needs none at all. */
export function renderPage(page: PageData): RenderedPage {
  const { language, form } = page;
  const speech = language === "en" ? english : japanese;
  const { words } = speech;
  const { description } = catalogueWords[language];
  if (form === undefined) {
    const body = renderToString(
      <Frame page={page} words={words}>
        <CataloguePage page={page} words={words} />
      </Frame>,
    );
    return { title: `${words.tagline} | ${words.name}`, description, body };
  }
  const body = renderToString(<Site page={page} form={form} speech={speech} />);
  return {
    title: titleOf(form, language, words),
    description: form.summary === undefined ? description : plainWords(form.summary, language),
    body: `<div id="site">${body}</div>`,
  };
}
