import { describe, expect, it } from "vitest";
import { type Hand, isLongFile, poolOf } from "../../../engine/batch/pool.ts";

/** Hands that do what they are told to by number of hire: `undefined` is a hire that fails. */
function handsOf(works: readonly ((task: number) => Promise<string>)[]) {
  const closed: number[] = [];
  let hired = 0;
  const hire = (): Hand<number, string> => {
    const own = hired;
    hired += 1;
    const evaluate = works[own];
    if (evaluate === undefined) throw new Error("no more hands");
    return { evaluate, close: () => closed.push(own) };
  };
  return { hire, closed, hired: () => hired };
}

const byHand = (name: string) => async (task: number) => {
  await Promise.resolve();
  return `${name} ${task}`;
};
const here = (task: number) => `here ${task}`;
const lost = () => Promise.reject(new Error("lost"));

describe("a pool of hands", () => {
  it("hires one more only where all others are busy, and gives each piece its own answer", async () => {
    const { hire, hired, closed } = handsOf([byHand("a"), byHand("b")]);
    const pool = poolOf({ most: 2, hire, here });
    expect(await pool.evaluate(1)).toBe("a 1");
    expect([await pool.evaluate(2), hired()]).toEqual(["a 2", 1]);
    const many = await Promise.all([3, 4, 5, 6, 7].map((task) => pool.evaluate(task)));
    expect(many.map((done) => done.slice(2))).toEqual(["3", "4", "5", "6", "7"]);
    expect(hired()).toBe(2);
    await pool.close();
    expect(closed.sort()).toEqual([0, 1]);
  });

  it("does a piece again here where its hand was lost, and never asks that hand again", async () => {
    const { hire, hired, closed } = handsOf([lost, byHand("b")]);
    const pool = poolOf({ most: 2, hire, here });
    const all = await Promise.all([1, 2, 3].map((task) => pool.evaluate(task)));
    expect(all).toEqual(["here 1", "b 2", "b 3"]);
    expect([await pool.evaluate(4), hired(), closed]).toEqual(["b 4", 2, [0]]);
  });

  it("does everything here where no hand is left or can be hired", async () => {
    const broken = poolOf({ most: 2, hire: handsOf([lost, lost]).hire, here });
    expect(await Promise.all([1, 2, 3, 4].map((task) => broken.evaluate(task)))).toEqual(
      [1, 2, 3, 4].map(here),
    );
    const { hire, hired } = handsOf([]);
    const none = poolOf({ most: 4, hire, here });
    expect([await none.evaluate(1), await none.evaluate(2), hired()]).toEqual([
      "here 1",
      "here 2",
      1,
    ]);
  });

  it("takes a hand that says nothing for lost, and what it says later for nothing", async () => {
    let speak: ((done: string) => void) | undefined;
    const silent = () => new Promise<string>((resolve) => (speak = resolve));
    const { hire, closed } = handsOf([silent]);
    const pool = poolOf({ most: 1, hire, here, patience: () => 5 });
    const asked = pool.evaluate(1);
    expect([await asked, closed]).toEqual(["here 1", [0]]);
    speak?.("late");
    expect(await pool.evaluate(2)).toBe("here 2");
  });

  it("tells what goes wrong here, too", async () => {
    const pool = poolOf<number, string>({ most: 1, hire: handsOf([lost]).hire, here: lost });
    await expect(pool.evaluate(1)).rejects.toThrow("lost");
  });

  it.each([
    ["csv", 4 * 1024 * 1024, "projects", "estimate", true],
    ["csv", 4 * 1024 * 1024 - 1, "projects", "estimate", false],
    ["xlsx", 512 * 1024, "projects", "official", true],
    ["csv", 64 * 1024, "items", "estimate", true],
    ["csv", 64 * 1024, "projects", "range", true],
    ["csv", 64 * 1024 - 1, "items", "estimate", false],
  ] as const)(
    "is worth it for a file %s of %i bytes of %s in mode %s: %s",
    (kind, size, rows, mode, is) => {
      expect(isLongFile({ kind, size }, { rows, mode })).toBe(is);
    },
  );
});
