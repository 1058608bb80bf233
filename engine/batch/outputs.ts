import { printFiscalYear } from "../methodology/period.ts";
import type { Mode } from "../methodology/schema.ts";
import type { Plan } from "../plan.ts";
import type { CalculationResult, OutputResult, OutputValue } from "../result/result.ts";

/** A column of results: its header, and its cell for an item of the rows' list, counted from 1. */
export interface OutputColumn {
  readonly header: string;
  /** The id of the output. */
  readonly output: string;
  /** What of the output it is: `FY2021`, `oil, FY2021`; empty for all of it. */
  readonly key: string;
  /** The end of a range, in range mode. */
  readonly end?: "low" | "high";
  /** The output has the axis of the rows' list: each row of a case has its own. */
  readonly isOfItem: boolean;
  readonly cell: (result: CalculationResult, item: number) => string;
}

/**
 * The columns of results: one for each output, and for each member and fiscal year of it where these are the same for the
 * whole file; what is along other axes stands together in one cell, `FY2021: 12; FY2022: 13`. In range mode each has two,
 * the least and the most.
 */
export function outputColumns(
  plan: Plan,
  mode: Mode,
  years: readonly number[] | undefined,
  lists: readonly string[],
): readonly OutputColumn[] {
  return plan.outputs.flatMap(({ tree, formula }): readonly OutputColumn[] => {
    const axes = plan.formulas[formula]?.space.axes ?? [];
    const isOfItem = axes.some((axis) => lists.includes(axis));
    const unit = tree.shown.unit === "" || tree.shown.unit === "1" ? "" : `(${tree.shown.unit})`;
    const places = placesOf(plan, axes, years);
    const ends = mode === "range" ? (["low", "high"] as const) : ([undefined] as const);
    return places.flatMap((place) =>
      ends.map((end): OutputColumn => {
        const keys = Object.values(place);
        const key = keys.join(", ");
        const side = end === undefined ? "" : ` ${end}`;
        return {
          header: `${tree.id}${key === "" ? "" : `[${key}]`}${side}${unit}`,
          output: tree.id,
          key,
          ...(end === undefined ? {} : { end }),
          isOfItem,
          cell: (result, item) => {
            const output = result.results[tree.id];
            if (output === undefined) return "";
            const at = { ...place, ...itemOf(axes, lists, item) };
            return cellOf(output, at, end);
          },
        };
      }),
    );
  });
}

type At = Readonly<Record<string, string>>;

function itemOf(axes: readonly string[], lists: readonly string[], item: number): At {
  const own = axes.filter((axis) => lists.includes(axis));
  return Object.fromEntries(own.map((axis) => [axis, item.toString()]));
}

/** Every combination of the keys that are known before a row is read. */
function placesOf(
  plan: Plan,
  axes: readonly string[],
  years: readonly number[] | undefined,
): readonly At[] {
  let places: readonly At[] = [{}];
  for (const axis of axes) {
    const members = plan.enums[plan.at.enums.get(axis) ?? -1]?.tree.members.map(({ id }) => id);
    const keys = axis === "years" ? years?.map(printFiscalYear) : members;
    if (keys !== undefined)
      places = places.flatMap((place) => keys.map((key) => ({ ...place, [axis]: key })));
  }
  return places;
}

function cellOf(output: OutputResult, at: At, end: "low" | "high" | undefined): string {
  if (output.values === undefined) return textOf(output, end);
  const wanted = Object.entries(at);
  const texts = output.values.flatMap((value) => {
    if (!wanted.every(([axis, key]) => value.at[axis] === key)) return [];
    const text = textOf(value, end);
    const rest = Object.entries(value.at).filter(([axis]) => !Object.hasOwn(at, axis));
    if (text === "") return [];
    return rest.length === 0 ? [text] : [`${rest.map(([, key]) => key).join(" ")}: ${text}`];
  });
  return texts.join("; ");
}

/** A value as it is shown, one end of it in range mode; blank where there is none. */
function textOf(output: OutputResult | OutputValue, end: "low" | "high" | undefined): string {
  const shown = output as Readonly<
    Partial<Record<"display" | "display_low" | "display_high" | "low" | "high" | "value", string>>
  >;
  const ends = end === "low" ? shown.display_low : shown.display_high;
  const range = end === undefined ? undefined : (ends ?? shown[end]);
  return range ?? shown.display ?? shown.value ?? "";
}
