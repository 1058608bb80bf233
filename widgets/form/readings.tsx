import type { VNode } from "preact";
import type { Form, FormInput } from "../../engine/methodology/form.ts";
import { entriesOf, type Item, type Place } from "../answers/draft.ts";
import { axisWords } from "../text/axes.ts";
import { useDetailsSetting } from "../text/details-setting.ts";
import { plainWords } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import { QuantityControl } from "./control.tsx";
import { fieldId, useForm } from "./form-context.ts";
import { HelpText, Hints } from "./hints.tsx";
import { Messages } from "./messages.tsx";

/** The readings of a meter that counts on: rows of a day and what the meter showed when that day began. */
export function Readings({
  input,
  item,
}: {
  readonly input: FormInput;
  readonly item: Item | undefined;
}): VNode {
  const { form } = useDetailsSetting();
  const { showsAt } = useForm();
  const members = input.per
    .filter((axis) => form.enums[axis] !== undefined)
    .reduce<readonly (readonly string[])[]>(
      (places, axis) =>
        places.flatMap((place) => (form.enums[axis] ?? []).map(({ id }) => [...place, id])),
      [[]],
    )
    .filter((keys) => showsAt(input, item, placeAt(input, form, keys, "")));
  return (
    <>
      {members.map((keys) => (
        <MeterRows key={keys.join("/")} input={input} item={item} members={keys} />
      ))}
    </>
  );
}

/** The place of a row of readings: its members, with the row where others have the part of time. */
function placeAt(input: FormInput, form: Form, members: readonly string[], row: string): string {
  const time = input.per.findIndex((axis) => form.enums[axis] === undefined);
  const keys = [...members];
  keys.splice(time < 0 ? keys.length : time, 0, row);
  return keys.join("/");
}

function MeterRows({
  input,
  item,
  members,
}: {
  readonly input: FormInput;
  readonly item: Item | undefined;
  readonly members: readonly string[];
}): VNode {
  const setting = useDetailsSetting();
  const { form, language, text } = setting;
  const { draft, onChange, onReach, onLeave, messages } = useForm();
  const own = item === undefined ? { input: input.id } : { input: input.id, item: item.key };
  const enums = input.per.filter((axis) => form.enums[axis] !== undefined);
  const at = (row: string): string => placeAt(input, form, members, row);
  const entries = entriesOf(draft, input.id, item?.key);
  const used = Object.keys(entries).flatMap((one) => /(?:^|\/)r(\d+)(?:\/|$)/.exec(one)?.[1] ?? []);
  const rows = used
    .map((digits) => `r${digits}`)
    .filter((row, index, all) => entries[at(row)] !== undefined && all.indexOf(row) === index);
  const last = used.reduce((most, digits) => Math.max(most, Number.parseInt(digits, 10)), 0);
  const shown = rows.length >= 2 ? rows : [...rows, `r${last + 1}`, `r${last + 2}`].slice(0, 2);
  const id = fieldId(setting, { ...own, at: members.join("/") });
  const name = plainWords(input.label, language);
  return (
    <fieldset class="question" aria-describedby={`${id}-hint`}>
      <legend id={id} tabIndex={-1}>
        <Words label={input.label} language={language} />
        {members.map((key, index) => (
          <span key={key}> {axisWords({ ...setting, parts: [] }, enums[index] ?? "", key)}</span>
        ))}
      </legend>
      <p class="hint">{text.readingsHint}</p>
      <Hints input={input} id={`${id}-hint`} />
      <Messages id={`${id}-message`} messages={messages({ ...own, at: members.join("/") })} />
      <table class="entries">
        <thead>
          <tr>
            <th scope="col">{text.readingDay}</th>
            <th scope="col">{text.reading}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => {
            const place: Place = { ...own, at: at(row) };
            const cell = fieldId(setting, place);
            const entry = entries[place.at] ?? { text: "" };
            const found = messages(place);
            return (
              <tr key={row} onFocusIn={() => onReach(place)} onFocusOut={() => onLeave(place)}>
                <td>
                  <input
                    type="date"
                    class="date"
                    aria-label={text.readingDayOf(name, index + 1)}
                    value={entry.date ?? ""}
                    onInput={(event) => {
                      const date = event.currentTarget.value;
                      onChange({ kind: "enter", place, entry: { ...entry, date } });
                    }}
                  />
                </td>
                <td>
                  <Messages id={`${cell}-message`} messages={found} />
                  <QuantityControl
                    input={input}
                    item={item}
                    place={place}
                    id={cell}
                    label={text.readingOf(name, index + 1)}
                    describedBy={found.length > 0 ? `${cell}-message` : undefined}
                    isWrong={found.some(({ kind }) => kind === "error")}
                  />
                </td>
                <td>
                  {shown.length > 2 && (
                    <button
                      type="button"
                      class="quiet"
                      aria-label={text.removeReading(index + 1)}
                      onClick={() => onChange({ kind: "forget", place })}
                    >
                      {text.remove}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <button
        type="button"
        class="secondary"
        onClick={() => {
          for (const row of [...shown, `r${last + 3}`]) {
            const place: Place = { ...own, at: at(row) };
            if (entries[place.at] === undefined) {
              onChange({ kind: "enter", place, entry: { text: "" } });
            }
          }
        }}
      >
        {text.addReading}
      </button>
      <HelpText input={input} />
    </fieldset>
  );
}
