import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { expect } from "vitest";
import { check } from "../../engine/check.ts";
import { ok } from "../../engine/issue.ts";
import { easyWordsOf, withoutEasy } from "../../engine/methodology/easy-words.ts";
import type { Form } from "../../engine/methodology/form.ts";
import { makeForm } from "../../engine/methodology/make-form.ts";
import type { Tree } from "../../engine/methodology/tree.ts";
import { createEngineClient } from "../../engine/service/client.ts";
import type { CalculationRequest, Manifest, Service } from "../../engine/service/protocol.ts";
import { createService } from "../../engine/service/service.ts";
import { bringLanes } from "../../site/lanes.ts";
import { Calculator } from "../../widgets/calculator/calculator.tsx";
import type { Opened } from "../../widgets/calculator/opened.ts";
import * as details from "../../widgets/details.ts";
import { easy } from "../../widgets/easy.ts";
import { type Engine, EngineContext } from "../../widgets/engine-context.ts";
import * as out from "../../widgets/out.ts";
import { en } from "../../widgets/text/en.ts";
import { ja } from "../../widgets/text/ja.ts";
import type { Language } from "../../widgets/text/language.ts";
import { readBuilt } from "./built.ts";
import { heldEdition } from "./held-edition.ts";
import { parseFiles } from "./load.ts";

/** A calculator on the screen, with the real engine on the same thread and what was asked of it. */
export interface OpenCalculator {
  readonly form: Form;
  readonly requests: readonly CalculationRequest[];
  /** What was given in the newest request, of the plan or of another set. */
  readonly given: (set?: string) => unknown;
  /** Draws the same calculator in another language. */
  readonly speak: (language: Language) => void;
  /** Opens the fragment of a link that was shared, as its page does. */
  readonly follow: (fragment: string) => void;
  /** From now on the engine breaks, or works again. */
  readonly breakEngine: (isBroken: boolean) => void;
  /** From now on the engine keeps its answers back; what is returned lets them out. */
  readonly holdEngine: () => () => void;
}

/** Opens the calculator of a methodology and waits for its first answer. */
export async function openCalculator(
  methodology: string,
  language: Language = "en",
): Promise<OpenCalculator> {
  cleanup();
  const parsed = await parseFiles(methodology);
  const checked = parsed.ok ? check(parsed.value) : parsed;
  if (!checked.ok) {
    const errors = checked.issues.filter(({ severity }) => severity === "error");
    throw new Error(JSON.stringify(errors.slice(0, 5), null, 1));
  }
  const { tree } = checked.value;
  const plain = tree.inputs.filter(({ list }) => list === undefined).map(({ id }) => id);
  return open(withoutEasy(makeForm(tree, "test", plain)), tree, language);
}

/** Opens the calculator of a methodology of the library as it is built, by its id. */
export async function openBuilt(id: string, language: Language = "en"): Promise<OpenCalculator> {
  cleanup();
  const manifest = JSON.parse(readBuilt("methodologies/manifest.json")) as Manifest;
  const folder = `methodologies/${manifest.newest[id]}`;
  const form = JSON.parse(readBuilt(`${folder}/form.json`)) as Form;
  return open(form, JSON.parse(readBuilt(`${folder}/tree.json`)) as Tree, language);
}

async function open(form: Form, tree: Tree, language: Language): Promise<OpenCalculator> {
  const service = createService({
    load: async () => ok(await heldEdition(tree, form.hash)),
    bring: bringLanes,
  });
  const requests: CalculationRequest[] = [];
  let isBroken = false;
  let held = Promise.resolve();
  const watched: Service = {
    greet: () => service.greet(),
    async calculate(request) {
      if (isBroken) throw new Error("the engine is broken");
      requests.push(request);
      await held;
      return service.calculate(request);
    },
  };
  const client = createEngineClient({
    connect() {
      throw new Error("no worker here");
    },
    fallback: async () => watched,
  });
  const words = easyWordsOf(tree);
  const engine: Engine = {
    client,
    loadDetails: async () => details,
    loadEasy: async () => ({ easy, words }),
    loadOut: async () => out,
    pageOf: (id, shown) => `https://santei.example/${shown === "en" ? "en/" : ""}${id}/`,
  };
  const draw = (shown: Language, opening?: Opened) => (
    <EngineContext.Provider value={engine}>
      <Calculator form={form} language={shown} text={shown === "en" ? en : ja} opening={opening} />
    </EngineContext.Provider>
  );
  const { rerender } = render(draw(language));
  await waitFor(() => screen.getByRole("button", { name: /^(Print|印刷)/ }));
  return {
    form,
    requests,
    given: (set = "plan") => requests.at(-1)?.answers.sets[set]?.given,
    speak: (shown) => rerender(draw(shown)),
    follow: (fragment) => rerender(draw(language, out.readShare(form, fragment, language))),
    breakEngine(broken) {
      isBroken = broken;
    },
    holdEngine() {
      let release = (): void => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
  };
}

/** Types into the field of a name. */
export function type(name: string | RegExp, text: string): void {
  const field = screen.getByLabelText(name);
  fireEvent.input(field, { target: { value: text } });
  fireEvent.focusOut(field);
}

/** Chooses in the list of a name. */
export function pick(name: string | RegExp, value: string): void {
  fireEvent.change(screen.getByLabelText(name), { target: { value } });
}

/** Presses a radio button inside the group of a name. */
export function choose(name: string | RegExp): void {
  fireEvent.click(screen.getByRole("radio", { name }));
}

/** Presses a button. */
export function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole("button", { name }));
}

/** Waits until the result's live region says something. */
export async function expectResult(words: string | RegExp): Promise<void> {
  await waitFor(() => {
    const region = document.querySelector('.result [role="status"]');
    const text = region?.textContent?.replace(/\s+/g, " ").trim() ?? "";
    if (typeof words === "string") expect(text).toContain(words);
    else expect(text).toMatch(words);
  });
}
