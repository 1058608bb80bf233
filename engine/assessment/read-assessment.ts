import { kindOf } from "../answers/read-period.ts";
import type { Answer, AnswerRecord } from "../answers/record.ts";
import { ownEntries } from "../answers/sort-answers.ts";
import { fail, type Issue, type IssueCode, ok, type Path, type Result } from "../issue.ts";
import type { AssessmentPart } from "../locales/facts/assessment.ts";
import type { IssueFacts } from "../locales/facts.ts";
import { idPattern } from "../methodology/id.ts";
import { parseDay } from "../methodology/period.ts";
import type {
  AnswerRange,
  AssessmentRecord,
  Given,
  ProjectRecord,
  SchemeAnswers,
  VariantAnswers,
  VariantRecord,
} from "./assessment.ts";

/** How much an assessment may hold. */
export const assessmentLimits = {
  characters: 500_000,
  entries: 50_000,
  depth: 12,
  things: 50,
  projects: 20,
  variants: 10,
} as const;

const methodologyPattern = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
const mostTitle = 200;

/**
 * Reads an assessment from JSON text, as it was saved or came with a link.
 *
 * Errors: `assessment-not-read`, `assessment-too-large`, and all of `readAssessment`.
 */
export function parseAssessment(text: string): Result<AssessmentRecord> {
  if (text.length > assessmentLimits.characters) {
    return fail([tooLarge("characters", [])]);
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fail([
      { code: "assessment-not-read", severity: "error", path: [], facts: { reason: "json" } },
    ]);
  }
  return readAssessment(data);
}

/**
 * Reads the record `assessment/1` from plain data of unknown origin. Every text, list and map is copied; figures are texts,
 * so that no digit is lost, and flags are `true` or `false`, written as such or as text.
 *
 * Errors: `assessment-format`, `assessment-shape` and the like, each at its place; a key that is not known is refused,
 * because it may be one of a later edition of the format.
 */
export function readAssessment(data: unknown): Result<AssessmentRecord> {
  const reading = startReading();
  const tooMuch = measure(data);
  if (tooMuch !== undefined) return fail([tooMuch]);
  const entries = ownEntries(data);
  if (entries === undefined) {
    reading.shape([], "map", data);
    return fail(reading.issues);
  }
  const format = entries.get("format");
  if (format !== "assessment/1") {
    reading.add("assessment-format", ["format"], { found: kindOf(format) });
    return fail(reading.issues);
  }
  const known = ["format", "title", "as_of", "has", "scheme", "price", "projects"];
  reading.keys(entries, known, []);
  const asOf = reading.text(entries, "as_of", []);
  if (asOf !== undefined && parseDay(asOf) === undefined) {
    reading.shape(["as_of"], "day", asOf);
  }
  const has = reading.list(entries, "has", assessmentLimits.things, []).flatMap((one, at) => {
    if (typeof one === "string") return [one];
    reading.shape(["has", at], "thing", one);
    return [];
  });
  const ids = new Set<string>();
  const projects = reading
    .list(entries, "projects", assessmentLimits.projects, [])
    .flatMap((one, at) => reading.project(one, ["projects", at], ids) ?? []);
  const price = reading.range(entries.get("price"), ["price"]);
  const scheme = reading.scheme(entries.get("scheme"), ["scheme"]);
  const title = reading.text(entries, "title", [], mostTitle);
  if (reading.issues.length > 0) return fail(reading.issues);
  return ok({
    format: "assessment/1",
    ...(title === undefined ? {} : { title }),
    ...(asOf === undefined ? {} : { as_of: asOf }),
    has,
    ...(scheme === undefined ? {} : { scheme }),
    ...(price === undefined ? {} : { price }),
    projects,
  });
}

type Entries = ReadonlyMap<string, unknown>;

function tooLarge(name: keyof typeof assessmentLimits, path: Path): Issue {
  const facts = { measure: name, limit: String(assessmentLimits[name]) };
  return { code: "assessment-too-large", severity: "error", path, facts };
}

/** Whether data is too deep, too long or too much, found before anything else looks at it. */
function measure(data: unknown): Issue | undefined {
  let characters = 0;
  let entries = 0;
  let issue: Issue | undefined;
  const visit = (value: unknown, depth: number): void => {
    if (issue !== undefined) return;
    entries += 1;
    if (typeof value === "string") characters += value.length;
    if (entries > assessmentLimits.entries) issue = tooLarge("entries", []);
    if (characters > assessmentLimits.characters) issue = tooLarge("characters", []);
    if (typeof value !== "object" || value === null) return;
    if (depth > assessmentLimits.depth) {
      const facts = { reason: "depth" as const };
      issue = { code: "assessment-not-read", severity: "error", path: [], facts };
      return;
    }
    for (const [key, one] of Object.entries(value)) {
      characters += key.length;
      visit(one, depth + 1);
    }
  };
  visit(data, 0);
  return issue;
}

const mostIssues = 50;

function startReading() {
  const issues: Issue[] = [];

  function add<Code extends IssueCode>(code: Code, path: Path, facts: IssueFacts[Code]): void {
    if (issues.length >= mostIssues) return;
    issues.push({ code, severity: "error", path, facts } as Issue);
  }

  function shape(path: Path, expected: AssessmentPart, found: unknown): void {
    add("assessment-shape", path, { expected, found: kindOf(found) });
  }

  function keys(entries: Entries, known: readonly string[], path: Path): void {
    for (const key of entries.keys()) {
      if (!known.includes(key)) {
        add("assessment-key-unknown", [...path, key.slice(0, 64)], {
          found: key.slice(0, 64),
          known,
        });
      }
    }
  }

  function text(entries: Entries, name: string, path: Path, most = 100): string | undefined {
    const value = entries.get(name);
    if (value === undefined || value === "") return undefined;
    if (typeof value === "string" && value.length <= most) return value;
    shape([...path, name], "text", value);
    return undefined;
  }

  function list(entries: Entries, name: "has" | "projects" | "variants", most: number, path: Path) {
    const value = entries.get(name);
    if (value === undefined || value === "") return [];
    if (!Array.isArray(value)) {
      shape([...path, name], "list", value);
      return [];
    }
    if (value.length > most) {
      issues.push(tooLarge(name === "has" ? "things" : name, [...path, name]));
      return [];
    }
    return value as readonly unknown[];
  }

  function answer(value: unknown, path: Path): Answer {
    if (typeof value === "string") return value;
    if (Array.isArray(value)) return value.map((one, at) => answer(one, [...path, at]));
    const entries = ownEntries(value);
    if (entries === undefined) {
      shape(path, "answer", value);
      return "";
    }
    return Object.fromEntries([...entries].map(([id, one]) => [id, answer(one, [...path, id])]));
  }

  function given(value: unknown, path: Path): Given {
    const entries = ownEntries(value);
    if (entries === undefined) {
      if (value !== undefined && value !== "") shape(path, "given", value);
      return {};
    }
    return answer(value, path) as Given;
  }

  function scheme(value: unknown, path: Path): SchemeAnswers | undefined {
    if (value === undefined || value === "") return undefined;
    const entries = ownEntries(value);
    if (entries === undefined) {
      shape(path, "rules", value);
      return undefined;
    }
    return Object.fromEntries([...entries].map(([id, one]) => [id, given(one, [...path, id])]));
  }

  /** Both ends, or one text for both. */
  function range(value: unknown, path: Path): AnswerRange | undefined {
    if (value === undefined || value === "") return undefined;
    if (typeof value === "string") return { low: value, high: value };
    const entries = ownEntries(value);
    if (entries === undefined) {
      shape(path, "ends", value);
      return undefined;
    }
    keys(entries, ["low", "high"], path);
    const low = text(entries, "low", path);
    const high = text(entries, "high", path);
    if (low !== undefined && high !== undefined) return { low, high };
    if (issues.length === 0) shape(path, "ends", value);
    return undefined;
  }

  function ranges(value: unknown, path: Path): VariantAnswers["ranges"] {
    if (value === undefined || value === "") return undefined;
    const entries = ownEntries(value);
    if (entries === undefined) {
      shape(path, "ranges", value);
      return undefined;
    }
    const read = [...entries].flatMap(([id, one]): [string, AnswerRange][] => {
      const ends = range(one, [...path, id]);
      return ends === undefined ? [] : [[id, ends]];
    });
    return Object.fromEntries(read);
  }

  /** `answers/1` with the one set `plan`; whatever else it has is refused where it is read. */
  function answers(value: unknown, path: Path): AnswerRecord | undefined {
    const entries = ownEntries(value);
    if (entries === undefined) {
      shape(path, "answers", value);
      return undefined;
    }
    keys(entries, ["format", "methodology", "version", "hash", "as_of", "sets"], path);
    if (entries.get("format") !== "answers/1") {
      shape([...path, "format"], "answers", entries.get("format"));
      return undefined;
    }
    const methodology = text(entries, "methodology", path) ?? "";
    if (!methodologyPattern.test(methodology)) {
      shape([...path, "methodology"], "methodology", entries.get("methodology"));
      return undefined;
    }
    const sets = ownEntries(entries.get("sets"));
    const plan = ownEntries(sets?.get("plan"));
    if (sets === undefined || plan === undefined) {
      shape([...path, "sets", "plan"], "set", sets?.get("plan"));
      return undefined;
    }
    keys(sets, ["plan"], [...path, "sets"]);
    keys(plan, ["given", "period"], [...path, "sets", "plan"]);
    const version = text(entries, "version", path);
    const hash = text(entries, "hash", path);
    return {
      format: "answers/1",
      methodology,
      ...(version === undefined ? {} : { version }),
      ...(hash === undefined ? {} : { hash }),
      sets: { plan: { given: given(plan.get("given"), [...path, "sets", "plan", "given"]) } },
    };
  }

  function identified(entries: Entries, path: Path, ids: Set<string>): string {
    const id = text(entries, "id", path) ?? "";
    const isTwice = ids.has(id);
    if (!idPattern.test(id) || isTwice) {
      add("assessment-id", [...path, "id"], { found: id, isTwice });
    }
    ids.add(id);
    return id;
  }

  const shared = ["id", "title", "answers", "ranges", "scheme", "form", "verify_every"];

  function variantAnswers(entries: Entries, path: Path): VariantAnswers | undefined {
    const read = answers(entries.get("answers"), [...path, "answers"]);
    const ends = ranges(entries.get("ranges"), [...path, "ranges"]);
    const rules = scheme(entries.get("scheme"), [...path, "scheme"]);
    const form = text(entries, "form", path);
    if (form !== undefined && form !== "plain" && form !== "program") {
      shape([...path, "form"], "form", form);
    }
    const every = text(entries, "verify_every", path);
    if (every !== undefined && !/^[1-9]\d?$/.test(every)) {
      add("assessment-figure", [...path, "verify_every"], { found: every, example: "2" });
    }
    if (read === undefined) return undefined;
    return {
      answers: read,
      ...(ends === undefined ? {} : { ranges: ends }),
      ...(rules === undefined ? {} : { scheme: rules }),
      ...(form === "program" || form === "plain" ? { form } : {}),
      ...(every === undefined ? {} : { verify_every: every }),
    };
  }

  function project(value: unknown, path: Path, ids: Set<string>): ProjectRecord | undefined {
    const entries = ownEntries(value);
    if (entries === undefined) {
      shape(path, "project", value);
      return undefined;
    }
    keys(entries, [...shared, "thing", "left_out", "variants"], path);
    const id = identified(entries, path, ids);
    const title = text(entries, "title", path, mostTitle);
    const thing = text(entries, "thing", path);
    const own = variantAnswers(entries, path);
    const leftOut = entries.get("left_out");
    if (leftOut !== undefined && !["true", "false", true, false].includes(leftOut as never)) {
      shape([...path, "left_out"], "flag", leftOut);
    }
    const variantIds = new Set<string>([id]);
    const variants = list(entries, "variants", assessmentLimits.variants, path).flatMap(
      (one, at) => variant(one, [...path, "variants", at], variantIds) ?? [],
    );
    if (own === undefined) return undefined;
    return {
      id,
      ...(title === undefined ? {} : { title }),
      ...(thing === undefined ? {} : { thing }),
      ...own,
      ...(leftOut === "true" || leftOut === true ? { left_out: true } : {}),
      ...(variants.length === 0 ? {} : { variants }),
    };
  }

  function variant(value: unknown, path: Path, ids: Set<string>): VariantRecord | undefined {
    const entries = ownEntries(value);
    if (entries === undefined) {
      shape(path, "variant", value);
      return undefined;
    }
    keys(entries, shared, path);
    const id = identified(entries, path, ids);
    const title = text(entries, "title", path, mostTitle);
    const own = variantAnswers(entries, path);
    return own && { id, ...(title === undefined ? {} : { title }), ...own };
  }

  return { issues, add, shape, keys, text, list, range, scheme, project };
}
