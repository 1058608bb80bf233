import { serveHelper } from "../../engine/portfolio/helper.ts";
import type { HelperParts } from "../../engine/portfolio/parts.ts";
import { servePortfolio } from "../../engine/portfolio/serve.ts";
import { loadEditionsFrom } from "../../engine/service/editions.ts";
import { openEdition } from "../../engine/service/open-edition.ts";
import { bringLanes } from "../lanes.ts";

/** The script of the worker that calculates lists. It stands in `assets/`, the methodologies beside that folder. */
const load = loadEditionsFrom(new URL("../methodologies/", self.location.href).href);

const parts = {
  open: (methodology: string) =>
    openEdition(() => load(methodology), bringLanes).plan({
      words: true,
      tables: "all",
      // Those for logarithms and roots are named by the editions that have such.
      lanes: ["answers", "issues", "period", "range", "rare", "steps", "words"],
    }),
};

/** A machine with more cores is left some of them; any is left one, for the page and for the worker that reads. */
const mostHelpers = 8;
const helperName = "portfolio-helper";

/** Helpers run this very script, which the browser has at hand. */
const helpers: HelperParts = {
  most: Math.min(mostHelpers, navigator.hardwareConcurrency - 1),
  start(lost) {
    const worker = new Worker(self.location.href, { type: "module", name: helperName });
    worker.addEventListener("error", lost);
    worker.addEventListener("messageerror", lost);
    return { channel: worker, end: () => worker.terminate() };
  },
};

if (self.name === helperName) serveHelper(self, parts);
else servePortfolio(self, { ...parts, helpers });
