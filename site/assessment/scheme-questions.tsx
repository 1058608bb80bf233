import type { VNode } from "preact";
import { useCallback, useMemo, useRef } from "preact/hooks";
import type { Assumption } from "../../engine/assessment/assessment.ts";
import type { Issue } from "../../engine/issue.ts";
import type { Form } from "../../engine/methodology/form.ts";
import type { Guide } from "../../engine/methodology/guide-schema.ts";
import { type Change, change, type Draft, emptyDraft } from "../../widgets/answers/draft.ts";
import { FormContext } from "../../widgets/form/form-context.ts";
import { Question } from "../../widgets/form/question.tsx";
import { SettingContext, useSetting } from "../../widgets/setting.ts";
import type { Forms } from "./record.ts";
import type { SchemeDrafts } from "./state.ts";
import { ruleForm } from "./typical-form.ts";
import { useCaseForm } from "./use-case-form.ts";

/** A question of the rules of the scheme: `SCHEME-1.applied`. */
interface SchemeQuestion {
  readonly methodology: string;
  readonly input: string;
}

/** Errors: `undefined` for a text that names none. */
export function parseSchemeQuestion(text: string): SchemeQuestion | undefined {
  const [, methodology, input] = /^([A-Z][A-Z0-9-]*)[./](.+)$/.exec(text) ?? [];
  return methodology === undefined || input === undefined ? undefined : { methodology, input };
}

/** The methodologies of some questions, in their order. */
export function schemesOf(questions: readonly string[]): readonly string[] {
  return [...new Set(questions.flatMap((text) => parseSchemeQuestion(text)?.methodology ?? []))];
}

/** Begins the ids of the fields of one scheme methodology. */
export function schemePrefix(prefix: string, methodology: string): string {
  return `${prefix}-${methodology}`;
}

/** Questions that the rules of the scheme ask, with the controls of a calculator. */
export function SchemeQuestions({
  guide,
  questions,
  forms,
  drafts,
  prefix,
  issues,
  assumptions,
  onDraft,
}: {
  readonly guide: Guide;
  readonly questions: readonly string[];
  readonly forms: Forms;
  readonly drafts: SchemeDrafts;
  readonly prefix: string;
  readonly issues: readonly Issue[];
  readonly assumptions: readonly Assumption[];
  readonly onDraft: (methodology: string, draft: Draft) => void;
}): VNode {
  const parsed = questions.flatMap((text) => parseSchemeQuestion(text) ?? []);
  return (
    <>
      {schemesOf(questions).map((methodology) => {
        const form = forms[methodology];
        if (form === undefined) return null;
        const own = parsed.filter((one) => one.methodology === methodology);
        return (
          <SchemeForm
            key={methodology}
            whole={form}
            open={guide.scheme.open[methodology]}
            ids={own.map(({ input }) => input)}
            draft={drafts[methodology]}
            prefix={schemePrefix(prefix, methodology)}
            issues={issues.filter(({ path }) => path[0] === "scheme" && path[1] === methodology)}
            assumptions={assumptions}
            onDraft={onDraft}
          />
        );
      })}
    </>
  );
}

function SchemeForm({
  whole,
  open,
  ids,
  draft,
  prefix,
  issues,
  assumptions,
  onDraft,
}: {
  readonly whole: Form;
  readonly open: readonly string[] | undefined;
  readonly ids: readonly string[];
  readonly draft: Draft | undefined;
  readonly prefix: string;
  readonly issues: readonly Issue[];
  readonly assumptions: readonly Assumption[];
  readonly onDraft: (methodology: string, draft: Draft) => void;
}): VNode {
  const { language, text } = useSetting();
  const form = useMemo(() => ruleForm(whole, open), [whole, open]);
  const setting = useMemo(() => ({ form, language, text, prefix }), [form, language, text, prefix]);
  const empty = useMemo(() => ({ ...emptyDraft(form), entries: {} }), [form]);
  const now = draft ?? empty;
  const latest = useRef(now);
  latest.current = now;
  const onChange = useCallback(
    (by: Change) => {
      latest.current = change(latest.current, by);
      onDraft(form.id, latest.current);
    },
    [form, onDraft],
  );
  const shown = ids.join();
  const always = useMemo(() => new Set(ids), [shown]);
  const told = JSON.stringify([issues, assumptions]);
  const said = useMemo(
    () => ({ draft: now, asked: [], missing: [], assumptions, issues, years: [] }),
    [now, told],
  );
  const { state } = useCaseForm({ setting, draft: now, said, always, onChange });
  return (
    <SettingContext.Provider value={setting}>
      <FormContext.Provider value={state}>
        {form.inputs
          .filter(({ id }) => always.has(id))
          .map((input) => (
            <Question key={input.id} input={input} />
          ))}
      </FormContext.Provider>
    </SettingContext.Provider>
  );
}
