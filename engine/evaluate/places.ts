import type { Issue } from "../issue.ts";
import type { Absent, AssumedPlace, MissingPlace, Place } from "../plan.ts";
import type { Run } from "./run.ts";

/** Which answers mattered. */
export interface Places {
  readonly asked: readonly Place[];
  /** Assumptions that were used. */
  readonly assumed: readonly AssumedPlace[];
  /** Answers that nothing asked for; what was put in by `initial` or an assumption is no answer. */
  readonly ignored: readonly Place[];
}

/** Which answers were asked, assumed, ignored. */
export function placesOf({ askedLists, asked, askedBase, inputs, places }: Run): Places {
  const found = { asked: [] as Place[], assumed: [] as AssumedPlace[], ignored: [] as Place[] };
  askedLists.forEach((isAsked, list) => {
    if (isAsked === 1) found.asked.push({ kind: "list", list });
  });
  for (let input = 0; input < askedBase.length; input += 1) {
    const base = askedBase[input] as number;
    const end = askedBase[input + 1] ?? asked.length;
    const values = inputs.values[input] as (typeof inputs.values)[number];
    const standings = inputs.standing[input];
    for (let place = base; place < end; place += 1) {
      const index = place - base;
      const value = values[index];
      const standing = standings === undefined ? "given" : (standings[index] ?? "given");
      const isAsked = asked[place] === 1;
      if (!isAsked && (value === undefined || standing !== "given")) continue;
      // Places are made once for all runs of a frame.
      const made = places[place] ?? { kind: "input", input, index };
      places[place] = made;
      (isAsked ? found.asked : found.ignored).push(made);
      if (isAsked && value !== undefined && (standing === "default" || standing === "range")) {
        found.assumed.push({ input, index, value, standing });
      }
    }
  }
  return found;
}

/** What is missing in absent values and what went wrong on the way to them, each once. */
export function gather(absents: readonly Absent[]): {
  readonly missing: readonly MissingPlace[];
  readonly failed: readonly Issue[];
} {
  const missing: MissingPlace[] = [];
  const failed: Issue[] = [];
  const seen = new Set<Absent>();
  const open = [...absents].reverse();
  for (let absent = open.pop(); absent !== undefined; absent = open.pop()) {
    if (seen.has(absent)) continue;
    seen.add(absent);
    if (absent.kind === "failed") failed.push(absent.issue);
    if (absent.kind !== "missing") continue;
    if (absent.place !== undefined) missing.push(absent.place);
    if (absent.of !== undefined) open.push(...[...absent.of].reverse());
  }
  return { missing, failed };
}
