import type { EngineMessage } from "./messages.ts";

/**
 * The script of the hidden frame that keeps the engine's worker for a page of another origin. It serves the window around
 * it, once, and holds nothing of its own: what comes through the port goes to the worker, and back.
 */
function start(): void {
  const { parent } = window;
  if (parent === window) return;
  const tell = (message: EngineMessage): void => parent.postMessage(message, "*");
  let isTaken = false;
  addEventListener("message", ({ source, data, ports }: MessageEvent<EngineMessage | null>) => {
    const [port] = ports;
    const isOffer = source === parent && data?.santei === 1 && data.kind === "engine";
    if (isTaken || !isOffer || port === undefined) return;
    isTaken = true;
    const refuse = (): void => tell({ santei: 1, kind: "engine-refused" });
    try {
      const worker = new Worker(new URL("../worker.ts", import.meta.url), { type: "module" });
      worker.addEventListener("error", refuse);
      worker.addEventListener("messageerror", refuse);
      worker.addEventListener("message", (event) => port.postMessage(event.data));
      port.onmessage = (event) => worker.postMessage(event.data);
    } catch {
      refuse();
    }
  });
  tell({ santei: 1, kind: "engine-ready" });
}

start();
