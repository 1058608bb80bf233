import { servePortfolio } from "../../engine/portfolio/serve.ts";
import { loadEditionsFrom } from "../../engine/service/editions.ts";
import { openEdition } from "../../engine/service/open-edition.ts";
import { bringLanes } from "../lanes.ts";

/** The script of the worker that calculates lists. It stands in `assets/`, the methodologies beside that folder. */
const load = loadEditionsFrom(new URL("../methodologies/", self.location.href).href);

servePortfolio(self, {
  open: (methodology) =>
    openEdition(() => load(methodology), bringLanes).plan({
      words: true,
      tables: "all",
      // Those for logarithms and roots are named by the editions that have such.
      lanes: ["answers", "issues", "period", "range", "rare", "steps", "words"],
    }),
});
