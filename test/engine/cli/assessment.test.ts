import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, deskWith, library } from "../../support/terminal.ts";

let desk: Desk;

beforeAll(async () => {
  desk = await deskWith({ ...library, "answers.yaml": "fuel: oil\nheat: 123 GJ\n" });
});
afterAll(() => desk.clear());

const goal = "seek KILN-1 --answers answers.yaml --change heat";

describe("santei seek", () => {
  it("tells the answers that reach the goal", async () => {
    const line = `${goal} --from 100GJ --to 200GJ --step 5 --at-least 9`;
    expect(await desk.type(line)).toEqual({
      status: 0,
      out: "Of 21 answers these reach the goal:\n  130 GJ to 200 GJ\n",
      err: "",
    });
    expect((await desk.type(line, { language: "ja" })).out).toBe(
      "21個の回答のうち、目標に届くのは次のとおりです。\n  130 GJ から 200 GJ\n",
    );
    const { out } = await desk.type(`${line} --json`);
    expect(JSON.parse(out)).toEqual({
      output: "emission",
      intervals: [{ from: "130 GJ", to: "200 GJ" }],
      tried: 21,
      withoutValue: 0,
    });
  });

  it("ends with status 1 where none does", async () => {
    const typed = await desk.type(`${goal} --from 5GJ --to 20GJ --step 5 --at-least 9`);
    expect(typed).toEqual({
      status: 1,
      out: "None of 4 answers reaches the goal.\n1 answer gave no value.\n",
      err: "",
    });
  });

  it("says which answers are missing where none of those tried gives a value", async () => {
    const line =
      "seek KILN-1 --answers - --change heat --from 100GJ --to 110GJ --step 5 --at-least 9";
    const { status, err } = await desk.type(line, { input: "{}\n" });
    expect(status).toBe(1);
    expect(err).toContain(
      "[output-without-value] The output emission has no value under these answers",
    );
    expect(err).toContain("fuel");
  });

  it("says what is wrong, in both languages", async () => {
    const line = `${goal} --from 5GJ --to 20GJ --step 0 --at-least much --output credits`;
    const { status, out, err } = await desk.type(line);
    expect([status, out]).toEqual([1, ""]);
    expect(err).toContain("[grid-of-answers] From 5GJ to 20GJ by 0 is no row of answers.");
    expect(err).toContain(
      "[output-unknown] There is no output credits with a figure here. It should be",
    );
    expect((await desk.type(line, { language: "ja" })).err).toContain("[output-unknown]");
  });
});

describe("santei sensitivity", () => {
  it("puts first what moves the output most", async () => {
    expect(await desk.type("sensitivity KILN-1 --answers answers.yaml --by 0.5")).toEqual({
      status: 0,
      out: [
        "emission = 8.6 t-CO2",
        "heat = 123 GJ  8.6  61.5 GJ → -4.3; 184.5 GJ → +4.3",
        "fuel = oil     2.5  gas → -2.5",
        "",
      ].join("\n"),
      err: "",
    });
  });

  it("gives plain data, and points at what cannot be read", async () => {
    const { out } = await desk.type(
      "sensitivity KILN-1 --answers answers.yaml --output share --json",
    );
    expect(JSON.parse(out)).toMatchObject({ output: "share", unit: "t-CO2", value: "43/15" });
    const wrong = await desk.type("sensitivity KILN-1 --answers -", {
      input: "fuel: oil\nheat: 1 kg\n",
    });
    expect(wrong.status).toBe(1);
    expect(wrong.err).toMatch(/^stdin:2:7: error \[answer-unit-mismatch\]/);
    expect((await desk.type("sensitivity KILN-1 --answers answers.yaml --by 0")).status).toBe(2);
  });
});
