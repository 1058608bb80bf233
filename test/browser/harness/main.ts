import { createEngineClient } from "../../../engine/service/client.ts";
import { engine } from "../../../site/engine.ts";

/** A page with the site's engine and nothing else, for tests to call. */
const client = createEngineClient({
  ...engine,
  limits: { handshake: 3_000, first: 15_000, call: 800 },
});

Reflect.set(globalThis, "client", client);
