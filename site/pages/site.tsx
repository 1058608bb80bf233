import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Form } from "../../engine/methodology/form.ts";
import type { Language } from "../build/page.ts";
import { CalculatorPage } from "./calculator-page.tsx";
import { Frame } from "./frame.tsx";
import { linkTo, type Place } from "./links.ts";
import type { Speech } from "./speech.ts";
import { titleOf } from "./titles.ts";

/**
 * The page of a calculator. Its other language is drawn in the same document, under its own address: nothing that was
 * entered has to be stored to be there in both.
 */
export function Site({
  page,
  form,
  speech,
  load,
}: {
  readonly page: Pick<Place, "language" | "root">;
  readonly form: Form;
  /** The words of the language that the page begins with. */
  readonly speech: Speech;
  readonly load?: (language: Language) => Promise<Speech>;
}): VNode {
  const [said, setSaid] = useState({ language: page.language, speech });
  const [root, setRoot] = useState(page.root);
  const isFirst = useRef(true);
  const { language } = said;

  const speak = async (next: Language): Promise<void> => {
    const loaded = await load?.(next).catch(() => undefined);
    if (loaded !== undefined) setSaid({ language: next, speech: loaded });
  };
  // Before anything can be pressed that changes the address.
  useLayoutEffect(() => {
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

  const here: Place = { language, root, id: form.id };
  return (
    <Frame
      place={here}
      words={said.speech.words}
      onLanguage={(next) => {
        history.pushState(null, "", linkTo(root, next, form.id));
        void speak(next);
      }}
    >
      <CalculatorPage place={here} form={form} speech={said.speech} />
    </Frame>
  );
}
