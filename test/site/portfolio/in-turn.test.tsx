// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from "@testing-library/preact";
import type { VNode } from "preact";
import { afterEach, describe, expect, it } from "vitest";
import { InTurn } from "../../../site/portfolio/in-turn.tsx";

afterEach(cleanup);

/** What has been drawn, in its order. */
function drawing() {
  const drawn: string[] = [];
  const Word = ({ words }: { readonly words: string }): VNode => {
    drawn.push(words);
    return (
      <p>
        {words} <input aria-label={words.slice(0, 1)} />
      </p>
    );
  };
  const of = (turn: string, isWhole = false): VNode => (
    <InTurn turn={turn} isWhole={isWhole}>
      {["a", "b", "c"].map((one) => (
        <Word key={one} words={`${one} ${turn}`} />
      ))}
    </InTurn>
  );
  const seen = () => [...document.querySelectorAll("p")].map((one) => one.textContent?.trim());
  return { drawn, of, seen };
}

describe("what is drawn in turn", () => {
  it("comes one after another", async () => {
    const { drawn, of, seen } = drawing();
    render(of("ja"));
    expect(seen()).toEqual(["a ja"]);
    await waitFor(() => expect(seen()).toEqual(["a ja", "b ja", "c ja"]));
    expect(drawn.filter((one) => one === "c ja")).toHaveLength(1);
  });

  it("is there at once where it has to be, and takes another turn one after another", async () => {
    const { drawn, of, seen } = drawing();
    const { rerender } = render(of("ja", true));
    expect(seen()).toEqual(["a ja", "b ja", "c ja"]);
    const field = screen.getByLabelText<HTMLInputElement>("c");
    field.value = "typed";
    rerender(of("en", true));
    expect(seen()).toEqual(["a en", "b ja", "c ja"]);
    await waitFor(() => expect(seen()).toEqual(["a en", "b en", "c en"]));
    // Neither drawn in between nor made anew.
    expect(drawn.filter((one) => one.startsWith("c"))).toEqual(["c ja", "c en"]);
    expect(screen.getByLabelText<HTMLInputElement>("c")).toBe(field);
    expect(field.value).toBe("typed");
  });

  it("says its language where that is asked, and what has not had its turn says the one it is in", async () => {
    const of = (lang: "ja" | "en"): VNode => (
      <InTurn turn={lang} lang={lang} isWhole>
        {[<p key="a">{lang}</p>, <p key="b">{lang}</p>]}
      </InTurn>
    );
    const seen = () =>
      [...document.querySelectorAll("p")].map((one) => [
        one.textContent,
        one.closest("[lang]")?.getAttribute("lang"),
      ]);
    const { rerender } = render(of("ja"));
    rerender(of("en"));
    expect(seen()).toEqual([
      ["en", "en"],
      ["ja", "ja"],
    ]);
    await waitFor(() => expect(seen()[1]).toEqual(["en", "en"]));
  });

  it("follows the last of several turns", async () => {
    const { of, seen } = drawing();
    const { rerender } = render(of("ja", true));
    rerender(of("en", true));
    rerender(of("fr", true));
    rerender(of("ja", true));
    await waitFor(() => expect(seen()).toEqual(["a ja", "b ja", "c ja"]));
    rerender(of("en", true));
    await waitFor(() => expect(seen()).toEqual(["a en", "b en", "c en"]));
  });
});
