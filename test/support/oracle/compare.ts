import { check } from "../../../engine/check.ts";
import { compile } from "../../../engine/compile.ts";
import { parse } from "../../../engine/parse.ts";
import type { Plan } from "../../../engine/plan.ts";
import { read } from "../../../engine/read.ts";
import type { At, OutputResult } from "../../../engine/result/result.ts";
import { run } from "../../../engine/run.ts";
import { oracle } from "./evaluate.ts";
import { answersOf, fileOf } from "./file.ts";
import { fractionOf, textOf } from "./fraction.ts";
import type { Answers, Model } from "./model.ts";

/** Takes a made methodology through every phase of the engine. Throws what the engine refuses: nothing made is wrong. */
export async function planOf(model: Model, layout: "flow" | "block"): Promise<Plan> {
  const data = fileOf(model);
  const text = layout === "flow" ? JSON.stringify(data) : blockYaml(data, 0);
  const nothing = async () => undefined;
  const found = await read({ file: "made.yaml", text, beside: nothing, edition: nothing });
  const parsed = found.ok ? parse(found.value) : found;
  const checked = parsed.ok ? check(parsed.value) : parsed;
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues.slice(0, 3), null, 1));
  return compile(checked.value.tree, "made", {});
}

/** The same data with one key a line, as an author would write it. */
function blockYaml(value: unknown, depth: number): string {
  const indent = "  ".repeat(depth);
  if (typeof value === "string") return ` ${JSON.stringify(value)}\n`;
  if (Array.isArray(value)) {
    if (value.length === 0) return " []\n";
    return `\n${value.map((one) => `${indent}- ${JSON.stringify(one)}\n`).join("")}`;
  }
  const entries = Object.entries(value as Record<string, unknown>);
  if (entries.length === 0) return " {}\n";
  const lines = entries.map(([key, one]) => `${indent}${key}:${blockYaml(one, depth + 1)}`);
  return depth === 0 ? lines.join("") : `\n${lines.join("")}`;
}

interface Shown {
  readonly value?: string;
  readonly none?: string;
}

/** Where engine and oracle differ: `f3[1]: 5/2, not 3/2`. */
export function differences(model: Model, plan: Plan, answers: Answers): readonly string[] {
  const expected = oracle(model, answers);
  const { period, given } = answersOf(answers, model.enums.kind ?? []);
  const reply = run(plan, { ...given, period }, { mode: "official", asOf: "2026-11-22" });
  const set = reply.sets.plan;
  const result = set?.result;
  if (result === undefined) return [`no result: ${JSON.stringify(set)}`];
  const found: string[] = [];
  if (set?.ok === false) found.push(JSON.stringify(set.issues[0]));
  for (const formula of model.formulas) {
    const wanted = expected[formula.id] ?? {};
    const given = shownOf(result.results[formula.id]);
    const isFigure = formula.type.kind === "quantity";
    for (const [place, text] of Object.entries(wanted)) {
      const value = given.get(place);
      const shown = isFigure && value !== undefined && /\d/.test(value) ? plain(value) : value;
      if (shown !== text) found.push(`${formula.id}[${place}]: ${shown}, not ${text}`);
    }
    if (given.size !== Object.keys(wanted).length) {
      found.push(`${formula.id}: ${given.size} values, not ${Object.keys(wanted).length}`);
    }
  }
  return found;
}

const plain = (text: string) => textOf(fractionOf(text));

/** Texts by place: `2,FY2021,alpha`, items, years and kinds as far as the formula has them. */
function shownOf(output: OutputResult | undefined): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const tell = (shown: Shown, at: At) => {
    const place = ["rows", "plots", "kind", "few", "years"]
      .flatMap((axis) => at[axis] ?? [])
      .join();
    texts.set(place, shown.none ?? shown.value ?? "nothing");
  };
  if (output === undefined) return texts;
  if (output.values === undefined) tell(output as Shown, {});
  else for (const value of output.values) tell(value as Shown, value.at);
  return texts;
}
