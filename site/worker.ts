import { loadEditionsFrom } from "../engine/service/editions.ts";
import { createService } from "../engine/service/service.ts";
import { serve } from "../engine/service/worker.ts";
import { bringLanes } from "./lanes.ts";
import { whenIdle } from "./when-idle.ts";

/** The script of the worker. It stands in `assets/`, the methodologies beside that folder. */
const service = createService({
  load: loadEditionsFrom(new URL("../methodologies/", self.location.href).href),
  bring: bringLanes,
  whenIdle,
});

serve(service);
