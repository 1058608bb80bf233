import type { Node } from "../methodology/tree.ts";
import type { Read, Value } from "../plan.ts";
import { compare, type Exact, print } from "../quantity/exact.ts";
import { type Enclosed, endsOf, gatherAbsent, isAbsent, isExact, isSpan } from "./absent.ts";
import { minus } from "./arithmetic.ts";
import { abs } from "./clamp.ts";
import { type Hole, hole } from "./holes.ts";
import { boundsIn } from "./key-cells.ts";
import { unsettled } from "./key-holes.ts";
import { keyText } from "./key-text.ts";
import { atKeys } from "./lookup.ts";
import { orderOf } from "./order-of.ts";
import type { Evaluate, Run } from "./run.ts";
import { type Found, find, isHole, noteAway, type Search, startSearch } from "./search.ts";
import type { KeyCode } from "./table-keys.ts";
import { rowsOf, type TableCode, type TableView } from "./table-view.ts";
import { hull } from "./undecided.ts";

/**
 * Looking a key up by the value of a column: the site class by the height. Each candidate for the key is looked up the
 * usual way, other keys interpolated as declared; then the rule chooses. Poorer: the largest value not above the one
 * sought; better: the smallest not below; nearest: the smaller difference, a tie to the poorer.
 */
type Lookup = Extract<Node, { kind: "lookup" }>;
type Rule = TableCode["tree"]["inverse"][number];

interface Candidate {
  readonly key: number | Exact;
  readonly value: Enclosed;
  readonly row: number;
}

export function inverseLookup(
  code: TableCode,
  node: Lookup,
  keys: readonly (Evaluate | null)[],
  sought: Evaluate,
  isKnown: boolean,
): Evaluate {
  const at = keys.indexOf(null);
  const column = code.columns.get(node.inverse?.column ?? "") as number;
  const rule = code.tree.inverse.find(({ key }) => key === code.keys[at]?.tree.id) as Rule;
  return (run) => {
    const value = sought(run);
    const values = keys.map((key) => (key === null ? 0 : key(run)));
    if (isAbsent(value)) return gatherAbsent([value, ...values.filter(isAbsent)]);
    const look = (point: Enclosed, one: readonly Value[]): Value => {
      const search = startSearch(run, code, column, one);
      const candidates = candidatesFor(run, search, at);
      if (isHole(candidates)) return settle(run, one, candidates, isKnown);
      const points = pointsOf(point, candidates).map((each) =>
        settle(run, one, choose(run, search, rule, each, candidates), isKnown, (key) =>
          record(run, code, column, one, at, key, candidates),
        ),
      );
      return points.length === 1 ? (points[0] as Value) : hull(run, points);
    };
    return atKeys(run, code, undefined, values, (one) => look(value as Enclosed, one));
  };
}

function settle(
  run: Run,
  keys: readonly Value[],
  found: Found,
  isKnown: boolean,
  chosen?: (key: Value) => void,
): Value {
  if (isKnown) return !isHole(found);
  if (isHole(found)) return found.fail(run, keys);
  chosen?.(found);
  return found;
}

function record(
  run: Run,
  code: TableCode,
  column: number,
  keys: readonly Value[],
  at: number,
  chosen: Value,
  candidates: readonly Candidate[],
): void {
  if (run.reads === null) return;
  const candidate = candidates.find(({ key }) => key === chosen);
  if (candidate === undefined) return;
  const texts = code.keys.map((key, place) => keyText(key, place === at ? chosen : keys[place]));
  const { row, value } = candidate;
  const read: Read = { kind: "cell", table: code.position, row, column, keys: texts, value };
  run.reads.push(read);
}

function candidatesFor(run: Run, search: Search, at: number): readonly Candidate[] | Hole {
  const { away, id } = search.view.code.tree;
  if (away === true) noteAway(run, id);
  const candidates: Candidate[] = [];
  let first: Hole | undefined;
  for (const key of possibleKeys(search.view, at)) {
    const keys = search.keys.map((value, place) => (place === at ? key : value));
    const attempt: Search = { ...search, keys };
    const value = find(run, attempt);
    if (isHole(value)) first ??= value;
    else if (!isAbsent(value)) candidates.push({ key, value: value as Enclosed, row: attempt.row });
  }
  return candidates.length > 0 ? candidates : (first ?? hole(search, "no-row", () => ({})));
}

/** Members of the key sought, or the numbers or years that rows name. */
function possibleKeys(view: TableView, at: number): readonly (number | Exact)[] {
  const key = view.code.keys[at] as KeyCode;
  if (key.kind === "enum") return Array.from({ length: key.size }, (_, member) => member);
  if (key.kind === "fiscal_year") {
    return Array.from({ length: key.size - 2 }, (_, slot) => key.first + 1 + slot);
  }
  const numbers: Exact[] = [];
  for (const row of rowsOf(view)) {
    const number = boundsIn(row, at, key)?.low;
    if (number === undefined || numbers.some((one) => compare(one, number) === 0)) continue;
    numbers.push(number);
  }
  return numbers.sort(compare);
}

/** Points that stand for all of a range: its ends and the candidates within it. */
function pointsOf(value: Enclosed, candidates: readonly Candidate[]): readonly Enclosed[] {
  if (isExact(value) || !isSpan(value)) return [value];
  const inside = candidates
    .map((candidate) => endsOf(candidate.value).low)
    .filter((one) => compare(one, value.low) > 0 && compare(one, value.high) < 0);
  return [value.low, ...inside, value.high];
}

function choose(
  run: Run,
  search: Search,
  rule: Rule,
  value: Enclosed,
  candidates: readonly Candidate[],
): Found {
  let below: Candidate | undefined;
  let above: Candidate | undefined;
  let least = candidates[0] as Candidate;
  let most = least;
  for (const candidate of candidates) {
    const sign = orderOf(run, candidate.value, value);
    if (typeof sign !== "number") return unsettled;
    if (sign <= 0 && (below === undefined || isLess(run, below, candidate))) below = candidate;
    if (sign >= 0 && (above === undefined || isLess(run, candidate, above))) above = candidate;
    if (isLess(run, candidate, least)) least = candidate;
    if (isLess(run, most, candidate)) most = candidate;
  }
  const isOutside =
    rule.choose === "poorer"
      ? below === undefined
      : rule.choose === "better"
        ? above === undefined
        : below === undefined || above === undefined;
  if (isOutside) {
    if (rule.beyond === "end") return below === undefined ? least.key : most.key;
    return outsideAll(search, rule, value, least, most);
  }
  const lower = below as Candidate;
  const upper = above as Candidate;
  if (rule.choose === "poorer") return lower.key;
  if (rule.choose === "better") return upper.key;
  const down = abs(run, minus(run, value, lower.value));
  const up = abs(run, minus(run, upper.value, value));
  const sign = orderOf(run, down as Enclosed, up as Enclosed);
  if (typeof sign !== "number") return unsettled;
  return sign <= 0 ? lower.key : upper.key;
}

function isLess(run: Run, left: Candidate, right: Candidate): boolean {
  return orderOf(run, left.value, right.value) === -1;
}

function outsideAll(
  search: Search,
  rule: Rule,
  value: Enclosed,
  least: Candidate,
  most: Candidate,
): Hole {
  return hole(search, "inverse-outside", () => ({
    from: rule.from,
    value: print(endsOf(value).low).slice(0, 40),
    low: print(endsOf(least.value).low).slice(0, 40),
    high: print(endsOf(most.value).high).slice(0, 40),
  }));
}
