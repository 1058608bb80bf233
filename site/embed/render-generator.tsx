import { renderToString } from "preact-render-to-string";
import type { RenderedPage } from "../build/page.ts";
import { Frame } from "../pages/frame.tsx";
import { wordsEn } from "../pages/words-en.ts";
import { wordsJa } from "../pages/words-ja.ts";
import { Generator, type GeneratorPage } from "./generator.tsx";
import { generatorWords } from "./generator-words.ts";

/** The page that makes snippets, as it is first painted. */
export function renderGenerator(page: GeneratorPage): RenderedPage {
  const { language, root } = page;
  const words = language === "en" ? wordsEn : wordsJa;
  const { title, intro } = generatorWords[language];
  const body = renderToString(
    <Frame place={{ language, root, id: "embed" }} words={words}>
      <noscript>
        <p class="status-note">{words.needsScript}</p>
      </noscript>
      <div id="generator">
        <Generator page={page} />
      </div>
    </Frame>,
  );
  return { title: `${title} | ${words.name}`, description: intro, body };
}
