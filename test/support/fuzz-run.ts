import { check } from "../../engine/check.ts";
import { compile } from "../../engine/compile.ts";
import type { Mode } from "../../engine/methodology/schema.ts";
import { parse } from "../../engine/parse.ts";
import type { Plan } from "../../engine/plan.ts";
import { decimalLane } from "../../engine/quantity/decimal.ts";
import type { ReadInput } from "../../engine/read.ts";
import { read } from "../../engine/read.ts";
import { run } from "../../engine/run.ts";

/** What became of a spoilt file or answer set. */
export interface Outcome {
  /** The issue codes, or `fine` where what was spoilt did no harm. */
  readonly codes: readonly string[];
  readonly milliseconds: number;
}

/** Takes a spoilt file through every phase, and its answers with it if it still passes. */
export async function tryFile(input: ReadInput, answers: unknown): Promise<Outcome> {
  const spent = startClock();
  const codes = await codesOfFile(input, answers);
  return { codes, milliseconds: spent() };
}

/** Milliseconds of the processor from here on: what a busy machine does meanwhile does not count. */
function startClock(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}

async function codesOfFile(input: ReadInput, answers: unknown): Promise<readonly string[]> {
  const found = await read(input);
  if (!found.ok) return codesOf(found.issues);
  const parsed = parse(found.value);
  if (!parsed.ok) return codesOf(parsed.issues);
  const checked = check(parsed.value);
  if (!checked.ok) return codesOf(checked.issues);
  const plan = compile(checked.value.tree, "spoilt", { decimal: decimalLane });
  return tryAnswers(plan, answers, "estimate").codes;
}

/** Evaluates spoilt answers in one mode. */
export function tryAnswers(plan: Plan, answers: unknown, mode: Mode): Outcome {
  const spent = startClock();
  const codes = new Set<string>();
  const reply = run(plan, answers, { mode, asOf: "2026-11-22" });
  const milliseconds = spent();
  for (const set of Object.values(reply.sets)) {
    for (const code of codesOf(set.ok ? set.warnings : set.issues)) codes.add(code);
    for (const code of codesOf(set.result?.issues ?? [])) codes.add(code);
    // A result is plain data: it must survive the way to a page.
    structuredClone(set);
    JSON.stringify(set);
  }
  return { codes: codes.size === 0 ? ["fine"] : [...codes], milliseconds };
}

function codesOf(issues: readonly { readonly code: string }[]): readonly string[] {
  if (issues.some(({ code }) => typeof code !== "string" || code === "")) {
    throw new Error("an issue without a code");
  }
  return issues.length === 0 ? ["none"] : [...new Set(issues.map(({ code }) => code))];
}
