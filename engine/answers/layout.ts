import { isExact, isSpan } from "../evaluate/absent.ts";
import { sizeOf } from "../evaluate/axes.ts";
import { coordinatesOf } from "../evaluate/coordinates.ts";
import { laneOf } from "../lanes/lanes.ts";
import type { Mode } from "../methodology/schema.ts";
import type { Frame, Plan, Reading, Standing, Value } from "../plan.ts";
import type { InputPlace } from "../result/result.ts";
import type { Complaints } from "./complaints.ts";
import { type Question, questionsOf } from "./question.ts";
import { answerReader } from "./read-axes.ts";
import { type Circumstances, type GivenValue, readPreset, readValue } from "./read-value.ts";
import { movedWithin } from "./renamed.ts";
import { answerTo, isBlank, type Sorted } from "./sort-answers.ts";
import { scaleAt } from "./unit-at.ts";

/** Answers being laid out: every input has its row of values once it has been read. */
export interface Layout {
  readonly plan: Plan;
  readonly mode: Mode;
  readonly sorted: Sorted;
  readonly complaints: Complaints;
  readonly values: (Value | undefined)[][];
  readonly standing: ((Standing | undefined)[] | undefined)[];
  readonly readings: (Reading[][] | undefined)[];
  readonly outside: InputPlace[];
  frame: Frame;
}

/**
 * Reads every answer of one input, then fills what was left open with what the mode allows. An answer that cannot be
 * used was not left open: it counts as not answered, and nothing stands in for it.
 */
export function layInput(layout: Layout, position: number): void {
  const { plan, sorted, frame } = layout;
  const input = plan.inputs[position];
  if (input === undefined) return;
  const { tree, space } = input;
  const question = questionsOf(plan.tree).inputs[position] as Question;
  const values: (Value | undefined)[] = new Array(sizeOf(space, frame)).fill(undefined);
  layout.values[position] = values;
  if (input.readings !== undefined) {
    const count = sizeOf(input.readings, frame);
    layout.readings[position] = Array.from({ length: count }, () => []);
  }
  const unusable = new Set<number>();
  const told = circumstances(layout);
  const read = answerReader(layout, position, {
    take(text, path, at) {
      if (isBlank(text)) return;
      const value = readValue(question, text, path, at, told);
      if (value === undefined) unusable.add(at.index);
      else if (at.day === undefined) values[at.index] = toValue(value);
      else if (typeof value === "object") {
        layout.readings[position]?.[at.index]?.push({ day: at.day, value });
      }
    },
    misshapen(item) {
      for (const index of values.keys()) {
        if (coordinatesOf(space, frame, index).item === item) unusable.add(index);
      }
    },
  });
  const items =
    tree.list === undefined ? [sorted.scalars] : (sorted.lists[space.list]?.items ?? []);
  for (const [item, answers] of items.entries()) {
    const found = answerTo(answers, question.name);
    if (found !== undefined) read(found, item);
  }
  if (input.readings === undefined) fillOpen(layout, position, question, unusable);
  else {
    for (const list of layout.readings[position] ?? []) list.sort((a, b) => a.day - b.day);
  }
}

/** A text is never read by a formula: that it is there is all that counts. */
function toValue(value: GivenValue): Value {
  return typeof value === "string" ? true : value;
}

function circumstances(layout: Layout): Circumstances {
  const { plan, complaints, sorted } = layout;
  return {
    complaints,
    scale: (question, at) => scaleAt(layout.plan, layout.values, question, at),
    items: (list) => sorted.lists[plan.at.lists.get(list) ?? -1]?.count ?? 0,
    list: (list) => plan.lists[plan.at.lists.get(list) ?? -1]?.tree.label ?? { ja: list },
    labelOf: (id) => plan.inputs[plan.at.inputs.get(id) ?? -1]?.tree.label ?? { ja: id },
    renamed: (of, id) => movedWithin(plan.tree, of, id),
  };
}

/** What stands in for an answer that was not given: the pre-filled value always, others by mode. */
function fillOpen(
  layout: Layout,
  position: number,
  question: Question,
  unusable: ReadonlySet<number>,
): void {
  const values = layout.values[position] as (Value | undefined)[];
  if (!values.includes(undefined)) return;
  const standIn = standInOf(layout, question);
  if (standIn === undefined) return;
  const standing: (Standing | undefined)[] = new Array(values.length).fill("given");
  for (const [index, value] of values.entries()) {
    if (value !== undefined || unusable.has(index)) continue;
    const { value: filled } = standIn;
    values[index] = isSpan(filled)
      ? laneOf(layout.plan, "range").inputSpan(filled, position, index)
      : filled;
    standing[index] = standIn.standing;
  }
  layout.standing[position] = standing;
}

interface StandIn {
  readonly standing: Standing;
  readonly value: Value;
}

function standInOf(layout: Layout, question: Question): StandIn | undefined {
  const { input, members } = question;
  const preset = (text: string): Value | undefined => {
    const value = readPreset(question, text);
    return value === undefined ? undefined : toValue(value);
  };
  const standIn = (standing: Standing, value: Value | undefined): StandIn | undefined =>
    value === undefined ? undefined : { standing, value };
  if (input.initial !== undefined) return standIn("initial", preset(input.initial));
  if (layout.mode === "estimate" && input.default !== undefined) {
    return standIn("default", preset(input.default.value));
  }
  if (layout.mode !== "range") return undefined;
  if (input.range !== undefined) {
    return standIn("range", spanOf(preset(input.range.low), preset(input.range.high)));
  }
  if (input.optional) return undefined;
  if (input.type.kind === "boolean") {
    return standIn("range", { kind: "several", values: [false, true] });
  }
  if (input.type.kind === "enum") {
    return standIn("range", { kind: "several", values: [...(members?.values() ?? [])] });
  }
  return undefined;
}

const mostYearsOrDays = 4000;

function spanOf(low: Value | undefined, high: Value | undefined): Value | undefined {
  if (low === undefined || high === undefined) return undefined;
  if (isExact(low) && isExact(high)) return { kind: "span", low, high, tight: true };
  if (typeof low !== "number" || typeof high !== "number") return undefined;
  const count = high - low + 1;
  if (count < 1 || count > mostYearsOrDays) return undefined;
  return { kind: "several", values: Array.from({ length: count }, (_, index) => low + index) };
}
