import { writeFigures } from "../explain/figures.ts";
import { shownFactor } from "../explain/shown-factor.ts";
import { clauseOf } from "../explain/sources.ts";
import { writeAssumed } from "../explain/write-assumed.ts";

/** What a result tells with words and sources: what was assumed, what is not confirmed, which clauses need an answer. */
export const wordsLane = { writeAssumed, writeFigures, clauseOf, shownFactor } as const;
