import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Language } from "../build/page.ts";
import { Frame } from "../pages/frame.tsx";
import { linkTo } from "../pages/links.ts";
import { wordsEn } from "../pages/words-en.ts";
import { wordsJa } from "../pages/words-ja.ts";
import type { PortfolioEngine } from "./engine.ts";
import type { PortfolioPage } from "./page-data.ts";
import { Portfolio } from "./portfolio.tsx";
import { portfolioWords } from "./portfolio-words.ts";

const siteWords = { en: wordsEn, ja: wordsJa } as const;

/** The title of the document. */
export function titleOf(language: Language): string {
  return `${portfolioWords[language].title} | ${siteWords[language].name}`;
}

/**
 * The whole page. Its other language is drawn in the same document, under its own address: a file that was chosen, what was
 * decided of its columns and its results are there in both, and nothing has to be stored for that.
 */
export function PortfolioSite({
  page,
  engine,
  hasFailed = false,
}: {
  readonly page: PortfolioPage;
  /** Absent while the page is painted. */
  readonly engine?: PortfolioEngine;
  /** The worker could not be started. */
  readonly hasFailed?: boolean;
}): VNode {
  const [language, setLanguage] = useState(page.language);
  const [root, setRoot] = useState(page.root);
  const isFirst = useRef(true);
  const words = siteWords[language];
  useEffect(() => {
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
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    document.documentElement.lang = language;
    document.title = titleOf(language);
  }, [language]);
  return (
    <Frame
      place={{ language, root, id: "portfolio" }}
      words={words}
      onLanguage={(next) => {
        history.pushState(null, "", linkTo(root, next, "portfolio"));
        setLanguage(next);
      }}
    >
      <noscript>
        <p class="status-note">{words.needsScript}</p>
      </noscript>
      {hasFailed && (
        <p class="status-note" role="alert">
          {portfolioWords[language].workerFailed}
        </p>
      )}
      <Portfolio language={language} methodologies={page.methodologies} engine={engine} />
    </Frame>
  );
}
