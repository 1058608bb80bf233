import type { VNode } from "preact";
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "preact/hooks";
import type { AnswerRecord } from "../../engine/answers/record.ts";
import type { Form } from "../../engine/methodology/form.ts";
import type { CalculationResult } from "../../engine/result/result.ts";
import { answersOf } from "../answers/answer-set.ts";
import type { Change } from "../answers/draft.ts";
import { hiddenBy } from "../answers/hidden.ts";
import { type IncompleteItem, incompleteItems, withoutItems } from "../answers/incomplete-items.ts";
import { DetailsContext, FormContext } from "../form/form-context.ts";
import { Questions } from "../form/questions.tsx";
import { usualLook } from "../look/look.ts";
import { LookBar } from "../look/look-bar.tsx";
import type { OwnTables } from "../replacements/replacements.tsx";
import { ResultPanel } from "../result/result-panel.tsx";
import type { OtherChoice } from "../result/what-if.tsx";
import { type Setting, SettingContext } from "../setting.ts";
import { axisWords } from "../text/axes.ts";
import { type Language, tagOf } from "../text/language.ts";
import type { Text } from "../text/text.ts";
import { useKept } from "../use-kept.ts";
import { useSteady } from "../use-steady.ts";
import { lacksResult } from "./messages.ts";
import type { Opened } from "./opened.ts";
import { SetSwitch } from "./set-switch.tsx";
import {
  changeDrafts,
  type Drafts,
  emptyDrafts,
  isUsed,
  recordOf,
  type SetId,
  setIds,
  usedSets,
} from "./sets.ts";
import { today } from "./today.ts";
import { useBehind } from "./use-behind.tsx";
import { useCalculation } from "./use-calculation.ts";
import { useDetails } from "./use-details.ts";
import { useEasy } from "./use-easy.ts";
import { useFormState } from "./use-form-state.ts";
import { useKnown } from "./use-known.ts";

export interface CalculatorProps {
  readonly form: Form;
  readonly language: Language;
  /** The sentences of that language. */
  readonly text: Text;
  /** Begins every id, so that several calculators stand on one page. */
  readonly prefix?: string;
  /** What stands in the fields at first, in place of what the form begins with. */
  readonly initial?: Drafts | undefined;
  /** Ids of questions and lists that are not shown as long as they hold what they began with. */
  readonly hide?: readonly string[] | undefined;
  /** A link or file that the page has opened: taken over whenever it is another one. */
  readonly opening?: Opened | undefined;
  /** Changes the language of the page around; without it that of the calculator alone is changed. */
  readonly onLanguage?: ((language: Language) => void) | undefined;
  /** Is told each result, whole, with the answers that it follows from. */
  readonly onResult?: ((given: GivenResult) => void) | undefined;
}

/** A result as it is handed to the page around a calculator. */
export interface GivenResult {
  readonly answers: AnswerRecord;
  /** By set of answers: `plan`, `actual`. */
  readonly results: Readonly<Record<string, CalculationResult>>;
}

const none: readonly string[] = [];

/** The calculator of any methodology: its questions, and what the engine says to the answers. */
export function Calculator({
  prefix = "santei",
  initial,
  hide = none,
  opening,
  onLanguage,
  onResult,
  ...given
}: CalculatorProps): VNode {
  const [look, setLook] = useState(usualLook);
  // A language that the page around takes up goes before one that was chosen here.
  useEffect(() => setLook(({ spoken, ...others }) => others), [given.language]);
  const wanted = look.spoken ?? given;
  const { form, language, text, say } = useEasy(given.form, wanted.language, wanted.text);
  const setting: Setting = useMemo(
    () => ({ form, language, text, prefix }),
    [form, language, text, prefix],
  );
  const [ahead] = useState(() => initial ?? emptyDrafts(form));
  const hidden = useMemo(() => hiddenBy(hide, ahead.plan), [hide.join(), ahead]);
  const [drafts, changeSets] = useReducer(changeDrafts, ahead);
  const [set, setSet] = useState<SetId>("plan");
  const [mode, setMode] = useState(form.mode);
  const [asOf, setAsOf] = useState("");
  const [isExplaining, setExplaining] = useState(false);
  const [tables, setTables] = useState<OwnTables>({});
  const [price, setPrice] = useState("");
  const [said, setSaid] = useState("");
  const [failedTurn, setFailedTurn] = useState(0);
  const [isSubmitted, setSubmitted] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const resultHeading = useRef<HTMLHeadingElement>(null);
  // A page that was drawn ahead of time does not know the day. Nothing can be asked before it is known.
  useLayoutEffect(() => setAsOf(today()), []);

  const sets = usedSets(form, drafts, set);
  // Where nothing lacks but in some items, the engine is asked for what there is without them.
  const [incomplete, setIncomplete] = useState<readonly IncompleteItem[]>([]);
  const usedNames = sets.join();
  const record = useMemo(() => recordOf(form, drafts, sets, asOf), [form, drafts, usedNames, asOf]);
  const restId = `${set}-complete`;
  const [isDetailed, setDetailed] = useState(false);
  const question = useMemo(() => {
    const complete =
      incomplete.length > 0 && answersOf(form, withoutItems(drafts[set], incomplete));
    return {
      request: {
        edition: `${form.id}@${form.version}`,
        answers: complete ? { ...record, sets: { ...record.sets, [restId]: complete } } : record,
        mode,
        asOf,
        steps: isExplaining,
        // The first result does not wait for the words of the details.
        words: isDetailed,
        ...(Object.keys(tables).length > 0 && { replacements: tables }),
      },
      memory: drafts,
    };
  }, [record, drafts, incomplete, set, mode, isExplaining, isDetailed, tables]);
  const { outcome, isBusy, calculate } = useCalculation(asOf === "" ? undefined : question);
  const { reply: plainReply, memory, issues } = outcome;
  const reply = useKept(useMemo(() => say(plainReply), [plainReply, say]));
  const loaded = useDetails(reply !== undefined || issues.length > 0, root);
  useEffect(() => setDetailed(loaded !== undefined), [loaded]);
  useEffect(() => {
    if (onResult === undefined || memory === undefined) return;
    if (plainReply === undefined || plainReply.withoutWords) return;
    const results = setIds.flatMap((one): (readonly [string, CalculationResult])[] => {
      const result = plainReply.sets[one]?.result;
      return result === undefined ? [] : [[one, result]];
    });
    const answered = results.map(([one]) => one as SetId);
    const answers = recordOf(form, memory, answered, asOf);
    onResult({ answers, results: Object.fromEntries(results) });
  }, [plainReply]);
  const details = reply?.withoutWords ? undefined : loaded;
  const known = useKnown(set, reply?.sets[set], memory);
  const draft = drafts[set];
  const lacking = useKept(useMemo(() => incompleteItems(form, known), [form, known]));
  useEffect(() => setIncomplete(lacking), [lacking]);
  const onChange = useCallback((by: Change) => changeSets({ kind: "change", set, by }), [set]);
  const { state, relevance, errors, missing, unplaced, isWanting, forgetLeft } = useFormState({
    setting,
    draft,
    answered: memory?.[set] ?? draft,
    known,
    reply: reply?.sets[set],
    details,
    isSubmitted,
    isOpen: known === undefined && issues.length > 0,
    hidden,
    onChange,
  });

  const submit = async (): Promise<void> => {
    const now = await calculate();
    const own = now?.reply?.sets[set];
    if (own === undefined) return;
    setSubmitted(true);
    if (!own.ok || lacksResult(own.result)) return setFailedTurn((turn) => turn + 1);
    setFailedTurn(0);
    resultHeading.current?.focus();
  };
  const begin = useSteady((next: SetId): void => {
    setSet(next);
    setSubmitted(false);
    setFailedTurn(0);
    forgetLeft();
  });
  const open = useSteady((opened: Opened): void => {
    if (opened.drafts !== undefined) {
      changeSets({ kind: "drafts", drafts: opened.drafts });
      begin(opened.set ?? "plan");
    }
    if (opened.asOf !== undefined) setAsOf(opened.asOf);
    if (opened.mode !== undefined) setMode(opened.mode);
    if (opened.price !== undefined) setPrice(opened.price);
    setSaid(opened.said);
  });
  useEffect(() => {
    if (opening !== undefined) open(opening);
  }, [opening]);
  const makeInstead = useSteady(({ input, answer, words }: OtherChoice): void => {
    const place = { input: input.id, at: "" };
    const by: Change = { kind: "enter", place, entry: { text: answer } };
    changeSets({ kind: "copy", from: set, to: "instead", by });
    begin("instead");
    setSaid(details?.whatIfMade(setting, words) ?? "");
    resultHeading.current?.focus();
  });
  const copyPlan = useSteady(() => onChange({ kind: "replace", draft: drafts.plan }));
  const reset = useSteady(() => {
    changeSets({ kind: "drafts", drafts: ahead });
    setTables({});
    setPrice("");
    setSaid("");
    begin("plan");
  });
  const isTouched = isSubmitted || isUsed(form, draft);
  const named = lacking.map((item): readonly [string, IncompleteItem] => {
    const axes = { ...setting, parts: [], draft: known?.draft };
    return [axisWords(axes, item.list, item.position.toString()), item];
  });
  const rest = reply?.sets[restId]?.result;
  const names: Readonly<Record<SetId, string>> = text;
  const behind = useBehind({
    setting,
    details,
    set,
    sets,
    known,
    reply,
    memory,
    request: question.request,
    warnings: unplaced,
    isWanting,
    isTouched,
    price,
    onPrice: setPrice,
    onMake: makeInstead,
    onExplain: setExplaining,
  });
  const shared = useMemo(() => ({ record, mode, set, price }), [record, mode, set, price]);
  // Drawn when the state of the form changes, and not with all around it.
  const questions = useMemo(() => <Questions />, []);
  const isKnown = known !== undefined;
  const unused = useMemo(
    () => (isKnown ? (details?.unusedPlaces(form, draft, relevance) ?? []) : []),
    [details, isKnown, form, draft, relevance],
  );
  return (
    <SettingContext.Provider value={setting}>
      <FormContext.Provider value={state}>
        <DetailsContext.Provider value={details}>
          <div
            class="santei"
            lang={tagOf(language)}
            data-size={look.size === "normal" ? undefined : look.size}
            data-contrast={look.contrast === "normal" ? undefined : look.contrast}
            data-readings={look.hasReadings ? undefined : "hidden"}
            ref={root}
          >
            <LookBar look={look} onLook={setLook} onLanguage={onLanguage} said={said} />
            <div class="columns">
              <form
                class="questions"
                noValidate
                aria-labelledby={`${prefix}-questions`}
                onSubmit={(event) => event.preventDefault()}
              >
                <h2 id={`${prefix}-questions`}>{text.questions}</h2>
                {details !== undefined && failedTurn > 0 && errors.length > 0 && (
                  <details.ErrorSummary messages={errors} turn={failedTurn} />
                )}
                <SetSwitch
                  hasInstead={sets.includes("instead")}
                  current={set}
                  canCopy={set !== "plan" && !isUsed(form, draft) && isUsed(form, drafts.plan)}
                  onSwitch={begin}
                  onCopy={copyPlan}
                />
                {questions}
                {details !== undefined && (
                  <>
                    <details.UnusedAnswers places={unused} />
                    <details.Replacements
                      tables={tables}
                      result={known?.result}
                      onTables={setTables}
                    />
                    <details.Settings mode={mode} asOf={asOf} onMode={setMode} onAsOf={setAsOf} />
                  </>
                )}
                <p class="submit">
                  {/* A sandboxed frame may refuse to submit forms; a click works there, and Enter clicks. */}
                  <button
                    type="submit"
                    class="primary"
                    onClick={(event) => {
                      event.preventDefault();
                      void submit();
                    }}
                  >
                    {text.calculate}
                  </button>
                </p>
                {details !== undefined && (
                  <details.Files
                    shared={shared}
                    hasOwnTables={Object.keys(tables).length > 0}
                    onOpen={open}
                    onReset={reset}
                  />
                )}
              </form>
              <ResultPanel
                headingRef={resultHeading}
                set={sets.length > 1 ? names[set] : undefined}
                result={known?.result}
                isBusy={isBusy}
                isPartial={reply?.sets[set]?.ok === false}
                failure={
                  issues.length === 0
                    ? undefined
                    : issues.flatMap((issue) => details?.sentenceOf(say(issue), language) ?? [])
                }
                isWanting={isWanting}
                needs={
                  isWanting &&
                  details !== undefined && (
                    <details.Needs
                      messages={missing}
                      items={named}
                      onRemove={({ list, key }) => onChange({ kind: "remove", list, item: key })}
                    />
                  )
                }
                subtotal={
                  isWanting &&
                  details !== undefined &&
                  rest !== undefined &&
                  !lacksResult(rest) && (
                    <details.Subtotal result={rest} left={named.map(([name]) => name)} />
                  )
                }
                onAgain={() => void calculate()}
              >
                {behind?.result}
              </ResultPanel>
            </div>
            {behind?.grounds}
          </div>
        </DetailsContext.Provider>
      </FormContext.Provider>
    </SettingContext.Provider>
  );
}
