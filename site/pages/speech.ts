import type { Text } from "../../widgets/text/text.ts";
import type { SiteWords } from "./words.ts";

/** Everything that a calculator's page says in one language. */
export interface Speech {
  readonly text: Text;
  readonly words: SiteWords;
}
