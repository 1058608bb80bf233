import { readItem } from "../answers/read-item.ts";
import { amountReader } from "../evaluate/amount-reader.ts";
import { calendar, distance, move } from "../evaluate/calendar.ts";
import { choice } from "../evaluate/choose.ts";
import { abs, clamp } from "../evaluate/clamp.ts";
import { inverseLookup } from "../evaluate/inverse.ts";
import { keyText } from "../evaluate/key-text.ts";
import { overOthers } from "../evaluate/over-choice.ts";
import { replacedTables, replacedViews } from "../evaluate/replacement.ts";
import { descend } from "../evaluate/search-key.ts";
import { alongSlope } from "../evaluate/search-number.ts";
import { knownThrough, through } from "../evaluate/through.ts";
import { compileDated } from "../expression/compile-dated.ts";
import { type Exact, exact, tidy } from "../quantity/exact.ts";
import { round } from "../quantity/rounding.ts";

/** A figure that is written as a fraction of two decimals. */
function fraction(text: string): Exact {
  return tidy(exact(text));
}

/**
 * What few methodologies use: the least and the greatest, keys that are numbers or intervals, meters, dated lists, items of other lists, amounts
 * spread by days, reckoning with dates, significant digits, figures written as fractions.
 */
export const rareLane = {
  calendar,
  distance,
  move,
  compileDated,
  inverseLookup,
  overOthers,
  replacedViews,
  replacedTables,
  descend,
  alongSlope,
  through,
  knownThrough,
  amountReader,
  abs,
  clamp,
  fraction,
  choice,
  readItem,
  keyText,
  round,
} as const;
