// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import type { Form } from "../../engine/methodology/form.ts";
import { useEasy } from "../../widgets/calculator/use-easy.ts";
import { easy } from "../../widgets/easy.ts";
import { type Engine, EngineContext } from "../../widgets/engine-context.ts";
import { withEasy } from "../../widgets/text/easy.ts";
import { ja } from "../../widgets/text/ja.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { drawRuby } from "../../widgets/text/ruby.ts";
import { choose, expectResult, openCalculator, pick, type } from "../support/calculator.tsx";
import { kinds } from "./samples.ts";

/** The same in easy Japanese. */
const easyKinds = kinds
  .replace(
    "{ ja: 人数, en: People }",
    '{ ja: 人数, en: People, ja_easy: "｜何人《なんにん》ですか" }',
  )
  .replace(
    "{ ja: 乗り物, en: Vehicle }",
    '{ ja: 乗り物, en: Vehicle, ja_easy: "｜乗《の》り｜物《もの》" }',
  )
  .replace("{ ja: 車, en: Car }", '{ ja: 車, en: Car, ja_easy: "｜車《くるま》" }')
  .replace(
    "{ ja: 人の移動, en: Travel }",
    '{ ja: 人の移動, en: Travel, ja_easy: "｜人《ひと》の｜移動《いどう》" }',
  );

/** Every text and every attribute that is read out, as far as marks are left in it. */
function marksLeft(): readonly string[] {
  const attributes = [...document.body.querySelectorAll("*")].flatMap((one) =>
    [...one.attributes].map(({ value }) => value),
  );
  return [document.body.textContent ?? "", ...attributes].filter((text) => /[｜《》]/u.test(text));
}

function readingsOf(element: Element | null | undefined): string {
  return [...(element?.querySelectorAll("rt") ?? [])].map((one) => one.textContent).join(" ");
}

describe("a calculator in easy Japanese", () => {
  it("says labels, its own sentences, results and issues easily, with readings, and goes back", async () => {
    const calculator = await openCalculator(easyKinds, "ja");
    expect(document.querySelector("rt")).toBeNull();
    choose("はい");
    await waitFor(() => screen.getByLabelText("人数"));
    calculator.speak("ja_easy");
    const people = await waitFor(() => screen.getByLabelText(/人.*ですか/) as HTMLInputElement);
    expect(readingsOf(people.labels?.[0])).toBe("なんにん");
    expect(readingsOf(screen.getByRole("button", { name: /計算.*する$/ }))).toContain("けいさん");
    const vehicle = screen.getByLabelText(/乗.*物/) as HTMLSelectElement;
    expect([...vehicle.options].map(({ text }) => text)).toContain("車");

    type(/人.*ですか/, "1.5");
    const message = await waitFor(() => screen.getByText(/0、1、2、3のような/));
    expect(readingsOf(message)).toContain("なんにん");
    type(/人.*ですか/, "30");
    pick(/乗.*物/, "car");
    await waitFor(() => expect(calculator.given()).toMatchObject({ vehicle: "car" }));
    expect(marksLeft()).toEqual([]);

    calculator.speak("en");
    await waitFor(() => screen.getByLabelText("People"));
    expect(document.querySelector("rt")).toBeNull();
    expect(calculator.given()).toMatchObject({ people: "30 person", vehicle: "car" });
  });

  it("names a result with readings", async () => {
    await openCalculator(
      easyKinds.replace("counted: { type: boolean,", "counted: { type: boolean, initial: false,"),
      "ja_easy",
    );
    await expectResult("0");
    const region = document.querySelector('.result [role="status"]');
    await waitFor(() => expect(readingsOf(region)).toContain("ひと いどう"));
    expect(marksLeft()).toEqual([]);
  });
});

/** Draws what a calculator would speak with. */
function Spoken({ form }: { readonly form: Form }) {
  const { form: said, language, text } = useEasy(form, "ja_easy", ja);
  return <p>{`${language}: ${plainWords(said.title, language)}, ${text.yes} ${text.result}`}</p>;
}

const form = { id: "X-1", version: "1", title: { ja: "会議" } } as unknown as Form;

function draw(loadEasy: Engine["loadEasy"]): void {
  cleanup();
  const engine = { loadEasy } as Engine;
  render(
    <EngineContext.Provider value={engine}>
      <Spoken form={form} />
    </EngineContext.Provider>,
  );
}

describe("where easy Japanese is", () => {
  it("not to be had, a page is in Japanese", () => {
    draw(undefined);
    expect(document.body.textContent).toBe("ja: 会議, はい 結果");
  });

  it("not loaded, a page is in Japanese", async () => {
    let asked = 0;
    draw(async () => {
      asked += 1;
      throw new Error("no connection");
    });
    await waitFor(() => expect(asked).toBe(1));
    expect(document.body.textContent).toBe("ja: 会議, はい 結果");
  });

  it("on its way, a page is in Japanese until it has come", async () => {
    draw(async (edition) => ({ easy, words: { 会議: `｜会議《かいぎ》 ${edition}` } }));
    expect(document.body.textContent).toBe("ja: 会議, はい 結果");
    const read = "ja_easy: 会議（かいぎ） X-1@1, はい 結果（けっか）";
    await waitFor(() => expect(document.body.textContent).toBe(read));
  });
});

describe("marks of readings", () => {
  it("become ruby wherever text is drawn, and go where a browser shows none", () => {
    drawRuby();
    drawRuby();
    cleanup();
    const text = "｜会議《かいぎ》";
    render(
      <main aria-label={text} title={`${text} 1`}>
        {text}
        <input value={text} placeholder={text} />
        <select>
          <option>{text}</option>
          <option>
            {text}と{text}
          </option>
        </select>
        <svg role="img">
          <title>{text}</title>
          <text>{text}</text>
        </svg>
        {["｜半《はん》｜", 7, null]}
      </main>,
    );
    const main = screen.getByRole("main");
    expect([main.getAttribute("aria-label"), main.title]).toEqual(["会議", "会議 1"]);
    expect(main.querySelector("ruby")?.textContent).toBe("会議（かいぎ）");
    const input = main.querySelector("input");
    expect([input?.value, input?.placeholder]).toEqual([text, "会議"]);
    const options = [...main.querySelectorAll("option")].map(({ textContent }) => textContent);
    expect(options).toEqual(["会議", "会議と会議"]);
    expect(main.querySelector("svg")?.textContent).toBe("会議会議");
    expect(main.textContent).toContain("半（はん）｜7");
  });
});

describe("labels in easy Japanese", () => {
  it("are put into plain data, and into nothing else", () => {
    const words = { 会議: "｜会議《かいぎ》" };
    const value = {
      ...{ ja: "会議", en: "Meeting", list: [{ label: { ja: "会議" } }, "会議", null, 7] },
      ...{ other: { ja: "constructor" }, deep: { words: { ja: 7 } } },
    };
    expect(withEasy(value, words)).toEqual({
      ...value,
      ja_easy: "｜会議《かいぎ》",
      list: [{ label: { ja: "会議", ja_easy: "｜会議《かいぎ》" } }, "会議", null, 7],
    });
  });
});
