import { renderToString } from "preact-render-to-string";
import type { Form } from "../../engine/methodology/form.ts";
import { Large } from "../../widgets/result/headline.tsx";
import type { Setting } from "../../widgets/setting.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { writeUnit } from "../../widgets/text/units.tsx";
import type { PageData, RenderedPage } from "../build/page.ts";
import { CataloguePage } from "./catalogue-page.tsx";
import { catalogueWords } from "./catalogue-words.ts";
import { Frame } from "./frame.tsx";
import { Site } from "./site.tsx";
import type { Speech } from "./speech.ts";
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
      <Frame place={page} words={words}>
        <CataloguePage page={page} words={words} />
      </Frame>,
    );
    return { title: `${words.tagline} | ${words.name}`, description, body };
  }
  const body = renderToString(<Site page={page} form={form} speech={speech} />);
  return {
    title: titleOf(form, language, words),
    description: form.summary === undefined ? description : plainWords(form.summary, language),
    body: `<div id="site">${body}</div><template id="figures">${renderFigures(page, form, speech)}</template>`,
  };
}

/** The main figures without their numbers, which the first script puts in. */
export function renderFigures({ language }: PageData, form: Form, { text }: Speech): string {
  const setting: Setting = { form, language, text, prefix: "" };
  const main = form.outputs.filter((output) => output.main);
  const drawn = main.map(({ id, label, unit }) => (
    <Large
      key={id}
      name={plainWords(label, language)}
      shown={{ words: "", unit: writeUnit(unit, setting), isNone: false }}
    />
  ));
  return drawn.map((figure) => renderToString(figure)).join("");
}
