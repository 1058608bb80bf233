import type { EngineOptions } from "../engine/service/client.ts";

/** The engine of a page: one worker for all its calculators, or the page's own thread where none can start. */
export const engine: EngineOptions = {
  connect() {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    return {
      endpoint: worker,
      failed(report) {
        worker.addEventListener("error", report);
        worker.addEventListener("messageerror", report);
      },
      close: () => worker.terminate(),
    };
  },
  fallback: async () => (await import("./same-thread.ts")).createSameThreadService(),
};
