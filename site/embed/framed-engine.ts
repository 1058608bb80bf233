import type { Connection } from "../../engine/service/client.ts";
import type { EngineMessage } from "./messages.ts";

/**
 * Starts the engine for a page of another origin, which can start no worker of ours: a hidden frame of our own origin
 * does, and answers through a port. The port is handed to the window and origin of that frame alone. The client waits
 * for the engine's first word as long as for a worker's; where the page refuses frames, its policy says so at once.
 *
 * Errors: throws where a frame would have no origin that could be checked, in a sandboxed page.
 */
export function connectFrame(address: URL): Connection {
  if (self.origin === "null") throw new Error("A frame would have no origin here.");
  const frame = document.createElement("iframe");
  const { port1, port2 } = new MessageChannel();
  const watch = new AbortController();
  const { signal } = watch;
  const reports: (() => void)[] = [];
  const fail = (): void => {
    for (const report of reports) report();
  };
  let isHanded = false;
  addEventListener(
    "message",
    ({ source, origin, data }: MessageEvent<EngineMessage | null>) => {
      const isOurs = source !== null && source === frame.contentWindow && origin === address.origin;
      if (!isOurs || data?.santei !== 1) return;
      if (data.kind === "engine-refused") fail();
      if (data.kind !== "engine-ready" || isHanded) return;
      isHanded = true;
      const hello: EngineMessage = { santei: 1, kind: "engine" };
      frame.contentWindow?.postMessage(hello, address.origin, [port2]);
    },
    { signal },
  );
  document.addEventListener(
    "securitypolicyviolation",
    ({ effectiveDirective, blockedURI, disposition }) => {
      const isOurs = effectiveDirective === "frame-src" && address.href.startsWith(blockedURI);
      if (disposition === "enforce" && isOurs) fail();
    },
    { signal },
  );
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
  frame.setAttribute("aria-hidden", "true");
  frame.style.setProperty("display", "none", "important");
  frame.src = address.href;
  // Beside the body, which some pages put another in place of.
  document.documentElement.append(frame);
  return {
    endpoint: port1,
    failed: (report) => reports.push(report),
    close() {
      watch.abort();
      port1.close();
      frame.remove();
    },
  };
}
