import type { Form } from "../engine/methodology/form.ts";
import { createEngineClient, type EngineOptions } from "../engine/service/client.ts";

import { makeElements } from "./element.tsx";
import type { NamedElement } from "./element-attributes.ts";
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
  /** Elements for one methodology each, by tag. */
  readonly elements?: Readonly<Record<string, NamedElement>>;
  /** Where the script comes from. Elements that name another home are left to the script from there. */
  readonly home?: string;
}

/**
 * Registers `<santei-calculator>` and the elements for one methodology that are named. All calculators of a page share
 * the engine that is made here. A tag that is registered already stays as it is.
 *
 * `README.md` beside this file lists the attributes and the event, which are promises. What stands inside an element, a
 * link, is shown where no calculator can be.
 *
 * @example
 * defineWidgets({ connect, loadDetails, loadForm });
 */
export function defineWidgets(options: WidgetOptions): void {
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
  const { loadForm, home, elements = {} } = options;
  const make = makeElements({ engine: start, loadForm, home });
  const all = [["santei-calculator", undefined] as const, ...Object.entries(elements)];
  for (const [tag, named] of all) {
    if (customElements.get(tag) === undefined) customElements.define(tag, make(named));
  }
}
