import { startRun } from "../evaluate/start-run.ts";
import type { Inputs, Value } from "../plan.ts";
import type { Room } from "./chunk.ts";
import type { Classes } from "./classes.ts";
import { runExactly, wholeIn } from "./exactly.ts";
import type { Leaf } from "./leaf.ts";
import { startRecorder } from "./recorder.ts";
import type { Scene } from "./scene.ts";
import { askCuts, type Shape, startAnswers } from "./shape.ts";
import { type Source, sourceOf } from "./sources.ts";
import type { Step } from "./step.ts";
import { isColumn, type Symbolic, Unsupported } from "./symbol.ts";
import { startTabulation, type Tabulation } from "./tabulation.ts";
import { type Traced, trace, traceFormula } from "./trace.ts";
import { traceNode } from "./trace-node.ts";

/**
 * The paths that rows of one shape take through a methodology, as a tree: steps, then a column that the next branch hangs
 * on, then a path for each of its values. A path is made when the first row comes that takes it.
 */
export interface Paths {
  readonly root: PathNode;
  /** Makes the path that a row takes, given its answers as exact numbers, as far as it has values there. */
  readonly extend: (values: (Value | undefined)[]) => void;
  /** One row with exact numbers: where it ends. */
  readonly runExactly: (values: (Value | undefined)[]) => Leaf | undefined;
  /** How many registers the longest path takes. */
  readonly registers: () => number;
  /** Why paths end in the exact lane, for those who measure. */
  readonly reasons: () => readonly string[];
}

export interface PathNode {
  readonly before: PathNode | undefined;
  steps: readonly Step[];
  /** The register that the branch hangs on; -1 at an end. */
  guard: number;
  /** What the branch hangs on, where that is whole numbers of one column. */
  source: Source | undefined;
  readonly next: Map<number, PathNode>;
  isMade: boolean;
  /** None at the end of rows for the exact lane. */
  leaf: Leaf | undefined;
}

export interface PathOptions {
  /** Registers that are taken by zeros and answers. */
  readonly first: number;
  readonly classes: Classes;
  /** Makes an end of what has been traced; it may add steps. Errors: throws `Unsupported`. */
  readonly close: (traced: Traced, scene: Scene) => Leaf;
  readonly most: number;
  /** For tables. */
  readonly room: Room;
}

/** A row has no value on its path: the exact lane says why. */
const noValue = new Unsupported("no value");

/** Starts with no path made. */
export function startPaths(
  shape: Shape,
  { first, classes, close, most, room }: PathOptions,
): Paths {
  const { plan, frame, answered } = shape;
  const root = emptyNode(undefined);
  const tables = new Map<string, Tabulation>();
  const reasons = new Set<string>();
  const frameName = JSON.stringify([frame.period, frame.lists.map(({ count }) => count)]);
  const wholes = new Set(
    answered.flatMap(({ at, input }) => {
      const kind = plan.inputs[input]?.tree.type.kind;
      return kind === "quantity" || kind === "count" || kind === "text" ? [] : [at];
    }),
  );
  const flags = new Set(
    answered.flatMap(({ at, input }) =>
      plan.inputs[input]?.tree.type.kind === "boolean" ? [at] : [],
    ),
  );
  let registers = first;
  let made = 0;

  const branch = (node: PathNode, steps: readonly Step[], guard: number): void => {
    node.steps = steps;
    node.guard = guard;
    node.isMade = true;
    const definition = (at: number): Step | undefined => {
      for (let own: PathNode | undefined = node; own !== undefined; own = own.before) {
        const step = own.steps.find(({ out }) => out === at);
        if (step !== undefined) return step;
      }
      return undefined;
    };
    const source = sourceOf(guard, first, (at) => wholes.has(at), definition);
    if (source === undefined) return;
    const { at, steps: own } = source;
    const name = `${frameName} ${source.name}`;
    node.source = { ...source, name };
    classes.admit(at, name, (value) => {
      const values: (Value | undefined)[] = [];
      values[at] = flags.has(at) ? value === 1 : value;
      return own.every((step) => runExactly(step, values)) ? wholeIn(values[guard]) : Number.NaN;
    });
  };

  const end = (node: PathNode, steps: readonly Step[], leaf: Leaf | undefined): void => {
    node.steps = steps;
    node.leaf = leaf;
    node.isMade = true;
  };

  /** Where a row comes to among the paths that are there; nowhere where it has no value on the way. */
  const follow = (values: (Value | undefined)[]): PathNode | undefined => {
    let node = root;
    while (node.isMade) {
      for (const step of node.steps) if (!runExactly(step, values)) return undefined;
      if (node.guard < 0) return node;
      node = nextOf(node, wholeIn(values[node.guard]));
    }
    return node;
  };

  const extend = (values: (Value | undefined)[]): void => {
    if (made >= most) {
      const node = follow(values);
      if (node?.isMade === false) end(node, [], undefined);
      reasons.add("so many paths");
      return;
    }
    made += 1;
    let node = root;
    let steps: Step[] = [];
    let isTentative = false;
    const recorder = startRecorder(first, (step) => steps.push(step));
    const decide = (value: Symbolic): number => {
      if (typeof value === "boolean") return value ? 1 : 0;
      if (typeof value === "number") return value;
      if (!isColumn(value) || value.kind === "numbers")
        throw new Unsupported("a choice by a number");
      if (isTentative) throw noValue;
      if (!node.isMade) branch(node, steps, value.at);
      for (const step of node.steps) if (!runExactly(step, values)) throw noValue;
      const outcome = wholeIn(values[value.at]);
      node = nextOf(node, outcome);
      steps = [];
      return outcome;
    };
    const attempt = (work: () => Symbolic): Symbolic | undefined => {
      const [before, count] = [isTentative, steps.length];
      isTentative = true;
      try {
        return work();
      } catch (error) {
        if (!(error instanceof Unsupported)) throw error;
        steps.length = count;
        return undefined;
      } finally {
        isTentative = before;
      }
    };
    try {
      const scene = startScene(shape, recorder, decide, attempt, tables, room);
      askCuts(scene);
      const leaf = close(trace(scene), scene);
      end(node, steps, leaf);
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      if (error === noValue) return;
      reasons.add(error.message);
      end(node, [], undefined);
    } finally {
      registers = Math.max(registers, recorder.taken());
    }
  };

  return {
    root,
    extend,
    runExactly(values) {
      let node = follow(values);
      if (node?.isMade === false) {
        extend(values);
        node = follow(values);
      }
      return node?.isMade === true ? node.leaf : undefined;
    },
    registers: () => registers,
    reasons: () => [...reasons],
  };
}

function emptyNode(before: PathNode | undefined): PathNode {
  return {
    before,
    steps: [],
    guard: -1,
    source: undefined,
    next: new Map(),
    isMade: false,
    leaf: undefined,
  };
}

function nextOf(node: PathNode, outcome: number): PathNode {
  const known = node.next.get(outcome);
  if (known !== undefined) return known;
  const next = emptyNode(node);
  node.next.set(outcome, next);
  return next;
}

function startScene(
  shape: Shape,
  recorder: Scene["recorder"],
  decide: Scene["decide"],
  attempt: Scene["tentatively"],
  tables: Map<string, Tabulation>,
  room: Room,
): Scene {
  const { plan, frame, mode, asOf } = shape;
  const inputs: Inputs = {
    frame,
    values: plan.inputs.map(() => []),
    standing: plan.inputs.map(() => undefined),
    readings: plan.inputs.map(() => undefined),
  };
  const run = startRun(plan, inputs, { mode, asOf });
  const formulas = new Map<string, Symbolic>();
  const scene: { -readonly [Key in keyof Scene]: Scene[Key] } = {
    plan,
    run,
    recorder,
    decide,
    asked: new Set(),
    given: () => undefined,
    tentatively(work) {
      const [known, asked, at] = [new Map(formulas), new Set(scene.asked), [...run.at]];
      const registers = recorder.taken();
      const value = attempt(() => {
        const found = work();
        if (scene.asked.size > asked.size)
          throw new Unsupported("an answer that is not needed yet");
        return found;
      });
      if (value !== undefined) return value;
      formulas.clear();
      for (const [key, formula] of known) formulas.set(key, formula);
      for (const one of scene.asked) if (!asked.has(one)) scene.asked.delete(one);
      for (const [slot, place] of at.entries()) run.at[slot] = place;
      recorder.forget(registers);
      return undefined;
    },
    node: (node, scope) => traceNode(scene, node, scope),
    formula(position, index) {
      const key = `${position} ${index}`;
      const known = formulas.get(key);
      if (known !== undefined) return known;
      const value = traceFormula(scene, position);
      formulas.set(key, value);
      return value;
    },
    tabulation(name, find) {
      const known = tables.get(name);
      if (known !== undefined) return known;
      const table = startTabulation(name, find, room);
      tables.set(name, table);
      return table;
    },
  };
  scene.given = startAnswers(shape, scene);
  return scene;
}
