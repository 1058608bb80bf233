import type { VNode } from "preact";
import type { PeriodDraft } from "../answers/draft.ts";
import { useSetting } from "../setting.ts";
import { writeYears } from "../text/times.ts";
import { Words } from "../text/words.tsx";
import { fieldId, useForm } from "./form-context.ts";
import { Messages } from "./messages.tsx";
import { TextControl } from "./text-control.tsx";

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
  const describedBy = [
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
            {language !== "en" && <span class="unit">年度</span>}
          </span>
        </div>
      ) : (
        <div class="days">
          {day("from", text.periodFrom)}
          {day("to", text.periodTo)}
        </div>
      )}
      {tables.length > 0 && (
        <div class="hint" id={`${id}-hint`}>
          <p>{text.yearsHeld}</p>
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
