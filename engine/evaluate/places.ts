import type { Issue } from "../issue.ts";
import type { Absent, AssumedPlace, MissingPlace, Place } from "../plan.ts";
import type { Run } from "./run.ts";

/** Which answers mattered: asked, missing, assumed, ignored. */
export function placesAsked(run: Run): readonly Place[] {
  const places: Place[] = [];
  for (let list = 0; list < run.askedLists.length; list += 1) {
    if (run.askedLists[list] === 1) places.push({ kind: "list", list });
  }
  const { asked, askedBase } = run;
  for (let input = 0; input < askedBase.length; input += 1) {
    const end = askedBase[input + 1] ?? asked.length;
    for (let place = askedBase[input] as number; place < end; place += 1) {
      if (asked[place] === 1) places.push(placeOfInput(run, input, place));
    }
  }
  return places;
}

function placeOfInput(run: Run, input: number, place: number): Place {
  let known = run.places[place];
  if (known === undefined) {
    known = { kind: "input", input, index: place - (run.askedBase[input] as number) };
    run.places[place] = known;
  }
  return known;
}

/** Answers that nothing asked for; what was put in by `initial` or an assumption is no answer. */
export function placesIgnored(run: Run): readonly Place[] {
  const places: Place[] = [];
  const { values, standing } = run.inputs;
  for (let input = 0; input < values.length; input += 1) {
    const base = run.askedBase[input] as number;
    const given = values[input] as (typeof values)[number];
    const standings = standing[input];
    for (let index = 0; index < given.length; index += 1) {
      if (given[index] === undefined || run.asked[base + index] === 1) continue;
      if (standings !== undefined && (standings[index] ?? "given") !== "given") continue;
      places.push(placeOfInput(run, input, base + index));
    }
  }
  return places;
}

/** Assumptions that were used. */
export function placesAssumed(run: Run): readonly AssumedPlace[] {
  const places: AssumedPlace[] = [];
  run.inputs.standing.forEach((standings, input) => {
    if (standings === undefined) return;
    const base = run.askedBase[input] as number;
    standings.forEach((standing, index) => {
      const value = run.inputs.values[input]?.[index];
      if (value === undefined || run.asked[base + index] !== 1) return;
      if (standing === "default" || standing === "range") {
        places.push({ input, index, value, standing });
      }
    });
  });
  return places;
}

/** All that several absent values miss, each place once. */
export function placesMissing(absents: readonly Absent[]): readonly MissingPlace[] {
  if (absents.length === 0) return [];
  const places = new Set<MissingPlace>();
  visit(absents, (absent) => {
    if (absent.kind === "missing" && absent.place !== undefined) places.add(absent.place);
  });
  return [...places];
}

/** All that went wrong on the way to them, each issue once. */
export function issuesOf(absents: readonly Absent[]): readonly Issue[] {
  if (absents.length === 0) return [];
  const issues = new Set<Issue>();
  visit(absents, (absent) => {
    if (absent.kind === "failed") issues.add(absent.issue);
  });
  return [...issues];
}

function visit(absents: readonly Absent[], use: (absent: Absent) => void): void {
  const seen = new Set<Absent>();
  const open = [...absents].reverse();
  for (let absent = open.pop(); absent !== undefined; absent = open.pop()) {
    if (seen.has(absent)) continue;
    seen.add(absent);
    use(absent);
    if (absent.kind === "missing" && absent.of !== undefined)
      open.push(...[...absent.of].reverse());
  }
}
