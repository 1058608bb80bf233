import type { AssessorOptions } from "../../engine/service/assessor-client.ts";

/** The assessor of the page: workers of its own, or the page's own thread where none can start. */
export const assessorEngine: AssessorOptions = {
  connect() {
    const worker = new Worker(new URL("./assessor-worker.ts", import.meta.url), { type: "module" });
    return {
      endpoint: worker,
      failed(report) {
        worker.addEventListener("error", report);
        worker.addEventListener("messageerror", report);
      },
      close: () => worker.terminate(),
    };
  },
  fallback: async () => (await import("./same-thread.ts")).createSameThreadAssessor(),
};
