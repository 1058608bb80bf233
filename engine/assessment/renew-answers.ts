import type { Answer, AnswerRecord } from "../answers/record.ts";
import { movedId, movedWithin } from "../answers/renamed.ts";
import type { Tree } from "../methodology/tree.ts";
import type { Plan } from "../plan.ts";
import type { AnswerRange, Given } from "./assessment.ts";
import { isGiven } from "./given.ts";

/** The answers of a record for the edition that was opened: under its ids, with its version and hash. */
export function renewAnswers({ tree, hash }: Plan, record: AnswerRecord): AnswerRecord {
  const given = record.sets.plan?.given ?? {};
  return {
    format: "answers/1",
    methodology: tree.id,
    version: tree.version,
    hash,
    sets: { plan: { given: movedGiven(tree, given) } },
  };
}

/** Answers under the names of today; an old name of what has an answer under its new one stays, to be told. */
export function movedGiven(tree: Tree, given: Given): Given {
  const top = new Set([...tree.inputs.map(({ id }) => id), ...tree.lists.map(({ id }) => id)]);
  const moved: Record<string, Answer> = {};
  for (const [id, answer] of Object.entries(given)) {
    const to = top.has(id) ? undefined : movedId(tree, id);
    const name = to !== undefined && top.has(to) && !Object.hasOwn(given, to) ? to : id;
    const list = tree.lists.find((one) => one.id === name);
    moved[name] =
      list !== undefined && Array.isArray(answer)
        ? answer.map((item) => (isGiven(item) ? movedFields(tree, name, item) : item))
        : movedMember(tree, name, answer);
  }
  return moved;
}

function movedFields(tree: Tree, list: string, item: Given): Given {
  const names = new Set(
    tree.lists.find(({ id }) => id === list)?.fields.map((id) => id.slice(list.length + 1)),
  );
  return Object.fromEntries(
    Object.entries(item).map(([name, answer]) => {
      const to = names.has(name) ? undefined : movedWithin(tree, list, name);
      const field = to !== undefined && names.has(to) && !Object.hasOwn(item, to) ? to : name;
      return [field, movedMember(tree, `${list}.${field}`, answer)];
    }),
  );
}

/** A choice by the name that its member has today. */
function movedMember(tree: Tree, id: string, answer: Answer): Answer {
  const type = tree.inputs.find((input) => input.id === id)?.type;
  if (type?.kind !== "enum" || typeof answer !== "string") return answer;
  const members = tree.enums.find((one) => one.id === type.enum)?.members ?? [];
  if (members.some((member) => member.id === answer)) return answer;
  const to = movedWithin(tree, type.enum, answer);
  return to !== undefined && members.some((member) => member.id === to) ? to : answer;
}

/** Ends under the names of today. */
export function movedRanges(
  tree: Tree,
  ranges: Readonly<Record<string, AnswerRange>>,
): Readonly<Record<string, AnswerRange>> {
  const ids = new Set(tree.inputs.map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(ranges).map(([id, ends]) => {
      if (ids.has(id)) return [id, ends];
      const at = id.indexOf(".");
      const list = at < 0 ? "" : id.slice(0, at);
      const to =
        movedId(tree, id) ??
        (at < 0 ? undefined : `${list}.${movedWithin(tree, list, id.slice(at + 1))}`);
      const full = to !== undefined && !ids.has(to) && at >= 0 ? `${list}.${to}` : to;
      return [full !== undefined && ids.has(full) ? full : id, ends];
    }),
  );
}
