import type { Enclosed } from "../evaluate/absent.ts";
import { lookUpEach } from "../evaluate/combinations.ts";
import { order } from "../evaluate/enclosure.ts";
import { failure } from "../evaluate/failure.ts";
import { roundEnclosed, writeIrrational } from "../evaluate/irrational.ts";
import { compareEnclosed, operate } from "../evaluate/ranges.ts";
import type { Run } from "../evaluate/run.ts";
import { hullOfValues, lift } from "../evaluate/several.ts";
import { writeSeveral } from "../explain/write-several.ts";
import type { Value } from "../plan.ts";
import type { Rounding } from "../quantity/rounding.ts";
import { figureSpan, inputSpan } from "../range/unknowns.ts";
import { evaluateRange } from "../range.ts";

/** Numbers that are known by two ends and what is one of several: range mode, and what leaves the fractions. */
export const rangeLane = {
  operate,
  compare: compareEnclosed,
  order,
  round: roundEnclosed,
  roundOrFail: (run: Run, value: Enclosed, rounding: Rounding): Value =>
    roundEnclosed(value, rounding) ?? failure(run, "not-settled", { digits: 200 }),
  hull: hullOfValues,
  lift,
  lookUpEach,
  figureSpan,
  inputSpan,
  writeIrrational,
  writeSeveral,
  evaluate: evaluateRange,
} as const;
