import type { CalculationResult } from "../../engine/result/result.ts";
import type { EngineClient } from "../../engine/service/client.ts";
import { answerText } from "../../widgets/answers/answer-text.ts";
import { today } from "../../widgets/calculator/today.ts";
import { writeFigure } from "../../widgets/text/figures.ts";
import { changedControls, enterAgain } from "./changed-controls.ts";
import type { FirstPage } from "./first-page.ts";

/** The pause in typing after which a question is asked, in milliseconds. */
const pause = 120;

/**
 * Takes care of a painted calculator until the whole of it is there: sends what is typed into its plain fields, and
 * shows the first figure. The whole is loaded after the first answer, so that neither waits for it; or at once, when a
 * reader does what only the whole can do. It then takes up what was typed and pressed until it came.
 */
export function beginPage(
  page: FirstPage,
  root: HTMLElement,
  client: EngineClient,
  /** Brings what draws the whole calculator over what was painted. */
  load: () => Promise<() => void>,
): void {
  const { language, record, fields, figures, mode } = page;
  const region = root.querySelector('.result [role="status"]');
  const painted = [...(region?.childNodes ?? [])];
  const pressed = new Set<HTMLElement>();
  const typed: Record<string, string | undefined> = {};
  const watch = new AbortController();
  let isLoading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const bring = async (): Promise<void> => {
    if (isLoading) return;
    isLoading = true;
    const draw = await load().catch(() => undefined);
    isLoading = false;
    if (draw === undefined) return;
    watch.abort();
    clearTimeout(timer);
    const changed = changedControls(root);
    region?.replaceChildren(...painted);
    draw();
    for (const one of changed) enterAgain(one);
    // What was entered again is drawn by then.
    setTimeout(() => {
      for (const one of pressed) one.click();
    });
  };

  const show = ({ status, results }: CalculationResult): void => {
    const template = document.querySelector<HTMLTemplateElement>("#figures")?.content;
    const drawn = template?.cloneNode(true) as DocumentFragment | undefined;
    const numbers = drawn?.querySelectorAll(".number") ?? [];
    if (drawn === undefined || status !== "applies") return;
    for (const [index, number] of numbers.entries()) {
      const { display = "", exact = true } = results[figures[index] ?? ""] ?? {};
      if (!/^-?\d/.test(display) || !exact) return;
      number.textContent = writeFigure(display, language);
    }
    region?.replaceChildren(drawn);
  };

  const ask = async (): Promise<void> => {
    const plan = record.sets.plan;
    const given = Object.entries({ ...plan?.given, ...typed }).flatMap(([id, answer]) =>
      answer === undefined ? [] : [[id, answer] as const],
    );
    const asOf = today();
    const reply = await client.calculate({
      caller: "page",
      edition: `${record.methodology}@${record.version}`,
      answers: {
        ...record,
        as_of: asOf,
        sets: { plan: { ...plan, given: Object.fromEntries(given) } },
      },
      mode,
      asOf,
      steps: false,
      words: false,
    });
    const isOld = !reply.ok && reply.issues.some(({ code }) => code === "superseded");
    if (watch.signal.aborted || isOld) return;
    const answer = reply.ok ? reply.value.sets.plan : undefined;
    if (answer?.ok) show(answer.result);
    void bring();
  };

  /** Takes down what a plain field holds; whether it was one. */
  const take = (control: EventTarget | null): boolean => {
    const isControl = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
    const field = isControl ? fields[control.name || control.id] : undefined;
    if (!isControl || field === undefined) {
      void bring();
      return false;
    }
    typed[field.input] = answerText(field.kind, control.value, field.unit);
    return true;
  };
  const onInput = ({ target }: Event): void => {
    if (!take(target)) return;
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  };
  const onClick = (event: MouseEvent): void => {
    const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey) && event.button === 0;
    const one = event.target instanceof Element && event.target.closest("button, .language");
    if (!isPlain || !(one instanceof HTMLElement)) return;
    event.preventDefault();
    pressed.add(one);
    void bring();
  };
  root.addEventListener("input", onInput, { signal: watch.signal });
  root.addEventListener("click", onClick, { signal: watch.signal });
  for (const { control } of changedControls(root)) take(control);
  void ask();
}
