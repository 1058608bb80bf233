import type { ParsingFacts } from "../locales/facts/parsing.ts";
import type { TextSpan } from "./syntax.ts";

/** A problem in the text of an expression, before it is known in which file the text stands. */
export type Problem = {
  readonly [Code in keyof ParsingFacts]: {
    readonly code: Code;
    readonly facts: ParsingFacts[Code];
    readonly span: TextSpan;
  };
}[keyof ParsingFacts];

/** Takes down a problem at characters `start` to `end` of the text. */
export type Report = <Code extends keyof ParsingFacts>(
  code: Code,
  facts: ParsingFacts[Code],
  span: TextSpan,
) => void;
