import * as details from "./details.ts";
import { easy } from "./easy.ts";

export { Calculator, type CalculatorProps, type GivenResult } from "./calculator/calculator.tsx";
export { defineWidgets, type WidgetOptions } from "./define.ts";
export type { CalculatorElement } from "./element.tsx";
export { type Details, type Engine, EngineContext, type LoadEasy } from "./engine-context.ts";
export { en } from "./text/en.ts";
export { ja } from "./text/ja.ts";
export { type Language, languageOf } from "./text/language.ts";
export type { Text } from "./text/text.ts";
/** What `defineWidgets` wants of `loadDetails` and `loadEasy`, for pages that load everything at once. */
export { details, easy };
