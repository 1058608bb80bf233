import type { VNode } from "preact";
import type { UnconfirmedFigure } from "../../engine/assessment/assessment.ts";
import { joinUnit } from "../../widgets/form/hints.tsx";
import { SourceLine } from "../../widgets/result/source-line.tsx";
import { type Setting, useSetting } from "../../widgets/setting.ts";
import { writeFigure } from "../../widgets/text/figures.ts";
import { plainWords } from "../../widgets/text/language.ts";
import { writeUnit } from "../../widgets/text/units.tsx";
import { typeset } from "../../widgets/text/words.tsx";
import { tokenWords } from "./assumed-words.ts";
import type { AssessmentWords } from "./words.ts";

/** The figures that nobody has confirmed: those of one table and one source together, and none left out. */
export function Unconfirmed({
  all,
  words,
}: {
  readonly all: readonly UnconfirmedFigure[];
  readonly words: AssessmentWords;
}): VNode {
  const setting = useSetting();
  if (all.length === 0) return <p>{words.noneUnconfirmed}</p>;
  const groups = new Map<string, UnconfirmedFigure[]>();
  for (const figure of all) {
    const { methodology, kind, id, provenance, source } = figure;
    const key = JSON.stringify([methodology, kind, id, provenance, source]);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return (
    <ul class="figures-of">
      {[...groups].map(([key, own]) => {
        const [first] = own;
        if (first === undefined) return null;
        const { label, id, provenance, source } = first;
        const values = [...new Set(own.map((one) => figureWords(setting, one)).filter(Boolean))];
        return (
          <li key={key}>
            {typeset(label === undefined ? id : plainWords(label, setting.language))}{" "}
            <span class="mark unconfirmed">{words.provenances[provenance]}</span>
            {values.length > 0 && typeset(`${words.colon}${values.join(words.comma)}`)}{" "}
            {source !== undefined && <SourceLine source={source} />}
          </li>
        );
      })}
    </ul>
  );
}

/** A figure with the keys of its row: `heavy_oil_a: 38.9 GJ/kL`. */
function figureWords(
  setting: Setting,
  { keys = [], value, unit = "1" }: UnconfirmedFigure,
): string {
  const { language } = setting;
  const of = keys.map((key) => tokenWords(setting, key)).join(" ");
  if (value === undefined) return of;
  const figure = joinUnit(writeFigure(value, language), writeUnit(unit, setting), language);
  return of === "" ? figure : `${of} ${figure}`;
}
