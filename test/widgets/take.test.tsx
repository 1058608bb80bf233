// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resultSchema } from "../../engine/result/result-schema.ts";
import { readPrice, timesWhole } from "../../widgets/result/cost.ts";
import { choose, expectResult, openCalculator, pick, press, type } from "../support/calculator.tsx";
import { fuels, legs, visits } from "./samples.ts";

const saved: { name: string; blob: Blob }[] = [];

/** Catches what a browser would write into its folder of downloads. */
beforeEach(() => {
  saved.length = 0;
  let blob: Blob | undefined;
  vi.spyOn(URL, "createObjectURL").mockImplementation((one) => {
    blob = one as Blob;
    return "blob:saved";
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    if (blob !== undefined) saved.push({ name: this.download, blob });
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function file(button: string): Promise<{ readonly name: string; readonly text: string }> {
  press(button);
  await waitFor(() => expect(saved).toHaveLength(1));
  const [one] = saved;
  if (one === undefined) throw new Error("nothing was saved");
  // Reading a blob as text takes a byte order mark away.
  const bytes = new Uint8Array(await one.blob.arrayBuffer());
  return { name: one.name, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) };
}

async function visit(language: "ja" | "en" = "en"): Promise<void> {
  await openCalculator(visits, language);
  type(language === "en" ? "Guests" : "客", "12");
  await expectResult("2.6 t-CO2e");
}

describe("a result as a file", () => {
  it("is a table for spreadsheets that takes no entry for a formula", async () => {
    await visit();
    press("Add: Ride");
    await waitFor(() => screen.getByLabelText(/^Name/));
    type(/^Name/, '=HYPERLINK("x")');
    await waitFor(() => choose("Rail"));
    await waitFor(() => type("Riders", "2"));
    await expectResult("3.0 t-CO2e");
    const { name, text } = await file("Save as CSV");
    expect(name).toBe("VISITS-1-1.0-r2-result.csv");
    expect(text.startsWith("\u{feff}Kind,Id,Name,Place,Value,")).toBe(true);
    const lines = text.slice(1).split("\r\n");
    expect(lines).toContain(
      'entry,rides.name,Name,"Ride 1: =HYPERLINK(""x"")","\'=HYPERLINK(""x"")",,,,,,',
    );
    expect(lines).toContain("entry,guests,Guests,,12 person,,,,,,");
    expect(lines).toContain("result,total,Total,,3,,,t-CO2e,3.0,t-CO2e,");
    expect(lines).toContain(
      "not confirmed at its source,factor,Factor,,0.2,,,t-CO2e/person,,,constant unconfirmed",
    );
    expect(lines).toContain("record of the calculation,version,Version,,1.0-r2,,,,,,");
    screen.getByText("“VISITS-1-1.0-r2-result.csv” has been saved.");
  });

  it("has both ends of a range", async () => {
    await visit();
    choose(/^Range/);
    await expectResult("1.3–3.9 t-CO2e");
    const { text } = await file("Save as CSV");
    expect(text).toContain("\r\nresult,total,Total,,,1.3,3.9,t-CO2e,1.3..3.9,t-CO2e,\r\n");
  });

  it("is the result as the contract has it", async () => {
    await visit();
    const { name, text } = await file("Save as JSON");
    expect(name).toBe("VISITS-1-1.0-r2-result.json");
    const result = JSON.parse(text);
    expect(resultSchema.safeParse(result).success).toBe(true);
    expect(result.results.total).toMatchObject({ value: "2.6", unit: "t-CO2e" });
    expect(result.methodology).toMatchObject({ id: "VISITS-1", version: "1.0-r2" });
  });

  it("is a picture without styles, in the reader's words", async () => {
    await visit("ja");
    const { name, text } = await file("画像（SVG）で保存");
    expect(name).toBe("VISITS-1-1.0-r2-result.svg");
    const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    const words = [...svg.querySelectorAll("text")].map((one) => one.textContent);
    expect(words.slice(0, 4)).toEqual([
      "VISITS-1の例",
      "合計",
      "2.6 t-CO2e",
      "クレジット：3 t-CO2e",
    ]);
    expect(words).toContain("説明のための独自のモデルです。制度の公式な算定ではありません。");
    expect(words).toContain("原典未確認の数値を含む（1件）");
    expect(text).not.toMatch(/style|<script|href/);
  });

  it("draws a bar for each value of an output with bars", async () => {
    await openCalculator(legs);
    press("Add: Leg");
    await waitFor(() => choose("By distance"));
    await waitFor(() => type("Kilometres", "40"));
    await expectResult("40 km");
    const { text } = await file("Save a picture (SVG)");
    expect(text).toContain(">Leg 1</text>");
    expect(text.match(/<rect/g)?.length).toBe(3);
  });

  it("says so where the browser draws no picture", async () => {
    await visit();
    press("Save a picture (PNG)");
    await waitFor(() =>
      screen.getByText("This browser could not make the picture. Please try SVG."),
    );
    expect(saved).toEqual([]);
  });
});

describe("the cost of covering a result", () => {
  it("is asked with no price preset, and is whole tonnes times what is entered", async () => {
    await visit();
    const price = screen.getByLabelText("Price of one tonne of credits (yen)") as HTMLInputElement;
    expect(price.value).toBe("");
    expect(document.querySelector(".cost output")?.textContent).toBe("");
    type("Price of one tonne of credits (yen)", "３，５００");
    await waitFor(() => screen.getByText("10,500 yen"));
    type("Price of one tonne of credits (yen)", "cheap");
    await waitFor(() => expect(price.getAttribute("aria-invalid")).toBe("true"));
    screen.getByText(/^Please enter a number of 0 or more/);
    expect(screen.queryByText(/yen$/)).toBe(null);
  });

  it("is a range where the tonnes are", async () => {
    await visit();
    choose(/^Range/);
    await expectResult("1.3–3.9 t-CO2e");
    type("Price of one tonne of credits (yen)", "1000");
    await waitFor(() => screen.getByText("2,000–4,000 yen"));
  });

  it("is not asked of what nothing has to cover", async () => {
    await openCalculator(fuels);
    expect(screen.queryByText("Cost of covering it")).toBe(null);
    expect(screen.queryByRole("button", { name: "Offset statement (draft)" })).toBe(null);
  });

  it.each([
    ["3", "3500", "10500"],
    ["3", "0.10", "0.30"],
    ["0", "3500", "0"],
    [
      "123456789012345678901234567890",
      "999999999.99",
      "123456789011111111011111111100987654321.10",
    ],
    ["2", "1500.50", "3001"],
    ["1.5", "10", undefined],
  ])("%s tonnes at %s yen are %s", (tonnes, price, yen) => {
    expect(timesWhole(tonnes, price)).toBe(yen);
  });

  it.each([
    ["3,500円", "3500"],
    [" ￥1 200.50 ", "1200.50"],
    ["-1", undefined],
    ["1e9", undefined],
    ["0.001", undefined],
    ["1234567890", undefined],
    ["", undefined],
  ])("a price of %j is read as %j", (typed, price) => {
    expect(readPrice(typed)).toBe(price);
  });
});

describe("an alternative", () => {
  it("differs in one choice, and stands beside the plan with the range of each", async () => {
    const calculator = await openCalculator(visits);
    expect(screen.queryByRole("radio", { name: "Alternative" })).toBe(null);
    type("Guests", "12");
    await expectResult("2.6 t-CO2e");
    pick("What differs", "0");
    press("Make the alternative");
    await waitFor(() => screen.getByRole("heading", { name: "Result: Alternative" }));
    await expectResult("0.2 t-CO2e");
    screen.getByText(/copied into an alternative \(Kind: Online\)/);
    expect(calculator.given("plan")).toMatchObject({ kind: "in_person", guests: "12 person" });
    expect(calculator.given("instead")).toMatchObject({ kind: "online" });
    const table = () => screen.getByRole("table", { name: "Results compared" });
    await waitFor(() => within(table()).getByText("1.3–3.9"));
    const rows = within(table())
      .getAllByRole("row")
      .map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ["Item", "Plan (before)", "Alternative"],
      ["Total t-CO2e", "2.61.3–3.9", "0.20.1–0.3"],
      ["Credits t-CO2e", "32–4", "1"],
    ]);
    screen.getByText("Plan (before): Nothing entered and nothing counted for: Rides");
  });
});

describe("the offset statement", () => {
  it.each([
    ["en", "Offset statement (draft)", /no official certificate/, "Print the statement"],
    ["ja", "オフセット計算書（下書き）", /公的な証明書ではなく/, "計算書を印刷"],
  ] as const)(
    "says what was counted and rests on what, and is no certificate (%s)",
    async (language, button, notice, print) => {
      await visit(language);
      press(button);
      const statement = await waitFor(() => screen.getByRole("region", { name: button }));
      const inside = within(statement);
      await waitFor(() => {
        const heading = inside.getByRole("heading", { name: button });
        expect(document.activeElement === heading).toBe(true);
      });
      inside.getByText(notice);
      expect(statement.querySelector(".amount")?.textContent).toBe("2.6 t-CO2e");
      expect(statement.textContent).toContain("3 t-CO2e");
      expect(statement.textContent).toContain("VISITS-1 1.0-r2");
      expect(inside.getByText("test").tagName).toBe("CODE");
      expect(statement.textContent).toMatch(
        language === "en" ? /Factor: 0\.2 t-CO2e\/people/ : /係数：0\.2 t-CO2e\/人/,
      );
      const printed = vi.fn(() => {
        expect(statement.dataset.printed).toBe("alone");
        expect(document.documentElement.dataset.print).toBe("part");
      });
      vi.stubGlobal("print", printed);
      fireEvent.click(inside.getByRole("button", { name: print }));
      expect(printed).toHaveBeenCalledOnce();
      dispatchEvent(new Event("afterprint"));
      expect(document.documentElement.dataset.print).toBe(undefined);
    },
  );

  it("carries what is entered for it, and the cost", async () => {
    await visit();
    type("Price of one tonne of credits (yen)", "3500");
    press("Offset statement (draft)");
    const statement = await waitFor(() =>
      screen.getByRole("region", { name: "Offset statement (draft)" }),
    );
    type("Organiser", "Town of Example");
    expect(within(statement).getAllByText("Town of Example")).toHaveLength(1);
    expect(statement.textContent).toContain("10,500 yen");
    fireEvent.click(within(statement).getByRole("button", { name: "Close the statement" }));
    await waitFor(() =>
      expect(screen.queryByRole("region", { name: "Offset statement (draft)" })).toBe(null),
    );
  });
});
