import { isAtHome, readElement } from "../../widgets/element-attributes.ts";
import { languageOf } from "../../widgets/text/language.ts";
import { linkTo } from "../pages/links.ts";
import { namedElements } from "./named-elements.ts";
import { easyTag, oneOf, textSizes, themes, writeOptions } from "./options.ts";
import { makeFrame } from "./sized-frame.ts";

const done = "data-santei-framed";

/**
 * Puts a frame into each element that names this home, on a page where the script of another home was first to define
 * the elements: two versions, or the copies of two sites. What stands inside, a link, goes away when the frame speaks.
 */
export function frameElements(home: URL): void {
  const tags = ["santei-calculator", ...Object.keys(namedElements)];
  const selector = tags.map((tag) => `${tag}[home]:not([${done}])`).join();
  const look = (): void => {
    for (const element of document.querySelectorAll(selector)) {
      if (isAtHome(element, home.href) && element.getAttribute("home") !== "") put(home, element);
    }
  };
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

function put(home: URL, element: Element): void {
  const { methodology, given, hide } = readElement(element, namedElements[element.localName]);
  const [id = ""] = methodology.split("@");
  if (!/^[\w-]+$/.test(id)) return;
  element.setAttribute(done, "");
  const language = languageOf(
    element.getAttribute("lang") ?? element.closest("[lang]")?.getAttribute("lang"),
  );
  const options = writeOptions({
    ...(language === "ja_easy" ? { language: easyTag } : {}),
    theme: oneOf(themes, element.getAttribute("theme")),
    textSize: oneOf(textSizes, element.getAttribute("text-size")),
    given,
    hide,
  });
  const address = `${linkTo(home.href, language === "en" ? "en" : "ja", id)}embed/${options}`;
  const inside = [...element.childNodes];
  const frame = makeFrame(home, address, element.textContent?.trim() || id, () => {
    for (const node of inside) node.parentNode?.removeChild(node);
  });
  element.prepend(frame);
}
