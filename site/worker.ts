import { loadEditionsFrom } from "../engine/service/editions.ts";
import { createService } from "../engine/service/service.ts";
import { serve } from "../engine/service/worker.ts";

/** The script of the worker. It stands in `assets/`, the methodologies beside that folder. */
const service = createService({
  load: loadEditionsFrom(new URL("../methodologies/", self.location.href).href),
  decimal: async () => (await import("../engine/quantity/decimal.ts")).decimalLane,
});

serve(service);
