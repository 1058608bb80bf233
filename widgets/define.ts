import type { Form } from "../engine/methodology/form.ts";
import { createEngineClient, type EngineOptions } from "../engine/service/client.ts";
import { makeCalculatorElement } from "./element.tsx";
import type { Details, Engine } from "./engine-context.ts";

export interface WidgetOptions extends EngineOptions {
  /** Brings `details.ts`, which is not needed before a first result. */
  readonly loadDetails: () => Promise<Details>;
  /** Brings the form of a methodology, `EN-S-001` or `EN-S-001@2.0-r1`; widgets make no requests of their own. */
  readonly loadForm?: (methodology: string) => Promise<Form | undefined>;
}

/**
 * Registers `<santei-calculator methodology="…" lang="…">`. All calculators of a page share the engine that is made here.
 * A tag that is registered already stays as it is.
 *
 * @example
 * defineWidgets({ connect, loadDetails, loadForm });
 */
export function defineWidgets(options: WidgetOptions): void {
  if (customElements.get("santei-calculator") !== undefined) return;
  let engine: Engine | undefined;
  const start = (): Engine => {
    engine ??= { client: createEngineClient(options), loadDetails: options.loadDetails };
    return engine;
  };
  customElements.define("santei-calculator", makeCalculatorElement(start, options.loadForm));
}
