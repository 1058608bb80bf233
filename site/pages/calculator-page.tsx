import type { VNode } from "preact";
import type { Form } from "../../engine/methodology/form.ts";
import { Calculator } from "../../widgets/calculator/calculator.tsx";
import type { Opened } from "../../widgets/calculator/opened.ts";
import { useEasy } from "../../widgets/calculator/use-easy.ts";
import type { Language } from "../../widgets/text/language.ts";
import { Words } from "../../widgets/text/words.tsx";
import { linkTo, type Place } from "./links.ts";
import type { Speech } from "./speech.ts";

/** The page of one calculator. */
export function CalculatorPage({
  place,
  form: given,
  speech,
  language: wanted,
  opening,
  onLanguage,
}: {
  readonly place: Place;
  readonly form: Form;
  readonly speech: Speech;
  /** That of the words, where the address knows Japanese and English alone. */
  readonly language: Language;
  readonly opening?: Opened | undefined;
  readonly onLanguage?: (language: Language) => void;
}): VNode {
  const { root } = place;
  const { form, language } = useEasy(given, wanted, speech.text);
  const { words: text } = speech;
  const note = text.statusNotes[form.status];
  return (
    <>
      <nav class="crumbs" aria-label={text.where}>
        <a href={linkTo(root, place.language)}>{text.home}</a>
      </nav>
      <h1>
        <Words label={form.title} language={language} />
      </h1>
      <p class="edition">
        <span>{form.id}</span>
        <span>
          {text.version} {form.version}
        </span>
        <span class={`status ${form.status}`}>{text.statuses[form.status] ?? form.status}</span>
        <a href={`${linkTo(root, place.language, form.id)}reference/`}>{text.reference}</a>
      </p>
      {form.summary !== undefined && (
        <p class="lead">
          <Words label={form.summary} language={language} />
        </p>
      )}
      {note !== undefined && <p class="status-note">{note}</p>}
      <noscript>
        <p class="status-note">{text.needsScript}</p>
      </noscript>
      <Calculator
        form={given}
        language={wanted}
        text={speech.text}
        opening={opening}
        onLanguage={onLanguage}
      />
    </>
  );
}
