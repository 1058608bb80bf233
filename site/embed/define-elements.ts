import type { Form } from "../../engine/methodology/form.ts";
import type { Manifest } from "../../engine/service/protocol.ts";
import { defineWidgets, type WidgetOptions } from "../../widgets/define.ts";
import { tagOf } from "../../widgets/text/language.ts";
import { linkTo } from "../pages/links.ts";
import { frameElements } from "./frame-elements.ts";
import { namedElements } from "./named-elements.ts";

/** What has been asked for once is not asked for again, however many calculators a page has; what failed is. */
const loaded = new Map<string, Promise<unknown>>();

function load<T>(address: URL): Promise<T | undefined> {
  const { href } = address;
  const known = loaded.get(href) ?? fetchJson(address);
  loaded.set(href, known);
  known.catch(() => loaded.delete(href));
  return known.catch(() => undefined) as Promise<T | undefined>;
}

async function fetchJson(address: URL): Promise<unknown> {
  const answer = await fetch(address, { credentials: "omit" });
  if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
  return await answer.json();
}

/**
 * Registers the elements, with their forms from the site that the script came from. Where the script of another home has
 * registered them before, elements that name this home become frames.
 */
export function defineElements(
  home: URL,
  options: Omit<WidgetOptions, "loadForm" | "pageOf" | "elements" | "home">,
): void {
  const methodologies = new URL("methodologies/", home);
  defineWidgets({
    ...options,
    elements: namedElements,
    home: home.href,
    pageOf: (id, language) => linkTo(home.href, tagOf(language), id),
    async loadForm(methodology) {
      const manifest = await load<Manifest>(new URL("manifest.json", methodologies));
      const { newest = {}, editions = {} } = manifest ?? {};
      // Some systems change capitals.
      const id = newest[methodology] === undefined ? methodology.toUpperCase() : methodology;
      const edition = newest[id] ?? methodology;
      return editions[edition] === undefined
        ? undefined
        : load<Form>(new URL(`${edition}/form.json`, methodologies));
    },
  });
  const first = customElements.get("santei-calculator") as { readonly home?: string } | undefined;
  if (first?.home !== home.href) frameElements(home);
}
