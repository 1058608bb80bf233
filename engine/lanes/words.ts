import { writeFigures } from "../explain/figures.ts";
import { outputUnits } from "../explain/formula-unit.ts";
import { shownFactor } from "../explain/shown-factor.ts";
import { clauseOf } from "../explain/sources.ts";
import { writeAssumed } from "../explain/write-assumed.ts";
import { joinWords } from "../methodology/join-words.ts";

/** What a result tells with words and sources: what was assumed, what is not confirmed, which clauses need an answer; and putting words
 * into a tree that came without. */
export const wordsLane = {
  joinWords,
  writeAssumed,
  writeFigures,
  clauseOf,
  shownFactor,
  outputUnits,
} as const;
