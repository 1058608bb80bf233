import { partsOf, slotOf } from "../evaluate/axes.ts";
import { firstListSlot, partSlot, yearSlot } from "../evaluate/run.ts";
import { type Scope, scopeAlong } from "../expression/compile-scope.ts";
import { whole } from "../quantity/exact.ts";
import { chosen, over as divided, type Figure, plus } from "./build-arithmetic.ts";
import { isHidden, type NodeOf, type Scene } from "./scene.ts";
import { isStopped, type Symbolic, stopped, unsupported } from "./symbol.ts";
import { numberIn } from "./trace-operations.ts";

/** A function over an axis, element by element: how many there are is the same in all rows of a shape. */
export function traceOver(scene: Scene, node: NodeOf<"over">, scope: Scope): Symbolic {
  const { plan, recorder } = scene;
  const list = plan.at.lists.get(node.axis);
  const { inside, own } = scopeAlong(plan, node.axis, scope);
  const { function: name, value, where } = node;
  const elements = (use: (inside: Scope) => boolean) =>
    forEach(scene, node, scope, own, list, () => {
      if (where !== undefined) {
        const holds = scene.node(where, inside);
        if (isStopped(holds)) unsupported("an element of which nobody knows whether it counts");
        if (scene.decide(holds) === 0) return true;
      }
      return use(inside);
    });
  switch (name) {
    case "sum":
    case "average": {
      let total: Figure = whole(0);
      let count = 0;
      let isAbsent = false;
      elements((at) => {
        const one = value === undefined ? stopped : scene.node(value, at);
        count += 1;
        if (isStopped(one)) isAbsent = true;
        else if (!isAbsent) total = plus(recorder, total, numberIn(one));
        return true;
      });
      if (isAbsent) return stopped;
      if (name === "sum") return total;
      return count === 0
        ? unsupported("an average of nothing")
        : divided(recorder, total, whole(count));
    }
    case "count":
    case "all":
    case "any": {
      let held = 0;
      let all = 0;
      let isAbsent = false;
      const until = name === "any" ? 1 : name === "all" ? 0 : -1;
      let isSettled = false;
      elements((at) => {
        const one = value === undefined ? true : scene.node(value, at);
        all += 1;
        if (isStopped(one)) {
          isAbsent = true;
          return true;
        }
        const flag = scene.decide(one);
        held += flag;
        isSettled = flag === until;
        return !isSettled;
      });
      if (isSettled) return name === "any";
      if (isAbsent) return stopped;
      return name === "count" ? whole(held) : name === "all" ? held === all : held > 0;
    }
    case "min_of":
    case "max_of": {
      if (node.of !== "quantity") return unsupported(name);
      const found: Figure[] = [];
      let isAbsent = false;
      elements((at) => {
        const one = value === undefined ? stopped : scene.node(value, at);
        if (isStopped(one)) isAbsent = true;
        else found.push(numberIn(one));
        return true;
      });
      if (isAbsent) return stopped;
      if (found.length === 0) return unsupported("an extreme of nothing");
      return found.reduce((one, other) => chosen(recorder, name === "max_of", one, other));
    }
    default:
      return unsupported(name);
  }
}

/** Goes over the elements of an axis at hand, until one says that it is enough. */
function forEach(
  scene: Scene,
  { axis }: NodeOf<"over">,
  { time }: Scope,
  own: number,
  list: number | undefined,
  use: () => boolean,
): void {
  const { plan, run } = scene;
  const { at, frame } = run;
  const slot = slotOf(plan.at, axis);
  let from = 0;
  let to = run.sizes[slot] as number;
  if (slot === partSlot) {
    const { year } = partsOf(frame, own);
    const first = own < 0 ? undefined : frame.lists[own]?.own?.first;
    const item = first === undefined ? 0 : (at[firstListSlot + own] as number);
    from = first?.[item] ?? 0;
    to = first?.[item + 1] ?? year.length;
    if (time.kind === "years") {
      const wanted = at[yearSlot] as number;
      while (from < to && (year[from] as number) < wanted) from += 1;
      while (to > from && (year[to - 1] as number) > wanted) to -= 1;
    }
  } else if (list !== undefined) {
    if (isHidden(scene, list)) return;
    to = run.sizes[slot] as number;
    const isDated = plan.lists[list]?.tree.dated !== undefined;
    if (isDated && to > 0 && frame.period !== undefined) unsupported("items of a dated list");
  }
  const years = slot === partSlot ? partsOf(frame, own).year : undefined;
  const saved = at[slot] as number;
  const year = at[yearSlot] as number;
  for (let element = from; element < to; element += 1) {
    at[slot] = element;
    if (years !== undefined) at[yearSlot] = years[element] as number;
    if (!use()) break;
  }
  at[yearSlot] = year;
  at[slot] = saved;
}
