import { createEngineClient } from "../../../engine/service/client.ts";
import { engine } from "../../../site/engine.ts";

/** A page with the site's engine and nothing else, for tests to call. */
const client = createEngineClient({
  ...engine,
  limits: { handshake: 3_000, first: 15_000, call: 800 },
});

Reflect.set(globalThis, "client", client);
/** Milliseconds until a worker that does nothing is there. */
function startThread(): Promise<number> {
  const start = performance.now();
  const worker = new Worker(new URL("./empty.ts", import.meta.url), { type: "module" });
  return new Promise((resolve) => {
    worker.addEventListener("message", () => {
      worker.terminate();
      resolve(performance.now() - start);
    });
  });
}

Reflect.set(globalThis, "startThread", startThread);
