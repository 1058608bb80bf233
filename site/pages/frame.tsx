import type { ComponentChildren, VNode } from "preact";
import type { Language } from "../build/page.ts";
import { linkTo, type Place } from "./links.ts";
import type { SiteWords } from "./words.ts";

/** What stands around every page: the way past it, the name, the other language, and the last words. */
export function Frame({
  place,
  words,
  onLanguage,
  children,
}: {
  readonly place: Place;
  readonly words: SiteWords;
  /** Draws the other language in place; without it the link leads to its own page. */
  readonly onLanguage?: (language: Language) => void;
  readonly children: ComponentChildren;
}): VNode {
  const { language, root, id } = place;
  const other = language === "ja" ? "en" : "ja";
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="site-header">
        <div class="width">
          <a class="brand" href={linkTo(root, language)}>
            <strong lang="en">{words.name}</strong>
            <span>{words.tagline}</span>
          </a>
          <nav class="crumbs pages" aria-label={words.pages}>
            {(["assessment", "portfolio"] as const).map((one) => (
              <a
                key={one}
                href={linkTo(root, language, one)}
                aria-current={id === one ? "page" : undefined}
              >
                {words[one]}
              </a>
            ))}
          </nav>
          <nav aria-label={words.languages}>
            <a
              class="language"
              href={linkTo(root, other, id)}
              lang={other}
              hreflang={other}
              onClick={(event) => {
                const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey);
                if (onLanguage === undefined || !isPlain || event.button !== 0) return;
                event.preventDefault();
                onLanguage(other);
              }}
            >
              {words.otherLanguage}
            </a>
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1} class="width">
        {children}
      </main>
      <footer class="site-footer">
        <div class="width">
          <p>{words.footer}</p>
        </div>
      </footer>
    </>
  );
}
