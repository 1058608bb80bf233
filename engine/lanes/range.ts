import { lookUpEach } from "../evaluate/combinations.ts";
import { order } from "../evaluate/enclosure.ts";
import { roundEnclosed, writeIrrational } from "../evaluate/irrational.ts";
import { compareEnclosed, operate } from "../evaluate/ranges.ts";
import { hullOfValues, lift } from "../evaluate/several.ts";
import { writeSeveral } from "../explain/write-several.ts";
import { figureSpan, inputSpan } from "../range/unknowns.ts";
import { evaluateRange } from "../range.ts";

/** Numbers that are known by two ends and what is one of several: range mode, and what leaves the fractions. */
export const rangeLane = {
  operate,
  compare: compareEnclosed,
  order,
  round: roundEnclosed,
  hull: hullOfValues,
  lift,
  lookUpEach,
  figureSpan,
  inputSpan,
  writeIrrational,
  writeSeveral,
  evaluate: evaluateRange,
} as const;
