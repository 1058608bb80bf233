import { calendar, distance, move } from "../evaluate/calendar.ts";
import { abs, clamp } from "../evaluate/clamp.ts";
import { datedListDomain } from "../evaluate/dated.ts";
import { inverseLookup } from "../evaluate/inverse.ts";
import { readMeter } from "../evaluate/meter.ts";
import { overOthers } from "../evaluate/over-choice.ts";
import { replacedTables, replacedView } from "../evaluate/replacement.ts";
import { descend } from "../evaluate/search-key.ts";
import { share } from "../evaluate/share.ts";
import { knownThrough, through } from "../evaluate/through.ts";
import { round } from "../quantity/rounding.ts";

/**
 * What few methodologies use: keys that are numbers or intervals, meters, dated lists, items of other lists, amounts
 * spread by days, reckoning with dates, significant digits.
 */
export const rareLane = {
  calendar,
  distance,
  move,
  datedListDomain,
  inverseLookup,
  readMeter,
  overOthers,
  replacedView,
  replacedTables,
  descend,
  through,
  knownThrough,
  share,
  abs,
  clamp,
  round,
} as const;
