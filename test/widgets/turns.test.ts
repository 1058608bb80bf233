// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeTurns } from "../../widgets/draw-in-turn.ts";

/** What the browser says of places in sight; a page that is not painted hears nothing. */
let report: (target: Element, isIntersecting: boolean) => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(told: (entries: readonly object[]) => void) {
        report = (target, isIntersecting) => told([{ target, isIntersecting }]);
      }
      observe(): void {}
      unobserve(): void {}
    },
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function wait(names: readonly string[], broken = ""): readonly [string[], readonly Element[]] {
  const turns = makeTurns();
  const drawn: string[] = [];
  const elements = names.map((name) => {
    const element = document.createElement("p");
    turns.wait(element, () => {
      if (name === broken) throw new Error("this one breaks");
      drawn.push(name);
    });
    return element;
  });
  return [drawn, elements];
}

it("draws what is in sight first, and then all others", () => {
  const [drawn, [first, second, third]] = wait(["first", "second", "third"]);
  for (const [element, isInSight] of [
    [first, false],
    [second, false],
    [third, true],
  ] as const) {
    if (element !== undefined) report(element, isInSight);
  }
  expect(drawn).toEqual(["third"]);
  vi.runAllTimers();
  expect(drawn).toEqual(["third", "first", "second"]);
});

it("draws all where nothing is ever said to be in sight", () => {
  const [drawn] = wait(["first", "second", "third"]);
  vi.runAllTimers();
  expect(drawn).toEqual(["first", "second", "third"]);
});

it("goes on after one that breaks", () => {
  const [drawn] = wait(["first", "second", "third"], "second");
  expect(() => vi.runAllTimers()).toThrow("this one breaks");
  vi.runAllTimers();
  expect(drawn).toEqual(["first", "third"]);
});
