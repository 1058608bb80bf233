/**
 * Prints one part of a page. Inside the page of another site, whose own parts no style of ours reaches, it is copied
 * into a frame for the time being.
 */
export function printOnly(part: HTMLElement): void {
  const root = part.getRootNode();
  if (root instanceof ShadowRoot) printCopy(part, root);
  else printInPlace(part);
}

/** The style sheet leaves everything out but what is marked and what it stands in. */
function printInPlace(part: HTMLElement): void {
  const page = document.documentElement;
  part.dataset.printed = "alone";
  page.dataset.print = "part";
  const end = (): void => {
    delete part.dataset.printed;
    delete page.dataset.print;
  };
  addEventListener("afterprint", end, { once: true });
  print();
}

function printCopy(part: HTMLElement, root: ShadowRoot): void {
  const frame = document.createElement("iframe");
  // Out of sight, and drawn all the same: what is not drawn is not printed.
  frame.style.position = "fixed";
  frame.style.width = "0";
  frame.style.height = "0";
  frame.style.border = "0";
  frame.title = part.getAttribute("aria-label") ?? "";
  document.body.append(frame);
  const inside = frame.contentDocument;
  const page = frame.contentWindow;
  if (inside === null || page === null) {
    frame.remove();
    return;
  }
  const box = inside.createElement("div");
  box.className = "santei";
  const copy = inside.importNode(part, true);
  copy.dataset.printed = "alone";
  box.append(copy);
  inside.body.replaceChildren(box);
  inside.documentElement.lang = part.closest("[lang]")?.getAttribute("lang") ?? "";
  const sheets = root.adoptedStyleSheets.map((sheet) => {
    const own = new (page as Window & typeof globalThis).CSSStyleSheet();
    own.replaceSync([...sheet.cssRules].map(({ cssText }) => cssText).join("\n"));
    return own;
  });
  inside.adoptedStyleSheets = sheets;
  page.addEventListener("afterprint", () => frame.remove(), { once: true });
  page.print();
}
