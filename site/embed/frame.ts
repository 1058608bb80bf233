import type { FrameMessage, Hello } from "./messages.ts";

/**
 * The loader, `embed/frame.js`, a plain script: makes a frame beside each link to a calculator that is marked
 * `data-santei` (or has the class `santei`), and gives these frames, and those that the page has itself, the height of
 * what is in them. A link goes away once its frame has spoken, and stays where none ever does.
 *
 * Only links and frames of the folder that the script came from count, and only messages of their windows and origin.
 */
const script = document.currentScript;
const home = new URL("../", script instanceof HTMLScriptElement ? script.src : location.href);

/** No frame is lower or higher, in pixels. */
const lowest = 160;
const highest = 20_000;
/** So many steps up within a second are a loop: the frame keeps its height and scrolls. */
const mostSteps = 25;
/** A frame that has loaded and said nothing for so long was refused, in milliseconds. */
const silence = 4_000;

const mark = "data-santei-sized";

/** Sizes one frame, hands on its results, and tells when it has first spoken. */
function serve(frame: HTMLIFrameElement, onReady: () => void): void {
  frame.setAttribute(mark, "");
  const hello: Hello = { santei: 1, kind: "hello" };
  const greet = (): void => frame.contentWindow?.postMessage(hello, "*");
  let height = 0;
  let steps = 0;
  let since = 0;
  const resize = (wanted: number): void => {
    if (wanted > height) {
      const now = performance.now();
      if (now - since > 1_000) {
        since = now;
        steps = 0;
      }
      steps += 1;
      if (steps > mostSteps) return;
    }
    height = wanted;
    frame.style.height = `${Math.min(highest, Math.max(lowest, wanted))}px`;
  };
  addEventListener("message", ({ source, origin, data }: MessageEvent<FrameMessage | null>) => {
    // Inside a sandbox without an origin, so is the frame.
    const isOurs = origin === home.origin || (origin === "null" && isSandboxed(frame));
    if (source !== frame.contentWindow || source === null || !isOurs || data?.santei !== 1) return;
    if (data.kind === "ready") {
      greet();
      onReady();
    } else if (data.kind === "height" && data.height > 0) resize(data.height);
    else if (data.kind === "result") {
      const told = { detail: data.detail, bubbles: true };
      frame.dispatchEvent(new CustomEvent("santei-result", told));
    }
  });
  // One that was there before this script has been ready for long.
  greet();
}

function isSandboxed(frame: HTMLIFrameElement): boolean {
  return self.origin === "null" || frame.hasAttribute("sandbox");
}

/** Whether an address is of a calculator of ours, or of its page for frames. */
function isOurs(address: string): boolean {
  return address.startsWith(home.href);
}

function replace(link: HTMLAnchorElement): void {
  link.setAttribute(mark, "");
  const address = new URL(link.href);
  address.pathname = `${address.pathname.replace(/\/?$/, "/")}embed/`;
  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = link.textContent?.trim() ?? "";
  frame.loading = "lazy";
  Object.assign(frame.style, { width: "100%", height: "1200px", border: "0", display: "block" });
  let isReady = false;
  serve(frame, () => {
    isReady = true;
    link.style.display = "none";
  });
  frame.addEventListener("load", () =>
    setTimeout(() => {
      if (!isReady) frame.remove();
    }, silence),
  );
  link.before(frame);
}

function look(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-santei], a.santei")) {
    if (!link.hasAttribute(mark) && isOurs(link.href)) replace(link);
  }
  for (const frame of document.querySelectorAll("iframe")) {
    if (!frame.hasAttribute(mark) && isOurs(frame.src)) serve(frame, () => undefined);
  }
}

look();
new MutationObserver(look).observe(document, { childList: true, subtree: true });
