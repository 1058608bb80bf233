import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Form } from "../../engine/methodology/form.ts";
import { SettingContext } from "../../widgets/setting.ts";
import { en } from "../../widgets/text/en.ts";
import { ja } from "../../widgets/text/ja.ts";
import { typeset } from "../../widgets/text/words.tsx";
import type { Language } from "../build/page.ts";
import { Frame } from "../pages/frame.tsx";
import { linkTo } from "../pages/links.ts";
import { wordsEn } from "../pages/words-en.ts";
import { wordsJa } from "../pages/words-ja.ts";
import { AssessmentPage } from "./assessment-page.tsx";
import type { AssessmentPageData } from "./page-data.ts";
import { assessmentStart } from "./share-assessment.ts";
import type { Arrival } from "./use-opening.ts";
import { assessmentWords } from "./words.ts";

/** The page of an assessment. Its other language is drawn in the same document, so that nothing has to be stored to be in both. */
export function AssessmentSite({
  page,
  ticked,
}: {
  readonly page: AssessmentPageData;
  /** Things that were ticked before the script had come. */
  readonly ticked?: readonly string[];
}): VNode {
  const [language, setLanguage] = useState<Language>(page.language);
  const [root, setRoot] = useState(page.root);
  const [arrival, setArrival] = useState<Arrival>();
  const isFirst = useRef(true);
  const words = assessmentWords[language];
  const siteWords = language === "en" ? wordsEn : wordsJa;
  const setting = useMemo(
    () => ({ form: noForm, language, text: language === "en" ? en : ja, prefix: "assessment" }),
    [language],
  );

  // Before anything can be pressed that changes the address.
  useLayoutEffect(() => {
    const home = new URL(page.root, location.href).href;
    setRoot(home);
    // Under another address these would lead elsewhere.
    const links = document.head.querySelectorAll<HTMLLinkElement>('link:not([rel="stylesheet"])');
    for (const link of links) link.setAttribute("href", link.href);
    const follow = (): void =>
      setLanguage(location.href.startsWith(linkTo(home, "en")) ? "en" : "ja");
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, [page]);
  useEffect(() => {
    const arrive = (): void => {
      if (location.hash.startsWith(assessmentStart)) setArrival({ fragment: location.hash });
    };
    arrive();
    addEventListener("hashchange", arrive);
    return () => removeEventListener("hashchange", arrive);
  }, []);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    document.documentElement.lang = language;
    document.title = `${words.title} | ${siteWords.name}`;
  }, [language]);
  const change = (next: Language): void => {
    history.pushState(null, "", linkTo(root, next, "assessment"));
    setLanguage(next);
  };
  return (
    <Frame place={{ language, root, id: "assessment" }} words={siteWords} onLanguage={change}>
      <nav class="crumbs" aria-label={siteWords.where}>
        <a href={linkTo(root, language)}>{siteWords.home}</a>
      </nav>
      <h1>{words.title}</h1>
      <p class="lead">{typeset(words.intro)}</p>
      <noscript>
        <p class="status-note">{siteWords.needsScript}</p>
      </noscript>
      <SettingContext.Provider value={setting}>
        <div class="santei assessment" lang={language}>
          <AssessmentPage
            guide={page.guide}
            home={root}
            words={words}
            arrival={arrival}
            ticked={ticked}
          />
        </div>
      </SettingContext.Provider>
    </Frame>
  );
}

/** What is said of no methodology is said with the words of none. */
const noForm: Form = {
  format: "form/1",
  id: "",
  version: "",
  hash: "",
  status: "published",
  title: { ja: "" },
  mode: "range",
  groups: [],
  lists: [],
  inputs: [],
  enums: {},
  things: [],
  renamed: {},
  outputs: [],
  initially: [],
};
