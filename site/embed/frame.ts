import { makeFrame, serveFrame, sizedMark } from "./sized-frame.ts";

/**
 * The loader, `embed/frame.js`, a plain script: makes a frame beside each link to a calculator that is marked
 * `data-santei` (or has a class that ends in `santei`, because some systems drop the one or put a prefix to the other), and gives
 * these frames, and those that the page has itself, the height of what is in them. A link goes away once its frame has
 * spoken, and stays where none ever does.
 *
 * Only links and frames of the folder that the script came from count, and only messages of their windows and origin.
 */
const script = document.currentScript;
const home = new URL("../", script instanceof HTMLScriptElement ? script.src : location.href);

const marked = 'a[data-santei], a[class$="santei"], a[class*="santei "]';

/** Whether an address is of a calculator of ours, or of its page for frames. */
function isOurs(address: string): boolean {
  return address.startsWith(home.href);
}

function replace(link: HTMLAnchorElement): void {
  link.setAttribute(sizedMark, "");
  const address = new URL(link.href);
  address.pathname = `${address.pathname.replace(/\/?$/, "/")}embed/`;
  const frame = makeFrame(home, address.href, link.textContent?.trim() ?? "", () => {
    link.style.display = "none";
  });
  link.before(frame);
}

function look(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(marked)) {
    if (!link.hasAttribute(sizedMark) && isOurs(link.href)) replace(link);
  }
  for (const frame of document.querySelectorAll("iframe")) {
    if (!frame.hasAttribute(sizedMark) && isOurs(frame.src))
      serveFrame(home, frame, () => undefined);
  }
}

look();
new MutationObserver(look).observe(document, { childList: true, subtree: true });
