import * as details from "./details.ts";
import { easy } from "./easy.ts";
import * as out from "./out.ts";

export { Calculator, type CalculatorProps, type GivenResult } from "./calculator/calculator.tsx";
export { defineWidgets, type WidgetOptions } from "./define.ts";
export type { CalculatorElement } from "./element.tsx";
export {
  type Details,
  type Engine,
  EngineContext,
  type LoadEasy,
  type Out,
} from "./engine-context.ts";
export { en } from "./text/en.ts";
export { ja } from "./text/ja.ts";
export { type Language, languageOf } from "./text/language.ts";
export type { Text } from "./text/text.ts";
/** What `defineWidgets` wants of `loadDetails`, `loadEasy` and `loadOut`, for pages that load everything at once. */
export { details, easy, out };
