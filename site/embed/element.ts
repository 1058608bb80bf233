import * as details from "../../widgets/details.ts";
import * as out from "../../widgets/out.ts";
import { loadEasyFrom } from "../easy.ts";
import { createSameThreadService } from "../same-thread.ts";
import { defineElements } from "./define-elements.ts";
import { connectFrame } from "./framed-engine.ts";

/**
 * The elements in one file, `embed/element.js`, with everything that can run in the page: a hash of this file covers all
 * of it. The engine runs in a frame of its own origin, or here where the page refuses frames.
 */
const here = import.meta.url;
const home = new URL(/* @vite-ignore */ "../", here);

defineElements(home, {
  connect: () => connectFrame(new URL("embed/engine/", home)),
  fallback: async () => createSameThreadService(),
  loadDetails: async () => details,
  loadEasy: loadEasyFrom(`${home.href}methodologies/`),
  loadOut: async () => out,
});
