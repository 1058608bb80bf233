import { fail, ok, type Path, type Result } from "../issue.ts";
import type { ServiceFacts } from "../locales/facts/service.ts";
import type { CalculationRequest } from "./protocol.ts";
import { serviceIssue } from "./service-issue.ts";

/**
 * The door of the service: what comes in is data of a known shape and of bounded size, or an issue. Answers themselves
 * are read by the engine; here they are only texts, lists and maps, so that no object with behaviour of its own (a
 * getter, a number with binary digits, a circle) gets further, and so that posting them to a worker cannot throw.
 */
export const requestLimits = {
  characters: 1_000_000,
  entries: 50_000,
  depth: 8,
  sets: 10,
  steps: 2_000,
} as const;

/** `EN-S-001@2.0-r1`, or the bare id for the newest edition. It becomes part of an address, so it is narrow. */
export const editionPattern = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}(@[0-9A-Za-z][0-9A-Za-z.-]{0,31})?$/;

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const modes: readonly unknown[] = ["official", "estimate", "range"];

/** Unwinds the walk through the answers; it does not leave this file. */
class Refusal extends Error {
  readonly issue;
  constructor(issue: ReturnType<typeof serviceIssue>) {
    super();
    this.issue = issue;
  }
}

type Part = ServiceFacts["request-malformed"]["part"];

function refuse(part: Part, path: Path = []): never {
  throw new Refusal(serviceIssue("request-malformed", { part }, [...path]));
}

function tooLarge(measure: ServiceFacts["request-too-large"]["measure"], path: Path): never {
  const limit = String(requestLimits[measure]);
  throw new Refusal(serviceIssue("request-too-large", { measure, limit }, [...path]));
}

function isMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Answers and tables hold texts, lists and maps alone, and not too much of them. */
function measure(part: "answers" | "replacements", value: unknown): void {
  const path: (string | number)[] = [part];
  let characters = 0;
  let entries = 0;
  const count = (text: string): void => {
    characters += text.length;
    if (characters > requestLimits.characters) tooLarge("characters", path);
  };
  const visit = (value: unknown, depth: number): void => {
    entries += 1;
    if (entries > requestLimits.entries) tooLarge("entries", path);
    if (typeof value === "string") {
      count(value);
      return;
    }
    if (depth > requestLimits.depth) tooLarge("depth", path);
    const isList = Array.isArray(value);
    if (!isList && !isMap(value)) refuse(part, path);
    for (const key of isList ? value.keys() : Object.keys(value)) {
      if (typeof key === "string") count(key);
      path.push(key);
      visit((value as Readonly<Record<string, unknown>>)[key], depth + 1);
      path.pop();
    }
  };
  visit(value, -2);
}

function readAnswers(answers: unknown): void {
  const path = ["answers"];
  if (!isMap(answers) || answers.format !== "answers/1") refuse("answers", path);
  if (typeof answers.methodology !== "string") refuse("answers", [...path, "methodology"]);
  path.push("sets");
  if (!isMap(answers.sets)) refuse("answers", path);
  const sets = Object.entries(answers.sets);
  if (sets.length > requestLimits.sets) tooLarge("sets", path);
  for (const [name, set] of sets) {
    if (!isMap(set) || !isMap(set.given)) refuse("answers", [...path, name]);
  }
  measure("answers", answers);
}

function readSteps(steps: unknown): void {
  if (typeof steps === "boolean") return;
  if (!Array.isArray(steps) || steps.length > requestLimits.steps) refuse("steps", ["steps"]);
  if (!steps.every((id) => typeof id === "string" && id.length <= 200)) refuse("steps", ["steps"]);
}

const hashPattern = /^[0-9a-f]{64}$/;

/** Tables of an office: rows of texts, and the hash that the result names them by. */
function readReplacements(tables: unknown): void {
  if (tables === undefined) return;
  if (!isMap(tables)) refuse("replacements", ["replacements"]);
  for (const [id, table] of Object.entries(tables)) {
    const path = ["replacements", id];
    if (!isMap(table) || !Array.isArray(table.rows) || !table.rows.every(isMap)) {
      refuse("replacements", path);
    }
    if (typeof table.hash !== "string" || !hashPattern.test(table.hash)) {
      refuse("replacements", [...path, "hash"]);
    }
    for (const row of table.rows) {
      if (!Object.values(row).every((cell) => typeof cell === "string")) {
        refuse("replacements", path);
      }
    }
  }
  measure("replacements", tables);
}

/**
 * Reads a request that may hold anything.
 *
 * Errors: `request-malformed` and `request-too-large`, the first that is met.
 */
export function readRequest(request: unknown): Result<CalculationRequest> {
  try {
    if (!isMap(request)) refuse("request");
    const { caller, edition, answers, mode, asOf, steps } = request;
    if (typeof caller !== "string" || caller === "" || caller.length > 200) {
      refuse("caller", ["caller"]);
    }
    if (typeof edition !== "string" || !editionPattern.test(edition)) {
      refuse("edition", ["edition"]);
    }
    if (!modes.includes(mode)) refuse("mode", ["mode"]);
    if (typeof asOf !== "string" || !dayPattern.test(asOf)) refuse("day", ["asOf"]);
    readSteps(steps);
    readAnswers(answers);
    readReplacements(request.replacements);
    return ok(request as unknown as CalculationRequest);
  } catch (error) {
    if (error instanceof Refusal) return fail([error.issue]);
    throw error;
  }
}
