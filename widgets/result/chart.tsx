import type { ComponentChildren } from "preact";
import type { OutputResult, OutputValue } from "../../engine/result/result.ts";
import { still } from "../still.tsx";
import { type Axes, axisWords } from "../text/axes.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { typeset } from "../text/words.tsx";
import { Bar, type Piece, Swatch } from "./bar.tsx";
import { outputName } from "./headline.tsx";
import { largest, stacked } from "./lengths.ts";
import { drawnOf } from "./step-values.ts";

interface StackedBar {
  readonly key: string;
  readonly words: string;
  readonly pieces: readonly Piece[];
}

/**
 * Stacked bars of an output: one for each place on all its axes but the last, whose members are the pieces. The drawing
 * is for the eye alone: the table under it is the text, so it carries a name that says so. Bars of nothing are left
 * to the table.
 */
export const Chart = still(function Chart({
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
  const values = output.values ?? [];
  // Lengths of unlike units say nothing beside each other.
  if (values.some(({ display_unit: own }) => own !== undefined)) return null;
  const members = [...new Set(values.map(({ at }) => at[inner] ?? ""))];
  const bars = barsOf(values, output.axes, members, axes);
  const lengths = bars.map(({ pieces }) => stacked(pieces.map(({ high }) => high)));
  const longest = largest(lengths);
  const drawn = bars.filter((_, index) => /[1-9]/.test(lengths[index] ?? ""));
  if (drawn.length === 0) return null;
  const used = members.filter((_, index) =>
    drawn.some(({ pieces }) =>
      pieces.some(({ colour, high }) => colour === index && /[1-9]/.test(high)),
    ),
  );
  const name = outputName(setting, id, output);
  return (
    <figure class="chart">
      <figcaption class="unseen">{text.chartOf(name)}</figcaption>
      <ul class="legend">
        {used.map((member) => (
          <li key={member}>
            <Swatch colour={members.indexOf(member)} />
            {typeset(axisWords(axes, inner, member))}
          </li>
        ))}
      </ul>
      <div
        class="bars"
        role="img"
        aria-label={`${text.chartOf(name)}${text.colon}${text.chartHelp}`}
      >
        {drawn.map(({ key, words, pieces }) => (
          <div key={key}>
            {words !== "" && <span class="bar-name">{typeset(words)}</span>}
            <Bar pieces={pieces} longest={longest} />
          </div>
        ))}
      </div>
    </figure>
  );
});

function barsOf(
  values: readonly OutputValue[],
  all: readonly string[],
  members: readonly string[],
  axes: Axes,
): readonly StackedBar[] {
  const outer = all.slice(0, -1);
  const inner = all.at(-1) ?? "";
  const bars = new Map<string, OutputValue[]>();
  for (const value of values) {
    const key = outer.map((axis) => value.at[axis] ?? "").join("/");
    bars.set(key, [...(bars.get(key) ?? []), value]);
  }
  return [...bars].map(([key, own]) => ({
    key,
    words: outer.map((axis) => axisWords(axes, axis, own[0]?.at[axis] ?? "")).join(" "),
    pieces: own.flatMap((value): readonly Piece[] => {
      const drawn = drawnOf(value);
      const member = value.at[inner] ?? "";
      return drawn === undefined
        ? []
        : [{ key: member, colour: members.indexOf(member), ...drawn }];
    }),
  }));
}
