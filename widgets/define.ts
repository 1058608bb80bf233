import type { Form } from "../engine/methodology/form.ts";
import { createEngineClient, type EngineOptions } from "../engine/service/client.ts";
import { makeCalculatorElement } from "./element.tsx";
import type { Details, Engine, LoadEasy } from "./engine-context.ts";

export interface WidgetOptions extends EngineOptions {
  /** Brings `details.ts`, which is not needed before a first result. */
  readonly loadDetails: () => Promise<Details>;
  /** Brings `out.ts`: links, files and switches, which are offered only where this is given. */
  readonly loadOut?: Engine["loadOut"];
  /** Where the links lead that a visitor shares; without it none is offered. */
  readonly pageOf?: Engine["pageOf"];
  /** Brings the form of a methodology, `EN-S-001` or `EN-S-001@2.0-r1`; widgets make no requests of their own. */
  readonly loadForm?: (methodology: string) => Promise<Form | undefined>;
  /** Brings easy Japanese for an edition, `EN-S-001@2.0-r1`; without it `lang="ja-easy"` is plain Japanese. */
  readonly loadEasy?: LoadEasy;
}

/**
 * Registers `<santei-calculator>`. All calculators of a page share the engine that is made here. A tag that is registered
 * already stays as it is.
 *
 * Its attributes: `methodology` (`EN-S-001` or `EN-S-001@2.0-r1`), `lang` (`ja`, `en`, `ja-easy`), `theme` (`light`, `dark`; else as the
 * reader's device says), `text-size` (`large`, `larger`), and `answers` (`people=30&room_area=120`), which stand in the
 * fields at first. It gives each result as an event `santei-result`, whose detail is plain data: `answers` and `results`.
 * What stands inside the element, a link, is shown where no calculator can be.
 *
 * @example
 * defineWidgets({ connect, loadDetails, loadForm });
 */
export function defineWidgets(options: WidgetOptions): void {
  if (customElements.get("santei-calculator") !== undefined) return;
  let engine: Engine | undefined;
  const start = (): Engine => {
    const { loadDetails, loadEasy, loadOut, pageOf } = options;
    engine ??= {
      client: createEngineClient(options),
      loadDetails,
      loadEasy,
      ...(loadOut && { loadOut }),
      ...(pageOf && { pageOf }),
    };
    return engine;
  };
  customElements.define("santei-calculator", makeCalculatorElement(start, options.loadForm));
}
