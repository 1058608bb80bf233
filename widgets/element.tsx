import { render } from "preact";
import type { AnswerRecord } from "../engine/answers/record.ts";
import type { Form } from "../engine/methodology/form.ts";
import { prefilled } from "./answers/prefill.ts";
import { Calculator, type GivenResult } from "./calculator/calculator.tsx";
import { today } from "./calculator/today.ts";
import { makeTurns, type Turns } from "./draw-in-turn.ts";
import { isAtHome, type NamedElement, readElement, resultEvent } from "./element-attributes.ts";
import { type Engine, EngineContext, newCaller } from "./engine-context.ts";
import host from "./host.css?inline";
import { en } from "./text/en.ts";
import { ja } from "./text/ja.ts";
import { languageOf } from "./text/language.ts";
import theme from "./theme.css?inline";

type LoadForm = ((methodology: string) => Promise<Form | undefined>) | undefined;

/** What the elements of one page share. */
export interface ElementSetting {
  readonly engine: () => Engine;
  readonly loadForm: LoadForm;
  readonly home: string | undefined;
}

/** What the element offers beside its attributes. */
export interface CalculatorElement extends HTMLElement {
  /** A form at hand, in place of one that is loaded by `methodology`. */
  form: Form | undefined;
}

let elements = 0;

/**
 * Makes the classes of `<santei-calculator>` and of elements for one methodology, which share one engine and one style.
 * They are made when they are registered, so that importing them needs no page.
 */
export function makeElements({
  engine,
  loadForm,
  home,
}: ElementSetting): (named?: NamedElement) => CustomElementConstructor {
  let sheet: CSSStyleSheet | undefined;
  const styles = (): CSSStyleSheet => {
    if (sheet === undefined) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(host + theme);
    }
    return sheet;
  };
  let turns: Turns | undefined;
  let isWarm = false;
  /** The engine starts and fetches what it needs for a form while the page is still drawing. */
  const warm = ({ id, version, mode }: Form): void => {
    if (isWarm) return;
    isWarm = true;
    const answers: AnswerRecord = { format: "answers/1", methodology: id, sets: {} };
    const request = { edition: `${id}@${version}`, answers, mode, asOf: today(), steps: false };
    void engine().client.calculate({ ...request, caller: newCaller() });
  };

  return (named) =>
    class extends HTMLElement implements CalculatorElement {
      static readonly observedAttributes = ["methodology", "lang", "hide"];
      static readonly home = home;
      #give = (detail: GivenResult): void => {
        const told = { detail, bubbles: true, composed: true };
        this.dispatchEvent(new CustomEvent(resultEvent, told));
      };
      #form: Form | undefined;
      #loading = "";
      #prefix = "";
      #hasTurn = false;

      get form(): Form | undefined {
        return this.#form;
      }

      set form(form: Form | undefined) {
        this.#form = form;
        this.#draw();
      }

      connectedCallback(): void {
        // Another script puts a frame here.
        if (!isAtHome(this, home)) return;
        if (this.shadowRoot === null) {
          elements += 1;
          this.#prefix = `santei-${elements}`;
          const shadow = this.attachShadow({ mode: "open" });
          shadow.adoptedStyleSheets = [styles()];
          // What the page wrote inside, a link, stays to be seen until the calculator is drawn; for good where none is.
          shadow.append(document.createElement("slot"));
        }
        // In columns of text the width of lines would be that of nothing.
        const around = this.parentElement;
        const isUpright = around !== null && !/^h/.test(getComputedStyle(around).writingMode);
        if (isUpright && this.style.width === "") this.style.width = "min(960px, 90vw)";
        void this.#load();
        this.#draw();
      }

      disconnectedCallback(): void {
        turns?.leave(this);
        this.#hasTurn = false;
        if (this.shadowRoot !== null) render(null, this.shadowRoot);
      }

      attributeChangedCallback(name: string): void {
        if (name === "methodology") void this.#load();
        this.#draw();
      }

      /** Loads the form that the attribute names; one that arrives after the attribute has changed is dropped. */
      async #load(): Promise<void> {
        const { methodology } = readElement(this, named);
        const isWanted = this.shadowRoot !== null && this.isConnected && methodology !== "";
        if (!isWanted || methodology === this.#loading) return;
        this.#loading = methodology;
        const form = await loadForm?.(methodology);
        if (this.#loading !== methodology) return;
        if (form !== undefined) this.form = form;
        // What could not be loaded is asked for again when the element comes back to the page.
        else this.#loading = "";
      }

      #draw(): void {
        if (this.#form === undefined || this.shadowRoot === null || !this.isConnected) return;
        if (!this.#hasTurn) {
          warm(this.#form);
          turns ??= makeTurns();
          turns.wait(this, () => {
            this.#hasTurn = true;
            this.#draw();
          });
          return;
        }
        const { id, version } = this.#form;
        const tag = this.getAttribute("lang") ?? this.closest("[lang]")?.getAttribute("lang");
        const language = languageOf(tag);
        const { given, hide } = readElement(this, named);
        render(
          <EngineContext.Provider value={engine()}>
            <Calculator
              key={`${id}@${version}`}
              form={this.#form}
              language={language}
              text={language === "en" ? en : ja}
              prefix={this.#prefix}
              initial={prefilled(this.#form, given)}
              hide={hide}
              onResult={this.#give}
            />
          </EngineContext.Provider>,
          this.shadowRoot,
        );
      }
    };
}
