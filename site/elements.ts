import type { EngineOptions } from "../engine/service/client.ts";
import { loadEasyFrom } from "./easy.ts";
import { defineElements } from "./embed/define-elements.ts";
import { connectFrame } from "./embed/framed-engine.ts";
import { engine } from "./engine.ts";

/** The elements for other pages. This script stands in `assets/`, the site around that folder. */
const here = import.meta.url;
const home = new URL(/* @vite-ignore */ "../", here);

/** A page of another origin can start no worker of ours; a hidden frame of this origin can. */
const framed: EngineOptions = {
  ...engine,
  connect: () => connectFrame(new URL("embed/engine/", home)),
};

defineElements(home, {
  ...(home.origin === location.origin ? engine : framed),
  loadDetails: () => import("../widgets/details.ts"),
  loadEasy: loadEasyFrom(`${home.href}methodologies/`),
  loadOut: () => import("../widgets/out.ts"),
});
