import { calendar, distance, move } from "../evaluate/calendar.ts";
import { datedListDomain } from "../evaluate/dated.ts";
import { inverseLookup } from "../evaluate/inverse.ts";
import { readMeter } from "../evaluate/meter.ts";
import { overOthers } from "../evaluate/over-choice.ts";
import { replacedView } from "../evaluate/replacement.ts";
import { descend } from "../evaluate/search-key.ts";

/** What few methodologies use: keys that are numbers or intervals, meters, dated lists, reckoning with dates. */
export const rareLane = {
  calendar,
  distance,
  move,
  datedListDomain,
  inverseLookup,
  readMeter,
  overOthers,
  replacedView,
  descend,
} as const;
