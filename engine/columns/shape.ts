import { layFrame } from "../answers/frame.ts";
import { questionsOf } from "../answers/question.ts";
import { type GivenValue, readPreset } from "../answers/read-value.ts";
import { isExact } from "../evaluate/absent.ts";
import { scopeOf } from "../expression/compile-scope.ts";
import type { DayRange } from "../methodology/period.ts";
import { addMonths } from "../methodology/period.ts";
import type { Node } from "../methodology/tree.ts";
import type { Frame, Plan } from "../plan.ts";
import type { Exact } from "../quantity/exact.ts";
import { domainOf } from "./apply.ts";
import { times } from "./build-arithmetic.ts";
import { type After, isHidden, type Scene } from "./scene.ts";
import { isStopped, type Sign, type Symbolic, unsupported } from "./symbol.ts";

/** A column of answers: whose it is, and the register it is read into. */
export interface Answered {
  readonly input: number;
  /** In the space of the input, in the frame of the shape. */
  readonly index: number;
  readonly at: number;
  /** The factor from the unit of the column; by member of another column where the unit hangs on one. */
  readonly factor?: Exact | { readonly of: number; readonly by: readonly (Exact | undefined)[] };
}

/**
 * What rows have in common that have answers to the same questions: the period, the lists and which answers there are.
 * Only rows of one shape can take one path.
 */
export interface Shape {
  readonly plan: Plan;
  readonly mode: "official" | "estimate";
  readonly asOf: string;
  readonly frame: Frame;
  readonly answered: readonly Answered[];
}

/** The frame of rows whose lists have so many items, before any date has cut their parts. */
export function frameOf(
  plan: Plan,
  period: DayRange | undefined,
  counts: readonly number[],
): Frame | undefined {
  const lists = plan.lists.map(({ tree }, list) => {
    const count = counts[list] ?? 0;
    return { count, answered: count > 0 || tree.minItems === 0 };
  });
  const isTooFew = plan.lists.some(({ tree }, list) => {
    const count = counts[list] ?? 0;
    return count > 0 && (count < tree.minItems || count > tree.maxItems);
  });
  return isTooFew
    ? undefined
    : layFrame(
        plan,
        period,
        lists,
        plan.inputs.map(() => []),
      );
}

/** The answers of a shape as a trace reads them. */
export function startAnswers(shape: Shape, scene: Scene): Scene["given"] {
  const { plan, mode, answered } = shape;
  const questions = questionsOf(plan.tree).inputs;
  const columns = new Map(answered.map((one) => [`${one.input} ${one.index}`, one]));
  const symbols = new Map<string, Symbolic | undefined>();
  return (input, index) => {
    const key = `${input} ${index}`;
    if (symbols.has(key)) return symbols.get(key);
    const column = columns.get(key);
    const symbol =
      column === undefined ? standIn(questions[input], mode) : symbolOf(shape, scene, column);
    symbols.set(key, symbol);
    return symbol;
  };
}

/** What stands in for an answer that was not given; `undefined` where it is missing. */
function standIn(
  question: ReturnType<typeof questionsOf>["inputs"][number] | undefined,
  mode: Shape["mode"],
): Symbolic | undefined {
  if (question === undefined) return undefined;
  const { initial, default: assumed } = question.input;
  const text = initial ?? (mode === "estimate" ? assumed?.value : undefined);
  const value: GivenValue | undefined = text === undefined ? undefined : readPreset(question, text);
  return typeof value === "string" ? true : value;
}

/** A figure of at most 15 digits, before or behind the point. */
const figureSize = { low: -15, high: 15, grain: -32, places: 15, under: new Map() };

function symbolOf({ plan }: Shape, scene: Scene, { input, at, factor }: Answered): Symbolic {
  const { tree } = plan.inputs[input] as Plan["inputs"][number];
  switch (tree.type.kind) {
    case "text":
      return true;
    case "boolean":
      return { kind: "flags", at };
    case "quantity":
    case "count": {
      const sign: Sign = isNeverBelow(tree.allowed) ? 1 : 0;
      const own = {
        kind: "numbers",
        at,
        sign,
        rounds: 1,
        bound: 0,
        divisor: 1,
        size: figureSize,
      } as const;
      if (factor === undefined) return own;
      if (!("of" in factor)) return times(scene.recorder, own, factor);
      const { of, by } = factor;
      const known = by.filter((one) => one !== undefined);
      const isOne = known.every(
        (one) => one.numerator === 1 && one.scale === 0 && one.divisor === 1,
      );
      // Rows with a member that knows no such unit do not come so far.
      if (isOne && known.length > 0) return own;
      const count = by.length;
      const table = scene.tabulation(`unit of ${at}`, count, (member) => by[member]);
      const out = scene.recorder.register();
      scene.recorder.add({ kernel: "tabulated", out, table, a: of, low: 0, count });
      const under = new Map([[`unit ${out}`, 100]]);
      const size = { low: -16, high: 16, grain: -33, places: 30, under };
      return times(scene.recorder, own, {
        kind: "numbers",
        at: out,
        sign: 1,
        rounds: 1,
        bound: 0,
        divisor: 1,
        size,
      });
    }
    default:
      return { kind: "wholes", at, ...domainOf(plan, tree.type) };
  }
}

function isNeverBelow(allowed: Plan["tree"]["inputs"][number]["allowed"]): boolean {
  const least = allowed?.min ?? allowed?.above;
  return allowed?.soft === false && least !== undefined && /^[\d.]/.test(least.trim());
}

/** Dates that cut the period are asked for; one that cuts it is left to the exact lane, because parts hang on it. */
export function askCuts(scene: Scene): void {
  const { plan, run } = scene;
  for (const cut of plan.tree.period?.cuts ?? []) {
    if (cut.kind !== "after") continue;
    const list = cut.list === undefined ? -1 : (plan.at.lists.get(cut.list) ?? -1);
    if (list >= 0 && isHidden(scene, list)) continue;
    const slot = 2 + list;
    const count = list < 0 ? 1 : (run.sizes[slot] as number);
    for (let item = 0; item < count; item += 1) {
      if (list >= 0) run.at[slot] = item;
      const day = scene.node(standingFor(cut.of, plan), scopeOf(plan, { list, time: "none" }));
      checkCut(scene, cut, day);
    }
  }
}

/** The date that a cut counts from; of an argument of a component, what it stands for. */
function standingFor(node: Node, plan: Plan): Node {
  if (node.kind !== "formula") return node;
  const formula = plan.formulas[plan.at.formulas.get(node.id) ?? -1]?.tree;
  return formula?.body.kind === "expr" ? standingFor(formula.body.value, plan) : node;
}

function checkCut(scene: Scene, cut: After, day: Symbolic): void {
  const { period } = scene.run.frame;
  if (period === undefined || typeof day === "number") return;
  if (isStopped(day) || typeof day !== "object" || isConstant(day) || day.kind !== "wholes") {
    unsupported("a period that is cut by no date");
  }
  const name = `cut ${JSON.stringify(cut.after)} ${period.from} ${period.to}`;
  const { at, low, count } = day;
  const table = scene.tabulation(name, count, (index) =>
    cut.after.some(({ count: terms, unit }) => {
      const start = index + low;
      const own =
        unit === "day" ? start + terms : addMonths(start, unit === "yr" ? 12 * terms : terms);
      return own > period.from && own <= period.to;
    }),
  );
  const out = scene.recorder.register();
  scene.recorder.add({ kernel: "tabulated", out, table, a: at, low, count });
  if (scene.decide({ kind: "flags", at: out }) === 1) unsupported("a period that a date cuts");
}

function isConstant(value: Symbolic): value is Exact {
  return typeof value === "object" && isExact(value as Exact);
}
