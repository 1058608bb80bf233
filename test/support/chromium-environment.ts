import type { Environment } from "vitest/runtime";
import { type SharedChromium, shared } from "./chromium.ts";

/** Where the tests in Chromium run: in Node, with one Chromium for all files, which is closed after the last. */
const environment: Environment = {
  name: "chromium",
  viteEnvironment: "ssr",
  setup() {
    const holder: SharedChromium = {};
    Reflect.set(globalThis, shared, holder);
    return { teardown: () => holder.chromium?.close() };
  },
};

export default environment;
