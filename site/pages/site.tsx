import type { VNode } from "preact";
import { useContext, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Form } from "../../engine/methodology/form.ts";
import type { Opened } from "../../widgets/calculator/opened.ts";
import { EngineContext } from "../../widgets/engine-context.ts";
import { shareStart } from "../../widgets/out/share-start.ts";
import { type Language, tagOf } from "../../widgets/text/language.ts";
import { CalculatorPage } from "./calculator-page.tsx";
import { Frame } from "./frame.tsx";
import { linkTo, type Place } from "./links.ts";
import type { Speech } from "./speech.ts";
import { titleOf } from "./titles.ts";

/** The language of the page now, with its words. */
interface Said {
  readonly language: Language;
  readonly speech: Speech;
}

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
  const [said, setSaid] = useState<Said>({ language: page.language, speech });
  const [root, setRoot] = useState(page.root);
  const [opening, setOpening] = useState<Opened>();
  const loadOut = useContext(EngineContext)?.loadOut;
  const isFirst = useRef(true);
  const { language } = said;
  const tag = tagOf(language);

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
  // A link that was shared is opened when the page comes to life, and when its address changes to one.
  useEffect(() => {
    const open = async (): Promise<void> => {
      const fragment = location.hash;
      if (!fragment.startsWith(shareStart)) return;
      const out = await loadOut?.().catch(() => undefined);
      const opened = out?.readShare(form, fragment, page.language);
      if (opened === undefined) return;
      if (opened.language !== undefined) await speak(opened.language);
      setOpening(opened);
    };
    void open();
    addEventListener("hashchange", open);
    return () => removeEventListener("hashchange", open);
  }, [form, page, loadOut]);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    document.documentElement.lang = tag;
    document.title = titleOf(form, language, said.speech.words);
  }, [form, language, said]);

  const here: Place = { language: tag, root, id: form.id };
  const change = (next: Language): void => {
    if (tagOf(next) !== tag) history.pushState(null, "", linkTo(root, tagOf(next), form.id));
    void speak(next);
  };
  return (
    <Frame place={here} words={said.speech.words} onLanguage={change}>
      <CalculatorPage
        place={here}
        form={form}
        speech={said.speech}
        language={language}
        opening={opening}
        onLanguage={change}
      />
    </Frame>
  );
}
