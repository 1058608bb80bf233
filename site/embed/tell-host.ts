import type { GivenResult } from "../../widgets/calculator/calculator.tsx";
import type { FrameMessage, Hello } from "./messages.ts";

/** Hands a result to the page around, once that has said hello. */
export type TellHost = (detail: GivenResult) => void;

/**
 * Waits for a hello of the page around a frame, and from then on tells it the height of the content and each result.
 * Without one nothing leaves the frame. What is measured is an element that no viewport stretches.
 */
export function tellHost(content: Element): TellHost {
  if (window.parent === window) return () => undefined;
  let origin: string | undefined;
  let latest: GivenResult | undefined;
  const tell = (message: FrameMessage): void => {
    if (origin !== undefined) window.parent.postMessage(message, origin);
  };
  const tellResult = (): void => {
    if (latest !== undefined) tell({ santei: 1, kind: "result", detail: latest });
  };
  addEventListener("message", (event: MessageEvent<Partial<Hello> | null>) => {
    const isHello = event.data?.santei === 1 && event.data.kind === "hello";
    if (origin !== undefined || event.source !== window.parent || !isHello) return;
    // A sandboxed page has no origin that could be named; the window is the one that has said hello.
    origin = event.origin === "null" ? "*" : event.origin;
    new ResizeObserver(() => {
      const { height } = content.getBoundingClientRect();
      if (height > 0) tell({ santei: 1, kind: "height", height: Math.ceil(height) });
    }).observe(content);
    tellResult();
  });
  const ready: FrameMessage = { santei: 1, kind: "ready" };
  window.parent.postMessage(ready, "*");
  return (detail) => {
    latest = detail;
    tellResult();
  };
}
