import type { Issue, Path } from "../issue.ts";
import type { Plan } from "../plan.ts";
import { startComplaints } from "./complaints.ts";
import { kindOf } from "./read-period.ts";
import type { AnswerSet } from "./record.ts";
import { ownEntries } from "./sort-answers.ts";

/** The set that a bare map of answers is short for. */
export const onlySet = "plan";

export interface SetRead {
  readonly id: string;
  readonly set: AnswerSet;
  /** The way to it in what was handed in. */
  readonly root: Path;
  readonly isBare: boolean;
}

export interface RecordRead {
  readonly sets: readonly SetRead[];
  readonly asOf?: string;
  /** Errors, and warnings that the record was made for another edition. */
  readonly issues: readonly Issue[];
}

const mostSets = 8;

/**
 * Reads the record `answers/1` as far as its sets, or a bare map of answers with `period`.
 *
 * Errors: never throws. A record for another methodology has no sets; one for another version or text is used, with a
 * warning.
 */
export function readRecord(plan: Plan, record: unknown): RecordRead {
  const complaints = startComplaints([]);
  const entries = ownEntries(record);
  const { id, version } = plan.tree;
  if (entries === undefined) {
    complaints.add("answers-shape", [], { expected: "record", found: kindOf(record) });
    return { sets: [], issues: complaints.all() };
  }
  if (!entries.has("format") && !entries.has("sets")) {
    const { period, ...given } = record as Readonly<Record<string, never>>;
    const set = period === undefined ? { given } : { period, given };
    return { sets: [{ id: onlySet, set, root: [], isBare: true }], issues: [] };
  }
  const text = (name: string): string | undefined => {
    const value = entries.get(name);
    if (value === undefined || typeof value === "string") return value;
    complaints.add("answers-shape", [name], { expected: "text", found: kindOf(value) });
    return undefined;
  };
  const format = text("format") ?? "-";
  if (format !== "answers/1") {
    complaints.add("answers-format", ["format"], { found: kindOf(format) });
    return { sets: [], issues: complaints.all() };
  }
  const made = { for: text("methodology"), version: text("version"), hash: text("hash") };
  if (made.for !== id) {
    const found = kindOf(made.for);
    complaints.add("answers-for-another-methodology", ["methodology"], { found, expected: id });
    return { sets: [], issues: complaints.all() };
  }
  if (made.version !== undefined && made.version !== version) {
    const facts = { found: kindOf(made.version), used: version, moved: [] };
    complaints.add("answers-for-another-version", ["version"], facts, "warning");
  } else if (made.hash !== undefined && made.hash !== plan.hash) {
    complaints.add("answers-for-another-text", ["hash"], { used: version }, "warning");
  }
  const asOf = text("as_of");
  const sets = ownEntries(entries.get("sets"));
  if (sets === undefined) {
    const found = kindOf(entries.get("sets"));
    complaints.add("answers-shape", ["sets"], { expected: "map", found });
  }
  const read: SetRead[] = [];
  for (const [name, set] of [...(sets ?? [])].slice(0, mostSets)) {
    const root = ["sets", name];
    if (ownEntries(set) === undefined) {
      complaints.add("answers-shape", root, { expected: "set", found: kindOf(set) });
    } else read.push({ id: name, set: set as AnswerSet, root, isBare: false });
  }
  return { sets: read, issues: complaints.all(), ...(asOf === undefined ? {} : { asOf }) };
}
