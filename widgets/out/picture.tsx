import { render, type VNode } from "preact";
import type { CalculationResult, OutputResult } from "../../engine/result/result.ts";
import { mainOutputs, outputName } from "../result/headline.tsx";
import { largest, thousandths } from "../result/lengths.ts";
import { drawnOf } from "../result/step-values.ts";
import { lineOf, showOutput } from "../result/values.ts";
import { type Axes, axisWords, placeWords } from "../text/axes.ts";
import type { DetailsSetting } from "../text/details-setting.ts";
import { plainWords, withoutReadings } from "../text/language.ts";
import { writeDay } from "../text/times.ts";

/**
 * A result as a picture: title, figures, bars and where they come from. Colours and lengths are attributes, so that it
 * needs no style of its own, and its letters are those of the device that shows it.
 */
const width = 1200;
const margin = 64;
/** Up to so many bars are drawn; a picture of more would not be read. */
const mostBars = 12;
const family = "'Noto Sans JP','Noto Sans CJK JP','Hiragino Sans',Meiryo,system-ui,sans-serif";
const dark = "#1a1a1a";
const quiet = "#595959";
const blue = "#0055ad";

interface Line {
  readonly words: string;
  readonly size: number;
  readonly fill: string;
  readonly weight?: string;
  /** Space above it. */
  readonly above: number;
}

/** The lines and bars of the picture, from above. */
type Piece =
  | ({ readonly kind: "line" } & Line)
  | { readonly kind: "bar"; readonly name: string; readonly words: string; readonly part: number };

/** The text of an SVG file that shows a result. */
export function pictureOf(setting: DetailsSetting, result: CalculationResult): string {
  const holder = document.createElement("div");
  render(<Picture setting={setting} result={result} />, holder);
  const svg = holder.firstElementChild;
  if (svg === null) throw new Error("a picture was not drawn");
  const written = new XMLSerializer().serializeToString(svg);
  render(null, holder);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written}\n`;
}

/**
 * The same drawn into a PNG, twice as large, for slides and pages.
 *
 * Errors: absent where the browser, or the policy of the page around, does not let it be drawn.
 */
export async function pngOf(svg: string): Promise<Blob | undefined> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    const pen = canvas.getContext("2d");
    if (pen === null) return undefined;
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => {
      canvas.toBlob((blob) => resolve(blob ?? undefined), "image/png");
    });
  } catch {
    return undefined;
  }
}

function Picture({
  setting,
  result,
}: {
  readonly setting: DetailsSetting;
  readonly result: CalculationResult;
}): VNode {
  const pieces = piecesOf(setting, result);
  let y = margin - 16;
  const drawn = pieces.map((piece, index) => {
    if (piece.kind === "line") {
      const { words, size, fill, weight } = piece;
      y += piece.above + size;
      return (
        <text key={index} x={margin} y={y} font-size={size} font-weight={weight} fill={fill}>
          {words}
        </text>
      );
    }
    y += 64;
    const long = Math.round(((width - 2 * margin) * piece.part) / 1000);
    return (
      <g key={index}>
        <text x={margin} y={y - 20} font-size="22" fill={dark}>
          {piece.name}
        </text>
        <text x={width - margin} y={y - 20} font-size="22" fill={dark} text-anchor="end">
          {piece.words}
        </text>
        <rect x={margin} y={y - 10} width={width - 2 * margin} height="16" fill="#eceef1" />
        <rect x={margin} y={y - 10} width={long} height="16" fill={blue} />
      </g>
    );
  });
  const height = y + margin;
  const name = pieces.flatMap((piece) => (piece.kind === "line" ? [piece.words] : [])).join("\n");
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family={family}
      role="img"
    >
      <title>{name}</title>
      <rect width={width} height={height} fill="#ffffff" />
      {drawn}
    </svg>
  );
}

function piecesOf(setting: DetailsSetting, result: CalculationResult): readonly Piece[] {
  const { form, language, text } = setting;
  const axes: Axes = { ...setting, parts: result.parts };
  const line = (words: string, size: number, above: number, rest: Partial<Line> = {}) =>
    foldedLines(withoutReadings(words), size).map(
      (one, index): Piece => ({
        kind: "line",
        words: one,
        size,
        fill: dark,
        above: index === 0 ? above : size / 3,
        ...rest,
      }),
    );
  const figures = mainOutputs(result).flatMap(([id, output]) =>
    (output.values ?? [output]).flatMap((value) => {
      const place = "at" in value ? ` ${placeWords(axes, value.at)}` : "";
      const shown = showOutput(setting, id, output, value);
      return [
        ...line(`${outputName(setting, id, output)}${place}`, 26, 28, { fill: quiet }),
        ...line(lineOf(shown, setting), 64, 12, { weight: "700", fill: blue }),
      ];
    }),
  );
  const others = Object.entries(result.results)
    .filter(([, output]) => !output.main && output.values === undefined)
    .filter(([, { none }]) => none !== "missing")
    .flatMap(([id, output], index) => {
      const shown = lineOf(showOutput(setting, id, output, output), setting);
      const above = index === 0 ? 32 : 14;
      return line(`${outputName(setting, id, output)}${text.colon}${shown}`, 24, above);
    });
  const { id, version, hash, status } = result.methodology;
  const marks = [
    ...(result.status === "does_not_apply" ? [text.notCreditable] : []),
    ...(text.statusHelp[status] === undefined ? [] : [text.statusHelp[status]]),
    ...(result.assumed.length > 0 ? [text.standsAssumed(result.assumed.length)] : []),
    ...(result.unconfirmed.length > 0 ? [text.standsUnconfirmed(result.unconfirmed.length)] : []),
  ];
  const day = writeDay(result.as_of, language);
  return [
    ...line(plainWords(form.title, language), 36, 0, { weight: "700" }),
    ...figures,
    ...others,
    ...barsOf(setting, axes, result),
    ...marks.flatMap((words) => line(words, 20, 16, { fill: "#7a4a00" })),
    ...line(`${id} ${version}  ${hash.slice(0, 12)}  ${text.asOfDate}${text.colon}${day}`, 20, 24, {
      fill: quiet,
    }),
  ];
}

/** The first output along one axis that is drawn with bars on the page, too. */
function barsOf(setting: DetailsSetting, axes: Axes, result: CalculationResult): readonly Piece[] {
  const charted = Object.entries(result.results).find(
    ([, output]) =>
      output.chart !== undefined &&
      output.axes.length === 1 &&
      output.values?.every(({ display_unit: own }) => own === undefined) === true,
  );
  if (charted === undefined) return [];
  const [id, output] = charted;
  const axis = output.axes[0] ?? "";
  const drawn = (output.values ?? []).flatMap((value) => {
    const high = drawnOf(value)?.high ?? "";
    return /[1-9]/.test(high) ? [{ value, high }] : [];
  });
  const longest = largest(drawn.map(({ high }) => high));
  const heading: Piece = {
    kind: "line",
    words: withoutReadings(outputName(setting, id, output)),
    size: 26,
    fill: quiet,
    above: 36,
  };
  if (drawn.length === 0) return [];
  return [
    heading,
    ...drawn.slice(0, mostBars).map(
      ({ value, high }): Piece => ({
        kind: "bar",
        name: withoutReadings(axisWords(axes, axis, value.at[axis] ?? "")),
        words: withoutReadings(
          lineOf(showOutput(setting, id, output as OutputResult, value), setting),
        ),
        part: thousandths(high, longest),
      }),
    ),
  ];
}

/** A sentence in lines that fit the picture: a letter of Japanese is as wide as it is high, others about half. */
function foldedLines(words: string, size: number): readonly string[] {
  const room = (width - 2 * margin) / size;
  const lines: string[] = [];
  let now = "";
  let used = 0;
  for (const piece of words.match(/[\p{ASCII}–−]+?(?: |$)|[^ ]/gu) ?? []) {
    const long = [...piece].reduce((sum, one) => sum + (/[\p{ASCII}–−]/u.test(one) ? 0.6 : 1), 0);
    if (used + long > room && now !== "") {
      lines.push(now);
      now = "";
      used = 0;
    }
    now += piece;
    used += long;
  }
  return now === "" ? lines : [...lines, now];
}
