import type { Form } from "../engine/methodology/form.ts";
import type { Manifest } from "../engine/service/protocol.ts";
import { defineWidgets } from "../widgets/define.ts";
import { engine } from "./engine.ts";

/**
 * The script for other pages: `<script type="module" src="…/embed.js">` and
 * `<santei-calculator methodology="MEETING-1">` are all that they need.
 */
const methodologies = new URL(/* @vite-ignore */ "./methodologies/", import.meta.url);

async function load<T>(path: string): Promise<T | undefined> {
  const answer = await fetch(new URL(path, methodologies)).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as T) : undefined;
}

defineWidgets({
  ...engine,
  loadDetails: () => import("../widgets/details.ts"),
  async loadForm(methodology) {
    const manifest = await load<Manifest>("manifest.json");
    const edition = manifest?.newest[methodology] ?? methodology;
    return manifest?.editions[edition] === undefined
      ? undefined
      : load<Form>(`${edition}/form.json`);
  },
});
