import {
  addMonths,
  cutPeriod,
  type Day,
  type DayRange,
  fiscalYearOf,
  type Part,
  parseDay,
} from "../methodology/period.ts";
import type { CutTree, Node } from "../methodology/tree.ts";
import type { Frame, ListFrame, Parts, Plan, Value } from "../plan.ts";

/** Answers by position of the input and index in its space, as they stand so far. */
export type Values = readonly (readonly (Value | undefined)[])[];

const noParts: Parts = {
  start: new Int32Array(0),
  end: new Int32Array(0),
  year: new Int32Array(0),
};

/**
 * How long every axis is: the period, cut into years and parts, and the lists' items. The cuts hang on dates that are
 * themselves answers, so whatever has no axis of time has been read before.
 */
export function layFrame(
  plan: Plan,
  period: DayRange | undefined,
  lists: readonly { readonly count: number; readonly answered: boolean }[],
  values: Values,
): Frame {
  if (period === undefined) {
    return {
      firstYear: 0,
      years: noParts,
      parts: noParts,
      lists: lists.map((list, position) =>
        plan.lists[position]?.cutsItems === true
          ? { ...list, own: { parts: noParts, first: new Int32Array(list.count + 1) } }
          : list,
      ),
    };
  }
  const firstYear = fiscalYearOf(period.from);
  const cuts = plan.tree.period?.cuts ?? [];
  const shared = cuts.flatMap((cut) =>
    cut.kind === "after" && cut.list === undefined ? cutDays(plan, cut, 0, values) : [],
  );
  return {
    period,
    firstYear,
    years: layParts(cutPeriod(period, []), firstYear),
    parts: layParts(cutPeriod(period, shared), firstYear),
    lists: lists.map((list, position): ListFrame => {
      if (plan.lists[position]?.cutsItems !== true) return list;
      const id = plan.lists[position]?.tree.id;
      const own = cuts.filter((cut) => cut.kind === "after" && cut.list === id);
      const first = new Int32Array(list.count + 1);
      const all: Part[] = [];
      for (let item = 0; item < list.count; item += 1) {
        const days = own.flatMap((cut) =>
          cut.kind === "after" ? cutDays(plan, cut, item, values) : [],
        );
        all.push(...cutPeriod(period, [...shared, ...days]));
        first[item + 1] = all.length;
      }
      return { ...list, own: { parts: layParts(all, firstYear), first } };
    }),
  };
}

function layParts(parts: readonly Part[], firstYear: number): Parts {
  return {
    start: Int32Array.from(parts, ({ from }) => from),
    end: Int32Array.from(parts, ({ to }) => to),
    year: Int32Array.from(parts, ({ year }) => year - firstYear),
  };
}

type After = Extract<CutTree, { readonly kind: "after" }>;

/** The first days of the pieces that a cut makes; none while its date is open. */
function cutDays(plan: Plan, cut: After, item: number, values: Values): readonly Day[] {
  const day = dateOf(plan, cut.of, item, values);
  if (day === undefined) return [];
  return cut.after.map(({ count, unit }) =>
    unit === "day" ? day + count : addMonths(day, unit === "yr" ? 12 * count : count),
  );
}

/** A date that cuts a period: an answer, a constant, the later or earlier of some, or a formula that names one. */
function dateOf(plan: Plan, node: Node, item: number, values: Values): Day | undefined {
  switch (node.kind) {
    case "input": {
      const input = plan.at.inputs.get(node.id) ?? -1;
      const value = values[input]?.[plan.inputs[input]?.tree.list === undefined ? 0 : item];
      return typeof value === "number" ? value : undefined;
    }
    case "through": {
      const pointed = dateOf(plan, node.pointer, item, values);
      return pointed === undefined ? undefined : dateOf(plan, node.value, pointed, values);
    }
    case "formula": {
      const body = plan.formulas[plan.at.formulas.get(node.id) ?? -1]?.tree.body;
      return body?.kind === "expr" ? dateOf(plan, body.value, item, values) : undefined;
    }
    case "constant": {
      const constant = plan.tree.constants[plan.at.constants.get(node.id) ?? -1];
      return constant === undefined ? undefined : parseDay(constant.value);
    }
    case "choose": {
      const days = node.values.map((value) => dateOf(plan, value, item, values));
      if (!days.every((day) => day !== undefined)) return undefined;
      return node.function === "min" ? Math.min(...days) : Math.max(...days);
    }
    default:
      throw new Error(`a period cannot be cut by a ${node.kind}`);
  }
}
