import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Form } from "../../engine/methodology/form.ts";
import type { Language, PageData } from "../build/page.ts";
import { CalculatorPage } from "./calculator-page.tsx";
import { Frame } from "./frame.tsx";
import { linkTo } from "./links.ts";
import type { Speech } from "./speech.ts";
import { titleOf } from "./titles.ts";

/**
 * The page of a calculator. Its other language is drawn in the same document, under its own address: nothing that was
 * entered has to be stored to be there in both.
 */
export function Site({
  page,
  form: first,
  speech,
  load,
}: {
  readonly page: PageData;
  /** The form and the words of the language that the page begins with. */
  readonly form: Form;
  readonly speech: Speech;
  readonly load?: (language: Language) => Promise<{ readonly speech: Speech; readonly form: Form }>;
}): VNode {
  const [said, setSaid] = useState({ language: page.language, speech, form: first });
  const [root, setRoot] = useState(page.root);
  const isFirst = useRef(true);
  const { language, form } = said;

  const speak = async (next: Language): Promise<void> => {
    const loaded = await load?.(next).catch(() => undefined);
    if (loaded !== undefined) setSaid({ language: next, ...loaded });
  };
  useEffect(() => {
    const home = new URL(page.root, location.href).href;
    setRoot(home);
    // Under another address these would lead elsewhere.
    const links = document.head.querySelectorAll<HTMLLinkElement>('link:not([rel="stylesheet"])');
    for (const link of links) link.setAttribute("href", link.href);
    const follow = (): void =>
      void speak(location.href.startsWith(linkTo(home, "en")) ? "en" : "ja");
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, [page]);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    document.documentElement.lang = language;
    document.title = titleOf(form, language, said.speech.words);
  }, [form, language, said]);

  const here = { ...page, language, root };
  return (
    <Frame
      page={here}
      words={said.speech.words}
      onLanguage={(next) => {
        history.pushState(null, "", linkTo(root, next, form.id));
        void speak(next);
      }}
    >
      <CalculatorPage page={here} form={form} speech={said.speech} />
    </Frame>
  );
}
