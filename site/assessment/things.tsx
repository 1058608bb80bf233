import type { VNode } from "preact";
import type { Guide } from "../../engine/methodology/guide-schema.ts";
import type { Language } from "../../widgets/text/language.ts";
import { Words } from "../../widgets/text/words.tsx";
import type { AssessmentWords } from "./words.ts";

/** The id of the box of a thing. */
export function thingField(thing: string): string {
  return `thing-${thing}`;
}

/** What an applicant may have, to be ticked: by kind, in the order of the guide. No methodology is named here. */
export function Things({
  guide,
  has,
  busy,
  words,
  language,
  onTick,
}: {
  readonly guide: Pick<Guide, "groups" | "things">;
  readonly has: readonly string[];
  /** Things whose questions are on their way. */
  readonly busy: readonly string[];
  readonly words: AssessmentWords;
  readonly language: Language;
  readonly onTick: (thing: string, isThere: boolean) => void;
}): VNode {
  return (
    <div class="things">
      {Object.entries(guide.groups).map(([group, label]) => {
        const own = Object.entries(guide.things).filter(([, thing]) => thing.group === group);
        if (own.length === 0) return null;
        return (
          <fieldset key={group} class="things-group">
            <legend>
              <Words label={label} language={language} />
            </legend>
            <div class="thing-cards">
              {own.map(([id, thing]) => {
                const field = thingField(id);
                return (
                  <div key={id} class="thing">
                    <input
                      type="checkbox"
                      id={field}
                      checked={has.includes(id) || busy.includes(id)}
                      aria-describedby={thing.help === undefined ? undefined : `${field}-help`}
                      onChange={(event) => onTick(id, event.currentTarget.checked)}
                    />
                    <label for={field}>
                      <Words label={thing.label} language={language} />
                    </label>
                    {thing.help !== undefined && (
                      <p class="note" id={`${field}-help`}>
                        <Words label={thing.help} language={language} />
                      </p>
                    )}
                  </div>
                );
              })}
            </div>
          </fieldset>
        );
      })}
      <p class="note">{words.thingsHelp}</p>
    </div>
  );
}
