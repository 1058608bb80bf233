import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { everyLane } from "../../../engine/lanes/every-lane.ts";
import type { Tree } from "../../../engine/methodology/tree.ts";
import { createEngineClient, type EngineClient } from "../../../engine/service/client.ts";
import { loadEditionsFrom } from "../../../engine/service/editions.ts";
import type { Service } from "../../../engine/service/protocol.ts";
import { createService } from "../../../engine/service/service.ts";
import { engineVersion } from "../../../engine/version.ts";
import { bringLanes } from "../../../site/lanes.ts";
import { amountOf, openDesk } from "../../support/engines.ts";
import { filesOf, openShelf, type Shelf } from "../../support/shelf.ts";
import { tinyEdition, tinyRequest, tinyTree } from "../../support/tiny.ts";

let shelf: Shelf;
let service: Service;
let client: EngineClient | undefined;

beforeEach(async () => {
  shelf = await openShelf(await filesOf(tinyTree));
  service = createService({ load: loadEditionsFrom(shelf.base), bring: bringLanes });
});

afterEach(async () => {
  client?.dispose();
  await shelf.close();
});

describe("the service", () => {
  it("greets with the version of the engine", async () => {
    expect(await service.greet()).toBe(engineVersion);
  });

  it("answers every set of a record with plain data", async () => {
    const request = tinyRequest("1.25 kg");
    const { plan } = request.answers.sets;
    const sets = { plan: plan ?? { given: {} }, actual: { given: { amount: "２ kg" } } };
    const reply = await service.calculate({ ...request, answers: { ...request.answers, sets } });
    expect(reply).toMatchObject({
      ok: true,
      value: {
        sets: {
          plan: {
            ok: true,
            result: { results: { twice: { value: "2.5", unit: "kg", display: "3" } } },
          },
          actual: { ok: true, result: { results: { twice: { value: "4" } } } },
        },
      },
    });
    expect(structuredClone(reply)).toEqual(reply);
    expect(JSON.parse(JSON.stringify(reply))).toEqual(reply);
  });

  it("names the edition by the hash of what was loaded", async () => {
    const { hash } = JSON.parse(String(shelf.contents.get("/manifest.json"))).editions[tinyEdition];
    const reply = await service.calculate(tinyRequest("1 kg"));
    const set = reply.ok ? reply.value.sets.plan : undefined;
    expect(set?.result?.methodology).toEqual({
      id: "TINY-1",
      version: "1.0-r1",
      hash,
      status: "illustrative",
    });
  });

  it("loads and compiles an edition once", async () => {
    await service.calculate(tinyRequest("1 kg"));
    await service.calculate(tinyRequest("2 kg"));
    expect(shelf.requests.filter((path) => path.endsWith("figures.json"))).toHaveLength(1);
  });

  it("calculates only the newest of the calls that have come", async () => {
    const calls = ["1 kg", "2 kg", "3 kg"].map((amount) => service.calculate(tinyRequest(amount)));
    expect((await Promise.all(calls)).map(amountOf)).toEqual(["superseded", "superseded", "6"]);
  });

  it("keeps the calls of different callers apart", async () => {
    const calls = ["1 kg", "2 kg"].map((amount) =>
      service.calculate(tinyRequest(amount, { caller: amount })),
    );
    expect((await Promise.all(calls)).map(amountOf)).toEqual(["2", "4"]);
  });

  it("says what is missing instead of taking it for nothing", async () => {
    const request = tinyRequest("1 kg");
    const answers = { ...request.answers, sets: { plan: { given: {} } } };
    const reply = await service.calculate({ ...request, answers });
    const set = reply.ok ? reply.value.sets.plan : undefined;
    expect(set?.result?.missing.map(({ input }) => input)).toEqual(["amount"]);
    expect(set?.result?.results.twice).toMatchObject({ none: "missing" });
  });

  it("brings what tells why there is no value when there is none, and only then", async () => {
    const [formula] = tinyTree.formulas;
    if (formula?.body.kind !== "expr") throw new Error("twice is an expression");
    const amount = { kind: "input", id: "amount" } as const;
    const value = { kind: "arithmetic", operator: "/", left: amount, right: amount } as const;
    await shelf.close();
    const body = { kind: "expr", value } as const;
    shelf = await openShelf(await filesOf({ ...tinyTree, formulas: [{ ...formula, body }] }));
    const brought: string[] = [];
    const own = createService({
      load: loadEditionsFrom(shelf.base),
      bring: (names) => {
        brought.push(...names);
        return bringLanes(names);
      },
    });
    expect(amountOf(await own.calculate(tinyRequest("2 kg")))).toBe("1");
    expect(brought).not.toContain("issues");
    const reply = await own.calculate(tinyRequest("0 kg"));
    const result = reply.ok ? reply.value.sets.plan?.result : undefined;
    expect(result?.issues.map(({ code }) => code)).toEqual(["division-by-zero"]);
    expect(result?.results.twice).toMatchObject({ none: "failed" });
    expect(brought).toContain("issues");
  });

  it("tells an answer that cannot be read within its set", async () => {
    const reply = await service.calculate(tinyRequest("much"));
    const set = reply.ok ? reply.value.sets.plan : undefined;
    expect(set?.ok).toBe(false);
  });

  it.each<[string, unknown, string]>([
    ["nothing", undefined, "request-malformed"],
    ["a text", "calculate", "request-malformed"],
    ["another edition", tinyRequest("1 kg", { edition: "OTHER-1@1.0-r1" }), "edition-unknown"],
    ["a way out of the folder", tinyRequest("1 kg", { edition: "../TINY-1" }), "request-malformed"],
    [
      "another methodology's answers",
      { ...tinyRequest("1 kg"), answers: { format: "answers/1", methodology: 7, sets: {} } },
      "request-malformed",
    ],
  ])("answers %s with an issue", async (_, request, code) => {
    expect(amountOf(await service.calculate(request as ReturnType<typeof tinyRequest>))).toBe(code);
  });

  it("makes an issue of a tree that no checker has made", async () => {
    const path = `/${tinyEdition}/figures.json`;
    const broken = { ...JSON.parse(String(shelf.contents.get(path))), tree: { formulas: [{}] } };
    shelf.contents.set(path, JSON.stringify(broken));
    expect(amountOf(await service.calculate(tinyRequest("1 kg")))).toBe("engine-fault");
  });

  it("tries again to load what could not be loaded", async () => {
    const path = `/${tinyEdition}/figures.json`;
    const text = shelf.contents.get(path) ?? "";
    shelf.contents.set(path, 503);
    expect(amountOf(await service.calculate(tinyRequest("1 kg")))).toBe("edition-unreachable");
    shelf.contents.set(path, text);
    expect(amountOf(await service.calculate(tinyRequest("1 kg")))).toBe("2");
  });
});

/** Twice the amount, the factor from a table that may be replaced. */
const tabled: Tree = {
  ...tinyTree,
  tables: [
    {
      id: "factors",
      keys: [{ id: "age", kind: "number", unit: "1", interpolate: false, outside: "error" }],
      columns: [{ id: "factor", type: { kind: "quantity", unit: { text: "1" } } }],
      inverse: [],
      replaceable: true,
      rows: [{ keys: ["40"], cells: ["2"], origin: 0 }],
      origins: [{ sources: [{ document: "rule" }], provenance: "confirmed" }],
    },
  ],
  formulas: tinyTree.formulas.map((formula) => ({
    ...formula,
    body: {
      kind: "expr",
      value: {
        kind: "arithmetic",
        operator: "*",
        left: { kind: "input", id: "amount" },
        right: {
          kind: "lookup",
          table: "factors",
          keys: [{ kind: "number", value: "40", unit: "1" }],
          column: "factor",
        },
      },
    },
  })),
};

describe("a table of an office", () => {
  const hash = "0".repeat(63).concat("1");
  const calculate = async (
    replacements?: Record<string, { hash: string; rows: [] | object[] }>,
  ) => {
    for (const [path, content] of await filesOf(tabled)) shelf.contents.set(path, content);
    const own = createService({ load: loadEditionsFrom(shelf.base), bring: async () => everyLane });
    const request = tinyRequest("1.5 kg");
    const reply = await own.calculate({
      ...request,
      ...(replacements && { replacements }),
    } as typeof request);
    return reply.ok ? reply.value.sets.plan?.result : reply.issues;
  };

  it("stands in place of that of the edition, and its hash is listed", async () => {
    expect(await calculate()).toMatchObject({ replaced: [], results: { twice: { value: "3" } } });
    expect(
      await calculate({ factors: { hash, rows: [{ age: "40", factor: "0.5" }] } }),
    ).toMatchObject({
      replaced: [{ table: "factors", hash }],
      results: { twice: { value: "0.75" } },
    });
  });

  it("is not used where a cell cannot be read", async () => {
    expect(
      await calculate({ factors: { hash, rows: [{ age: "40", factor: "half" }] } }),
    ).toMatchObject({
      replaced: [],
      results: { twice: { value: "3" } },
      issues: [{ code: "replacement-unread", facts: { row: 1, column: "factor" } }],
    });
  });

  it("has a hash and rows of texts", async () => {
    const part = { code: "request-malformed", facts: { part: "replacements" } };
    expect(await calculate({ factors: { hash: "short", rows: [] } })).toMatchObject([part]);
    expect(await calculate({ factors: { hash, rows: [{ age: 40 }] } })).toMatchObject([part]);
  });
});

describe("the service at the other end of a channel", () => {
  it("gives a client what it gives when it is called directly", async () => {
    client = createEngineClient({ connect: openDesk(() => service).connect });
    expect(await client.calculate(tinyRequest("1 kg"))).toEqual(
      await service.calculate(tinyRequest("1 kg", { caller: "directly" })),
    );
  });

  it("is given up when an edition never comes, and works once it does", async () => {
    const path = `/${tinyEdition}/figures.json`;
    const text = shelf.contents.get(path) ?? "";
    shelf.contents.set(path, null);
    const hire = () => createService({ load: loadEditionsFrom(shelf.base), bring: bringLanes });
    client = createEngineClient({ connect: openDesk(hire).connect, limits: { first: 800 } });
    expect(amountOf(await client.calculate(tinyRequest("1 kg")))).toBe("calculation-too-long");
    shelf.contents.set(path, text);
    expect(amountOf(await client.calculate(tinyRequest("2 kg")))).toBe("4");
  });
});
