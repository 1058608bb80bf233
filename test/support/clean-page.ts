import { cleanup, configure } from "@testing-library/preact";
import { afterAll, vi } from "vitest";

/**
 * The files of the tests of components share a page and its modules, so that these are loaded once. After each file the
 * page is as it was before it: nothing drawn, stored, replaced or added. What a file finds does not depend on its turn.
 */
configure({
  // The machine may be busy.
  asyncUtilTimeout: 20_000,
  // The names that are there say more than the whole page.
  getElementError: (message) => new Error((message ?? "").slice(0, 1500)),
});

const before = Object.getOwnPropertyDescriptors(globalThis);

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  if (typeof document !== "undefined") clearPage();
  putBack();
});

function clearPage(): void {
  cleanup();
  for (const root of [document.documentElement, document.head, document.body]) {
    for (const name of root.getAttributeNames()) root.removeAttribute(name);
  }
  document.head.replaceChildren();
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, "", "/");
}

/** Globals that the file has put in place of others or beside them; those of the runner begin with two lines. */
function putBack(): void {
  for (const [name, now] of Object.entries(Object.getOwnPropertyDescriptors(globalThis))) {
    const known: PropertyDescriptor | undefined = Reflect.get(before, name);
    if (known === undefined && !name.startsWith("__")) Reflect.deleteProperty(globalThis, name);
    // What Node makes at its first use had no value before.
    const isOther = known?.value !== undefined && !Object.is(known.value, now.value);
    if (isOther) Object.defineProperty(globalThis, name, known);
  }
}
