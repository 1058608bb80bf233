import type { Form } from "../engine/methodology/form.ts";
import type { Manifest } from "../engine/service/protocol.ts";
import { defineWidgets } from "../widgets/define.ts";
import { tagOf } from "../widgets/text/language.ts";
import { loadEasyFrom } from "./easy.ts";
import { engine } from "./engine.ts";
import { linkTo } from "./pages/links.ts";

/** The element for other pages, with its forms from the site that the script came from. It stands in `assets/`. */
const home = new URL(/* @vite-ignore */ "../", import.meta.url).href;
const methodologies = `${home}methodologies/`;

/** What has been asked for once is not asked for again, however many calculators a page has; what failed is. */
const loaded = new Map<string, Promise<unknown>>();

function load<T>(path: string): Promise<T | undefined> {
  const known = loaded.get(path) ?? fetchJson(path);
  loaded.set(path, known);
  known.catch(() => loaded.delete(path));
  return known.catch(() => undefined) as Promise<T | undefined>;
}

async function fetchJson(path: string): Promise<unknown> {
  const answer = await fetch(new URL(path, methodologies));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return await answer.json();
}

defineWidgets({
  ...engine,
  loadDetails: () => import("../widgets/details.ts"),
  loadEasy: loadEasyFrom(methodologies),
  loadOut: () => import("../widgets/out.ts"),
  pageOf: (id, language) => linkTo(home, tagOf(language), id),
  async loadForm(methodology) {
    const manifest = await load<Manifest>("manifest.json");
    const edition = manifest?.newest[methodology] ?? methodology;
    return manifest?.editions[edition] === undefined
      ? undefined
      : load<Form>(`${edition}/form.json`);
  },
});
