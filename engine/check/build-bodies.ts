import type { Path } from "../issue.ts";
import { nearest } from "../methodology/near.ts";
import type { BranchData, FormulaData } from "../methodology/schema.ts";
import type { Body, CaseTree, MatchTree, Outcome } from "../methodology/tree.ts";
import type { AtHand } from "./axes.ts";
import { originIfSaid, present, type Sourced } from "./build-origin.ts";
import { type Built, fitTo, nothing } from "./context.ts";
import { buildAt, contextAt, expressionAt } from "./module.ts";
import type { Checking, Module } from "./scope.ts";
import { report } from "./scope.ts";
import { booleanType, type Type, wordsOf } from "./types.ts";

/** What a formula or condition says of its value: one of `expr`, `cases` and `match`. */
export type BodyData = Pick<FormulaData, "expr" | "cases" | "match" | "then" | "because">;

interface Place {
  readonly checking: Checking;
  readonly module: Module;
  readonly path: Path;
  readonly at: AtHand;
  /** The type that every branch must have. */
  readonly wanted: Type;
  /** What stands on the formula or condition: it serves the branches that say nothing of their own. */
  readonly said: Sourced;
}

/**
 * Builds a body. Every branch must give the declared type; `cases` end in `otherwise`, and `match` has one branch for
 * each member and no other.
 */
export function buildBody(data: BodyData, place: Place): Body {
  const { checking, module, path } = place;
  const said = (["expr", "cases", "match"] as const).filter((word) => data[word] !== undefined);
  const [only] = said;
  const where = { file: module.file, path };
  if (said.length !== 1) {
    report(checking, { ...where, key: true }, "body-count", { said });
  } else if (only === "match" && data.then === undefined) {
    report(checking, where, "then-missing", {});
  }
  if (only !== "match" && data.then !== undefined) {
    report(checking, { ...where, path: [...path, "then"], key: true }, "then-without-match", {});
  }
  switch (only) {
    case "cases":
      return buildCases(data.cases ?? [], place);
    case "match":
      return buildMatch(data, place);
    default: {
      const value = buildAs(place, [...path, "expr"], place.wanted);
      return present({ kind: "expr" as const, value, because: data.because });
    }
  }
}

/** An expression of the file in the type that is wanted of it. */
export function buildAs(
  place: Omit<Place, "wanted" | "said">,
  path: Path,
  wanted: Type,
): Built["node"] {
  const expression = expressionAt(place.module, path);
  if (expression === undefined) return nothing;
  const built = buildAt(place.checking, place.module, path, place.at);
  const context = contextAt(place.checking, place.module, path, place.at);
  return fitTo(context, built, wanted, expression.span);
}

function buildCases(cases: readonly BranchData[], place: Place): Body {
  const { checking, module, path } = place;
  const built: CaseTree[] = [];
  let otherwise: Outcome | undefined;
  cases.forEach((branch, index) => {
    const at = [...path, "cases", index];
    if (otherwise !== undefined) {
      report(checking, { file: module.file, path: at }, "case-after-otherwise", {});
    }
    if ("otherwise" in branch) {
      otherwise ??= buildOutcome(branch, branch.otherwise, [...at, "otherwise"], place);
      return;
    }
    const when = buildAs(place, [...at, "when"], booleanType);
    const outcome = buildOutcome(branch, branch.then, [...at, "then"], place);
    built.push({ ...outcome, when, whenText: branch.when });
  });
  if (otherwise === undefined) {
    const where = { file: module.file, path: [...path, "cases"], key: true };
    report(checking, where, "otherwise-missing", {});
  }
  return { kind: "cases", cases: built, otherwise: otherwise ?? { text: "" } };
}

function buildMatch(data: BodyData, place: Place): Body {
  const { checking, module, path } = place;
  const subjectPath = [...path, "match"];
  const built = buildAt(checking, module, subjectPath, place.at);
  const expression = expressionAt(module, subjectPath);
  const { type } = built;
  if (type.kind !== "enum" && type.kind !== "unsettled") {
    const where = { file: module.file, path: subjectPath, within: expression?.span };
    report(checking, where, "type-mismatch", {
      expected: { kind: "enum" },
      actual: wordsOf(type),
    });
  }
  const members =
    type.kind === "enum" ? (checking.enums.get(type.enum)?.members ?? []).map(({ id }) => id) : [];
  const branches = Object.entries(data.then ?? {}).map(([member, outcome]): MatchTree => {
    const at = [...path, "then", member];
    if (type.kind === "enum" && !members.includes(member)) {
      const suggestion = nearest(member, members);
      report(checking, { file: module.file, path: at, key: true }, "unknown-name", {
        what: "member",
        name: member,
        of: type.enum,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
    const isText = typeof outcome === "string";
    const text = isText ? outcome : outcome.then;
    const textPath = isText ? at : [...at, "then"];
    return { member, ...buildOutcome(isText ? {} : outcome, text, textPath, place) };
  });
  const missing = members.filter((member) => !Object.hasOwn(data.then ?? {}, member));
  if (type.kind === "enum" && missing.length > 0 && data.then !== undefined) {
    report(checking, { file: module.file, path: [...path, "then"], key: true }, "match-missing", {
      enum: type.enum,
      members: missing,
    });
  }
  return { kind: "match", subject: built.node, branches };
}

type OutcomeData = Pick<FormulaData, "because" | "source" | "provenance" | "confidence">;

function buildOutcome(said: OutcomeData, text: string, path: Path, place: Place): Outcome {
  const { checking, module } = place;
  const origin = originIfSaid(module.documents, said, place.said);
  const words = { text, because: said.because, ...origin };
  if (expressionAt(module, path)?.kind === "stop") {
    if (said.because === undefined) {
      report(checking, { file: module.file, path }, "stop-without-because", {});
    }
    return present(words) as Outcome;
  }
  return present({ ...words, then: buildAs(place, path, place.wanted) }) as Outcome;
}
