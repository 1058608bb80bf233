import { idsIn, optionsIn } from "./answers/prefill.ts";

/** The attributes of every element of a calculator. They are promises: what is pasted today has to work tomorrow. */
export const attributes = [
  "methodology",
  "lang",
  "theme",
  "text-size",
  "answers",
  "hide",
  "home",
] as const;

/** The one event of an element. */
export const resultEvent = "santei-result";

/** An element for one methodology, with attributes of its own for answers. */
export interface NamedElement {
  readonly methodology: string;
  /** The input that each attribute answers: `room-area` → `room_area`. */
  readonly answers: Readonly<Record<string, string>>;
}

/** What the page around has written on an element. */
export interface Written {
  readonly methodology: string;
  readonly given: ReadonlyMap<string, string>;
  readonly hide: readonly string[];
}

/** Reads the attributes of an element; the empty ones say nothing. */
export function readElement(element: Element, named?: NamedElement): Written {
  const text = (name: string): string => element.getAttribute(name)?.trim() ?? "";
  const own = Object.entries(named?.answers ?? {}).map(([name, input]): [string, string] => [
    input,
    text(name),
  ]);
  const given = [...optionsIn(text("answers")), ...own];
  return {
    methodology: named?.methodology ?? text("methodology"),
    given: new Map(given.filter(([, answer]) => answer !== "")),
    hide: idsIn(text("hide")),
  };
}

/**
 * Whether an element is to be drawn by the script of a home. One that names no home is drawn by the script that was
 * first on its page.
 */
export function isAtHome(element: Element, home: string | undefined): boolean {
  const named = element.getAttribute("home")?.trim() ?? "";
  return named === "" || named === home;
}
