import { describe, expect, it } from "vitest";
import { readPlain } from "../../../engine/answers/plain.ts";
import { readAnswers } from "../../../engine/answers/read-answers.ts";
import type { AnswerSet } from "../../../engine/answers/record.ts";
import { check } from "../../../engine/check.ts";
import { compileTree } from "../../../engine/compile-tree.ts";
import { answersLane } from "../../../engine/lanes/answers.ts";
import { everyLane } from "../../../engine/lanes/every-lane.ts";
import { type Figures, joinParts } from "../../../engine/methodology/join-parts.ts";
import { joinWords } from "../../../engine/methodology/join-words.ts";
import type { Mode } from "../../../engine/methodology/schema.ts";
import { splitParts } from "../../../engine/methodology/split-parts.ts";
import { parse } from "../../../engine/parse.ts";
import type { Plan } from "../../../engine/plan.ts";
import { decimalLane } from "../../../engine/quantity/decimal.ts";
import { read } from "../../../engine/read.ts";
import { run } from "../../../engine/run.ts";
import { runPlain } from "../../../engine/run-plain.ts";
import { methodologies, methodologyInput } from "../../support/editions.ts";
import { expectEqual } from "../../support/expect-equal.ts";

/** The plan of a page that has loaded everything, and the sets of the worked tests. */
async function open(id: string, version: string) {
  const methodology = await read(await methodologyInput(id, version));
  const parsed = methodology.ok ? parse(methodology.value) : methodology;
  const checked = parsed.ok ? check(parsed.value) : parsed;
  if (!checked.ok || !methodology.ok) throw new Error(`${id} does not check`);
  const { tree } = checked.value;
  const parts = await splitParts(tree);
  const figures = JSON.parse(parts.figures) as Figures;
  const tables = new Map(
    Object.entries(parts.tables).map(([name, text]) => [name, JSON.parse(text)]),
  );
  const joined = joinWords(joinParts(figures, tables), JSON.parse(parts.words));
  const plan = compileTree(joined, figures.hash, {
    ...everyLane,
    answers: answersLane,
    decimal: decimalLane,
  });
  const sets = Object.values(methodology.value.data.tests ?? {}).map(
    ({ period, given }) => ({ ...(period === undefined ? {} : { period }), given }) as AnswerSet,
  );
  return { plan, sets };
}

/** What both readers make of a set: whether it is plain, and that it is then read alike and without an issue. */
function readBoth(plan: Plan, set: AnswerSet, mode: Mode): boolean {
  const plain = readPlain(plan, set, mode);
  if (plain === undefined) return false;
  expectEqual(readAnswers(plan, set, { mode }), { inputs: plain, issues: [], outside: [] });
  return true;
}

/** Texts that are typed in place of an answer; some are plain for some questions. */
const texts = [
  "",
  " ",
  "0",
  "-1",
  "007",
  "1.50",
  "+1",
  "1,234",
  "1,23",
  "１２",
  "12 kWh",
  "12kWh",
  "12  kWh",
  "3 t",
  "3 t ",
  "5 %",
  "0.05",
  "1e3",
  "1 /",
  "1 2",
  ".5",
  "5.",
  "9".repeat(41),
  `1.${"3".repeat(21)}`,
  "coal",
  "true",
  "false",
  "TRUE",
  "2024-02-30",
  "2024-02-29",
  "2024",
  "FY2024",
  "fy2024",
  "1 person",
  "1.5 person",
  "1000000",
  "kWh",
  "1 kL/U",
  "2 1/yr",
  "0.021/yr",
  "2 1/3",
  "20 °C",
  "20 ℃",
  "constructor",
  "__proto__",
  "1 constructor",
  "a".repeat(201),
];

/** The same set with every text in turn replaced. */
function* altered(value: unknown): Generator<unknown> {
  if (typeof value === "string") {
    for (const text of texts) yield text;
    yield [value];
    yield null;
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries())
      for (const other of altered(one)) yield value.with(at, other);
    yield [];
    yield value.concat(value);
    yield "1";
    return;
  }
  for (const [key, one] of Object.entries(value)) {
    const { [key]: _, ...rest } = value as Record<string, unknown>;
    for (const other of altered(one)) yield { ...rest, [key]: other };
    yield rest;
    yield { ...rest, [`${key}x`]: one };
    yield { ...rest, [key]: one, FY1999: one, "2023-04-01": one };
  }
}

const editions = await methodologies();

describe.each(editions)("plain answers to %s %s", async (id, version) => {
  const { plan, sets } = await open(id, version);

  it.each(["official", "estimate"] as const)("are read as with care, in the mode %s", (mode) => {
    const plain = sets.filter((set) => readBoth(plan, set, mode));
    expect(plain.length).toBeGreaterThan(sets.length / 2);
  });

  it("are read anew where they were changed in place", () => {
    for (const set of sets.slice(0, 3)) {
      const given = structuredClone(set.given) as Record<string, unknown>;
      const own = { ...set, given } as AnswerSet;
      if (!readBoth(plan, own, "official")) continue;
      for (const name of Object.keys(given)) {
        delete given[name];
        readBoth(plan, own, "official");
      }
    }
  });

  it("are told from others, whatever is put in the place of one", () => {
    let plain = 0;
    let count = 0;
    for (const set of sets.slice(0, 3)) {
      for (const other of altered(set)) {
        count += 1;
        if (readBoth(plan, other as AnswerSet, "estimate")) plain += 1;
      }
    }
    expect(count).toBeGreaterThan(200);
    expect(plain).toBeGreaterThan(count / 50);
    expect(plain).toBeLessThan(count);
  });

  it("give the same reply", () => {
    const options = { mode: "estimate", asOf: "2026-11-22", steps: true } as const;
    for (const [at, set] of sets.entries()) {
      const record = {
        format: "answers/1",
        methodology: id,
        version,
        sets: { plan: set },
      } as const;
      const plain = runPlain(plan, record, options);
      if (plain !== undefined) expectEqual([at, plain], [at, run(plan, record, options)]);
    }
  });

  it("are left alone in range mode", () => {
    expect(sets.map((set) => readPlain(plan, set, "range"))).toEqual(sets.map(() => undefined));
  });
});
