import * as arithmetic from "./arithmetic.ts";
import * as bounds from "./bounds.ts";
import * as codes from "./codes.ts";
import * as decisions from "./decisions.ts";
import * as rows from "./rows.ts";

// @ts-expect-error: decorator
@inline
function place(at: usize, word: usize): usize {
  return <usize>load<u32>(at + (word << 2));
}

// @ts-expect-error: decorator
@inline
function number(at: usize, index: usize): f64 {
  return load<f64>(at + 32 + (index << 3));
}

/**
 * Runs the instructions from one place in memory to before another over the first rows, and tells where it stopped: at the
 * end, or at a look-up of something that its table does not have yet. The two words at `state` are for whether a row has
 * been marked, and for the place of the row that is looked up.
 */
export function run(from: usize, to: usize, state: usize, undecided: usize, end: usize): usize {
  let marked = 0;
  for (let at = from; at < to; at += codes.size) {
    const out = place(at, 1);
    const a = place(at, 2);
    const b = place(at, 3);
    switch (load<i32>(at)) {
      case codes.scaled:
        arithmetic.scaled(out, a, number(at, 0), end);
        break;
      case codes.sum:
        arithmetic.sum(out, a, b, end);
        break;
      case codes.difference:
        arithmetic.difference(out, a, b, end);
        break;
      case codes.product:
        arithmetic.product(out, a, b, end);
        break;
      case codes.least:
        arithmetic.least(out, a, b, end);
        break;
      case codes.greatest:
        arithmetic.greatest(out, a, b, end);
        break;
      case codes.absolute:
        arithmetic.absolute(out, a, end);
        break;
      case codes.quotient:
        marked |= arithmetic.quotient(out, a, b, place(at, 4), number(at, 0), undecided, end);
        break;
      case codes.sumBound:
        bounds.sumBound(out, a, b, place(at, 4), place(at, 5), place(at, 6), number(at, 0), number(at, 1), end);
        break;
      case codes.productBound:
        bounds.productBound(out, a, b, place(at, 4), place(at, 5), place(at, 6), number(at, 0), number(at, 1), end);
        break;
      case codes.quotientBound:
        bounds.quotientBound(out, a, b, place(at, 4), place(at, 5), place(at, 6), number(at, 0), number(at, 1), end);
        break;
      case codes.widerBound:
        bounds.widerBound(out, a, b, place(at, 4), place(at, 5), number(at, 0), number(at, 1), end);
        break;
      case codes.scaledBound:
        bounds.scaledBound(out, a, place(at, 4), place(at, 6), number(at, 0), number(at, 2), end);
        break;
      case codes.roundedHalf:
        marked |= decisions.roundedHalf(out, a, b, number(at, 0), number(at, 1), number(at, 2), <i32>place(at, 4), undecided, end);
        break;
      case codes.roundedDown:
        marked |= decisions.roundedDown(out, a, b, number(at, 0), number(at, 1), number(at, 2), undecided, end);
        break;
      case codes.multiplied:
        decisions.multiplied(out, number(at, 0), number(at, 1), end);
        break;
      case codes.compared:
        marked |= decisions.compared(
          out, a, b, place(at, 4), place(at, 5), number(at, 0), number(at, 1), number(at, 2),
          number(at, 3), number(at, 4), number(at, 5), undecided, end,
        );
        break;
      case codes.comparedWholes:
        decisions.comparedWholes(out, a, b, number(at, 3), number(at, 4), number(at, 5), end);
        break;
      case codes.zeroed:
        memory.fill(out, 0, end);
        break;
      case codes.placed:
        rows.placed(out, a, number(at, 0), number(at, 1), end);
        break;
      case codes.placedByNumbers:
        rows.placedByNumbers(out, a, b, number(at, 0), number(at, 1), number(at, 2), number(at, 3), end);
        break;
      case codes.foundByKey: {
        const found = rows.foundByKey(out, a, number(at, 0), number(at, 1), b, place(at, 7), end);
        if (found < end) {
          store<u32>(state, marked);
          store<u32>(state + 4, <u32>found);
          return at;
        }
        break;
      }
      case codes.indexed:
        rows.indexed(out, a, number(at, 0), number(at, 1), end);
        break;
      case codes.taken: {
        const found = rows.taken(out, a, b, place(at, 7), end);
        if (found < end) {
          store<u32>(state, marked);
          store<u32>(state + 4, <u32>found);
          return at;
        }
        break;
      }
      case codes.brought:
        rows.brought(out, a, b, end);
        break;
      case codes.settled:
        rows.settled(out, a, b, undecided, end);
        break;
      default: {
        const found = rows.foundByHash(
          out, a, number(at, 0), number(at, 1), b, number(at, 2), place(at, 4), place(at, 5), <i32>place(at, 6), place(at, 7), end,
        );
        if (found < end) {
          store<u32>(state, marked);
          store<u32>(state + 4, <u32>found);
          return at;
        }
      }
    }
  }
  store<u32>(state, marked);
  return to;
}
