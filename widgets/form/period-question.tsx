import type { VNode } from "preact";
import type { PeriodDraft } from "../answers/draft.ts";
import { useSetting } from "../setting.ts";
import { plainWords } from "../text/language.ts";
import { writeYear, writeYears } from "../text/times.ts";
import { Words } from "../text/words.tsx";
import { fieldId, useForm } from "./form-context.ts";
import { Messages } from "./messages.tsx";
import { TextControl } from "./text-control.tsx";
import { heldIn, yearIn } from "./years-held.ts";

/** The period that is calculated for: one fiscal year, or from one day to another. */
export function PeriodQuestion(): VNode {
  const setting = useSetting();
  const { text, language } = setting;
  const { draft, onChange, onLeave, messages } = useForm();
  const { period } = draft;
  const place = { input: "period", at: "" };
  const id = fieldId(setting, place);
  const enter = (part: Partial<PeriodDraft>): void =>
    onChange({ kind: "period", period: { ...period, ...part } });
  const found = messages(place);
  const isWrong = found.some(({ kind }) => kind === "error");
  const { tables = [] } = setting.form.period ?? {};
  const { preset = "" } = setting.form.period ?? {};
  const isBest = tables.every(
    (table) => heldIn(table, Number.parseInt(preset.slice(2), 10)) === "most",
  );
  const year = yearIn(period);
  const lacking = tables.flatMap((table) => {
    const held = year === undefined ? "most" : heldIn(table, year);
    if (held === "most") return [];
    const words = plainWords(table.label, language);
    return text.yearLacks(writeYear(`${year}`, language), words, held === "some");
  });
  const describedBy = [
    ...(lacking.length > 0 ? [`${id}-lacking`] : []),
    ...(tables.length > 0 ? [`${id}-hint`] : []),
    ...(found.length > 0 ? [`${id}-message`] : []),
  ].join(" ");
  const day = (key: "from" | "to", label: string): VNode => (
    <div class="day">
      <label for={key === "from" ? id : `${id}-to`}>{label}</label>
      <input
        type="date"
        class="date"
        id={key === "from" ? id : `${id}-to`}
        aria-describedby={describedBy}
        aria-invalid={isWrong}
        value={period[key]}
        onInput={(event) => enter({ [key]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <fieldset class="question" onFocusOut={() => onLeave(place)}>
      <legend>{text.period}</legend>
      <Messages id={`${id}-message`} messages={found} />
      <div class="radios">
        {(["fiscal_year", "dates"] as const).map((kind) => (
          <label key={kind} class="radio">
            <input
              type="radio"
              name={`${id}-kind`}
              checked={period.kind === kind}
              onChange={() => enter({ kind, ...(kind === "dates" ? daysOf(period) : {}) })}
            />
            <span>{kind === "dates" ? text.periodByDates : text.periodByYear}</span>
          </label>
        ))}
      </div>
      {period.kind === "fiscal_year" ? (
        <div class="day">
          <label for={id}>{text.fiscalYear}</label>
          <span class="measure">
            {language === "en" && <span class="unit">FY</span>}
            <TextControl
              id={id}
              inputMode="numeric"
              className="year"
              describedBy={describedBy}
              isWrong={isWrong}
              value={period.year}
              onText={(year) => enter({ year })}
            />
            {language !== "en" && <span class="unit">{writeYear("", language)}</span>}
          </span>
        </div>
      ) : (
        <div class="days">
          {day("from", text.periodFrom)}
          {day("to", text.periodTo)}
        </div>
      )}
      {lacking.length > 0 && (
        <Messages
          id={`${id}-lacking`}
          messages={lacking.map((sentence) => ({ kind: "hint", sentence }))}
        />
      )}
      {tables.length > 0 && (
        <div class="hint" id={`${id}-hint`}>
          <p>
            {text.yearsHeld}
            {isBest && text.space}
            {isBest && text.yearPreset(writeYear(preset, language))}
          </p>
          <ul>
            {tables.map(({ label, most, some }, index) => (
              <li key={index}>
                <Words label={label} language={language} />
                {text.heldYears(writeYears(most, language), writeYears(some, language))}
              </li>
            ))}
          </ul>
        </div>
      )}
    </fieldset>
  );
}

/** The days of the fiscal year that stands there, where no days do yet. */
function daysOf({ year, from, to }: PeriodDraft): Partial<PeriodDraft> {
  const digits = year.normalize("NFKC").trim();
  if (from !== "" || to !== "" || !/^\d{4}$/.test(digits)) return {};
  return { from: `${digits}-04-01`, to: `${Number.parseInt(digits, 10) + 1}-03-31` };
}
