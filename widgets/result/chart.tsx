import type { ComponentChildren, VNode } from "preact";
import type { OutputResult, OutputValue } from "../../engine/result/result.ts";
import { type Axes, axisWords } from "../text/axes.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { largest, stacked, thousandths } from "../text/numbers.ts";
import { typeset } from "../text/words.tsx";
import { outputName } from "./headline.tsx";
import { drawnOf } from "./values.ts";

/** A bar: its words and its pieces, each with the member that colours it. */
interface Bar {
  readonly key: string;
  readonly words: string;
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly member: string;
  readonly low: string;
  readonly high: string;
}

/** The colours of a theme; further members repeat them. */
const colours = 8;

/**
 * Bars of an output along its axes. The drawing is for the eye alone: the table under it is the text, so it carries a
 * name that says so. Lengths are attributes, because a strict policy refuses styles.
 */
export function Chart({
  id,
  output,
  axes,
}: {
  readonly id: string;
  readonly output: OutputResult;
  readonly axes: Axes;
}): ComponentChildren {
  const setting = useDetailsSetting();
  const { text } = setting;
  const inner = output.axes.at(-1) ?? "";
  const isStacked = output.chart === "stacked";
  const bars = isStacked ? stackedBars(output, axes) : plainBars(output, axes);
  const longest = largest(bars.map(({ pieces }) => stacked(pieces.map(({ high }) => high))));
  if (longest === "0" || thousandths(longest, longest) === 0) return null;
  const members = [...new Set(bars.flatMap(({ pieces }) => pieces.map(({ member }) => member)))];
  const name = outputName(setting, id, output);
  return (
    <figure class="chart">
      <figcaption class="unseen">{text.chartOf(name)}</figcaption>
      {isStacked && (
        <ul class="legend">
          {members.map((member, index) => (
            <li key={member}>
              <svg class={`colour-${index % colours}`} viewBox="0 0 10 10" aria-hidden="true">
                <rect width="10" height="10" rx="2" />
              </svg>
              {typeset(axisWords(axes, inner, member))}
            </li>
          ))}
        </ul>
      )}
      <div
        class="bars"
        role="img"
        aria-label={`${text.chartOf(name)}${text.colon}${text.chartHelp}`}
      >
        {bars.map((bar) => (
          <div key={bar.key} class="bar">
            {bar.words !== "" && <span class="bar-name">{typeset(bar.words)}</span>}
            <svg viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
              <Pieces bar={bar} longest={longest} members={isStacked ? members : []} />
            </svg>
          </div>
        ))}
      </div>
    </figure>
  );
}

function Pieces({
  bar,
  longest,
  members,
}: {
  readonly bar: Bar;
  readonly longest: string;
  readonly members: readonly string[];
}): VNode {
  let start = 0;
  return (
    <>
      <rect class="track" width="1000" height="24" />
      {bar.pieces.map(({ member, low, high }) => {
        const solid = Math.max(0, thousandths(low, longest));
        const whole = Math.max(solid, thousandths(high, longest));
        const at = start;
        start += whole;
        const colour = `colour-${Math.max(0, members.indexOf(member)) % colours}`;
        const gap = members.length > 0 && whole > 4 ? 2 : 0;
        return (
          <g key={member} class={colour}>
            {whole > solid && (
              <rect class="loose" x={at + solid} width={whole - solid} height="24" />
            )}
            <rect x={at} width={Math.max(0, solid - gap)} height="24" />
          </g>
        );
      })}
    </>
  );
}

function plainBars(output: OutputResult, axes: Axes): readonly Bar[] {
  return (output.values ?? []).flatMap((value) => {
    const drawn = drawnOf(value);
    if (drawn === undefined) return [];
    const words = output.axes.map((axis) => axisWords(axes, axis, value.at[axis] ?? ""));
    const key = output.axes.map((axis) => value.at[axis]).join("/");
    return [{ key, words: words.join(" "), pieces: [{ member: "", ...drawn }] }];
  });
}

/** One bar per place on all axes but the last, whose members are its pieces. */
function stackedBars(output: OutputResult, axes: Axes): readonly Bar[] {
  const outer = output.axes.slice(0, -1);
  const inner = output.axes.at(-1) ?? "";
  const bars = new Map<string, OutputValue[]>();
  for (const value of output.values ?? []) {
    const key = outer.map((axis) => value.at[axis] ?? "").join("/");
    bars.set(key, [...(bars.get(key) ?? []), value]);
  }
  return [...bars].map(([key, values]) => ({
    key,
    words: outer.map((axis) => axisWords(axes, axis, values[0]?.at[axis] ?? "")).join(" "),
    pieces: values.flatMap((value) => {
      const drawn = drawnOf(value);
      return drawn === undefined ? [] : [{ member: value.at[inner] ?? "", ...drawn }];
    }),
  }));
}
