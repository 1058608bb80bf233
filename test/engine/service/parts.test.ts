import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Tree } from "../../../engine/methodology/tree.ts";
import { loadEditionsFrom } from "../../../engine/service/editions.ts";
import type { CalculationRequest, Service } from "../../../engine/service/protocol.ts";
import { createService } from "../../../engine/service/service.ts";
import { bringLanes } from "../../../site/lanes.ts";
import { filesOf, openShelf, type Shelf } from "../../support/shelf.ts";
import { tinyEdition, tinyRequest, tinyTree } from "../../support/tiny.ts";

const places = Array.from({ length: 250 }, (_, at) => `place_${at}`);
const pure = { kind: "quantity", unit: { text: "1" } } as const;
const origin = { sources: [{ document: "rule", clause: "2" }], provenance: "unconfirmed" } as const;
const label = (text: string) => ({ ja: text, en: text });

/** The small methodology with a table of 250 rows, of which one is looked up where a place is answered. */
const tree: Tree = {
  ...tinyTree,
  enums: [{ id: "place", ordered: false, members: places.map((id) => ({ id, label: label(id) })) }],
  inputs: [
    ...tinyTree.inputs,
    {
      id: "where",
      label: label("Where"),
      type: { kind: "enum", enum: "place" },
      units: [],
      per: [],
      optional: false,
    },
  ],
  tables: [
    {
      id: "shares",
      label: label("Shares"),
      keys: [{ id: "place", kind: "enum", enum: "place" }],
      columns: [{ id: "share", type: pure }],
      inverse: [],
      replaceable: false,
      rows: places.map((id, at) => ({ keys: [id], cells: [`0.${at}`], origin: 0 })),
      origins: [origin],
    },
  ],
  formulas: [
    ...tinyTree.formulas,
    {
      id: "share",
      label: label("Share"),
      type: pure,
      per: [],
      body: {
        kind: "expr",
        value: {
          kind: "lookup",
          table: "shares",
          keys: [{ kind: "input", id: "where" }],
          column: "share",
        },
      },
      text: "shares(where).share",
      origin,
    },
    {
      id: "refused",
      type: pure,
      per: [],
      body: {
        kind: "cases",
        cases: [
          {
            when: {
              kind: "comparison",
              operator: "==",
              of: "enum",
              left: { kind: "input", id: "where" },
              right: { kind: "member", enum: "place", member: "place_7" },
            },
            whenText: "where == place_7",
            text: "stop",
            because: label("Not there"),
          },
        ],
        otherwise: { then: { kind: "number", value: "1", unit: "1" }, text: "1" },
      },
      text: "",
      origin: { ...origin, provenance: "confirmed" },
    },
  ],
  outputs: [
    ...tinyTree.outputs,
    { id: "share", main: false, shown: { mode: "half_up", unit: "1" } },
    { id: "refused", main: false, shown: { mode: "half_up", unit: "1" } },
  ],
};

const table = `/${tinyEdition}/tables/shares.json`;
const words = `/${tinyEdition}/words.json`;

let shelf: Shelf;
let service: Service;
let idle: (() => void)[];

beforeEach(async () => {
  shelf = await openShelf(await filesOf(tree));
  idle = [];
  service = createService({
    load: loadEditionsFrom(shelf.base),
    bring: bringLanes,
    whenIdle: (work) => idle.push(work),
  });
});

afterEach(() => shelf.close());

const ask = (given: Readonly<Record<string, string>>, changes: Partial<CalculationRequest> = {}) =>
  service.calculate({
    ...tinyRequest("1 kg", changes),
    answers: { format: "answers/1", methodology: tree.id, sets: { plan: { given } } },
  });

async function resultOf(reply: ReturnType<typeof ask>) {
  const settled = await reply;
  if (!settled.ok) throw new Error(JSON.stringify(settled.issues));
  return { ...settled.value.sets.plan?.result, withoutWords: settled.value.withoutWords };
}

const asked = () => shelf.requests.map((path) => path.slice(path.lastIndexOf("/") + 1));

describe("a service that has figures alone", () => {
  it("gives a first result of the same figures, and says that it is without words", async () => {
    const first = await resultOf(ask({ amount: "1 kg" }, { words: false }));
    expect(asked()).toEqual(["figures.json"]);
    expect(first.withoutWords).toBe(true);
    expect(first.results?.twice).toMatchObject({ value: "2", unit: "kg", display: "2" });
    expect(first.results?.twice?.label).toBeUndefined();
    const whole = await resultOf(ask({ amount: "1 kg" }));
    expect(asked()).toEqual(["figures.json", "words.json"]);
    expect(whole.withoutWords).toBeUndefined();
    expect(whole.results?.twice?.label).toEqual(tinyTree.formulas[0]?.label);
    expect(whole.methodology).toEqual(first.methodology);
    expect(whole.missing?.[0]?.needed_by).toEqual([
      { id: "share", clause: "2" },
      { id: "refused", clause: "2" },
    ]);
  });

  it("brings the words where there is no result, because they say why", async () => {
    const reply = await resultOf(ask({ amount: "1 kg", where: "place_7" }, { words: false }));
    expect(reply.results?.refused).toMatchObject({ none: "stopped", because: label("Not there") });
  });

  it("brings what answers need that are not plain, and names the question", async () => {
    const reply = await ask({ amount: "much" }, { words: false });
    expect(reply.ok && reply.value.sets.plan).toMatchObject({
      ok: false,
      issues: [{ code: "answer-not-a-figure", facts: { label: label("Amount") } }],
    });
  });

  it("gives figures without names where the words cannot be fetched, and an issue where they must be", async () => {
    shelf.contents.set(words, 503);
    const reply = await resultOf(ask({ amount: "1 kg" }));
    expect(reply.withoutWords).toBe(true);
    expect(reply.results?.twice?.value).toBe("2");
    expect(await ask({ amount: "1 kg" }, { steps: true })).toMatchObject({
      ok: false,
      issues: [{ code: "edition-unreachable", facts: { reason: "503" } }],
    });
  });
});

describe("a service whose scripts do not all come", () => {
  it("gives figures without names, and an issue where the script is needed", async () => {
    service = createService({
      load: loadEditionsFrom(shelf.base),
      bring: async (names) => {
        if (names.length > 0) throw new TypeError("Failed to fetch dynamically imported module");
        return {};
      },
    });
    const reply = await resultOf(ask({ amount: "1 kg" }));
    expect([reply.withoutWords, reply.results?.twice?.value]).toEqual([true, "2"]);
    expect(await ask({ amount: "１ kg" })).toMatchObject({
      ok: false,
      issues: [{ code: "edition-unreachable", facts: { edition: tinyEdition } }],
    });
  });
});

describe("a long table", () => {
  it("is fetched when a look-up reaches it, and once", async () => {
    await resultOf(ask({ amount: "1 kg" }));
    expect(asked()).not.toContain("shares.json");
    const reached = await resultOf(ask({ amount: "1 kg", where: "place_12" }));
    expect(reached.results?.share?.value).toBe("0.12");
    expect(reached.unconfirmed).toMatchObject([
      { kind: "formula", id: "share" },
      { kind: "cell", id: "shares.share" },
    ]);
    expect(reached.issues).toEqual([]);
    await resultOf(ask({ amount: "1 kg", where: "place_13" }));
    expect(asked().filter((file) => file === "shares.json")).toHaveLength(1);
  });

  it("is fetched for an explanation and for a range, too", async () => {
    const explained = await resultOf(ask({ where: "place_12" }, { steps: ["share"] }));
    expect(explained.steps?.[0]?.reads[1]).toMatchObject({
      kind: "cell",
      value: { value: "0.12" },
    });
    const ranged = await resultOf(ask({}, { mode: "range", caller: "other" }));
    expect(ranged.results?.share).toMatchObject({ low: "0", high: "0.99" });
  });

  it.each([404, 503, "[]"])(
    "makes a clear issue where it cannot be fetched (%s)",
    async (content) => {
      const text = shelf.contents.get(table) ?? "";
      await resultOf(ask({ amount: "1 kg" }));
      shelf.contents.set(table, content);
      expect(await ask({ where: "place_12" })).toMatchObject({
        ok: false,
        issues: [
          typeof content === "number"
            ? { code: "table-unreachable", facts: { table: "shares", reason: String(content) } }
            : { code: "edition-changed" },
        ],
      });
      expect((await resultOf(ask({ amount: "2 kg" }))).results?.twice?.value).toBe("4");
      shelf.contents.set(table, text);
      expect((await resultOf(ask({ where: "place_12" }))).results?.share?.value).toBe("0.12");
    },
  );
});

describe("a service with nothing to do", () => {
  it("fetches the rest, so that nothing has to be fetched later", async () => {
    await resultOf(ask({ amount: "1 kg" }, { words: false }));
    for (const work of idle) work();
    await expect.poll(asked).toEqual(["figures.json", "words.json", "shares.json"]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await shelf.close();
    const reply = await resultOf(ask({ amount: "1 kg", where: "place_12" }, { steps: true }));
    expect(reply.results?.share?.value).toBe("0.12");
    expect(reply.results?.share?.label).toEqual(label("Share"));
  });

  it("says nothing where the rest cannot be fetched, and asks again when it is wanted", async () => {
    const text = shelf.contents.get(words) ?? "";
    shelf.contents.set(words, 503);
    await resultOf(ask({ amount: "1 kg" }, { words: false }));
    for (const work of idle) work();
    await expect.poll(asked).toContain("words.json");
    await new Promise((resolve) => setTimeout(resolve, 50));
    shelf.contents.set(words, text);
    expect((await resultOf(ask({ amount: "1 kg" }))).withoutWords).toBeUndefined();
  });
});
