import { loadEditionsFrom } from "../engine/service/editions.ts";
import type { Service } from "../engine/service/protocol.ts";
import { createService } from "../engine/service/service.ts";
import { bringLanes } from "./lanes.ts";
import { whenIdle } from "./when-idle.ts";

/** The engine on the page's own thread, for a page whose worker is refused. This script stands in `assets/`, too. */
export function createSameThreadService(): Service {
  const here = import.meta.url;
  return createService({
    load: loadEditionsFrom(new URL("../methodologies/", here).href),
    bring: bringLanes,
    whenIdle,
  });
}
