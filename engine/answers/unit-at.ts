import { coordinatesOf } from "../evaluate/coordinates.ts";
import type { Inputs, Plan } from "../plan.ts";
import type { Values } from "./frame.ts";
import { type Question, questionsOf, type Scale } from "./question.ts";

/** What the unit of an answer may hang on. */
export interface Standpoint {
  readonly index: number;
  readonly item: number;
  /** Positions of the members at hand, by enum. */
  readonly members: ReadonlyMap<string, number>;
}

/** The unit of an answer at these coordinates: where it hangs on a member, that of the member answered there. */
export function scaleAt(
  plan: Plan,
  values: Values,
  question: Question,
  at: Standpoint,
): Scale | undefined {
  const { key, scales } = question;
  if (key === undefined) return scales.get("");
  const member = memberAt(plan, values, question, at);
  if (member !== undefined) return scales.get(member);
  const all = [...scales.values()];
  const first = all[0]?.offered[0];
  return all.every(({ offered }) => offered[0] === first) ? all[0] : undefined;
}

function memberAt(
  plan: Plan,
  values: Values,
  { key, input }: Question,
  at: Standpoint,
): string | undefined {
  switch (key?.kind) {
    case undefined:
      return undefined;
    case "member":
      return key.member;
    case "axis": {
      const position = at.members.get(key.axis);
      return plan.enums[plan.at.enums.get(key.axis) ?? -1]?.tree.members[position ?? -1]?.id;
    }
    case "input": {
      const decider = plan.at.inputs.get(key.id) ?? -1;
      const deciding = plan.inputs[decider]?.tree;
      if (deciding?.type.kind !== "enum") return undefined;
      let index = deciding.list === undefined ? 0 : at.item;
      if (key.through !== undefined) {
        const pointed = values[plan.at.inputs.get(key.through) ?? -1]?.[at.item];
        if (typeof pointed !== "number") return undefined;
        index = pointed;
      } else if (deciding.per.length > 0) {
        if (deciding.per.join() !== input.per.join()) return undefined;
        index = at.index;
      }
      const member = values[decider]?.[index];
      if (typeof member !== "number") return undefined;
      return plan.enums[plan.at.enums.get(deciding.type.enum) ?? -1]?.tree.members[member]?.id;
    }
  }
}

/** The unit of an input at an index of its space as text, a unit variable replaced where its member is known. */
export function unitAt(plan: Plan, inputs: Inputs, position: number, index: number): string {
  const input = plan.inputs[position];
  if (input === undefined) return "";
  const { type } = input.tree;
  if (type.kind !== "quantity" && type.kind !== "count") return "";
  const question = questionsOf(plan.tree).inputs[position] as Question;
  if (question.key === undefined) return type.unit.text;
  const { item, members } = coordinatesOf(input.space, inputs.frame, index);
  const enums = input.space.enums.map((one): [string, number] => {
    const id = plan.enums[one]?.tree.id ?? "";
    return [id, members[input.space.enums.indexOf(one)] ?? 0];
  });
  const at = { index, item, members: new Map(enums) };
  const scale = scaleAt(plan, inputs.values, question, at);
  return scale === undefined ? type.unit.text : scale.text;
}
