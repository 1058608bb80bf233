import { describe, expect, it } from "vitest";
import { readRequest } from "../../../engine/service/request.ts";
import { tinyRequest } from "../../support/tiny.ts";

const request = tinyRequest("1 kg");

/** The request with its answers replaced. */
function given(value: unknown): unknown {
  return { ...request, answers: { ...request.answers, sets: { plan: { given: value } } } };
}

function nested(depth: number): unknown {
  return depth === 0 ? "1" : [nested(depth - 1)];
}

const circle: unknown[] = [];
circle.push(circle);

describe("the door of the service", () => {
  it("lets a request through as it is", () => {
    expect(readRequest(request)).toEqual({ ok: true, value: request, warnings: [] });
  });

  it.each<[string, unknown]>([
    ["lists and maps", given({ boilers: [{ fuel: "lpg", heat: { FY2023: "1 GJ" } }] })],
    [
      "as many entries as may be",
      given(Object.fromEntries(Array.from({ length: 49_000 }, (_, i) => [`a${i}`, "1"]))),
    ],
    ["eight levels", given({ a: nested(7) })],
    ["maps without a prototype", given(Object.assign(Object.create(null), { a: "1" }))],
    ["a list of steps", { ...request, steps: ["twice"] }],
    ["a bare id", { ...request, edition: "TINY-1" }],
  ])("lets %s through", (_, value) => {
    expect(readRequest(value)).toMatchObject({ ok: true });
  });

  it.each<[string, unknown, string, readonly (string | number)[]]>([
    ["nothing", undefined, "request", []],
    ["null", null, "request", []],
    ["a text", "calculate", "request", []],
    ["a list", [request], "request", []],
    ["no caller", { ...request, caller: undefined }, "caller", ["caller"]],
    ["an empty caller", { ...request, caller: "" }, "caller", ["caller"]],
    ["a long caller", { ...request, caller: "a".repeat(201) }, "caller", ["caller"]],
    ["an address", { ...request, edition: "https://evil.example/" }, "edition", ["edition"]],
    ["a way up", { ...request, edition: "../MEETING-1" }, "edition", ["edition"]],
    ["a number for an edition", { ...request, edition: 1 }, "edition", ["edition"]],
    ["an unknown mode", { ...request, mode: "guess" }, "mode", ["mode"]],
    ["a day that is none", { ...request, asOf: "today" }, "day", ["asOf"]],
    ["steps that are no list", { ...request, steps: "all" }, "steps", ["steps"]],
    ["steps that are no ids", { ...request, steps: [1] }, "steps", ["steps"]],
    ["no answers", { ...request, answers: undefined }, "answers", ["answers"]],
    ["tables that are no map", { ...request, replacements: [] }, "replacements", ["replacements"]],
    [
      "a table without rows",
      { ...request, replacements: { t: { hash: "0".repeat(64) } } },
      "replacements",
      ["replacements", "t"],
    ],
    [
      "another format",
      { ...request, answers: { format: "answers/2", methodology: "TINY-1", sets: {} } },
      "answers",
      ["answers"],
    ],
    [
      "sets that are a list",
      { ...request, answers: { format: "answers/1", methodology: "TINY-1", sets: [] } },
      "answers",
      ["answers", "sets"],
    ],
    [
      "a set without answers",
      { ...request, answers: { format: "answers/1", methodology: "TINY-1", sets: { plan: {} } } },
      "answers",
      ["answers", "sets", "plan"],
    ],
    [
      "a number as answer",
      given({ amount: 1 }),
      "answers",
      ["answers", "sets", "plan", "given", "amount"],
    ],
    [
      "a missing answer",
      given({ amount: undefined }),
      "answers",
      ["answers", "sets", "plan", "given", "amount"],
    ],
    [
      "a function",
      given({ amount: () => "1" }),
      "answers",
      ["answers", "sets", "plan", "given", "amount"],
    ],
    [
      "a date",
      given({ amount: new Date(0) }),
      "answers",
      ["answers", "sets", "plan", "given", "amount"],
    ],
    [
      "a map of the language",
      given({ amount: new Map() }),
      "answers",
      ["answers", "sets", "plan", "given", "amount"],
    ],
    [
      "an answer in a list",
      given({ legs: ["1", 2n] }),
      "answers",
      ["answers", "sets", "plan", "given", "legs", 1],
    ],
  ])("refuses %s and says where", (_, value, part, path) => {
    expect(readRequest(value)).toEqual({
      ok: false,
      issues: [{ code: "request-malformed", severity: "error", path, facts: { part } }],
    });
  });

  it.each<[string, unknown, string, string]>([
    ["too many characters", given({ note: "a".repeat(1_000_001) }), "characters", "1000000"],
    ["long keys", given({ ["a".repeat(1_000_001)]: "1" }), "characters", "1000000"],
    [
      "too many entries",
      given({ legs: Array.from({ length: 50_001 }, () => "1") }),
      "entries",
      "50000",
    ],
    [
      "a table of too many cells",
      {
        ...request,
        replacements: {
          t: { hash: "0".repeat(64), rows: Array.from({ length: 25_001 }, () => ({ a: "1" })) },
        },
      },
      "entries",
      "50000",
    ],
    ["too many levels", given({ a: nested(9) }), "depth", "8"],
    ["a circle", given({ a: circle }), "depth", "8"],
    [
      "too many sets",
      {
        ...request,
        answers: {
          format: "answers/1",
          methodology: "TINY-1",
          sets: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`s${i}`, { given: {} }])),
        },
      },
      "sets",
      "10",
    ],
  ])("refuses %s", (_, value, measure, limit) => {
    const read = readRequest(value);
    expect(read).toMatchObject({
      ok: false,
      issues: [{ code: "request-too-large", facts: { measure, limit } }],
    });
  });
});
