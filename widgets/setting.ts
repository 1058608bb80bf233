import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Form } from "../engine/methodology/form.ts";
import type { Language } from "./text/language.ts";
import type { Text } from "./text/text.ts";

/** What every part of one calculator needs to know: its form, its language, and the prefix of its ids. */
export interface Setting {
  readonly form: Form;
  readonly language: Language;
  readonly text: Text;
  readonly prefix: string;
}

export const SettingContext = createContext<Setting | undefined>(undefined);

/** The setting of the calculator around a component. Errors: throws outside a calculator. */
export function useSetting(): Setting {
  const setting = useContext(SettingContext);
  if (setting === undefined) throw new Error("a component of a calculator stands outside one");
  return setting;
}
