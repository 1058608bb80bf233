// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { packText, unpackText } from "../../widgets/out/share-code.ts";
import { choose, expectResult, openCalculator, press, type } from "../support/calculator.tsx";
import { fuels, visits } from "./samples.ts";

const field = (name: string) => screen.getByLabelText(name) as HTMLInputElement;
const said = () => document.querySelector('.look [role="status"]')?.textContent;

/** The fragment of the link that a calculator offers now. */
async function shared(): Promise<string> {
  press("Share as a link");
  await waitFor(() => screen.getByLabelText("Link to share"));
  return new URL(field("Link to share").value).hash;
}

/** The fragment of a link that holds something else. */
const made = (content: unknown) => `#share=${packText(JSON.stringify(content))}`;

describe("a link that is shared", () => {
  it("restores answers of every set, day, mode and price", async () => {
    await openCalculator(visits);
    type("Guests", "１２");
    await expectResult("2.6 t-CO2e");
    type("Price of one tonne of credits (yen)", "3,500");
    choose(/^Range/);
    await expectResult(/1\.3–3\.9/);
    press("Add: Ride");
    await waitFor(() => screen.getByLabelText(/^Name/));
    type(/^Name/, "=仙台");
    choose("Actual");
    await waitFor(() => screen.getByRole("heading", { name: "Result: Actual" }));
    type("Guests", "9");
    await waitFor(() => screen.getByRole("table", { name: "Results compared" }));
    const fragment = await shared();
    expect(fragment).toMatch(/^#share=1\.[a-z0-9]+\.[A-Za-z0-9_-]+$/);
    expect(field("Link to share").value).toMatch(
      /^https:\/\/santei\.example\/en\/VISITS-1\/#share=/,
    );
    screen.getByRole("img", { name: "QR code of the link to share" });

    const other = await openCalculator(visits);
    other.follow(fragment);
    await waitFor(() => expect(said()).toBe("The entries of the link are open."));
    expect(field("Guests").value).toBe("9");
    expect(screen.getByRole("radio", { name: "Actual" })).toHaveProperty("checked", true);
    expect(screen.getByRole("radio", { name: /^Range/ })).toHaveProperty("checked", true);
    await waitFor(() => expect(field("Price of one tonne of credits (yen)").value).toBe("3,500"));
    await waitFor(() =>
      expect(other.given("plan")).toMatchObject({
        guests: "１２ person",
        rides: [{ name: "=仙台" }],
      }),
    );
  });

  it("of an earlier edition opens with answers, fields and members moved to their new names", async () => {
    const calculator = await openCalculator(visits);
    const given = {
      kind: "on_site",
      visitors: "7 person",
      trips: [{ by: "train", riders: "2 person" }],
    };
    const record = { format: "answers/1", methodology: "VISITS-1", version: "1.0-r1" };
    calculator.follow(made({ record: { ...record, sets: { plan: { given } } } }));
    await waitFor(() => expect(said()).toMatch(/made with version 1\.0-r1/));
    expect(field("Guests").value).toBe("7");
    expect(screen.getByRole("radio", { name: "In a room" })).toHaveProperty("checked", true);
    await waitFor(() =>
      expect(screen.getByRole("radio", { name: "Rail" })).toHaveProperty("checked", true),
    );
    await expectResult("2.0 t-CO2e");
    expect(calculator.given()).toMatchObject({ guests: "7 person", rides: [{ means: "rail" }] });
  });

  it.each([
    ["cut off", made({}).slice(0, -3), /cut off or damaged/],
    ["of another way of writing", "#share=2.abc.def", /made in a newer way/],
    ["without an end", `#share=1.a.${"A".repeat(300_000)}`, /too long/],
    ["that unpacks to more than answers are", made("x".repeat(2_000_000)), /too long/],
    ["with something else in it", made({ record: [] }), /no answers in this link/],
    ["with nothing in it", made(null), /no answers in this link/],
    [
      "for another calculation",
      made({ record: { format: "answers/1", methodology: "OTHER-1", sets: {} } }),
      /another calculation/,
    ],
    [
      "with more items than there may be",
      made({
        record: {
          format: "answers/1",
          methodology: "FUELS-1",
          sets: { plan: { given: { fuel: Array.from({ length: 150_000 }, () => "1") } } },
        },
      }),
      /more answers than/,
    ],
  ])(
    "says why it cannot be opened, and leaves what was entered: %s",
    async (_, fragment, sentence) => {
      const calculator = await openCalculator(fuels);
      choose("Oil");
      await waitFor(() => expect(calculator.given()).toMatchObject({ fuel: "oil" }));
      calculator.follow(fragment);
      await waitFor(() => expect(said()).toMatch(sentence));
      expect(said()).toContain("Your entries stay as they are.");
      expect(screen.getByRole("radio", { name: "Oil" })).toHaveProperty("checked", true);
    },
  );

  it("that is too long for a code says so, and how else to hand the answers over", async () => {
    const calculator = await openCalculator(visits);
    const rides = Array.from({ length: 90 }, (_, index) => {
      const primes = [7919, 104_729, 15_485_863, 32_452_843];
      const digits = primes.map((prime) => (prime * (index + 1) * (index + 3)) % 9_999_991);
      return { name: digits.join("") };
    });
    const record = { format: "answers/1", methodology: "VISITS-1", version: "1.0-r2" };
    calculator.follow(made({ record: { ...record, sets: { plan: { given: { rides } } } } }));
    await waitFor(() => expect(said()).toBe("The entries of the link are open."));
    await shared();
    screen.getByText(/too long for a QR code/);
    expect(screen.queryByRole("img", { name: /QR code/ })).toBe(null);
  });
});

describe("the text of a link", () => {
  it.each([["", "a", "人数３０人\n\u{1f600}", "0".repeat(200_000)]].flat())(
    "comes back to the letter",
    (text) => {
      expect(unpackText(packText(text))).toEqual({ ok: true, text });
    },
  );

  it("is refused when any of its letters has changed", () => {
    const code = packText(JSON.stringify({ people: "30 person", area: "120 m2" }));
    const changed = [...code.slice(0, -1)].flatMap((letter, at) => {
      const other = letter === "A" ? "B" : "A";
      const text = code.slice(0, at) + other + code.slice(at + 1);
      return letter === "." || at < 2 ? [] : [unpackText(text).ok];
    });
    expect(changed.length).toBeGreaterThan(40);
    expect(changed).not.toContain(true);
  });
});
