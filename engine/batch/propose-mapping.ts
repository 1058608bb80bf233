import { type Question, questionsOf } from "../answers/question.ts";
import type { Issue } from "../issue.ts";
import type { Mode } from "../methodology/schema.ts";
import type { InputTree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import { plainName } from "./cells.ts";
import { asTyped } from "./csv.ts";
import { type Named, namesIn } from "./header-names.ts";
import type { ColumnUse, MappedColumn, Mapping } from "./mapping.ts";
import { matchHeader } from "./match-header.ts";

/** Two letters make another word of a short one: `note` is not near `name`. */
const leastNear = { latin: 5, japanese: 3 };
/** A name has to be so long that another which holds it is near. */
const leastHeld = 3;

/**
 * Proposes what each column of a file is, with the reason: its header is an id or a label, or near a label. What is not
 * sure (a name of several questions, a question that has a column already) is kept as it is, for a person to decide.
 */
export function proposeMapping(
  plan: Plan,
  headers: readonly string[],
  options: Pick<Mapping, "rows"> & Partial<Pick<Mapping, "period" | "mode" | "sheet">>,
  hash?: string,
): Mapping {
  const names = namesIn(plan);
  const taken = new Set<string>();
  const useOf = (header: string): ColumnUse => {
    const match = matchHeader(names, header, undefined);
    switch (match.kind) {
      case "ours":
        return { is: "ignored" };
      case "case":
      case "period":
        return { is: match.kind, reason: "name" };
      case "question":
        return answerOf(match.question, match.by, match.keys, match.unit);
      case "ambiguous":
        return { is: "kept" };
      case "unknown": {
        const name = plainName(header);
        const isLong =
          name.length >= (/[^\x20-\x7e]/.test(name) ? leastNear.japanese : leastNear.latin);
        const near = (isLong ? match.meant : undefined) ?? holding(names, name);
        const found = near === undefined ? undefined : matchHeader(names, near, undefined);
        return found?.kind === "question"
          ? answerOf(found.question, "near label", found.keys, found.unit)
          : { is: "kept" };
      }
    }
  };
  const answerOf = (
    { input }: Question,
    reason: "id" | "label" | "near label",
    keys: readonly string[],
    unit: string | undefined,
  ): ColumnUse => ({
    is: "answer",
    input: input.id,
    ...(keys.length === 0 ? {} : { keys }),
    ...(unit === undefined ? {} : { unit }),
    reason,
  });
  const proposed = headers.map((cell) => {
    const header = asTyped(cell).trim();
    return { header, ...useOf(header) };
  });
  // What is sure comes before what is only near, wherever it stands.
  const isNear = (one: MappedColumn) => "reason" in one && one.reason === "near label";
  const uses = new Map<MappedColumn, MappedColumn>();
  for (const one of [...proposed.filter((each) => !isNear(each)), ...proposed.filter(isNear)]) {
    const what = one.is === "answer" ? `${one.input}[${(one.keys ?? []).join()}]` : one.is;
    const isOnce = one.is !== "kept" && one.is !== "ignored";
    uses.set(one, isOnce && taken.has(what) ? { header: one.header, is: "kept" } : one);
    if (isOnce) taken.add(what);
  }
  const { id, version } = plan.tree;
  return {
    format: "batch-mapping/1",
    methodology: { id, version, ...(hash === undefined ? {} : { hash }) },
    ...options,
    columns: proposed.map((one) => uses.get(one) as MappedColumn),
  };
}

/** The only name that a header holds, or that holds it: `燃料使用量` for `ボイラーの燃料使用量`. */
function holding(names: ReadonlyMap<string, Named>, header: string): string | undefined {
  const bare = header.replace(/\s*[([].*$/, "");
  if (bare.length < leastHeld) return undefined;
  const found = [...names.keys()].filter(
    (name) => name.length >= leastHeld && (name.includes(bare) || bare.includes(name)),
  );
  const inputs = new Set(
    found.flatMap((name) => names.get(name)?.questions.map(({ input }) => input) ?? []),
  );
  return inputs.size === 1 ? found[0] : undefined;
}

/** Whether a row without an answer to this question has no result, whatever else it says. */
export function isNeeded(plan: Plan, input: InputTree, mode: Mode): boolean {
  const list = plan.lists[plan.at.lists.get(input.list ?? "") ?? -1]?.tree;
  if (list !== undefined && (list.minItems === 0 || list.when !== undefined)) return false;
  if (mode !== "official" && input.default !== undefined) return false;
  return !input.optional && input.initial === undefined && input.when === undefined;
}

/** Told before rows are computed: which questions no column answers, though each row needs them. */
export function unmappedInputs(plan: Plan, { columns, mode }: Mapping): readonly Issue[] {
  const mapped = new Set(columns.flatMap((one) => (one.is === "answer" ? [one.input] : [])));
  const inputs = questionsOf(plan.tree)
    .inputs.filter(({ input }) => isNeeded(plan, input, mode ?? plan.tree.mode))
    .filter(({ input }) => !mapped.has(input.id))
    .map(({ input }) => input.id);
  if (inputs.length === 0) return [];
  const facts = { inputs };
  return [{ code: "batch-inputs-unmapped", severity: "warning", path: [], facts }];
}
