import { describe, expect, it } from "vitest";
import { ok, type Result } from "../../../engine/issue.ts";
import { packReply, unpackReply } from "../../../engine/service/columns.ts";
import type { CalculationReply } from "../../../engine/service/protocol.ts";

/** A reply whose result holds these lists, as far as a reply is looked at on its way. */
function reply(lists: Readonly<Record<string, unknown>>): Result<CalculationReply> {
  const { values = [], ...more } = lists;
  const results = { total: { main: true, value: "1" }, along: { main: false, values } };
  const result = { format: "result/1", results, ...more };
  const sets = { plan: { ok: true, result, warnings: [] }, actual: { ok: false, issues: [] } };
  return ok({ sets, withoutWords: true }) as unknown as Result<CalculationReply>;
}

function sent(one: Result<CalculationReply>): Result<CalculationReply> {
  return unpackReply(structuredClone(packReply(one)));
}

const many = <T>(make: (at: number) => T, count = 200) =>
  Array.from({ length: count }, (_, at) => make(at));
const shared = many((at) => ({ boilers: String(at + 1) }));

describe("a reply on its way from a worker", () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["nothing", {}],
    ["short lists", { asked: [{ input: "a", at: {} }], values: [{ at: {}, value: "1" }] }],
    ["places that repeat", { asked: many((at) => ({ input: `i${at % 3}`, at: shared[at % 50] })) }],
    ["places without axes", { asked: many((at) => ({ input: `i${at}`, at: {} })) }],
    [
      "rows of several shapes",
      {
        conditions: many((at) =>
          at % 2 === 0
            ? { id: "a", at: shared[at], holds: null }
            : { id: "b", at: shared[at], holds: at % 3 === 0, label: { ja: "条件" } },
        ),
      },
    ],
    ["rows of very many shapes", { missing: many((at) => ({ [`name${at}`]: "1" }), 300) }],
    [
      "lists within rows",
      { missing: many((at) => ({ input: "a", needed_by: [{ id: String(at) }] })) },
    ],
    ["long values of an output", { values: many((at) => ({ at: shared[at], value: String(at) })) }],
    ["a list that holds no rows", { ignored: many((at) => (at === 7 ? "x" : { at })) }],
    ["names with a comma", { missing: many(() => ({ "a,b": "1", c: "2" })) }],
  ])("is the same at the other end with %s", (_, lists) => {
    const one = reply(lists);
    expect(JSON.stringify(sent(one))).toBe(JSON.stringify(one));
  });

  it("is the same where it is an issue", () => {
    const issue = { code: "superseded", severity: "error", path: [], facts: {} } as const;
    expect(sent({ ok: false, issues: [issue] })).toEqual({ ok: false, issues: [issue] });
  });

  it("posts what repeats once", () => {
    const places = reply({ asked: many((at) => ({ input: "boilers.fuel", at: shared[at] })) });
    const post = packReply(places);
    const posted = post.ok ? post.value.sets.plan?.result?.asked : undefined;
    expect(posted).toBeInstanceOf(Map);
    expect(
      JSON.stringify(posted, (_, one) => (one instanceof Map ? [...one] : one)).match(
        /boilers.fuel/g,
      ),
    ).toHaveLength(1);
  });
});
