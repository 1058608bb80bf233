import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { OutputSummary } from "../../engine/portfolio/types.ts";
import { largest, thousandths } from "../../widgets/result/lengths.ts";
import { writeFigure } from "../../widgets/text/figures.ts";
import { typeset } from "../../widgets/text/words.tsx";
import type { Language } from "../build/page.ts";
import { Pick, Scrolled } from "./fields.tsx";
import { InTurn } from "./in-turn.tsx";
import { portfolioWords } from "./portfolio-words.ts";
import { cumulated, rangesOf } from "./spread.ts";
import { isAdditive, outputName } from "./totals.tsx";

/** How the figures of one output lie: how many rows by size, and what they come to together. */
export function SpreadCharts({
  language,
  outputs,
}: {
  readonly language: Language;
  readonly outputs: readonly OutputSummary[];
}): VNode | null {
  const text = portfolioWords[language];
  const drawn = outputs.filter(({ distribution }) => (distribution?.bins.length ?? 0) > 0);
  const [chosen, setChosen] = useState("");
  const output =
    drawn.find(({ id }) => id === chosen) ?? drawn.find(({ isMain }) => isMain) ?? drawn[0];
  const { ranges, below } = useMemo(() => {
    const ranges = output?.distribution === undefined ? [] : rangesOf(output.distribution);
    return { ranges, below: cumulated(ranges) };
  }, [output]);
  if (output === undefined) return null;
  const name = outputName(output, language);
  const figure = (value: string | number): string => writeFigure(value.toString(), language);
  const [histogram, cumulative] = [text.histogram(name), text.cumulative(name)];
  const isSummed = isAdditive(output.unit);
  const shares = below.map(({ share }) => share ?? "0");
  return (
    <>
      <h3>{text.spread}</h3>
      <Pick id="spread" label={text.spreadOf} value={output.id} onPick={setChosen}>
        {drawn.map((one) => (
          <option key={one.id} value={one.id} selected={one.id === output.id}>
            {outputName(one, language)}
          </option>
        ))}
      </Pick>
      <InTurn key={output.id} turn={language}>
        <figure>
          <figcaption>{typeset(histogram)}</figcaption>
          <Bars
            name={`${histogram} ${text.chartHelp}`}
            lengths={ranges.map(({ count }) => count.toString())}
          />
          <Scrolled name={histogram}>
            <table>
              <caption class="hint">{text.histogramHelp}</caption>
              <thead>
                <tr>
                  <th scope="col">{text.bin}</th>
                  <th scope="col" class="end">
                    {text.rowCount}
                  </th>
                  {!isSummed ? null : (
                    <th scope="col" class="end">
                      {text.sum}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {ranges.map(({ from, to, count, sum }) => (
                  <tr key={from}>
                    <th scope="row">{text.binOf(figure(from), figure(to))}</th>
                    <td class="end">{figure(count)}</td>
                    {isSummed && <td class="end">{figure(sum)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolled>
        </figure>
        {!isSummed ? null : (
          <figure>
            <figcaption>{typeset(cumulative)}</figcaption>
            {below.some(({ share }) => share !== undefined) && (
              <Steps
                name={`${cumulative} ${text.chartHelp}`}
                points={below.map(({ rows }, at) => ({ along: rows, up: shares[at] ?? "0" }))}
              />
            )}
            <Scrolled name={cumulative}>
              <table>
                <caption class="hint">{text.cumulativeHelp}</caption>
                <thead>
                  <tr>
                    <th scope="col">{text.upTo}</th>
                    <th scope="col" class="end">
                      {text.rowCount}
                    </th>
                    <th scope="col" class="end">
                      {text.shareOfRows}
                    </th>
                    <th scope="col" class="end">
                      {text.cumulated}
                    </th>
                    <th scope="col" class="end">
                      {text.shareOfSum}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {below.map(({ to, count, rows, sum, share }) => (
                    <tr key={to}>
                      <th scope="row">{text.below(figure(to))}</th>
                      <td class="end">{figure(count)}</td>
                      <td class="end">{figure(rows)}%</td>
                      <td class="end">{figure(sum)}</td>
                      <td class="end">{share === undefined ? text.none : `${figure(share)}%`}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrolled>
          </figure>
        )}
      </InTurn>
    </>
  );
}

const height = 300;

/** Standing bars, for the eye alone: the table below them is the text. Lengths are attributes, which no policy refuses. */
function Bars({
  name,
  lengths,
}: {
  readonly name: string;
  readonly lengths: readonly string[];
}): VNode {
  const longest = largest(lengths);
  const width = 1000 / Math.max(1, lengths.length);
  return (
    <svg
      class="chart"
      viewBox={`0 0 1000 ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={name}
    >
      <line class="axis" x1="0" y1={height} x2="1000" y2={height} />
      {lengths.map((length, at) => {
        const tall = Math.round((thousandths(length, longest) * height) / 1000);
        // What is there is seen, however little it is.
        const seen = /[1-9]/.test(length) ? Math.max(2, tall) : 0;
        return (
          <rect
            key={at}
            x={at * width + 1}
            y={height - seen}
            width={Math.max(1, width - 2)}
            height={seen}
          />
        );
      })}
    </svg>
  );
}

/** A line through shares in percent, along and up. */
function Steps({
  name,
  points,
}: {
  readonly name: string;
  readonly points: readonly { readonly along: string; readonly up: string }[];
}): VNode {
  const path = [{ along: "0", up: "0" }, ...points].map(
    ({ along, up }) =>
      `${thousandths(along, "100")},${height - Math.round((thousandths(up, "100") * height) / 1000)}`,
  );
  return (
    <svg
      class="chart"
      viewBox={`0 0 1000 ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={name}
    >
      <line class="axis" x1="0" y1={height} x2="1000" y2={height} />
      <line class="even" x1="0" y1={height} x2="1000" y2="0" />
      <polyline class="cumulative" points={path.join(" ")} />
    </svg>
  );
}
