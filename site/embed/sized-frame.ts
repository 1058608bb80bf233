import type { FrameMessage, Hello } from "./messages.ts";

/** No frame is lower or higher, in pixels. */
const lowest = 160;
const highest = 20_000;
/** So many steps up without a pause, in milliseconds, are a loop: the frame keeps its height and scrolls. */
const mostSteps = 25;
const pause = 500;
/** A frame that has loaded and said nothing for so long was refused, in milliseconds. */
const silence = 4_000;

export const sizedMark = "data-santei-sized";

/** Sizes one frame, hands on its results, and tells when it has first spoken. */
export function serveFrame(home: URL, frame: HTMLIFrameElement, onReady: () => void): void {
  frame.setAttribute(sizedMark, "");
  const hello: Hello = { santei: 1, kind: "hello" };
  const greet = (): void => frame.contentWindow?.postMessage(hello, "*");
  let height = 0;
  let steps = 0;
  let last = 0;
  const resize = (wanted: number): void => {
    if (wanted > height) {
      const now = performance.now();
      steps = now - last > pause ? 1 : steps + 1;
      last = now;
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

/** A frame that is sized. One that never speaks goes away again; until it speaks, something else stands for it. */
export function makeFrame(
  home: URL,
  address: string,
  title: string,
  onReady: () => void,
): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.src = address;
  frame.title = title;
  frame.loading = "lazy";
  Object.assign(frame.style, { width: "100%", height: "1200px", border: "0", display: "block" });
  let isReady = false;
  serveFrame(home, frame, () => {
    isReady = true;
    onReady();
  });
  frame.addEventListener("load", () =>
    setTimeout(() => {
      if (!isReady) frame.remove();
    }, silence),
  );
  return frame;
}
